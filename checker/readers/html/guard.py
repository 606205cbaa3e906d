"""What is turned down before parsing: nesting and repetition that no page needs and that cost a parser hours.

The parser looks through all open elements at many tags, opens unclosed formatting again in every paragraph, and goes
through all options of a list at each of them: all of that is quadratic.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from checker.model.document import ReadError
from checker.patterns import compiled
from checker.readers.html.leaves import is_shallow
from checker.readers.html.nesting import Nesting, is_surely_flat

_MOST_TAGS = 300_000  # word processors write thousands a page
_FEW_TAGS = 2_000  # at the worst they take a second
_DEEPEST = 1_000
_MOST_REOPENED = 300_000
_MOST_OPTIONS = 5_000
_OPTION = r"(?i)</?(?:opt|r[bpt])"
_VALUE = r"=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+"
# Comments, declarations and the content of elements that have none inside are no tags.
_TAG = (
    r"<!--(?:-?>|[\s\S]*?(?:--!?>|\Z))"
    r"|<[!?][^>]*+"
    r"|<(?i:(script|style|xmp|iframe|noembed|noframes|textarea|title)(?=[\s/>]))[\s\S]*?(?:</(?i:\1)(?=[\s/>])|\Z)"
    rf"|<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)(?:[^>=]++|{_VALUE}){{0,100}}+>?"
)


def refuse_hostile(page: str, name: str) -> None:
    """Raise ReadError for a page that would keep the parser busy for minutes."""
    tags = page.count("<")
    if tags <= _FEW_TAGS:
        return
    if tags > _MOST_TAGS or next(islice(compiled(_OPTION).finditer(page), _MOST_OPTIONS, None), None):
        raise _refusal(name)
    if is_shallow(page, _DEEPEST, _MOST_REOPENED):
        return
    if not is_surely_flat(_tag().findall(page), _DEEPEST, _MOST_REOPENED) and _is_deep(page):
        raise _refusal(name)


def _is_deep(page: str) -> bool:
    nesting = Nesting()
    for tag in _tag().finditer(page):
        written, slash, element = tag.group(0, "slash", "name")
        if element:
            nesting.follow(element.lower(), written, closing=bool(slash))
            if nesting.depth > _DEEPEST or nesting.reopened > _MOST_REOPENED:
                return True
    return False


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(_TAG)  # twice as fast here as the regex module


def _refusal(name: str) -> ReadError:
    return ReadError(
        name,
        ("网页标签嵌套过深或重复过多，不像一份报告", "its tags are nested or repeated far beyond any report"),
        ("请在浏览器中打开后另存，或另存为 txt", "open it in a browser and save it anew, or save it as txt"),
    )
