"""Numbers that begin no heading: an enumeration inside a paragraph（三项工作：（一）…；（二）…）, and 一、二季度."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.wording import HAN
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAIN_STYLES = ("part", "han")
"""Styles that only main headings have."""

_LONGEST_ITEM = 400
_LED = (":", ",", ";", "为", "是", "即", "括", "有")
_GLUED_SECOND = r"[、,和及]\s?(?:\([二2]\)|2[.、](?!\d)|②)"
_SENTENCE_END = r"[。!?\n]"
# 一、二季度, 二、三级, 三、四线: two numbers of one noun. Three are told without one: 一、二、三产业.
_PAIRED = (
    rf"({HAN}{{1,2}})(?:、{HAN}{{1,2}})?(?:季度|月份?|产业|级|期|类|线|批|轮|档|审|号|楼|把手|标段|等奖|梯队|阶段)"
)
_THREE = rf"({HAN}{{1,2}})、{HAN}{{1,2}}(?![、.是])"


class Number(NamedTuple):
    """A number that may begin a heading: its style, its range, its value (0: none), and whether it begins its line."""

    style: str
    start: int
    end: int
    ordinal: int
    own_line: bool


def without_inline_items(numbers: Sequence[Number], text: str) -> list[Number]:
    """Leave out what is counted inside a paragraph, and the first of two numbers that one noun has."""
    kept = [*_headings_only(numbers, text)]
    paired = [one.style == "han" and one.own_line and _is_paired(one, text) for one in kept]
    following = _ordinals_behind(kept, paired)
    last, found = 0, []
    for number, doubtful, behind in zip(kept, paired, following, strict=True):
        if doubtful and (last != number.ordinal - 1 or behind != number.ordinal + 1):
            continue  # 二、三级联动 between 一 and 三 is a heading
        if number.style == "han" and number.own_line:
            last = number.ordinal
        found.append(number)
    return found


def _is_paired(number: Number, text: str) -> bool:
    match = compiled(rf" ?(?:{_PAIRED}|{_THREE})").match(text, number.end)
    return bool(match and (parse_number(match[1] or match[2]) or 0) == number.ordinal + 1)


def _ordinals_behind(numbers: Sequence[Number], paired: Sequence[bool]) -> list[int]:
    """Give for each number that of the next heading in 一、 that is beyond doubt."""
    found, behind = [], 0
    for number, doubtful in zip(reversed(numbers), reversed(paired), strict=True):
        found.append(behind)
        if number.style == "han" and number.own_line and not doubtful:
            behind = number.ordinal
    return found[::-1]


def _headings_only(numbers: Sequence[Number], text: str) -> Iterator[Number]:
    """Read the numbers in order; an enumeration goes on in its line with later numbers of its style."""
    running: dict[str, Number] = {}
    listed: set[str] = set()  # styles that begin lines since the last main heading
    for number, second in zip(numbers, _next_alike(numbers), strict=True):
        if number.own_line:
            running.clear()
            listed = {number.style} if number.style in MAIN_STYLES else {*listed, number.style}
        elif _goes_on(running.get(number.style), number, text) or _begins(number, second, text, listed):
            running[number.style] = number
            continue
        elif number.style in MAIN_STYLES:
            running.clear()
        yield number


def _next_alike(numbers: Sequence[Number]) -> list[Number | None]:
    """Give for each number the next one of its style."""
    found: list[Number | None] = []
    behind: dict[str, Number] = {}
    for number in reversed(numbers):
        found.append(behind.get(number.style))
        behind[number.style] = number
    return found[::-1]


def _begins(number: Number, second: Number | None, text: str, listed: set[str]) -> bool:
    """A first one that words in its line lead to: its second follows in the sentence, or lines are numbered in its style."""
    led = text[max(0, number.start - 2) : number.start].rstrip().endswith(_LED)
    main = number.style in MAIN_STYLES
    if not led or number.ordinal != 1 or (main and number.style not in listed):
        return False
    stop = compiled(_SENTENCE_END).search(text, number.end, number.end + _LONGEST_ITEM)
    end = stop.start() if stop else number.end + _LONGEST_ITEM
    if compiled(_GLUED_SECOND).search(text, number.end, end):
        return True
    if second is None or second.own_line or not _goes_on(number, second, text):
        return False
    return second.start < end or (not main and number.style in listed)


def _goes_on(one: Number | None, other: Number, text: str) -> bool:
    near = one is not None and one.ordinal < other.ordinal and other.start - one.end <= _LONGEST_ITEM
    return bool(one and near and text.find("\n", one.end, other.start) < 0)
