"""Numbers of headings and items as they are written: （二）, 二、, 2., ②, 二是, 其二; for width-folded text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20  # beyond this a number is no number of a heading
_DIGITS = "零一二三四五六七八九"
_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WRITTEN = rf"[{_HAN}]{{1,3}}|[0-9０-９]{{1,2}}|[{_CIRCLED}]"
_WORDS = {
    1: "首先|首要|一方面|一个是|一则|一来",
    2: "其次|另一?(?:个|种)?方面|再次|再者",
}
_LATER_WORDS = "再次|再者|最后|其次"


def han(value: int) -> str:
    """Write 1 to 99 in Chinese: 二, 十一, 二十."""
    tens, ones = divmod(value, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def in_style(written: str, value: int) -> str:
    """Write ``value`` as ``written`` (（六）, 6., ⑥, 六是) is written."""
    return compiled(_WRITTEN).sub(lambda match: _like(match.group(), value), written, count=1)


def _like(digits: str, value: int) -> str:
    if digits[0] in _CIRCLED:
        return _CIRCLED[value - 1] if value <= len(_CIRCLED) else str(value)
    return han(value) if digits[0] in _HAN else str(value)


@cache
def _forms(value: int) -> tuple[str, ...]:
    """List the ways of numbering by ``value``, one pattern a way; the same place in every list is the same way."""
    number, free = han(value), rf"(?<![第之统唯同单专划万百{_HAN}]){han(value)}"
    circled = _CIRCLED[value - 1] if 1 <= value <= len(_CIRCLED) else "(?!)"
    return (
        rf"\(\s?{number}\s?\)",
        rf"{free}\s?[、.:](?![{_HAN}][、级])",
        rf"{free}\s?[是要则来]",
        rf"[第其]\s?{number}(?=[,、:是个点]|方面)",
        rf"(?<![\d.年月]){value}\s?[、.](?!\d)",
        rf"(?<![\d.]){value}\s?[):是]",
        rf"\(\s?{value}\s?\)|[{chr(0x2474 + value - 1)}{chr(0x2488 + value - 1)}]",
        circled,
    )


def is_written(value: int, text: str, start: int, end: int) -> bool:
    """Tell whether something in the range is numbered, in whatever way or words, by ``value``."""
    words = _WORDS.get(value, _LATER_WORDS)
    pattern = "|".join((*_forms(value), words))
    return compiled(pattern).search(text, start, end) is not None


def stands_alone(value: int, text: str, start: int, end: int) -> bool:
    """Tell whether ``value`` is a number in the range that belongs to no list of its own there (1. 2. 3.)."""
    return any(_strays(value, text, start, end))


def _strays(value: int, text: str, start: int, end: int) -> Iterator[bool]:
    for way, pattern in enumerate(_forms(value)):
        found = compiled(pattern).search(text, start, end)
        if not found:
            continue
        if value > 1:
            neighbour = compiled(_forms(value - 1)[way]).search(text, start, found.start())
        else:
            neighbour = compiled(_forms(2)[way]).search(text, found.end(), end)
        yield neighbour is None
