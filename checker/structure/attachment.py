"""The statistical table attached to reports on 2008–2018 (政府信息公开情况统计表): its numbered rows are no headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.structure.source import Source

# The head of the table, as 国办发〔2014〕32号 and the provincial forms before it have it, or its title on a line of its own.
_HEAD = r"(?:指标名称|统计指标|填报单位)\s*(?:[(:]|计量|单位)"
_TITLE = r"统计表\s*(?:\(\d{4}\s?年?度?\))?\s*$"
_BEFORE = r" *(?:附[件表]\s*\d?\s*[:]?\s*)?[^\n。,;、]{0,30}"
_LONGEST = 60
_PROSE = r"^[^\n]{20,}。\s*$"


def attached_table(source: Source) -> Span | None:
    """Give the range of the attached table: from its head to the next paragraph of prose, or to the end."""
    starts = [found for found in (_head(source), _title(source)) if found]
    if not starts:
        return None
    start, behind = min(starts)
    line_end = source.text.find("\n", behind) + 1 or source.extent.end
    prose = compiled(_PROSE).search(source.text, line_end, source.extent.end)
    return Span(start, prose.start() if prose else source.extent.end)


def _head(source: Source) -> Span | None:
    found = compiled(_HEAD).search(source.text, source.extent.start, source.extent.end)
    return Span(*found.span()) if found else None


def _title(source: Source) -> Span | None:
    for found in compiled(_TITLE).finditer(source.text, source.extent.start, source.extent.end):
        start = source.text.rfind("\n", max(0, found.start() - _LONGEST), found.start()) + 1
        if compiled(_BEFORE).fullmatch(source.text, start, found.start()):
            return Span(start, found.end())
    return None
