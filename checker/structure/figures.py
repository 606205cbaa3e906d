"""Key figures as the prose gives them: applications received (件) and items disclosed proactively (条)."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.allyears import of_all_years, own_part
from checker.structure.wording import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.quantity import Quantity
    from checker.model.report import Section
    from checker.structure.source import Source

_NO_DISPUTE = r"(?![^。;,\n]{0,12}(?:复议|诉讼|收费|费用|减免))"
_NONE_RECEIVED = (
    rf"(?:未|没有|没|未曾)(?:有)?(?:收到|接到|受理|发生|出现|产生)[^。;,\n]{{0,24}}申请{_NO_DISPUTE}"
    rf"|(?:无|没有)(?!现成)[^。;,\n]{{0,12}}(?:依申请公开|申请公开|申请(?:政府)?信息|公开申请|公开[^。;,\n]{{0,6}}的申请){_NO_DISPUTE}"
    r"|(?:收到|受理)[^。;,\n]{0,20}申请[^。;,\n\d]{0,8}(?:0|零)\s?[件条个份]"
    r"|(?:无|没有|零)申请件"
)
_RECEIVED = (
    r"(?:收到|受理|接到|收办|接收|新收|提出)[^。;\n\d]{0,36}?(?:申请|依申请公开)[^。;\n\d]{0,24}?(?=\d|[一二两三四五六七八九十]+[件条个份])"
    r"|(?:收到|受理|接到|办理)\s*(?=\d+\s?[件条个份宗][^。;\n]{0,10}申请)"
    r"|(?:全年|本年度?|共|共计|累计)(?:共|共计)?办理(?:各类)?(?:政府)?信息公开申请\s*(?=\d)"
    r"|依申请公开(?:政府)?信息(?:数|申请)?(?:共|共计)?\s*(?=\d++(?!\s?条))"
    r"|申请公开政府信息(?:共|共计)?\s*(?=\d)"
)
_NEWLY = r"新(?:增|公开)(?:政府信息|信息)?\s*(?=\d)"
_NEAR = 40
_ON_APPLICATION = r"依申请公开"
_PARAGRAPH, _LONGEST_HEADING, _RUN_IN = 600, 30, 14  # characters
_WHOLE = r"(?:共计|合计|总计)(?:主动公开|公开)?(?:政府信息|信息)?\s*(?=\d)"
_PART_REACH = 16
_DIFFERENCE = r"(?:增加|减少|增长|增多|下降|上升|多|(?<!至|不)少)了?(?:近|约|超过?)?\s?$"
_PLANNED = r"(?:(?<![按照划作据])计划|目标|任务数?|拟|预计)[^。;,\n]{0,2}$"
_DONE = r"实际(?:完成)?(?:主动)?(?:公开)?(?:政府信息|信息)?(?:数量?|达)?\s*(?=\d)"
_TABLES_SINCE = 2019
_PROACTIVE = (
    r"主动公开(?:各类|了)?(?:政府|政务)?信息[^。;\n\d]{0,12}?(?=\d)"
    r"|(?:累计|共|全年)(?:主动)?公开(?:各类|政府|政务)*信息[^。;\n\d]{0,8}?(?=\d)"
    r"|(?<!申请|不予|依法)公开政府信息(?:数量?|总数|共计?|达)?\s*(?=\d)"
    r"|公开(?:发布)?各类(?:政府|政务)?信息\s*(?=\d)"
)


def figures_of(
    source: Source, sections: Mapping[str, Section], quantities: Sequence[Quantity], report_year: int | None
) -> dict[str, Decimal]:
    """Read the figures that the text gives exactly and of its own year; what is doubtful is left out."""
    numbers = Numbers(source, quantities, report_year)
    found = {
        "applications_received": _applications(numbers, sections),
        "proactive_total": numbers.first(_PROACTIVE, source.extent),
    }
    return {name: value for name, value in found.items() if value is not None}


def _applications(numbers: Numbers, sections: Mapping[str, Section]) -> Decimal | None:
    section = sections.get("applications")
    areas = [(Span(section.start, section.end), "")] if section else []
    for area, naming in [*areas, (numbers.source.extent, "公开|信息")]:  # elsewhere there are applications of all kinds
        value = numbers.first(_RECEIVED, area, naming)
        if value is not None:
            return value
        if compiled(_NONE_RECEIVED).search(numbers.source.prose, area.start, area.end):
            return Decimal(0)
    return None


class Numbers(NamedTuple):
    """The numbers of a report, to be found by the words before them."""

    source: Source
    quantities: Sequence[Quantity]
    report_year: int | None

    def first(self, pattern: str, area: Span, naming: str = "") -> Decimal | None:
        """Give the first exact number that follows the words of ``pattern`` and is neither another year's nor a part.

        Words that do not name what ``naming`` says do not count.
        """
        for match in compiled(pattern).finditer(self.source.prose, area.start, area.end):
            if not self._names(naming, match.start(), match.end()):
                continue
            found = self._at(match.end())
            chosen = self._of_the_year(Span(*match.span()), found) if found else None
            if chosen:
                return None if chosen.approximate and _inexact(chosen) else chosen.value
        return None

    def _of_the_year(self, words: Span, found: Quantity) -> Quantity | None:
        """Give the year's own number: that found, the whole it is part of, or the one beside a plan or the sum of all years."""
        prose, sentence = self.source.prose, self.source.sentence_at(words.start)
        if compiled(_DIFFERENCE).search(prose, words.start, words.end):
            return None
        if compiled(_PLANNED).search(prose[max(0, words.start - _PART_REACH) : words.start]):
            return self._behind(_DONE, found, sentence.end)
        if of_all_years(prose, Span(sentence.start, words.end), self.report_year):
            return self._behind(own_part(self.report_year), found, sentence.end)
        if self._of_another_year(sentence.start, words.start):
            return None
        whole = self._behind(_WHOLE, found, sentence.end) or self._behind(_NEWLY, found, found.end + _NEAR)
        return whole or (None if self._is_part(words.start) else found)

    def _behind(self, pattern: str, found: Quantity, end: int) -> Quantity | None:
        """Give the number of the same unit that follows the words of ``pattern`` behind ``found``."""
        match = compiled(pattern).search(self.source.prose, found.end, end)
        other = self._at(match.end()) if match else None
        return other if other and other.unit == found.unit else None

    def _names(self, naming: str, start: int, end: int) -> bool:
        """The words themselves say what is counted, or the heading before or in their paragraph does."""
        if compiled(naming).search(self.source.prose, start, end + _PART_REACH):
            return True
        line = self.source.prose.rfind("\n", max(0, start - _PARAGRAPH), start)
        heading = self.source.prose[max(0, line - _LONGEST_HEADING) : max(line, 0)].rpartition("\n")[2]
        opening = self.source.prose[line + 1 : min(line + 1 + _RUN_IN, start)] if line >= 0 else ""
        return any(compiled(_ON_APPLICATION).search(words) for words in (heading, opening))

    def _at(self, place: int) -> Quantity | None:
        index = bisect_left(self.quantities, place, key=lambda one: one.start)
        found = self.quantities[index] if index < len(self.quantities) else None
        if found is None or found.start > place + 1 or found.unit == "%":
            return None
        # Since 2019 the statutory tables stand in the text, in copies often with nothing between their numbers.
        return None if not found.unit and (self.report_year or 0) >= _TABLES_SINCE else found

    def _of_another_year(self, start: int, end: int) -> bool:
        years = compiled(YEAR + r"(?=\s?年)").findall(self.source.prose, start, end)
        return bool(years) and self.report_year is not None and int(years[-1]) != self.report_year

    def _is_part(self, at: int) -> bool:
        before = self.source.prose[max(0, at - _PART_REACH) : at]
        return bool(compiled(r"(?:其[他它]|应|通过[^。;]{1,12})$").search(before))


def _inexact(quantity: Quantity) -> bool:
    """余, 多, 近 and 约 say so; a count in 万 is merely rounded by being written so."""
    one_sided = quantity.value in (quantity.low, quantity.high)
    return one_sided or quantity.high - quantity.low > quantity.value / 10
