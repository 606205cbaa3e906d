from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import ReadError
from checker.readers import read_bytes

if TYPE_CHECKING:
    from tests.conftest import Understand

PAGE = "<html><head>META</head><body><p>某县政府信息公开工作年度报告，公開資訊与隱私。</p></body></html>"
SIMPLIFIED = PAGE.replace("公開資訊与隱私", "公开信息")
TRADITIONAL = PAGE.replace("某县政府信息公开工作年度报告，公開資訊与隱私", "某縣政府資訊公開工作年度報告")
ENCODED = [
    (SIMPLIFIED, "", "utf-8"),
    (SIMPLIFIED, "", "gb18030"),
    (SIMPLIFIED, "", "utf-16"),
    (SIMPLIFIED, "<meta charset=gb2312>", "gbk"),
    (PAGE, "<meta charset=gb2312>", "gbk"),
    (SIMPLIFIED, "<meta charset=gb2312>", "utf-8"),
    (SIMPLIFIED, "<meta charset='utf-8'>", "gbk"),
    (SIMPLIFIED, "<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
    (SIMPLIFIED, "<meta charset=iso-8859-1>", "gbk"),
    (SIMPLIFIED, "<meta charset=windows-1252>", "utf-8"),
    (SIMPLIFIED, "<meta charset=nonsense>", "gbk"),
    (SIMPLIFIED, "<meta charset=big5>", "gbk"),
    (SIMPLIFIED, "<meta charset=big5>", "utf-8"),
    (TRADITIONAL, "<meta charset=big5>", "big5"),
    (SIMPLIFIED, "<meta charset=gb2312>", "utf-8-sig"),
]
BIG5 = TRADITIONAL.replace("META", "<meta charset=big5>").encode("big5")


@pytest.mark.parametrize(("page", "declared", "encoding"), ENCODED)
def test_a_declaration_of_the_encoding_is_no_more_than_a_hint(page: str, declared: str, encoding: str) -> None:
    read = read_bytes(page.replace("META", declared).encode(encoding), "page.html")
    assert read.text in page
    assert read.text.startswith(("某县", "某縣"))


def test_a_damaged_character_does_not_cost_the_page() -> None:
    for encoding, broken in (("utf-8", b"\xe6\x9f"), ("gbk", b"\xa0\xd5\xfe\xb8\xae"), ("gbk", b"\x80")):
        read = read_bytes(
            SIMPLIFIED.replace("META", "").encode(encoding).replace("某县".encode(encoding), broken), "a.html"
        )
        assert "信息公开工作年度报告，公开信息。" in read.text
        assert [note.en for note in read.notes] == ["damaged places that could not be read (shown as U+FFFD): 1"]


def test_a_damaged_character_does_not_cost_a_page_in_big5() -> None:
    assert "�某縣政府資訊公開工作年度報告" in read_bytes(BIG5.replace(b"<p>", b"<p>\xff"), "page.html").text


def test_a_page_of_damaged_characters_is_refused() -> None:
    with pytest.raises(ReadError):
        read_bytes(b"<html><p>" + b"\xff\xfe\xe6" * 400, "page.html")


def test_a_page_that_is_only_the_cover_of_a_file_is_no_report(understand: Understand) -> None:
    title = "某县2021年政府信息公开工作年度报告"
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class=TRS_Editor><a href='./P02.pdf'>{title}.pdf</a></div></body></html>"
    report = understand(page, "page.html")
    assert report.status == "not_a_report"
    assert [("P02.pdf" in note.zh, "P02.pdf" in note.en) for note in report.document.notes] == [(True, True)]
    assert title in report.text


def test_a_page_that_shows_a_file_in_a_frame_says_so(understand: Understand) -> None:
    report = understand(
        "<html><body><h1>某县2021年政府信息公开工作年度报告</h1><iframe src='/v/a.pdf?x=1'></iframe></body></html>",
        "page.html",
    )
    assert report.status == "not_a_report"
    assert report.document.notes


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><a>首页</a><p>今日天气晴，气温适宜，请市民注意防晒。</p></body></html>",
        "<html><title>首页</title><body><p>政务公开栏目正在建设。</p></body></html>",
    ],
)
def test_a_page_about_something_else_is_no_report(page: str, understand: Understand) -> None:
    assert understand(page, "page.html").status == "not_a_report"
