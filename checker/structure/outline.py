"""Outline from the numbering of such documents: 第一部分, 一、, （一）, 1., （1）, ①, 一是, also run into their paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import BlockKind
from checker.model.report import Heading
from checker.patterns import compiled
from checker.structure.attachment import attached_table
from checker.structure.wording import HAN, REPORT_NAME, TITLE_YEAR
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import regex

    from checker.structure.source import Source

_RANKS = ("part", "han", "han_bracket", "arabic", "arabic_bracket", "circled")
_NUMBER = (
    rf"(?P<part>第{HAN}{{1,3}}部分[、:.]?)"
    rf"|(?P<han>{HAN}{{1,3}} ?[、.])"
    rf"|(?P<han_bracket>\({HAN}{{1,3}}\)、?)"
    r"|(?P<arabic>\d{1,2}[、.](?!\d))"
    r"|(?P<arabic_bracket>\(\d{1,2}\))"
    r"|(?P<circled>[①-⑳])"
)
# At a line's start, or run on behind the end of a sentence or a blank; in run-together copies also behind anything.
_CANDIDATE = rf"(?:^[ #]*|(?<=[。;:!?)]) *|(?<=\S) +)(?:{_NUMBER})|(?<![第一二三四五六七八九十])(?P<run>{HAN}{{1,2}}、)|(?<![第款条至到、(])(?P<glued>\({HAN}{{1,3}}\))(?![项款至到、])"
_ITEM = rf"(?:^|(?<=[。;:,、!?\s]))({HAN}{{1,3}})是"
_TITLE_END = r"情况|方面|问题|措施|事项|概述|概况|打算|思路|计划|形式|数量|类别"
_SENTENCE_OPENERS = r"第二十条|(?<=情况)(?:行政复议|申请人)|\d{4}|我|本|全|根据|按照|目前|一是|截[至止]|为|虽|各|今|自|在|无|未|没|\(|不|推|坚|该|通过|认真|严格|\d+[、.]"
_RUN_IN = rf"^(.{{0,40}}?(?:{_TITLE_END}))(?=(?:{_SENTENCE_OPENERS})|$)"
_LONGEST_TITLE = 42
_EMPTY = 12
_SHORT, _LETTERS = 14, 2
_MARGIN = 12
_SPACED_NUMBER = rf"^ *({HAN}{{1,2}}) +(?=\S)"


def outline_of(source: Source, is_part: Callable[[str], bool], table_rows: Iterable[str] = ()) -> tuple[Heading, ...]:
    """List the headings in order; ``is_part`` tells whether a title is one of the format's parts.

    ``table_rows`` are numbered row labels of the format's tables (二、上年结转…), which are no headings.
    """
    attached = attached_table(source)
    found = [*_numbered(source, is_part, tuple(table_rows)), *_unnumbered(source, is_part)]
    found = [heading for heading in found if not (attached and attached.start <= heading.start < attached.end)]
    found = _without_contents(sorted(found, key=lambda heading: heading.start))
    leveled = _levelled(found, has_main=any(h.style in ("part", "han") for h in found))
    items = _items(source)
    return _with_stops(sorted([*leveled, *items], key=lambda heading: heading.start), source.extent.end)


def _without_contents(found: list[Heading]) -> list[Heading]:
    """Leave out a table of contents (目录): headings without any text of their own that come again further down."""
    last = {(heading.style, heading.ordinal, heading.title): index for index, heading in enumerate(found)}
    starts = [*(heading.start for heading in found), 0][1:]
    return [
        heading
        for index, (heading, following) in enumerate(zip(found, starts, strict=False))
        if last[heading.style, heading.ordinal, heading.title] == index or not 0 <= following - heading.end < _EMPTY
    ]


def _numbered(source: Source, is_part: Callable[[str], bool], table_rows: tuple[str, ...]) -> list[Heading]:
    found: list[Heading] = []
    last_main = 0
    for match in compiled(_CANDIDATE).finditer(source.text, source.extent.start, source.extent.end):
        style = match.lastgroup or ""
        number = match.group(style)
        start = match.end() - len(number)
        if source.in_table(start):
            continue
        title, end = _title(source.text, match.end())
        style = {"glued": "han_bracket", "run": "han"}.get(style, style)
        ordinal = _ordinal(number)
        if not title or title.startswith(table_rows) or "~" in source.prose[start : match.end()]:
            continue
        if style in ("part", "han"):
            if not _at_line_start(source.text, start) and not (is_part(title) and ordinal == last_main + 1):
                continue
            last_main = ordinal or last_main
        found.append(Heading(style, 0, ordinal, title, start, end, end))
    return found


def _title(text: str, at: int) -> tuple[str, int]:
    """Give the heading's words behind its number and their end: a line, up to a stop, or as run into the paragraph."""
    line_end = text.find("\n", at)
    rest = text[at : min(len(text) if line_end < 0 else line_end, at + 200)]
    lead = len(rest) - len(rest.lstrip())
    rest = rest[lead:]
    whole = rest.rstrip()
    spaced = len(whole) <= _SHORT and all(len(word) <= _LETTERS for word in whole.split())  # 概  述
    stop = None if spaced else compiled(r"[。:;!?\s]").search(whole, 1)
    cut = stop.start() if stop else len(whole)
    if (stop or cut > _SHORT) and (run_in := compiled(_RUN_IN).search(whole[:cut])):
        cut = run_in.end(1)
    if cut > _LONGEST_TITLE:
        comma = whole.find(",")
        cut = comma if 0 < comma <= _LONGEST_TITLE else _LONGEST_TITLE
    title = whole[:cut]
    return "".join(title.split()), at + lead + cut


def _at_line_start(text: str, at: int) -> bool:
    before = text[max(0, at - _MARGIN) : at]
    return not before.rpartition("\n")[2].strip(" #*") and ("\n" in before or at <= _MARGIN)


def _ordinal(number: str) -> int | None:
    if number[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(number[0]) - ord("①") + 1
    value = parse_number(number.strip("第部分、.:() "))
    return int(value) if value is not None else None


def _unnumbered(source: Source, is_part: Callable[[str], bool]) -> list[Heading]:
    """Lines that the file marks as headings, or that are worded as one of the format's parts."""
    found = []
    for block in source.document.blocks:
        if not source.extent.start <= block.start < source.extent.end or block.end - block.start > _LONGEST_TITLE:
            continue
        end = min(block.end, source.extent.end)
        line = source.text[block.start : end]
        title = "".join(line.split())
        numbered: regex.Match[str] | None = compiled(rf"^ *(?:{_NUMBER})").match(line)
        if not title or numbered or block.kind is BlockKind.ROW or title.endswith(("。", ";", ",")):
            continue
        if block.kind is BlockKind.HEADING and compiled(rf"{REPORT_NAME}(?:{TITLE_YEAR})?$").search(title):
            continue
        if block.kind is BlockKind.HEADING:
            found.append(Heading("markup", 0, None, title, block.start, end, end))
        elif (spaced := compiled(_SPACED_NUMBER).match(line)) and is_part(
            rest := "".join(line[spaced.end() :].split())
        ):
            found.append(Heading("han", 0, _ordinal(spaced.group(1)), rest, block.start, end, end))
        elif is_part(title):
            found.append(Heading("none", 0, None, title, block.start, end, end))
    return found


def _levelled(found: list[Heading], *, has_main: bool) -> list[Heading]:
    """Give levels by the styles that occur; an unnumbered line is a main heading only where none is numbered."""
    styles = sorted({h.style for h in found if h.style in _RANKS}, key=_RANKS.index)
    kept = []
    for heading in found:
        if heading.style in styles:
            level = styles.index(heading.style) + 1
        elif has_main and heading.style == "none":
            continue
        else:
            level = 1
        kept.append(heading._replace(level=level))
    return kept


def _items(source: Source) -> list[Heading]:
    found = []
    for match in compiled(_ITEM).finditer(source.prose, source.extent.start, source.extent.end):
        stop = compiled(r"[。:;!?\n]").search(source.prose, match.end(), match.end() + 60)
        end = stop.start() if stop else min(match.end() + 60, source.extent.end)
        title = source.text[match.end() : end]
        found.append(Heading("item", len(_RANKS) + 1, _ordinal(match.group(1)), title, match.start(), end, end))
    return found


def _with_stops(headings: list[Heading], end: int) -> tuple[Heading, ...]:
    """A heading governs the text up to the next one of its level or above."""
    stops: list[int] = [end] * len(headings)
    open_at: list[int] = []
    for index, heading in enumerate(headings):
        while open_at and headings[open_at[-1]].level >= heading.level:
            stops[open_at.pop()] = heading.start
        open_at.append(index)
    return tuple(
        heading._replace(stop=stop, end=min(heading.end, stop)) for heading, stop in zip(headings, stops, strict=True)
    )
