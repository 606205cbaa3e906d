"""Dates that lost digits, 年, 月 or 日 in copying: 20186月, 自201811日起至20181231日止, 截止1231日, 516日前.

A date is taken for damaged only where nothing else can be meant. Digits that run into each other behind a year and before
月 or 日 (20186月, 201811日) never are anything else. 1231日 alone may be, and 516日 or 81日 may count days: they must split
into a month and a day, and stand where a date stands. Compact dates (20181231) and months (201811) are in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled
from checker.structure.runtogether import (
    COUNTED_AFTER,
    DATED_AFTER,
    DONE_AFTER,
    is_run_together,
    splits,
    stands_for_date,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from checker.structure.source import Source

_LONGEST = 20  # characters of digits, 年, 月 and 日 in a row
_YEAR = r"(?:19|20)[0-9]{2}"
_JOINT = r"\s?(?:起?\s?(?:至|到|—{1,2}|–|-{1,2}|~)|起)\s?"
# Up to two dates, damaged or not, with the words that make a period of them. Runs of digits are taken whole and never again.
_DATES = rf"""(?x)(?=[0-9自从截至到于])(?<![0-9A-Za-z_/.=@·#第-])(?P<from>(?:自|从|截[止至]|至|到|于)\s?)?+
    (?P<first>[0-9][0-9年月日]*+)(?:(?P<joint>{_JOINT})(?P<second>[0-9][0-9年月日]*+))?+(?P<until>\s?(?:止|起(?![草来诉])))?"""
# Digits of a part are lost altogether, and its 年, 月 or 日 is left; 日 may also begin a word (日均, 日常).
_EMPTIED = rf"""(?x)(?:为|是|期限|期间|自|从|:)\ {{0,4}}(?:年月日)?起\ {{0,4}}[至到]\ {{0,4}}(?:年月日)?止
  | (?<![0-9])(?:[自从]\ ?)?{_YEAR}年(?:月[0-9]{{0,2}}日|[0-9]{{1,2}}月日(?=[起止至到前,。;)—–~-]))
  | (?<=[自从至到于]|截[止至]){_YEAR}年[0-9]{{1,2}}月日(?![均常益子]|期(?!间))
  | (?<=(?:^|[。,;:(为—]|涵盖|期限)\ {{0,3}})(?<![0-9〇○零一二三四五六七八九]\s{{0,3}})年[0-9]{{1,2}}月[0-9]{{1,2}}日
  | (?:自|从|至|到|截[止至]|于)(?:年[0-9]{{1,2}}月[0-9]{{1,2}}日|月[0-9]{{1,2}}日)[起止]?"""
_ALWAYS = rf"(?:{_YEAR}|(?:19|20)[0-9]年)(?:0?[1-9]|1[0-2])月(?:[0-9]{{1,2}}日?)?"
_WITHOUT_MONTH = rf"{_YEAR}(?P<joined>[0-9]{{2,4}})日"
_YEAR_THEN_RUN = rf"{_YEAR}年(?P<joined>[0-9]{{2,4}})日"
_YEAR_THEN_DAYS = rf"{_YEAR}年[0-9]{{1,4}}日"
_WITHOUT_DAY = rf"(?:{_YEAR}年)?[0-9]{{1,2}}月[0-9]{{1,2}}"
_TWO_DATES = rf"{_YEAR}(?P<first>[0-9]{{2,4}}){_YEAR}(?P<second>[0-9]{{2,4}})"
_DIGITS = rf"{_YEAR}(?P<joined>[0-9]{{2,4}})"
_SEVEN = rf"{_YEAR}(?P<joined>[0-9]{{3}})"
_COMPACT = rf"{_YEAR}(?:[0-9]{{2}}){{1,2}}"
_PART_OF_DATE = r"[年月]"

_GOES_ON = r"止|起(?:至|到|,|。|施行|实施|执行)"
_PERIOD_BEFORE = r"(?:期限?|时[限间段]|为|是|:)\s?\Z"
_SIGNED = rf"(?:^ *|(?<=[府局委会办室厅处心组署院队站所道司部科。])\s?|(?<=[府局]\(章\))\s?)(?P<date>{_YEAR}(?P<joined>[0-9]{{2,4}})) *(?:\n\s*附[^\n]{{0,60}}){{0,3}}\s*\Z"
# A line of its own, or its end behind an organ's name, leaves nothing but a date to be meant.
_ON_ITS_LINE = rf"""(?x)(?=[12年])(?<=(?:^|[府局委会办室厅处心组署院队站所道司部科区社)])\ {{0,8}})
  (?:{_YEAR}年[0-9]{{1,4}}日|{_YEAR}[0-9]{{1,4}}日|{_YEAR}[0-9]{{1,2}}月[0-9]{{1,2}}日?|{_YEAR}年(?:[0-9]{{1,2}}月日|月[0-9]{{0,2}}日)
    |(?:19|20)[0-9]年[0-9]{{1,2}}月[0-9]{{1,2}}日|(?<![0-9〇○零一二三四五六七八九]\s{{0,8}})年[0-9]{{1,2}}月[0-9]{{1,2}}日)\ *$"""
_SIGNED_WITHIN = 400  # characters at the end: the date, and what attachments are listed behind it


def damaged_dates(source: Source) -> Iterator[Span]:
    """Find the damaged dates, each period as one; a table's figures are none."""
    text, extent = source.text, source.extent
    for match in compiled(_DATES).finditer(text, extent.start, extent.end):
        if not source.in_table(match.start("first")) and (span := _damaged(text, match)):
            yield span
    for match in compiled(_EMPTIED).finditer(text, extent.start, extent.end):
        if not source.in_table(match.start()):
            yield Span(*match.span())


def damaged_signature(source: Source, end: int) -> Span | None:
    """Find a date without 年, 月 and 日 that closes the report (2019131), before ``end``."""
    start = max(source.extent.start, end - _SIGNED_WITHIN)
    match = compiled(_SIGNED).search(source.text, start, end)
    return Span(*match.span("date")) if match and splits(match["joined"]) else None


def damaged_lines(source: Source) -> Iterator[Span]:
    """Find the damaged dates that stand on a line of their own or end a line behind an organ's name, as signatures do."""
    for match in compiled(_ON_ITS_LINE).finditer(source.text, source.extent.start, source.extent.end):
        if not source.in_table(match.start()):
            yield Span(match.start(), match.start() + len(match.group().rstrip()))


def _damaged(text: str, match: regex.Match[str]) -> Span | None:
    first, second = match.group("first", "second")
    if len(first) > _LONGEST or len(second or "") > _LONGEST:
        return None
    if second is None:
        return _alone(text, match)
    counted = compiled(COUNTED_AFTER).match(text, match.end("second"))
    return Span(*match.span()) if _is_range(match) and not counted else None


def _is_range(match: regex.Match[str]) -> bool:
    """Tell whether either end of a period is damaged; beside a date, a number of days splits into month and day."""
    first, second = match.group("first", "second")
    if any(_never_else(one) for one in (first, second)):
        return True
    if match["until"] and compiled(_WITHOUT_DAY).fullmatch(second):
        return True
    dated = [bool(compiled(_PART_OF_DATE).search(one)) for one in (first, second)]
    if any(compiled(_YEAR_THEN_DAYS).fullmatch(one) for one in (first, second)) and "月" in first + second:
        return True
    if any(dated):
        bare = second if dated[0] else first
        ended = "止" in (match["until"] or "")
        return (is_run_together(bare) and (ended or match["joint"].strip() != "起")) or (ended and _fits(_DIGITS, bare))
    compact = [bool(compiled(_COMPACT).fullmatch(one)) for one in (first, second)]
    return "起" in match["joint"] and all(compact) and len(first) != len(second)


def _never_else(words: str) -> bool:
    return bool(compiled(_ALWAYS).fullmatch(words)) or _fits(_WITHOUT_MONTH, words)


def _alone(text: str, match: regex.Match[str]) -> Span | None:
    if _certain(text, match):
        return Span(*match.span())
    words, end = match["first"], match.end("first")
    if is_run_together(words) and stands_for_date(text, match.start(), end, words, led=bool(match["from"])):
        rest = compiled(r"[^,。;!?()\n]{0,14}").match(text, end)
        return Span(match.start(), rest.end() if rest else end)
    return None


def _certain(text: str, match: regex.Match[str]) -> bool:
    words, after, led = match["first"], text[match.end("first") : match.end("first") + 12], bool(match["from"])
    if _never_else(words):
        return True
    if _fits(_YEAR_THEN_RUN, words):
        dated = led or compiled(rf"{DATED_AFTER}|{DONE_AFTER}").match(after)
        return bool(dated) and not compiled(COUNTED_AFTER).match(after)
    if compiled(_WITHOUT_DAY).fullmatch(words):
        return bool(compiled(_GOES_ON).match(after))
    if _two(words):
        return led or bool(compiled(_PERIOD_BEFORE).search(text[max(match.start() - 6, 0) : match.start()]))
    return led and bool(match["until"]) and _fits(_SEVEN, words)


def _two(words: str) -> bool:
    match = compiled(_TWO_DATES).fullmatch(words)
    return match is not None and splits(match["first"]) and splits(match["second"])


def _fits(pattern: str, words: str) -> bool:
    match = compiled(pattern).fullmatch(words)
    return match is not None and splits(match["joined"])
