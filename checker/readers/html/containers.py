"""Which part of the page is the article: what the systems that make government sites call it, else where the text is."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.html.elements import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    Attributes = Mapping[str, str | None]

HOLDING = names("article body center div form main section table td ucapcontent")
_NAMED = names("article main ucapcontent")
# Classes and ids of TRS, UCAP (开普), jpage (大汉), Boda, dedecms, Jeecms and their like.
_KNOWN = (
    r"(?i)(?:^|[\s_-])(?:trs_(?:u?editor|web)|ucap-?content|zoom(?:con)?|v_news_content|vsb_?content\w{0,12}|wp_articlecontent"
    r"|(?:art(?:icle)?|news|pages?|info|detail|text|main|xxgk|bt|xl|view|show|con|cont|nr|zw|wz|gk|doc)[-_]?(?:con|conts?|contents?|content[-_]?box|body|text|txt|nr|detail|main|article)"
    r"|contents?|article|zhengwen|neirong|view|conTxt)(?:$|[\s_-])"
)
_MOST_OF_KNOWN = 0.6  # of what the fullest known container holds; the innermost with as much is the article itself
_HALF = 0.5
_MOST_OF_PAGE = 0.75


class _Holder(NamedTuple):
    start: int
    end: int
    known: bool


class Containers:
    """Elements that may hold the article, as ranges of the page's lines, and how much text beside links each line has."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._open: list[tuple[int, bool]] = []
        self._found: list[_Holder] = []
        self._weights: list[int] = []

    def enter(self, said: Attributes, tag: str, number: int) -> None:
        """Take note that an element begins at line ``number``."""
        if tag in HOLDING:
            self._open.append((number, tag in _NAMED or _is_known(said)))

    def leave(self, tag: str, number: int) -> None:
        """Take note that it ends before line ``number``."""
        if tag in HOLDING:
            start, known = self._open.pop()
            if start < number:
                self._found.append(_Holder(start, number, known))

    def weigh(self, characters: int) -> None:
        """Take note of the next line's text that is no link, in characters."""
        self._weights.append(characters)

    def weight_of(self, lines: tuple[int, int] | None) -> int:
        """Give the characters beside links of the lines ``[first, last)``, or of the whole page."""
        return sum(self._weights[slice(*lines)] if lines else self._weights)

    def article(self) -> tuple[int, int] | None:
        """Give the range of lines of the article; None where the page is nothing else or cannot be told from it."""
        sums = [0, *accumulate(self._weights)]

        def weight(one: _Holder) -> int:
            return sums[one.end] - sums[one.start]

        known = [one for one in self._found if one.known]
        fullest = max(map(weight, known), default=0)
        least = fullest * _MOST_OF_KNOWN
        if fullest < sums[-1] * _HALF or not fullest:
            known, least = self._found, sums[-1] * _MOST_OF_PAGE
        holding = [one for one in known if weight(one) >= least]
        best = min(holding, key=lambda one: (one.end - one.start, one.start), default=None)
        return (best.start, best.end) if best and best[:2] != (0, len(self._weights)) else None


def _is_known(said: Attributes) -> bool:
    called = f"{said.get('class') or ''} {said.get('id') or ''}"
    return len(called) > 1 and compiled(_KNOWN).search(called[:200]) is not None
