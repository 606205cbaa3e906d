"""Calendar dates in prose: 2017年1月1日, 2017年12月, 12月31日, 二○一二年二月二十日, 2018-02-09, 2018. 2. 9, and years alone (2017年)."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from checker.model.report import DateMention
from checker.patterns import compiled
from checker.text import HAN_NUMERAL, parse_number

if TYPE_CHECKING:
    import regex

    from checker.model.document import Span

_ZEROS = "〇○零◯0OОΟ"  # the last two are Cyrillic and Greek: what input methods leave behind
_PLAIN_ZEROS = str.maketrans(_ZEROS, "0" * len(_ZEROS))
_HAN_YEAR_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_LEAP_YEAR = 2000  # stands in where no year is written: 29 February may exist

# Digits run together by a bad extraction (20186月, 201811日) are no date: no digit may stand before a part, and a month
# without its day is not followed by a number that lost its 日 (2017年12月31止). A line may break between the parts.
# The look-ahead lets the engine skip other characters quickly.
_DATE = rf"""(?x)(?=[0-9一二三四五六七八九十元])(?<![0-9]|{HAN_NUMERAL})(?:
    (?P<year>(?:19|2[01])[0-9]{{2}}|[一二][{_ZEROS}一二三四五六七八九]{{3}})\s{{0,2}}年
    (?:\s{{0,3}}(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}}|元)\s{{0,2}}月
       (?:\s{{0,3}}(?P<day>[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})\s{{0,2}}[日号]|(?!\s{{0,2}}[0-9]{{1,2}}[止起至,。;)]))
    )?
  | (?<![0-9{_ZEROS}一二三四五六七八九]年)(?P<month>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}}|元)\s{{0,2}}月
    \s{{0,3}}(?P<day>[0-9]{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})\s{{0,2}}[日号]
  | (?<![A-Za-z_/.=])(?P<year>(?:19|20)[0-9]{{2}})(?P<mark>[-/]|\.\ ?)(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})
    (?![0-9]|(?P=mark)(?!(?:19|20)[0-9]{{2}}(?P=mark))[0-9])
)"""


def collect(text: str, span: Span) -> tuple[DateMention, ...]:
    """Find the dates and years in ``span`` of a width-folded text; in 1月1日至12月31日 neither has a year."""
    return tuple(_mention(match) for match in compiled(_DATE).finditer(text, span.start, span.end))


def _mention(match: regex.Match[str]) -> DateMention:
    year, month, day = match.group("year", "month", "day")
    parts = (_year(year), _number(month), _number(day))
    return DateMention(match.start(), match.end(), *parts, valid=_exists(*parts))


def _year(words: str | None) -> int | None:
    return int(words.translate(_PLAIN_ZEROS).translate(_HAN_YEAR_DIGITS)) if words else None


def _number(words: str | None) -> int | None:
    """Read a month or a day; 0, which no calendar has, for a numeral that is none (十十)."""
    if words is None:
        return None
    return 1 if words == "元" else int(parse_number(words) or 0)


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]
