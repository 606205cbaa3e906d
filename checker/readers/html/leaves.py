"""Whether a page is shallow, told by peeling off the elements that hold no other, again and again: most pages are soon bare."""

from __future__ import annotations

import re
from functools import cache

from checker.readers.html.elements import EMPTY

# Written without anything that could be read in two ways: a quotation mark stands only around a value, and a bracket
# nowhere. What was peeled off leaves a mark that no tag may hold, so that no new tag comes of what was around it.
_VALUE = r"\"[^\"<>\0]*+\"|'[^'<>\0]*+'|[^\s\"'<>=`\0][^\s\"'<>`\0]*+"
_SAID = rf"(?:\s++[^\s\"'<>=/\0]++(?:\s*+=\s*+(?:{_VALUE}))?+)*+\s*+"
_EMPTY = "|".join(sorted(EMPTY))
_LEAF = rf"<([A-Za-z][^\s\"'<>=/\0]*+){_SAID}>[^<]*+</\1>|<(?:{_EMPTY}){_SAID}/?>|<!--(?:[^<>-]|-(?!->))*+-->"
_FORMATTING = r"(?i)<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]"
_PEELED = "\0"
_MOST_PEELS = 12


def is_shallow(page: str, deepest: int, most_reopened: int) -> bool:
    """Tell pages that can nest no deeper than ``deepest`` and make a parser open no more than ``most_reopened`` elements again.

    What is left after some peels, each of which takes one level, bounds the depth. False says nothing.
    """
    leaf, formatting = _patterns()
    tags = left = page.count("<")
    for peel in range(1, _MOST_PEELS + 1):
        page = leaf.sub(_PEELED, page)
        before, left = left, page.count("<")
        if left + peel < deepest:
            return tags * (len(formatting.findall(page)) + peel) <= most_reopened
        if left * 10 > before * 9:
            return False
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_LEAF), re.compile(_FORMATTING)
