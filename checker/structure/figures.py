"""Key figures as the prose gives them: applications received (件) and items disclosed proactively (条)."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.report import Quantity, Section
    from checker.structure.source import Source

_NONE_RECEIVED = (
    r"(?:未|没有|没|无|未曾)(?:有)?(?:收到|接到|受理|发生|出现)?[^。;,\n]{0,24}(?:申请|依申请)(?![^。;,\n]{0,12}(?:复议|诉讼|收费|费用|减免))"
    r"|(?:收到|受理)[^。;,\n]{0,20}申请[^。;,\n\d]{0,8}(?:0|零)\s?[件条个份]"
)
_RECEIVED = (
    r"(?:收到|受理|接到|收办|接收|新收|提出)[^。;\n\d]{0,36}?(?:申请|诉求|依申请公开)[^。;\n\d]{0,24}?(?=\d|[一二两三四五六七八九十]+[件条个份])"
    r"|(?:收到|受理|接到)\s*(?=\d+\s?[件条个份][^。;\n]{0,10}申请)"
    r"|依申请公开(?:政府)?信息(?:数|申请)?(?:共|共计)?\s*(?=\d)"
    r"|申请公开政府信息(?:共|共计)?\s*(?=\d)"
)
_PROACTIVE = (
    r"主动公开(?:各类|了)?(?:政府|政务)?信息[^。;\n\d]{0,12}?(?=\d)"
    r"|(?:累计|共|全年)(?:主动)?公开(?:各类|政府|政务)*信息[^。;\n\d]{0,8}?(?=\d)"
    r"|公开总条数达?\s*(?=\d)|公开发布各类信息\s*(?=\d)"
)


def figures_of(source: Source, sections: Mapping[str, Section], quantities: Sequence[Quantity]) -> dict[str, Decimal]:
    """Read the figures that the text gives; what it does not give is left out."""
    found = {
        "applications_received": _applications(source, sections, quantities),
        "proactive_total": _first(source, _PROACTIVE, quantities, source.extent.start, source.extent.end),
    }
    return {name: value for name, value in found.items() if value is not None}


def _applications(source: Source, sections: Mapping[str, Section], quantities: Sequence[Quantity]) -> Decimal | None:
    section = sections.get("applications")
    areas = [(section.start, section.end)] if section else []
    for start, end in [*areas, (source.extent.start, source.extent.end)]:
        value = _first(source, _RECEIVED, quantities, start, end)
        if value is not None:
            return value
        if compiled(_NONE_RECEIVED).search(source.prose, start, end):
            return Decimal(0)
    return None


def _first(source: Source, pattern: str, quantities: Sequence[Quantity], start: int, end: int) -> Decimal | None:
    """Give the exact number that follows the first words of ``pattern``."""
    for match in compiled(pattern).finditer(source.prose, start, end):
        index = bisect_left(quantities, match.end(), key=lambda one: one.start)
        if index < len(quantities) and quantities[index].start <= match.end() + 1 and quantities[index].unit != "%":
            return quantities[index].value
    return None
