"""Marks that open and close, paired within their lines; what has no partner is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_MARKS = r"[《》〈〉“”()〔〕\[\]【】]"
# Most lines have whole pairs alone, at most one within another: only the others are read mark by mark.
_WORDS = r"[^\n()\[\]“”〈-》【】〔〕]"
_SQUARE = rf"〔{_WORDS}*+〕|\[{_WORDS}*+\]|【{_WORDS}*+】"
_ROUND = rf"\({_WORDS}*+\)"
_TITLE = rf"《(?:[^\n()\[\]“”〈-》【】〔〕<]++|{_ROUND})*+》"
_QUOTE = rf"“(?:{_WORDS}++|{_TITLE}|{_ROUND}|{_SQUARE})*+”"
_AROUND = rf"\((?:{_WORDS}++|{_TITLE}|{_SQUARE}|{_ROUND}|“{_WORDS}*+”)*+\)"
_ODD_LINE = rf"^(?!(?:{_WORDS}++|{_TITLE}|{_QUOTE}|{_AROUND}|{_SQUARE})*+$)[^\n]++"
_WITHIN = r"(?:[^（）()\n]++|（[^（）()\n]*+）|\([^（）()\n]*+\))*+"
_MIXED = rf"（{_WITHIN}\)|\({_WITHIN}）"
_OPENING = {"《": "title", "〈": "title", "“": "quote", "(": "bracket", "〔": "square", "[": "square", "【": "square"}
_CLOSING = {"》": "title", "〉": "title", "”": "quote", ")": "bracket", "〕": "square", "]": "square", "】": "square"}
PARTNERS = dict(zip("《〈“(〔[【》〉”)〕]】", "》〉”)〕]】《〈“(〔[【", strict=True))
_REACH = 400  # characters that a pair may span over a line's end
_LINES = 4  # ends of lines that it may span


class Text(NamedTuple):
    """A text as written and width-folded, and what of it is judged."""

    written: str
    folded: str
    extent: Span


class Mark(NamedTuple):
    """A mark in the width-folded text."""

    at: int
    char: str

    @property
    def family(self) -> str:
        """Name the marks that it may pair with: title, quote, bracket or square."""
        return _OPENING.get(self.char) or _CLOSING[self.char]

    @property
    def opens(self) -> bool:
        """Tell whether it opens."""
        return self.char in _OPENING


class Pair(NamedTuple):
    """Two marks that belong together, and how many pairs of the family are around them."""

    opening: Mark
    closing: Mark
    depth: int


class Line(NamedTuple):
    """The pairs that close in a line, by their beginning, and the marks left over, in reading order."""

    pairs: tuple[Pair, ...]
    left: tuple[Mark, ...]


def lines_of(text: Text) -> Iterator[Line]:
    """Pair the marks of every line that has others than whole pairs; what the next lines close is not left over."""
    waiting: list[Line] = []
    for marks in _marked_lines(text):
        line = _paired(marks)
        for index, earlier in enumerate(waiting):
            waiting[index], line = _joined(earlier, line, text)
        waiting.append(line)
        if len(waiting) > _LINES:
            yield waiting.pop(0)
    yield from waiting


def _marked_lines(text: Text) -> Iterator[list[Mark]]:
    for line in sorted({*_odd_lines(text), *_mixed_lines(text)}):
        yield [Mark(match.start(), match.group()) for match in compiled(_MARKS).finditer(text.folded, *line)]


def _odd_lines(text: Text) -> Iterator[Span]:
    for match in compiled(_ODD_LINE).finditer(text.folded, *text.extent):
        yield Span(*match.span())


def _mixed_lines(text: Text) -> Iterator[Span]:
    """Give the lines with brackets of two widths, which the folded text does not show."""
    if all(wide not in text.written for wide in "（）") or all(half not in text.written for half in "()"):
        return
    for match in compiled(_MIXED).finditer(text.written, *text.extent):
        at = match.start()
        if text.folded[at] != "\n":
            start, end = text.folded.rfind("\n", text.extent.start, at) + 1, text.folded.find("\n", at, text.extent.end)
            yield Span(max(start, text.extent.start), end if end >= 0 else text.extent.end)


def _paired(marks: Iterable[Mark]) -> Line:
    open_marks: dict[str, list[Mark]] = {}
    pairs: list[Pair] = []
    left: list[Mark] = []
    for mark in marks:
        above = open_marks.setdefault(mark.family, [])
        if mark.opens:
            above.append(mark)
        elif above:
            opening = above.pop()
            pairs.append(Pair(opening, mark, len(above)))
        else:
            left.append(mark)
    left += [mark for above in open_marks.values() for mark in above]
    return Line(tuple(sorted(pairs)), tuple(sorted(left)))


def _joined(earlier: Line, line: Line, text: Text) -> tuple[Line, Line]:
    """Take out the marks that an earlier line opens and this one closes."""
    opened = {mark.family: mark for mark in earlier.left if mark.opens}
    for mark in line.left:
        opening = opened.get(mark.family)
        if opening and not mark.opens and _are_near(opening, mark, text):
            del opened[mark.family]
            earlier = earlier._replace(left=tuple(one for one in earlier.left if one != opening))
            line = line._replace(left=tuple(one for one in line.left if one != mark))
    return earlier, line


def _are_near(opening: Mark, closing: Mark, text: Text) -> bool:
    return closing.at - opening.at <= _REACH and text.folded.count("\n", opening.at, closing.at) <= _LINES
