"""A PDF read in this process: its text if it has one, else its pictures where that can be done."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.model.document import Note, ReadError
from checker.readers.pdf import ocr
from checker.readers.pdf.assembly import document_of
from checker.readers.pdf.parsing import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.document import Document
    from checker.readers.pdf.pieces import Page

_FEWEST = 60  # characters of a report; stamps and page numbers of scanned ones are fewer
_GARBLED = 0.2  # of all characters
_BEARABLE = 0.01
_RECOGNISED = Note(
    "本文件是扫描件，文字由识别程序读出，可能有误，请以原件为准",
    "this file is scanned: its words were recognised and may be wrong",
)


def read_here(data: bytes, name: str) -> Document:
    """Read a PDF; raises ReadError."""
    with _uncollected():
        return _read(data, name)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold garbage collection back: a page is thousands of small tuples, none of which is garbage."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _read(data: bytes, name: str) -> Document:
    try:
        pages = list(pages_of(data, name))
    except MemoryError:
        raise _too_large(name) from None
    lost = _lost(pages)
    if sum(len(page.glyphs) for page in pages) < _FEWEST:
        return _recognised(data, name, _without_text(name, pictured=any(page.pictured for page in pages)))
    if lost > _GARBLED:
        return _recognised(data, name, _without_map(name))
    return document_of(pages, data, name, _notes(pages, lost))


def _recognised(data: bytes, name: str, refusal: ReadError) -> Document:
    if not ocr.is_installed():
        raise refusal
    pages = ocr.pages_of(data)
    if sum(len(page.glyphs) for page in pages) < _FEWEST:
        raise refusal
    return document_of(pages, data, name, (_RECOGNISED,))


def _lost(pages: Sequence[Page]) -> float:
    """Give the share of characters of which the file does not say what they are."""
    chars = [glyph.char for page in pages for glyph in page.glyphs]
    lost = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " " for char in chars)
    return lost / len(chars) if chars else 0.0


def _notes(pages: Sequence[Page], lost: float) -> tuple[Note, ...]:
    notes: list[Note] = []
    pictured = [str(page.number) for page in pages if page.pictured and not page.glyphs]
    if pictured:
        zh, en = "、".join(pictured), ", ".join(pictured)
        notes.append(Note(f"第 {zh} 页是图片，没有读取其中的文字", f"page {en} is a picture: words in it are not read"))
    if lost > _BEARABLE:
        notes.append(
            Note(
                "部分文字没有编码信息，未能读出",
                "some characters could not be read: their font does not say what they are",
            )
        )
    return tuple(notes)


def _without_text(name: str, *, pictured: bool) -> ReadError:
    if not pictured:
        return ReadError(
            name,
            ("PDF 里没有文字", "the PDF holds no text"),
            ("请从原文档另存为 PDF", "save it anew from its source"),
        )
    return ReadError(
        name,
        ("PDF 是扫描件或图片，没有可读取的文字", "the PDF is scanned or made of pictures: it holds no text"),
        (
            '请提供原文档，或安装文字识别组件：pip install "ogi-checker[ocr]"',
            'give the source document, or install text recognition: pip install "ogi-checker[ocr]"',
        ),
    )


def _without_map(name: str) -> ReadError:
    return ReadError(
        name,
        ("PDF 的字体没有编码信息，文字无法还原", "the PDF's fonts do not say which characters they show"),
        (
            '请提供原文档，或安装文字识别组件：pip install "ogi-checker[ocr]"',
            'give the source document, or install text recognition: pip install "ogi-checker[ocr]"',
        ),
    )


def _too_large(name: str) -> ReadError:
    return ReadError(
        name,
        ("PDF 展开后过大，内存不足", "the PDF grows too large when it is unpacked"),
        ("请核对文件", "check the file"),
    )
