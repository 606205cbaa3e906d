from __future__ import annotations

from pathlib import Path

import pytest

from checker import Document, ReadError
from checker.readers import LIMIT, OTHER_SUFFIXES, read, read_bytes

REPORT = "# 某县2017年政府信息公开工作年度报告\n\n一、**概述**\n".encode()
FORMATS = {
    "a.txt": "txt",
    "a.TXT": "txt",
    "a.text": "txt",
    "a": "txt",
    "a.dat": "txt",
    "a.md": "md",
    "a.MD": "md",
    "a.markdown": "md",
    "a.md.txt": "txt",
}
MAGIC = {
    "doc/wps": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
    "RTF": rb"{\rtf1\ansi\ansicpg936",
    "PNG": b"\x89PNG\r\n\x1a\n",
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "GIF": b"GIF89a\x01\x00",
}
PAGES = [
    "<!DOCTYPE html><html><body>REPORT",
    "<html><body>REPORT",
    "<HTML lang=zh>REPORT",
    "\ufeff \r\n<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0//EN'>REPORT",
    "<!-- 页头 -- -->\n<!-- 二 --><html>REPORT",
    "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html><html>REPORT",
    "<head><title>x</title></head>REPORT",
    "<meta charset=utf-8>REPORT",
    "<script>x</script>REPORT",
    "<title>年报</title>REPORT",
]
FRAGMENTS = [
    "<div class=a>REPORT</div>",
    "<p>REPORT</p>",
    "<table><tr><td>REPORT</table>",
    "<!-- x --><div>REPORT",
    "</div><p>REPORT",
    "<h1>REPORT</h1>",
]
NO_PAGES = [
    "〈html〉REPORT",
    "<通知>REPORT",
    "REPORT<html>",
    "<htmlx>REPORT",
    "5<6 REPORT",
    "<!-- 页头 REPORT",
    "<a@b.cn> REPORT",
]
SAVED_PAGES = {
    "by a browser": "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.gov.cn/\r\nSubject: =?utf-8?Q?=E5=B9=B4?=\r\n"
    ' =?utf-8?Q?=E6=8A=A5?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\nREPORT',
    "by an old browser": 'From: "Saved by Windows Internet Explorer 8"\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html>REPORT',
    "by a word processor": "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nREPORT",
    "in a message": "\ufeff\nContent-Type: message/rfc822\n\nREPORT",
    "in small letters": "mime-version: 1.0\ncontent-type: multipart/related\n\nREPORT",
}
NO_SAVED_PAGES = [
    "From: 某县人民政府\nREPORT",
    "Date: 2018-01-01\nREPORT",
    "Title: REPORT\n\n一、概述\n发布格式为 Content-Type: multipart/related。",
    "REPORT\nMIME-Version: 1.0",
    "Title: REPORT\r\n\r\nContent-Type: multipart/related",
]
EMPTY = {
    "nothing": b"",
    "a line end": b"\r\n",
    "blanks": b" \t\n  \r\n",
    "a byte order mark": b"\xef\xbb\xbf",
    "a byte order mark and blanks": b"\xef\xbb\xbf \n\n",
    "zeros, as a full disk leaves them": b"\0" * 512,
}


def refusal(data: bytes, name: str = "a.txt") -> ReadError:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, name)
    return refused.value


def refusal_of(path: Path) -> ReadError:
    with pytest.raises(ReadError) as refused:
        read(path, "a.txt")
    return refused.value


def assert_both_languages(error: ReadError) -> None:
    assert all(any("一" <= char <= "鿿" for char in zh) for zh in (error.reason[0], error.hint[0]))
    assert all(en.isascii() and en for en in (error.reason[1], error.hint[1]))


@pytest.mark.parametrize(("name", "format_"), FORMATS.items())
def test_the_suffix_decides_between_formats_of_text(name: str, format_: str) -> None:
    assert read_bytes(REPORT, name).format == format_


def page(text: str, name: str) -> str:
    return read_bytes(text.replace("REPORT", "某县2017年政府信息公开工作年度报告").encode(), name).format


@pytest.mark.parametrize("text", PAGES)
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md", "a", "a.shtml"])
def test_a_page_is_known_by_its_content_whatever_its_name(text: str, name: str) -> None:
    assert page(text, name) == "html"


@pytest.mark.parametrize("text", FRAGMENTS)
def test_a_piece_of_a_page_is_html_but_in_markdown(text: str) -> None:
    assert [page(text, name) for name in ("a.html", "a.txt", "a.md")] == ["html", "html", "md"]


@pytest.mark.parametrize("text", NO_PAGES)
def test_angle_brackets_alone_make_no_page(text: str) -> None:
    assert [page(text, name) for name in ("a.txt", "a.md")] == ["txt", "md"]


def test_text_without_a_tag_is_no_page_even_where_its_name_says_so() -> None:
    assert [page("一、概述\nREPORT", name) for name in ("a.html", "a.HTM")] == ["txt", "txt"]
    assert [page("REPORT<br>一、概述", name) for name in ("a.html", "a.HTM", "a.txt")] == ["html", "html", "txt"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb18030"])
def test_a_page_is_known_in_every_encoding(encoding: str) -> None:
    text = "<html><body><p>某县2017年政府信息公开工作年度报告，编制本报告。" + "公开政府信息。" * 20
    assert read_bytes(text.encode(encoding), "a.txt").format == "html"


@pytest.mark.parametrize(("kind", "data"), MAGIC.items(), ids=MAGIC)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.pdf", "a"])
def test_the_content_says_what_a_file_is_and_the_refusal_names_it(kind: str, data: bytes, name: str) -> None:
    error = refusal(data, name)
    assert kind in error.reason[0]
    assert kind in error.reason[1]
    assert_both_languages(error)


@pytest.mark.parametrize("text", SAVED_PAGES.values(), ids=SAVED_PAGES)
@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.html", "a.txt", "a.md"])
def test_a_page_saved_with_its_pictures_is_refused_with_the_way_out(text: str, name: str) -> None:
    error = refusal(text.encode(), name)
    assert "mht" in error.reason[0]
    assert "仅 HTML" in error.hint[0]
    assert_both_languages(error)


@pytest.mark.parametrize("text", NO_SAVED_PAGES)
def test_a_text_with_such_words_is_no_saved_page(text: str) -> None:
    assert page(text, "a.txt") == "txt"


def test_a_saved_page_in_a_folder_is_named_among_what_is_not_read() -> None:
    assert {".mht", ".mhtml"} <= OTHER_SUFFIXES


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_an_empty_file_is_called_empty(data: bytes, name: str) -> None:
    error = refusal(data, name)
    assert error.reason[1] == "the file is empty"
    assert_both_languages(error)


def test_a_file_larger_than_any_report_is_refused_with_both_sizes() -> None:
    error = refusal(b"x" * (LIMIT + 1))
    assert "20 MB" in error.reason[1]
    assert "太大" in error.reason[0]
    assert_both_languages(error)


def test_a_file_of_just_the_limit_is_looked_at() -> None:
    assert "too large" not in refusal(b"\xff" * LIMIT).reason[1]


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LIMIT * 100)
    assert "2000 MB" in refusal_of(tmp_path / "huge.txt").reason[1]


def test_a_file_is_read_under_the_name_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(REPORT)
    found: Document = read(tmp_path / "x.txt", "reports/a.md")
    assert found == read_bytes(REPORT, "reports/a.md")
    assert (found.name, found.format) == ("reports/a.md", "md")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    error = refusal_of(tmp_path / "none.txt")
    assert (error.path, error.reason) == ("a.txt", ("文件不存在", "no such file"))
    assert_both_languages(error)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    error = refusal_of(tmp_path)
    assert "directory" in error.reason[1]
    assert_both_languages(error)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.txt").write_bytes(REPORT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    error = refusal_of(tmp_path / "x.txt")
    assert "Permission denied" in error.reason[1]
    assert_both_languages(error)


@pytest.mark.parametrize("data", [*MAGIC.values(), b"", b"\xff" * 400])
def test_a_refusal_names_the_file_and_its_reason(data: bytes) -> None:
    error = refusal(data, "年报/2017.txt")
    assert error.path == "年报/2017.txt"
    assert str(error) == f"年报/2017.txt: {error.reason[1]}"
