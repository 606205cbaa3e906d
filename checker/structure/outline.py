"""Outline: numbered headings, headings that the file marks or that are worded as parts, their levels, and 一是 items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import BlockKind, Span
from checker.model.report import Heading
from checker.patterns import compiled
from checker.structure.attachment import attached_table
from checker.structure.headingtitle import LONGEST_TITLE
from checker.structure.inlineitems import MAIN_STYLES
from checker.structure.numbered import NUMBERED_LINE, STYLES, numbered_headings, ordinal_of
from checker.structure.textrows import has_cells
from checker.structure.wording import HAN, REPORT_NAME, TITLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.model.document import Block
    from checker.structure.source import Source

_ITEM = rf"(?:^|(?<=[。;:,、!?\s]))({HAN}{{1,3}})是"
_SPACED_NUMBER = rf" *({HAN}{{1,2}}) +(?=\S)"
_EMPTY = 12
_LEAST_PARTS, _LEAST_STYLES = 3, 2
# What leads to items or goes on as a sentence, and is no heading: 还存在以下问题: 一是……
_LEADING = r"[,。;:][^:]{0,40}:\Z|(?:以下|如下|下列|包括|(?:表现|体现)[为在]|从[^,。]{1,12}方面)[^,。]{0,12}:\Z|[有是为]:\Z|如下\Z"
_ITEMS_BELOW = rf"\s{{0,40}}(?:{HAN}是|{NUMBERED_LINE})"


def outline_of(source: Source, is_part: Callable[[str], bool], table_rows: Iterable[str] = ()) -> tuple[Heading, ...]:
    """List the headings in order; ``is_part`` tells whether a title is one of the format's parts.

    ``table_rows`` are numbered row labels of the format's tables (二、上年结转…), which are no headings.
    """
    attached = attached_table(source)
    found = [*numbered_headings(source, is_part, tuple(table_rows)), *_unnumbered(source, is_part)]
    found = [heading for heading in found if not (attached and attached.start <= heading.start < attached.end)]
    found = _without_contents(sorted(found, key=lambda heading: heading.start))
    leveled = _levelled(found, is_part)
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


def _unnumbered(source: Source, is_part: Callable[[str], bool]) -> list[Heading]:
    """Lines that the file marks as headings, or that are worded as one of the format's parts."""
    found: list[Heading] = []
    below = -1
    for block in source.document.blocks:
        inside = source.extent.start <= block.start < source.extent.end
        if not inside or block.end - block.start > LONGEST_TITLE or block.kind is BlockKind.ROW:
            continue
        heading = _line_heading(source, block, is_part)
        if heading and not (heading.style == "none" and _leads(source, heading, below)):
            words = source.text[heading.start : heading.end].rstrip(" :")
            end = heading.start + len(words)
            found.append(heading._replace(title=heading.title.rstrip(":"), end=end, stop=end))
            below = end
    return found


def _line_heading(source: Source, block: Block, is_part: Callable[[str], bool]) -> Heading | None:
    line = source.text[block.start : min(block.end, source.extent.end)]
    title = "".join(line.split())
    if not title.strip(":") or title.endswith(("。", ";", ",")) or compiled(NUMBERED_LINE).match(line):
        return None
    end = block.start + len(line)
    if block.kind is BlockKind.HEADING:
        if compiled(rf"{REPORT_NAME}(?:{TITLE_YEAR})?$").search(title):
            return None
        return Heading("markup", 0, None, title, block.start, end, end)
    spaced = compiled(_SPACED_NUMBER).match(line)
    if spaced and is_part(rest := "".join(line[spaced.end() :].split())):
        return Heading("han", 0, ordinal_of(spaced.group(1)), rest, block.start, end, end)
    if not is_part(title) or has_cells(source.quote(Span(block.start, end))):
        return None
    return Heading("none", 0, None, title, block.start, end, end)


def _leads(source: Source, heading: Heading, below: int) -> bool:
    """Tell whether a line leads to what follows: as a sentence does, or to items right below a heading, which ends at ``below``."""
    if compiled(_LEADING).search(heading.title):
        return True
    under_heading = below >= 0 and not source.text[below : heading.start].strip(" \n:")
    return (
        under_heading and heading.title.endswith(":") and bool(compiled(_ITEMS_BELOW).match(source.text, heading.end))
    )


def _levelled(found: list[Heading], is_part: Callable[[str], bool]) -> list[Heading]:
    """Give levels by the styles that occur; an unnumbered line is a main heading only where none is numbered."""
    styles = _ranked(found, is_part)
    unnumbered = {heading.title for heading in found if heading.style not in STYLES}
    numbered = bool(styles) and (styles[0] in MAIN_STYLES or _outweighs(found, styles[0], unnumbered, is_part))
    below = 1 if numbered or not unnumbered else 2
    kept = []
    for heading in found:
        if heading.style in styles:
            kept.append(heading._replace(level=styles.index(heading.style) + below))
        elif heading.style != "none" or not numbered:
            kept.append(heading._replace(level=1))
    return kept


def _outweighs(found: list[Heading], style: str, unnumbered: set[str], is_part: Callable[[str], bool]) -> bool:
    """Main headings are most of those that name parts, and are counted but once."""
    parts = _parts_in(found, style, is_part)
    return parts > len(unnumbered) or (parts == len(unnumbered) > 0 and _counted_once(found, style))


def _ranked(found: list[Heading], is_part: Callable[[str], bool]) -> list[str]:
    """Order the styles that occur as such documents rank them; but without a main style, that of the parts goes first."""
    styles = sorted({heading.style for heading in found if heading.style in STYLES}, key=STYLES.index)
    if len(styles) < _LEAST_STYLES or styles[0] in MAIN_STYLES:
        return styles
    parts = {style: _parts_in(found, style, is_part) for style in styles}
    top = max(styles, key=lambda style: (parts[style] >= _LEAST_PARTS and _counted_once(found, style), parts[style]))
    return [top, *(style for style in styles if style != top)] if parts[top] >= _LEAST_PARTS else styles


def _parts_in(found: list[Heading], style: str, is_part: Callable[[str], bool]) -> int:
    return len({heading.title for heading in found if heading.style == style and is_part(heading.title)})


def _counted_once(found: list[Heading], style: str) -> bool:
    return sum(heading.style == style and heading.ordinal == 1 for heading in found) == 1


def _items(source: Source) -> list[Heading]:
    found = []
    for match in compiled(_ITEM).finditer(source.prose, source.extent.start, source.extent.end):
        stop = compiled(r"[。:;!?\n]").search(source.prose, match.end(), match.end() + 60)
        end = stop.start() if stop else min(match.end() + 60, source.extent.end)
        title = source.text[match.end() : end]
        found.append(Heading("item", len(STYLES) + 1, ordinal_of(match.group(1)), title, match.start(), end, end))
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
