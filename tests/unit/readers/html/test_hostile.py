from __future__ import annotations

import time

import pytest

from checker import ReadError
from checker.readers import read_bytes

REPORT = "<html><h1>某县2021年政府信息公开工作年度报告</h1>"
REFUSED = {
    "a hundred thousand nested divisions": "<div>" * 100_000 + "x",
    "a million unclosed tags": "<span>x" * 1_000_000,
    "a million of unknown name": "<x>" * 1_000_000,
    "a million cells": "<table>" + ("<tr>" + "<td>1" * 1000) * 1000,
    "nested tables": "<table><tr><td>" * 20_000,
    "formatting opened again in every paragraph": "".join(f"<p><font size={n}>x" for n in range(900))
    + "<p>x</p>" * 20_000,
    "end tags that close nothing": "<b><div></b>" * 50_000,
    "a list of too many options": "<select>" + "<option>x" * 100_000,
    "nested behind a comment that ends at once": "<!-->" + "<div>" * 50_000,
    "nested behind a script": "<script><!-- </script>" + "<div>" * 50_000,
    "nested behind a quoted bracket": "<p title='>'>" + "<div>" * 50_000,
    "nested behind end tags in comments": "<div><!-- </div> -->" * 30_000,
    "nested behind end tags in attributes": "<div title='></div>'>" * 30_000,
    "nested behind end tags in scripts": "<div><script></div></script>" * 30_000,
    "drawings that are none": "<svg>" + "<div/>" * 50_000,
}
READ = {
    "entities": "<p>" + "&amp;" * 1_000_000,
    "blanks": "<p>中" + " " * 3_000_000 + "文",
    "blanks between words": "<p>" + ("中" + "\n " * 50) * 20_000,
    "paragraphs without end": "<p>x" * 100_000,
    "a table of two hundred thousand cells": "<table>" + ("<tr>" + "<td>1" * 500) * 400,
    "spans beyond all measure": "<table><tr><td rowspan=1000000 colspan=1000000>x<td>y<tr><td>z</table>",
    "large spans in every cell": "<table>" + ("<tr>" + "<td rowspan=99 colspan=99>1" * 10) * 300,
    "an unclosed comment": "正文<!--" * 100_000,
    "layout tables in layout tables": "<table><tr><td>首页<td>" * 240 + "<p>一、概述" * 90_000,
    "figures in layout tables": "<table><tr><td>首页<td>" * 240 + "<p>12" * 90_000,
    "words struck out": "<del>x" * 900 + "<p>文</p>" * 50_000,
    "attributes": "<p>x<p " + "a='" * 500_000,
}


@pytest.mark.parametrize("page", REFUSED.values(), ids=REFUSED)
def test_what_would_keep_a_parser_busy_is_refused_at_once(page: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ReadError) as refused:
        read_bytes((REPORT + page).encode(), "page.html")
    assert time.perf_counter() - start < 5
    assert "nested or repeated" in refused.value.reason[1]
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("page", READ.values(), ids=READ)
def test_a_large_page_is_read_in_bounded_time(page: str) -> None:
    start = time.perf_counter()
    assert "2021年" in read_bytes((REPORT + page).encode(), "page.html").text
    assert time.perf_counter() - start < 20


def test_a_span_too_large_is_cut_short_and_said_so() -> None:
    read = read_bytes((REPORT + READ["spans beyond all measure"]).encode(), "page.html")
    assert [note.en for note in read.notes] == ["a table has cells that claim to span far too much: cut short"]
    assert (read.tables[0].rows, read.tables[0].columns) == (2, 101)


def test_a_table_too_large_is_read_as_text() -> None:
    read = read_bytes((REPORT + READ["a table of two hundred thousand cells"]).encode(), "page.html")
    assert (read.tables, [note.en for note in read.notes]) == ((), ["a table is too large: read as text alone"])


@pytest.mark.parametrize(
    "page",
    [
        "<p><span>x</p>" * 5_000,
        "<li><b>x</li>" * 5_000,
        "<table><tr>" + "<td><div><font>x" * 5_000,
        "<p>x<o:p>" * 5_000,
        "<svg>" + "<path d=x />" * 5_000 + "</svg>",
        "<font>x" * 900,
        "<b><p>x</b></p>" * 900,
    ],
)
def test_broken_markup_is_read(page: str) -> None:
    assert "2021年" in read_bytes((REPORT + page).encode(), "page.html").text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body></body></html>", "the page holds no text"),
        (
            "<html><head><title>年报</title></head><body><p>&nbsp;</p><img src=a.png></body></html>",
            "the page holds no text",
        ),
        (
            "<html><body><div id=app></div><script src=app.js></script></body></html>",
            "the page holds no text: scripts load it when it is opened",
        ),
        (
            "<html><head><script>x</script></head><body><noscript>请启用脚本</noscript></body></html>",
            "the page holds no text: scripts load it when it is opened",
        ),
    ],
)
def test_a_page_without_text_says_why(page: str, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        read_bytes(page.encode(), "page.html")
    assert refused.value.reason[1] == reason
    assert all(refused.value.hint)
