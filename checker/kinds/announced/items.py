"""The enumeration that begins at a place (一是…二是…; （一）…（二）; 1.…2.), read in order from one."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report

_HAN = (
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
)
_WRITTEN = "十[一二三四五六七八]|[一二三四五六七八九十]"
_SET_OFF = r"(?<![第之其统唯同单专划万每任零〇一二三四五六七八九十百])"
_STYLES = {
    "item": rf"{_SET_OFF}(?P<han>{_WRITTEN})(?:是|要(?=[一-龥]))",
    "han": rf"(?<=[。;:!?\n ]|^)(?P<han>{_WRITTEN})\s?[、.](?![一二三四五六七八九十][、级])",
    "han_bracket": rf"\(\s?(?P<han>{_WRITTEN})\s?\)",
    "arabic": r"(?<=[。;:!?,\s]|^)(?P<arabic>1?\d)\s?[、.](?!\d)",
    "arabic_bracket": r"(?<=[。;:!?,\s]|^)\(?(?P<arabic>1?\d)\)",
    "circled": r"(?P<circled>[①-⑮])",
    "ordinal": rf"(?<=[。;:!?,\s]|^)第(?P<han>{_WRITTEN})(?=[,、:是])",
    "each": rf"(?<=[。;:!?,\s]|^)其(?P<han>{_WRITTEN})(?=[,、:是])",
}
_READ_AT_MOST, _ITEM_AT_MOST = 6000, 1500
_NEIGHBOURS = 60  # headings before and behind
_OTHERWISE = r"[。;\n,]\s{0,4}(?:此外|另外|同时|再次|最后|其次|还有|再者|另一方面)"
_UNREAD = r"(?:[(（]?\s?(?:{han}|{arabic})\s?[)、.](?!\d)|{han}[是要来则]|第{han}[,、:是]|其{han}[,、:是]|{circled})"


class Items(NamedTuple):
    """The number of items, and the place of the last one's number."""

    number: int
    last: Span


class _Number(NamedTuple):
    value: int
    span: Span


def items_from(report: Report, at: int, announced: int) -> Items | None:
    """Read the list that begins at ``at``; None where none does or its numbers leave a doubt."""
    text = report.folded
    begin = compiled(r"\s{0,4}").match(text, at)
    style = _style_at(text, begin.end() if begin else at)
    if style is None or not begin:
        return None
    stop = _stop_of(report, begin.end())
    kept = _in_order(_numbers(style, text, begin.end(), stop), text)
    if kept is None:
        return None
    last = kept[-1]
    items = Items(last.value, last.span)
    return None if items.number < announced and _goes_on(text, last, stop, announced) else items


def _style_at(text: str, at: int) -> str | None:
    for style, pattern in _STYLES.items():
        match = compiled(pattern).match(text, at)
        if match and _value(match.groupdict()) == 1:
            return style
    return None


def _stop_of(report: Report, begin: int) -> int:
    """A list ends with the passage that it stands in: at the next heading above it."""
    after = bisect_right(report.outline, begin, key=lambda one: one.start)
    around = [one for one in report.outline[max(after - _NEIGHBOURS, 0) : after] if one.style != "item"]
    above = around[-1].level - (around[-1].start == begin) if around else 0
    following = report.outline[after : after + _NEIGHBOURS]
    stop = next((one.start for one in following if one.style != "item" and one.level <= above), report.extent.end)
    return min(stop, begin + _READ_AT_MOST)


def _numbers(style: str, text: str, begin: int, stop: int) -> Iterator[_Number]:
    for match in compiled(_STYLES[style]).finditer(text, begin, stop):
        yield _Number(_value(match.groupdict()), Span(*match.span()))


def _value(groups: dict[str, str | None]) -> int:
    if groups.get("han"):
        return _HAN.index(str(groups["han"])) + 1
    if groups.get("circled"):
        return ord(str(groups["circled"])) - ord("①") + 1
    return int(groups.get("arabic") or 0)


def _in_order(numbers: Iterator[_Number], text: str) -> list[_Number] | None:
    """Read 1, 2, 3 up to where another list begins; a number out of order leaves a doubt."""
    kept = [next(numbers)]
    for number in numbers:
        if number.value == kept[-1].value + 1:
            kept.append(number)
        elif number.value == 1 and "\n" in text[kept[-1].span.end : number.span.start]:
            break
        else:
            return None
    return kept if len(kept) > 1 else None


def _goes_on(text: str, last: _Number, stop: int, announced: int) -> bool:
    """What is missing may be there in other words or under numbers of another style."""
    end = min(stop, last.span.end + _ITEM_AT_MOST)
    wanted = range(last.value + 1, announced + 1)
    han, arabic = "|".join(_HAN[value - 1] for value in wanted), "|".join(map(str, wanted))
    circled = "|".join(chr(ord("①") + value - 1) for value in wanted)
    unread = _UNREAD.format(han=f"(?:{han})", arabic=f"(?:{arabic})", circled=f"(?:{circled})")
    return compiled(f"{unread}|{_OTHERWISE}").search(text, last.span.end, end) is not None
