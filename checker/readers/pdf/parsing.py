"""The pages of a file, one after the other, and the refusals of files that are no readable report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from checker.model.document import ReadError
from checker.readers.pdf.glyphs import glyphs_of, turn_of
from checker.readers.pdf.pieces import Page
from checker.readers.pdf.rules import TooManyObjectsError, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 500
_MOST_CHARACTERS = 2_000_000
_ready: list[bool] = []


def pages_of(data: bytes, name: str) -> Iterator[Page]:
    """Read the pages of a file; raises ReadError."""
    if not _ready:
        pdfium.FPDF_InitLibrary()
        _ready.append(True)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(name, pdfium.FPDF_GetLastError())
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise _too_much(name, f"{count} 页", f"{count} pages")
        yield from _each(document, count, name)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _each(document: Any, count: int, name: str) -> Iterator[Page]:  # noqa: ANN401 - the library's handle
    characters = 0
    for number in range(count):
        handle = pdfium.FPDF_LoadPage(document, number)
        if not handle:
            raise _damaged(name)
        try:
            page = _page(handle, number + 1)
        except TooManyObjectsError:
            raise _too_much(name, "绘图对象过多", "too many drawn objects") from None
        finally:
            pdfium.FPDF_ClosePage(handle)
        characters += len(page.glyphs)
        if characters > _MOST_CHARACTERS:
            raise _too_much(name, "文字过多", "too much text")
        yield page


def _page(handle: Any, number: int) -> Page:  # noqa: ANN401
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        return Page(number, 0, 0, [], [], [], pictured=False)
    try:
        count = max(0, pdfium.FPDFText_CountChars(text))
        if count > _MOST_CHARACTERS:
            raise TooManyObjectsError
        width, height = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
        if pdfium.FPDFPage_GetRotation(handle) % 2:
            width, height = height, width
        turn = turn_of(text, count, width, height)
        glyphs = glyphs_of(text, count, turn)
    finally:
        pdfium.FPDFText_ClosePage(text)
    across, down, pictured = rules_of(handle, turn)
    return Page(number, *turn.size(), glyphs, across, down, pictured)


def _refused(name: str, code: int) -> ReadError:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return ReadError(
            name,
            ("PDF 已加密，需要口令才能打开", "the PDF is encrypted and asks for a password"),
            ("请取消口令后另存一次", "remove its password and save it anew"),
        )
    return _damaged(name)


def _damaged(name: str) -> ReadError:
    return ReadError(
        name,
        ("PDF 已损坏或不完整，无法打开", "the PDF is damaged or cut short"),
        ("请重新下载，或从原文档另存为 PDF", "download it again, or save it anew from its source"),
    )


def _too_much(name: str, zh: str, en: str) -> ReadError:
    return ReadError(
        name,
        (f"PDF 过于庞大（{zh}），不像一份报告", f"the PDF is far larger than any report ({en})"),
        ("请核对文件", "check the file"),
    )
