"""Numbers with their units in prose: 5064条, 42.8万件, 570余条, 近500人次, 六期, 23.48%, 百分之三十四点六.

An approximate number becomes an interval. Its *step* is the place of its last figure that is not zero (10 for 570, 1000
for 1000); 486 and 3.5 have no round figure to exceed, so they reach to the next multiple of ten instead.

* 余, 多, 几 (before or after 万 and 亿): at least the number, below the next step: 570余 [570, 579], 34万余 [340000, 349999];
* 超, 超过, 逾, 至少, 不少于, 以上: from the number to the next step, included: 超500 [500, 600], 95%以上 [95, 100];
* 近, 将近, 接近: from the step below, up to the number: 近500 [400, 500], 近1000 [900, 1000];
* 约, 大约, 左右, 上下: ten per cent to each side: 约200 [180, 220];
* 不足, 不到, 不超过, 以内, 以下: from zero: 不足30 [0, 30];
* 万 and 亿 with none of these are rounded to the last figure written: 42.8万 [427500, 428500]; an amount in 万元 is exact.

Several marks on one number widen it. Years, dates, lengths of time, ordinals, document numbers, telephone numbers,
addresses and list numbers are no quantities. Where the unit is missing (公开政府信息165,), it is empty; a number that
runs into a noun (103582窗口) counts so from 100 on, for 13县区 lacks nothing; so does one in a list (咨询15、申请29件)
where another number follows, for 1、 may be the number of a paragraph.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.quantity import Quantity
from checker.patterns import compiled
from checker.structure import quantity_words as words
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from checker.model.document import Span

_LONGEST_BARE = 8  # digits; table cells that an extraction ran together are longer (21710000218)
_STOPS = frozenset(",。;!?)”")


def collect(text: str, span: Span) -> tuple[Quantity, ...]:
    """Find the quantities in ``span`` of a width-folded text, each from its number to the end of its unit."""
    found = (_read(text, match) for match in compiled(words.NUMBER).finditer(text, span.start, span.end))
    return tuple(quantity for quantity in found if quantity)


def _read(text: str, match: regex.Match[str]) -> Quantity | None:
    arabic, han, share = match.group("arabic", "han", "share")
    if arabic:
        return _counted(text, match, arabic) if _is_figure(text, match, arabic) else None
    if han:
        return _counted(text, match, han) if match["unit"] and _is_count(text, match, han) else None
    if share:
        return _counted(text, match, "一百" if share == "百" else share)
    return None


def _counted(text: str, match: regex.Match[str], numeral: str) -> Quantity | None:
    numeral = numeral.replace(" ", "") + (match["scale"] or "")
    value = parse_number(numeral)
    if value is None:
        return None
    bounds = [_bounds(mark, value) for mark in _marks(text, match)] or [_rounding(value, numeral)]
    unit = "%" if match["share"] else (match["unit"] or "").replace("(次)", "次")
    low, high = min(low for low, _ in bounds), max(high for _, high in bounds)
    return Quantity(match.start(), match.end("end"), value, unit, low, high)


def _is_figure(text: str, match: regex.Match[str], arabic: str) -> bool:
    """Tell whether Arabic digits stand alone, with a unit or where one is missing."""
    if match["other"] and not match["unit"]:
        return False
    start, end = match.start(), match.end("arabic")
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    last = before[-1:]
    if last in words.ADDRESS or (last.isascii() and last.isalpha()):
        return False
    if _is_glue(last, before[:1]) or _is_glue(after[:1], after[1:]):
        return False
    if arabic[0] == "0" and arabic[1:2].isdigit():
        return False
    return last not in ("时", "点") if match["unit"] else _lacks_unit(text, match, arabic)


def _is_glue(mark: str, beyond: str) -> bool:
    return mark in words.GLUE and beyond.isascii() and beyond.isalnum()


def _lacks_unit(text: str, match: regex.Match[str], arabic: str) -> bool:
    if len(arabic) > _LONGEST_BARE or compiled(words.YEAR_OR_HOTLINE).fullmatch(arabic):
        return False
    start, end = match.start(), match.end()
    spaced = text[max(start - 1, 0) : start] == " "
    noun = text[max(start - 8, 0) : start - spaced]
    if not _is_han(noun[-1:]) or noun.endswith(words.LABELS):
        return False
    after = text[end : end + 1]
    if _is_han(after) or after in ("、", "."):
        return not spaced and (len(arabic) >= 3 or bool(compiled(words.COUNT_BEHIND).match(text, end)))
    return after in _STOPS


def _is_han(one: str) -> bool:
    return "一" <= one <= "龥"


def _is_count(text: str, match: regex.Match[str], han: str) -> bool:
    """Tell whether a Chinese numeral counts: not 第一条, 统一, “三项制度”, 二期 (an ordinal), 一次."""
    if text[max(match.start() - 1, 0) : match.start()] in words.NO_COUNT:
        return False
    if han == "二":
        return False
    end = match.end("end")
    return text[end : end + 1] not in words.WORDS_OF_ONE and (han != "一" or match["unit"] in words.UNITS_OF_ONE)


def _marks(text: str, match: regex.Match[str]) -> Iterator[str]:
    start = match.start()
    near = text[max(start - 1, 0) : start] in words.ENDS_OF_MARKS
    if near and (before := compiled(words.MARK_BEFORE).search(text, max(start - 6, 0), start)):
        yield before.lastgroup or ""
    loose, side = match.group("loose", "side")
    if loose:
        yield "more"
    if side:
        yield words.MARKS_AFTER[side]


def _bounds(mark: str, value: Decimal) -> tuple[Decimal, Decimal]:
    match mark:
        case "more":
            return value, _step_above(value) - 1
        case "over":
            return value, _step_above(value)
        case "nearly":
            return _step_below(value), value
        case "about":
            return value - value / 10, value + value / 10
    return Decimal(0), value


def _place(value: Decimal) -> Decimal:
    """Give the place of the last figure that is not zero."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)


def _step_above(value: Decimal) -> Decimal:
    place = _place(value)
    return value + place if place >= 10 else value // 10 * 10 + 10


def _step_below(value: Decimal) -> Decimal:
    place = _place(value)
    if place < 10:
        return value // 10 * 10
    return value - (place / 10 if value == place else place)


def _rounding(value: Decimal, numeral: str) -> tuple[Decimal, Decimal]:
    """Give the numbers that one would round to this numeral; without 万 or 亿 at its end, the number alone."""
    unit = {"万": 10**4, "亿": 10**8}.get(numeral[-1])
    if unit is None:
        return value, value
    decimals = numeral.replace("点", ".").partition(".")[2]
    half = Decimal(unit).scaleb(-len(decimals.rstrip("百千万亿"))).normalize() / 2
    return value - half, value + half
