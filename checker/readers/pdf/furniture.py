"""What belongs to the paper and not to the report: page numbers, and heads and feet that run over the pages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.pdf.lines import line_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.readers.pdf.pieces import Box, Glyph, Line, Page

_EDGE = 0.14  # of the page's height
_ENDS = 2  # lines at either end of a page among which its number is
_SAME = 3.0  # points
_SHARE = 0.4  # of the pages
_DASH = r"[\s\-—–―－_·•~|]*"
_NUMBER = rf"{_DASH}(?:\d{{1,4}}|[ivxlc]{{1,6}}){_DASH}"
_NUMBERED = (
    rf"{_DASH}(?:第\s?[\d一二三四五六七八九十]{{1,4}}\s?页{_DASH}(?:[/／,，]?\s?共\s?[\d一二三四五六七八九十]{{1,4}}\s?页)?|\d{{1,4}}\s?[/／]\s?\d{{1,4}}"
    rf"|(?i:page)\s?\d{{1,4}}(?:\s?(?:of|/)\s?\d{{1,4}})?|共\s?\d{{1,4}}\s?页[,，]?\s?第\s?\d{{1,4}}\s?页){_DASH}"
)


class Outer(NamedTuple):
    """A line at the upper or lower end of a page, whether it stands within the rules of a table, and its characters."""

    line: Line
    ruled: bool
    glyphs: list[Glyph]


def without_furniture(pages: Sequence[Page], boxes: Sequence[Sequence[Box]]) -> list[list[Glyph]]:
    """Give the characters of each page that belong to the report; ``boxes`` are the outlines of each page's tables."""
    outer = [list(_outer(page, of_page)) for page, of_page in zip(pages, boxes, strict=True)]
    lines = [[one for one in of_page if not one.ruled] for of_page in outer]
    found = _numbers(lines) | _running(outer)
    made = []
    for page, of_page in zip(pages, outer, strict=True):
        left_out = {id(glyph) for one in of_page if id(one.line) in found for glyph in one.glyphs}
        made.append([glyph for glyph in page.glyphs if id(glyph) not in left_out] if left_out else page.glyphs)
    return made


def _outer(page: Page, boxes: Sequence[Box]) -> Iterator[Outer]:
    upper, lower = page.height * _EDGE, page.height * (1 - _EDGE)
    rows = rows_of(glyph for glyph in page.glyphs if glyph.y < upper or glyph.y > lower)
    for row in rows:
        line = line_of(row, page.number)
        x, y = (line.box.left + line.box.right) / 2, line.y
        yield Outer(line, any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in boxes), row)


def _numbers(outer: Sequence[Sequence[Outer]]) -> set[int]:
    """Give the numbers of pages, in words or bare and counting with the pages, by the identity of their lines."""
    ends = [one.line for lines in outer for one in {id(one): one for one in (*lines[:_ENDS], *lines[-_ENDS:])}.values()]
    found = {id(line) for line in ends if compiled(_NUMBERED).fullmatch(line.text)}
    plain = [line for line in ends if compiled(_NUMBER).fullmatch(line.text)]
    offsets = Counter(int(number) - line.page for line in plain if (number := _digits(line)))
    usual = {offset for offset, count in offsets.items() if count > 1 or len(outer) == 1 or offset == 0}
    return found | {id(line) for line in plain if not (number := _digits(line)) or int(number) - line.page in usual}


def _digits(line: Line) -> str:
    return "".join(char for char in line.text if char.isdigit())


def _running(outer: Sequence[Sequence[Outer]]) -> set[int]:
    """Give what stands at the same height of many pages in the same words, numbers aside, and not in a table on all."""
    seen: dict[str, list[Outer]] = {}
    for lines in outer:
        for one in lines:
            seen.setdefault(compiled(r"\d+").sub("0", "".join(one.line.text.split())), []).append(one)
    found: set[int] = set()
    for alike in seen.values():
        for one in alike:
            near = [other for other in alike if abs(other.line.y - one.line.y) < _SAME]
            pages = {other.line.page for other in near}
            if len(pages) >= max(2, _SHARE * len(outer)) and not all(other.ruled for other in near):
                found.add(id(one.line))
    return found
