"""The statistical table attached to reports on 2008–2018 (政府信息公开情况统计表): its numbered rows are no headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.structure.source import Source

# The head of the table, as 国办发〔2014〕32号 and the provincial forms before it have it, or its title on a line of its own.
_HEAD = r"(?:指标名称|统计指标|填报单位)\s*(?:[(:]|计量|单位)|^ *(?:附[件表]\s*\d?\s*[:]?\s*)?[^\n。,;、]{0,30}统计表\s*(?:\(\d{4}\s?年?度?\))?\s*$"
_PROSE = r"[^\n]{20,}。\s*$"


def attached_table(source: Source) -> Span | None:
    """Give the range of the attached table: from its head to the next paragraph of prose, or to the end."""
    head = compiled(_HEAD).search(source.text, source.extent.start, source.extent.end)
    if head is None:
        return None
    prose = compiled(_PROSE).search(
        source.text, source.text.find("\n", head.end()) + 1 or source.extent.end, source.extent.end
    )
    return Span(head.start(), prose.start() if prose else source.extent.end)
