"""Which part of the page is the article: what the systems that make government sites call it, else where the text is."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from checker.patterns import compiled
from checker.readers.html.elements import names

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
_CALLED = r' (?:class|id)="([^"]*)"'
MARGINAL = 100
"""Characters that a single line in a cell must have to be an article."""


class _Holder(NamedTuple):
    start: int
    end: int
    known: bool


class Containers:
    """Elements that may hold the article, as ranges of the page's lines, and how much text beside links each line has."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self._open: list[tuple[int, str]] = []
        self._found: list[_Holder] = []
        self.weights: list[int] = []
        """Characters that are no link, by line."""

    def enter(self, tag: str) -> None:
        """Take note that an element begins at the next line; ``tag`` is written with its attributes."""
        self._open.append((len(self.weights), tag))

    def leave(self) -> None:
        """Take note that the element begun last ends here."""
        if self._open:
            self.hold(*self._open.pop())

    def hold(self, start: int, tag: str) -> None:
        """Take note of an element that began at line ``start`` and ends here."""
        end = len(self.weights)
        if start < end:
            self._found.append(_Holder(start, end, _is_known(tag)))

    def weight_of(self, lines: tuple[int, int] | None) -> int:
        """Give the characters beside links of the lines ``[first, last)``, or of the whole page."""
        return sum(self.weights[slice(*lines)] if lines else self.weights)

    def article(self) -> tuple[int, int] | None:
        """Give the range of lines of the article; None where the page is nothing else or cannot be told from it."""
        sums = [0, *accumulate(self.weights)]

        def weight(one: _Holder) -> int:
            return sums[one.end] - sums[one.start]

        known = [one for one in self._found if one.known]
        fullest = max(map(weight, known), default=0)
        least = fullest * _MOST_OF_KNOWN
        if fullest < sums[-1] * _HALF or not fullest:
            known, least = self._found, sums[-1] * _MOST_OF_PAGE
        holding = [one for one in known if weight(one) >= least]
        best = min(holding, key=lambda one: (one.end - one.start, one.start), default=None)
        return (best.start, best.end) if best and best[:2] != (0, len(self.weights)) else None


def _is_known(tag: str) -> bool:
    name, _, said = tag.partition(" ")
    if name in _NAMED:
        return True
    if 'class="' not in said and 'id="' not in said:
        return False
    called = " ".join(compiled(_CALLED).findall(tag))
    return len(called) > 1 and compiled(_KNOWN).search(called[:200]) is not None
