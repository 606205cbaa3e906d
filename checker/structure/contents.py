"""The sentence in which a report announces its parts (本报告由…六部分组成)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Contents
from checker.patterns import compiled
from checker.structure.partlist import NUMBERS, in_turn, ordinal_of, parts_of
from checker.structure.sections import keys_of
from checker.structure.wording import HAN
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from checker.model.report import Part
    from checker.ruleset.ruleset import Format
    from checker.structure.source import Source

_NUMERAL = rf"(?<!第|[\d.{HAN[1:-1]}])(?P<number>\d{{1,2}}|{HAN}{{1,3}})"
_UNIT = r"(?P<unit>部分|章节?|篇章|板块|版块|方面|项(?=内容))"
_ENDS = r"(?:的?(?:主要)?内容)?(?=\s*(?:组成|构成|組成|構成|进行|编制|编写|撰写|汇报|报告|内容|[,。;:\n)]|$))"
_COUNT = rf"{_NUMERAL} ?(?:个|個)?大?{_UNIT}{_ENDS}|(?:等|共|以上)(?:几|各|若干)个?部分|(?:组成|构成|組成|構成)(?=[,。;:\n]|$)"
_VERB = r"(?:由|包括|包含|涵盖|涵蓋|囊括|分为|分為|分成|分|共有|有|含|设|如下)"
_FILLING = r"(?:的|主要|内容|主体|全文|正文|共计?|一共|总共|具体|大致|[, ]){0,6}"
_CUE = (
    rf"(?:报告|年报|報告|年報|全文|正文|主要内容){_FILLING}(?:{_VERB}|(?=(?:\d{{1,2}}|{HAN}{{1,3}}) ?[个個]?大?部分))"
)
# Without the report as its subject, a clause announces parts only by their number: ……情况,包含……等八部分内容.
_BARE_CUE = r"(?:由|从|包括|包含|涵盖|涵蓋|分为|分為|分成)"
_LEADING = r"(?:[:, ]|了|以下|下列|如下|这|共|主要)*"
_OWN = r"(?:本|该|此)\S{0,6}\Z"
_OTHERS = r"(?:各|每个|上年|往年|以往|去年|应当?|须|必须)[^,。;]{0,20}\Z"
_QUOTED_LAW = r"第[^,。;]{1,10}条[^。]{0,12}规定[^。编撰]{0,12}\Z"
_AFTER_LIST = r",(?=(?:本|该|此|所列|报告中|文中|数据|统计|电子版|现将|现|如对|如有|并附|同时|其中|除特别))"
_OPENING, _REACH, _LINES, _LINE = 1200, 4000, 14, 60
_TRIES = 30
_LEAST_PARTS, _LEAST_KEYS = 3, 2


class Counted(NamedTuple):
    """Where a list stands, what its number is and where that is written, and where the announcement ends."""

    within: Span
    number: int | None
    numeral: Span | None
    end: int
    of_parts: bool


def contents_of(source: Source, intro_end: int, form: Format) -> Contents | None:
    """Find the announcement in the introduction, which ends at ``intro_end``; None where there is none.

    Just behind the introduction only a sentence about 本报告 counts: some offices announce the parts within the first one.
    """
    start = source.extent.start
    stop = min(max(intro_end, start + _OPENING), start + _REACH, source.extent.end)
    for pattern, bare in ((_CUE, False), (_BARE_CUE, True)):
        for cue in islice(compiled(pattern).finditer(source.prose, start, stop), _TRIES):
            late = cue.start() >= intro_end
            found = None if late and bare else _announced(source, cue, form, bare=bare, late=late)
            if found:
                return found
    return None


def _announced(source: Source, cue: regex.Match[str], form: Format, *, bare: bool, late: bool) -> Contents | None:
    prose = source.prose
    before = prose[max(source.extent.start, cue.start() - _LINE) : cue.start()]
    own = compiled(_OWN).search(before) is not None
    if compiled(_OTHERS).search(before) or (not own and (late or compiled(_QUOTED_LAW).search(before))):
        return None
    counted = _counted(prose, cue.end(), _line_end(prose, cue.end(), source.extent.end))
    parts = parts_of(prose, source.text, counted.within, lambda name: _keys(name, form))
    if len(parts) <= 1:
        parts, counted = (), counted._replace(end=counted.numeral.end if counted.numeral else counted.end)
    if not _announces(parts, counted, cue.group(), bare=bare):
        return None
    opening = compiled(r"[^。;,\n:]{0,40}\Z").search(before)
    return Contents(
        cue.start() - len(opening.group().lstrip()) if opening else cue.start(),
        max([counted.end, *(part.end for part in parts)]),
        parts,
        counted.number,
        counted.numeral,
    )


def _announces(parts: Sequence[Part], counted: Counted, cue: str, *, bare: bool) -> bool:
    """Parts announce a report when several are of its format; a number alone only when it counts parts."""
    known = len({key for part in parts for key in part.keys})
    if bare:
        return counted.number is not None and counted.of_parts and known > _LEAST_KEYS
    if parts:
        return known >= _LEAST_KEYS and (len(parts) >= _LEAST_PARTS or counted.number is not None)
    return counted.number is not None and counted.number > 1 and counted.of_parts and "主要内容" not in cue


def _keys(name: str, form: Format) -> tuple[str, ...]:
    return keys_of(compiled(r"\([^()]{0,120}\)").sub("", name), form)


def _counted(prose: str, at: int, end: int) -> Counted:
    """Find the list and its number, before it (分为六部分:…) or behind it (由…六部分组成)."""
    count = compiled(_COUNT).search(prose, at, end)
    written = count.group("number") if count else None
    value = parse_number(written) if written else None
    number = int(value) if value is not None else None
    numeral = Span(*count.span("number")) if count and written else None
    of_parts = bool(count and count.group("unit") and count.group("unit") != "方面")
    if count and compiled(_LEADING).fullmatch(prose, at, count.start()):
        made = compiled(r"(?:组成|构成|組成|構成|内容)*").match(prose, count.end())
        at, count = made.end() if made else count.end(), None
    stop = count.start() if count else _list_end(prose, at, end)
    if not prose[at:stop].strip(" :,。\n") and not count:
        stop = _lines_end(prose, stop, len(prose))
    return Counted(Span(at, stop), number, numeral, count.end() if count else stop, of_parts)


def _list_end(prose: str, at: int, end: int) -> int:
    """A list without a number behind it ends with its sentence, or where the sentence turns to something else."""
    turn = compiled(_AFTER_LIST).search(prose, at, end)
    return turn.start() if turn else end


def _line_end(prose: str, at: int, limit: int) -> int:
    """Give the end of the sentence, over line breaks behind a comma or semicolon."""
    for _ in range(_LINES):
        stop = compiled(r"[。\n]").search(prose, at, min(limit, at + 800))
        if stop is None:
            return min(limit, at + 800)
        goes_on = stop.group() == "\n" and prose[max(0, stop.start() - 2) : stop.start()].rstrip()[-1:] in (
            ";",
            "、",
            ",",
        )
        if not goes_on:
            return stop.start()
        at = stop.end()
    return at


def _lines_end(prose: str, at: int, limit: int) -> int:
    """Give the end of the numbered lines that follow, where they are a list and not the report's own headings."""
    ends = list(_item_lines(prose, at, limit))
    if len(ends) < _LEAST_PARTS or len(in_turn(prose, Span(at, ends[-1]))) != len(ends):
        return at
    return ends[-1]


def _item_lines(prose: str, at: int, limit: int) -> Iterator[int]:
    for expected in range(1, _LINES):
        line = compiled(rf"[\s:,]{{0,20}}?\n\s{{0,20}}({NUMBERS})[^\n]{{1,{_LINE}}}(?=\n|\Z)").match(prose, at, limit)
        if line is None or ordinal_of(line.group(1)) != expected:
            return
        yield line.end()
        at = line.end()
