"""Scanned pages, read by rapidocr where it is installed (``ogi-checker[ocr]``): words by their place, no rules."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pypdfium2

from checker.readers.pdf.lines import is_wide
from checker.readers.pdf.pieces import Glyph, Page

_ENGINE = "rapidocr_onnxruntime"
SCALE = 2.5
"""Pixels a point: 180 dots an inch."""
_MOST_PAGES = 40
_LEAST_SURE = 0.5


def is_installed() -> bool:
    """Tell whether words in pictures can be recognised here."""
    return find_spec(_ENGINE) is not None


def pages_of(data: bytes) -> list[Page]:
    """Recognise the words of each page, up to a limit."""
    recognise = import_module(_ENGINE).RapidOCR()
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page(document[index], index + 1, recognise) for index in range(min(len(document), _MOST_PAGES))]
    finally:
        document.close()


def picture_of(page: Any) -> Any:  # noqa: ANN401 - the libraries' objects
    """Give a page as dots, as the engine takes them."""
    return page.render(scale=SCALE).to_numpy()


def _page(page: Any, number: int, recognise: Any) -> Page:  # noqa: ANN401 - the libraries' objects
    width, height = page.get_size()
    found, _ = recognise(picture_of(page))
    glyphs = [
        glyph for corners, words, sure in found or () if float(sure) >= _LEAST_SURE for glyph in _glyphs(corners, words)
    ]
    return Page(number, width, height, glyphs, [], [], pictured=True)


def _glyphs(corners: Any, words: str) -> list[Glyph]:  # noqa: ANN401
    """Share the width of recognised words among their characters; Chinese ones are twice as wide."""
    xs = [float(corner[0]) / SCALE for corner in corners]
    ys = [float(corner[1]) / SCALE for corner in corners]
    weights = [2 if is_wide(char) else 1 for char in words]
    unit = (max(xs) - min(xs)) / max(1, sum(weights))
    em = min(2 * unit, max(ys) - min(ys))
    at, made = min(xs), []
    for char, weight in zip(words, weights, strict=True):
        if not char.isspace():
            made.append(Glyph(at, at + weight * unit, sum(ys) / len(ys), em, char, spaced=False))
        at += weight * unit
    return made
