"""Files in, documents out: the content decides which reader takes a file, its suffix only between text formats.

A reader is one module or package here with ``read(data, name) -> Document``.
"""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Protocol, cast

from checker.model.document import ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model.document import Document

LIMIT = 20 * 1024 * 1024
_PAGES = (".html", ".htm", ".shtml", ".xhtml")
_MARKDOWN = (".md", ".markdown")
_WORD = (".docx", ".docm", ".doc", ".wps")
_DATA = ".json"
SUFFIXES = frozenset({".txt", ".text", ".pdf", *_MARKDOWN, *_PAGES, *_WORD, _DATA})
OTHER_SUFFIXES = frozenset({".ofd", ".rtf", ".xls", ".xlsx", ".mht", ".mhtml"})
"""Suffixes of documents that may be reports and are not read yet."""

# What Word sets a password on is no zip but the storage that old documents are, with the zip in a stream of this name.
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
)
# A page that a browser saved with its pictures is an e-mail without addressee.
_SAVED_PAGE = re.compile(
    rb"(?i)(?=[a-z-]{2,40}:)(?:[^\n]{2,500}\n){0,20}?(?:mime-version:[ \t]*1|content-type:[ \t]*(?:multipart/|message/))"
)
_BLANKS = b" \t\r\n\xef\xbb\xbf"
_HEAD = 2048
_PROLOGUE = rb"(?i)(?:\s|<!--(?:[^-]|-(?!->))*+-->|<\?xml[^>]{0,200}>){0,40}+"
_PAGE = re.compile(_PROLOGUE + rb"<(?:!doctype html|(?:html|head|meta|title|link|script|style|base|body)(?=[\s/>]))")
# Markdown may begin with any of these: they show a page only where the name does not say what the file is.
_FRAGMENT = re.compile(
    _PROLOGUE + rb"</?(?:div|table|p|span|center|font|article|section|h[1-6]|ul|ol|ucapcontent)(?=[\s/>])"
)
_PDF = re.compile(rb"(?:\A|[\r\n])\s*%PDF-")  # what stands before is put there on the way, and no reader minds
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
_SOME_TAG = re.compile(rb"<[A-Za-z!/]")
_SNIFFED = 8192


class Reader(Protocol):
    """The shape of a reader's module."""

    def read(self, data: bytes, name: str) -> Document:
        """Make a document of ``data``; raises ReadError."""


def read(path: Path, name: str) -> Document:
    """Read the file at ``path``, to be called ``name`` in every output; raises ReadError."""
    try:
        if path.stat().st_size > LIMIT:
            raise _too_large(name, path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(name, ("文件不存在", "no such file"), ("请核对路径", "check the path")) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError(
            name, (f"无法打开：{reason}", f"cannot be opened: {reason}"), ("请检查权限", "check its permissions")
        ) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Document:
    """Make a document of a file's bytes; raises ReadError."""
    if len(data) > LIMIT:
        raise _too_large(name, len(data))
    _refuse_other_formats(data, data.lstrip(_BLANKS)[:_HEAD], name)
    document = _reader_for(data, name).read(data, name) if data.strip(_BLANKS + b"\0") else None
    if document is None or not document.text.strip():
        raise ReadError(name, ("文件是空的", "the file is empty"), ("请提供有内容的报告", "give a report with content"))
    return document


def _refuse_other_formats(data: bytes, head: bytes, name: str) -> None:
    if head.startswith(_OLD_WORD) and _WITH_PASSWORD in data:
        raise _with_password(name)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            reason = (f"尚不支持 {kind} 格式", f"{kind} files are not read yet")
            raise ReadError(name, reason, ("请另存为 docx、txt 或 md", "save it as docx, txt or md"))
    if _SAVED_PAGE.match(head):
        raise ReadError(
            name,
            ("尚不支持 mht 格式（单个文件的网页）", "mht files (web pages in a single file) are not read yet"),
            ("请在浏览器中另存为 html（网页，仅 HTML）", "save it from a browser as html (web page, HTML only)"),
        )


def _reader_for(data: bytes, name: str) -> Reader:
    suffix = name.lower()
    module = "md" if suffix.endswith(_MARKDOWN) else "json" if suffix.endswith(_DATA) else "txt"
    if data.startswith(_ARCHIVE):
        module = "docx"
    elif data.startswith(_OLD_WORD):
        module = "legacy"
    elif _PDF.search(data, 0, _HEAD):
        module = "pdf"
    elif _is_page(data, suffix):
        module = "html"
    return cast("Reader", importlib.import_module(f"{__name__}.{module}"))


def _is_page(data: bytes, suffix: str) -> bool:
    head = data[:_SNIFFED].replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip(_BLANKS)
    if _PAGE.match(head):
        return True
    if suffix.endswith(_PAGES):
        return _SOME_TAG.search(data.replace(b"\0", b"")) is not None
    return not suffix.endswith(_MARKDOWN) and _FRAGMENT.match(head) is not None


def _with_password(name: str) -> ReadError:
    reason = ("文件设有密码", "the file is protected by a password")
    return ReadError(name, reason, ("请去掉密码后另存为 docx", "remove the password and save it as docx"))


def _too_large(name: str, size: int) -> ReadError:
    megabytes, limit = size // 1024 // 1024, LIMIT // 1024 // 1024
    reason = (
        f"文件太大（{megabytes} MB，上限 {limit} MB）",
        f"the file is too large ({megabytes} MB, limit {limit} MB)",
    )
    return ReadError(
        name, reason, ("年度报告不会这样大，请核对文件", "an annual report is never this large: check the file")
    )
