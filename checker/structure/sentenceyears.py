"""What a year does in its sentence: it is compared with, planned for, named beside 今年 or 去年, or leads a statement."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.structure.wording import HAN, YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

    from checker.model.document import Span
    from checker.model.report import Section
    from checker.structure.source import Source

_REACH = 90
_AHEAD = 24
_RELATIVE = {
    "this_year": "今年|本年度|本年",
    "last_year": "去年|上一年度|上一年|上年度|上年",
    "next_year": "明年|来年|下一年度|下一年|下年度|下年",
}
_RELATIVE_BEFORE = r"(?P<word>今年|本年度?|去年|上一?年度?|明年|来年|下一?年度?)\s*(?:\(|即|,即|—+|\(即)\s*$"
_RELATIVE_BEHIND = r"^度?\s*(?:\(\s*(?:即)?|,?即)(?P<word>今年|本年度?|去年|上一?年度?|明年|来年|下一?年度?)\s*\)?"
_COMPARING = r"(?:同比|[比较])(?:之|起)?(?:去年|上一?年度?|上年同期)?\s*\(?\s*$"
_COMPARING_WITH = r"(?:与|同|和|跟)(?:去年|上一?年度?)?\s*\(?\s*$"
_GROWTH = r"增|减|升|降|持平|多(?!种|个|样|次|形|渠|部)|少|提高|翻|下滑|回落"
_WITH_BEHIND = r"^\)?度?(?:全年)?\s*(?:相比|持平|同期|同比|基本|比较|相当|对比)"
_MULTIPLE_BEHIND = r"^\)?度?(?:全年)?的?\s*\d+(?:\.\d+)?\s*倍"
_BASED_BEHIND = r"^\)?度?(?:全年)?的?基础上,?(?:又|再|继续)?(?:增|提高|上升|下降|减少)[^。;,]{0,8}\d"
_PART_OF_YEAR = (
    r"^\)?\s*(?:初|底|末|年初|年底|年末|以来|以前|之前|前|后|上半年|下半年|第?[一二三四前]+个?季度|\d{1,2}\s?月)"
)
_FORECAST = r"预计|计划|力争|目标|拟|将"
_FUTURE = (
    r"将(?:会|继续|进一步|紧紧|以|从|按照?|着力|着重|着眼|重点|采取|坚持|围绕|加大|加强|加快|努力|不断|认真|根据|切实|大力|积极|严格|突出|结合"
    r"|立足|针对|全面|深入|通过|充分|强化|推进|推动|完善|健全|对|在|做好|抓好|更加|持续|深化|优化|创新|拓展|拓宽|利用|稳步|一如既往|扎实|逐步|探索|尽快|狠抓|牢固|抓住|抓紧|提高|提升|增强|规范|致力|依托|借助|多措|巩固)"
    r"(?![^。;,]{0,40}(?:纳入|列入|列为|作为|视为|当作|摆上|摆在|放在|贯穿|融入|落实到|写入))"
    r"|(?:拟(?![定订])|打算|力争|争取|计划(?=[在从开加推进对组完建举]))(?![^。;,]{0,14}的)"
    r"|要(?:继续|进一步|着力|重点|切实|大力|不断|按照|围绕|加强)"
)
_STOP_WORDS = r"以来|底|初|末|存在|取得|虽|但|已|了|前|期间|根据|按照|的"
_KEY_YEAR = r"是[^。;:]{2,40}?(?:之年|一年|年头|关键期|开局年),"
_PLAN = (
    rf"^\)?(?:年?度)?\s*,?\s*(?:{_KEY_YEAR})?(?:(?:在|按照|根据|围绕|针对|结合)[^,。;:]{{2,30}},)?"
    rf"(?P<subject>[^,。;:!?~]{{0,18}}?)(?:{_FUTURE})"
)
_PLAN_BEFORE = r"(?:(?:将|计划|打算|力争|争取|拟|预计)(?:在|于|到)|力争|争取|展望)\s*$"
_PLAN_AHEAD = r"(?:下一?步|今后)?[^。;\n]{0,6}(?:打算|思路|计划|设想|安排|措施)[^。;\n]{0,6}[:。]\s*$"
_PLAN_AHEAD_BEHIND = r"^\)?(?:年?度)?\s*,\s*(?P<subject>[^,。;:!?~]{0,10}?)(?:进一步|继续|着力|切实|重点|不断|努力|加大|加强|完善|健全|推进)"
_PLAN_SECTIONS = frozenset({"problems", "improvements"})
_PLAN_WORDS = r"下一?步|打算|改进|整改|工作思路"
_PLAN_TITLE = (
    r"(?:打算|思路|工作计划|工作设想|工作安排|重点工作安排|努力方向|改进措施|下一?步(?:工作)?(?:措施|计划|安排)?)"
)
_PLAN_HEADING = rf"^度?[^,。;:\n]{{0,24}}?{_PLAN_TITLE}"
_HEADING_BEHIND = r" *(?:如下|是)? *(?:[。:]|$)"
_CLAUSE_START = r"(?:^|[,;:)、。\s]|\(|展望)$"
_HEADING_BEFORE = (
    rf"(?:^|[。;\s])(?:第{HAN}+部分[:、]?|{HAN}+[、.]|\({HAN}+\)|\d+[.、])? *(?:[^,。;:\s]{{0,20}}(?:与|和|及|、|暨))?$"
)
_HEADING_REACH = 40
_UNTIL = r"(?:截[至止](?:到|至)?)\s*$"
_LATE_IN_YEAR = r"^\s*(?:底|末|年底|年末|(?:[6-9]|1[0-2])\s?月)"
_UNTIL_BEHIND = r"^\s*(?:底|末|年底|年末|\d{1,2}\s?月)"
_REPORTED = r"公开|收到|受理|发布|累计|办理|答复"
_TERM = r"(?:期|规划|目标|任务|合同|期限|有效)\S{0,2}$"
_ACT = (
    r"(?:收到|受理|未收到|没有收到|未接到|未受理|未发生|没有发生|未出现|未产生|未收取|没有收取|无(?!论|缝|偿|障)|没有因|未因|没有"
    r"|主动公开|在主动公开|公开政府信息|依申请公开)"
)
_FACT = rf"^度?(?:全年)?\s*,?\s*(?P<subject>[^,。;:!?~]{{0,18}}?)(?:共|累计|全年|总共|合计)?{_ACT}"
_OPENING = (
    r"^(?:度|全年|12月31日)?\s*,\s*(?:我[一-鿿]{1,3}|街道|管委会|中心|全[市区县镇乡省局]|本[局机镇区]|通过|在[^,。;]{2,20}下)"
    r"|^(?:度|全年)?(?:我[一-鿿]{1,3}|街道|管委会|中心|本[局机镇区])(?:共|累计)?(?:举办|召开|开展|组织|发布|公开|受理|收到)"
)
_HISTORY = r"被评|荣获|获得|获评|成立|出台|印发|制定|挂牌|启用|开通|建成|起|以来|先后|曾|机构改革"
_SETTLED = r"[比较](?!好|大|多|少|高|强|为|重)|相比|结转|上年|去年|同期|历年|以来|年前"
_TOLD = r"\d|未|没有|无"
_NUMBERS = r"\d+(?=[条件个次份篇])"
_NEIGHBOURHOOD = 400


class Role(NamedTuple):
    """A role and the words to point at."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Finds the role of a year of one report.

    ``text_starts`` are the places of the first words behind headings, ``plans_from`` where problems and plans begin,
    ``named_at`` where the report year is named.
    """

    source: Source
    report_year: int
    section_of: Callable[[int], Section | None]
    text_starts: frozenset[int]
    plans_from: int
    named_at: tuple[int, ...]

    def _key_at(self, offset: int) -> str:
        section = self.section_of(offset)
        return section.key if section else "document"

    def role_of(self, start: int, end: int, value: int) -> Role | None:
        """Give the role of the year at ``[start, end)``, or None when no rule may judge it."""
        sentence = self.source.sentence_at(start)
        prose = self.source.prose
        left = "" if start in self.text_starts else prose[max(sentence.start, start - _REACH) : start]
        right = prose[end : min(sentence.end, end + _REACH)]
        relative = compiled(_RELATIVE_BEFORE).search(left)
        behind = compiled(_RELATIVE_BEHIND).match(right)
        plan = self._plan(
            start, end, left[: relative.start()] if relative else left, right[behind.end() :] if behind else right
        )
        if plan:
            return Role("plan", *self._words(start, end, relative, behind, plan))
        compared = self._compared(left, right, start, end, value)
        if compared:
            return compared
        if relative or behind:
            word = (relative or behind).group("word")  # type: ignore[union-attr] # one of them matched
            name = next(role for role, words in _RELATIVE.items() if compiled(rf"^(?:{words})$").match(word))
            return Role(name, *self._words(start, end, relative, behind, end))
        if value >= self.report_year and compiled(_UNTIL).search(left) and self._reported_until(sentence, left, right):
            late = value == self.report_year + 1 and compiled(_LATE_IN_YEAR).match(right)
            return Role("until_late" if late else "until", start, end)
        return self._narrative(start, end, value, left, right)

    def _reported_until(self, sentence: Span, left: str, right: str) -> bool:
        """截至…底 dates a figure, not a goal, a plan or a contract."""
        told = compiled(_REPORTED).search(self.source.prose, sentence.start, sentence.end)
        term = compiled(_TERM).search(compiled(_UNTIL).sub("", left))
        return bool(told and not term and compiled(_UNTIL_BEHIND).match(right))

    def _words(
        self, start: int, end: int, relative: regex.Match[str] | None, behind: regex.Match[str] | None, plan: int
    ) -> tuple[int, int]:
        """The words of a relative year are 今年（2017年）; those of a plain one reach to the word that plans."""
        if relative:
            reach = max(0, start - _REACH, self.source.sentence_at(start).start)
            closing = 1 if self.source.prose[end : end + 1] == ")" else 0
            return reach + relative.start(), end + closing
        return (start, end + behind.end()) if behind else (start, plan)

    def _plan(self, start: int, end: int, left: str, right: str) -> int | None:
        """Give the end of the words that announce the future, where the year is their time."""
        sentence = self.source.sentence_at(start)
        planning = self._key_at(start) in _PLAN_SECTIONS
        if planning or compiled(_PLAN_WORDS).search(self.source.prose, sentence.start, sentence.end):
            if planning and compiled(_PLAN_BEFORE).search(left):
                return end
            ahead = self.source.prose[max(0, start - _AHEAD) : start]
            pattern = _PLAN_AHEAD_BEHIND if compiled(_PLAN_AHEAD).search(ahead) else None
            for behind in filter(None, (_PLAN, pattern)):
                match = compiled(behind).match(right) if compiled(_CLAUSE_START).search(left) else None
                if match and not compiled(_STOP_WORDS).search(match.group("subject")):
                    return end + match.end()
        return self._plan_heading(start, end) if planning or self.plans_from <= start else None

    def _plan_heading(self, start: int, end: int) -> int | None:
        """Give the end of a heading such as 存在的问题与2018年工作打算, or of such words that open a line."""
        prose = self.source.prose
        title = compiled(_PLAN_HEADING).match(prose[end : end + _HEADING_REACH])
        if title is None or not _is_heading(prose, start):
            return None
        stop = end + title.end()
        closed = compiled(_HEADING_BEHIND).match(prose, stop)
        return stop if closed or stop in self.text_starts else None

    def _compared(self, left: str, right: str, start: int, end: int, value: int) -> Role | None:
        by = compiled(_COMPARING).search(left)
        match = by or self._measured(left, right)
        if not match or compiled(_PART_OF_YEAR).match(right) or compiled(_FORECAST).search(left):
            return None
        if by and not compiled(_GROWTH).search(right) and not compiled(_WITH_BEHIND).match(right):
            return None
        if any(int(year) != self.report_year for year in compiled(rf"{YEAR}(?=\s?年)").findall(left)):
            return None
        name = "last_year" if value < self.report_year - 1 and compiled("去年|上").search(match.group()) else "compared"
        clause = compiled(r"[,。;:]").search(right)
        words_end = end + (clause.start() if clause else min(len(right), 30))
        return Role(name, start - len(left) + match.start(), words_end)

    def _measured(self, left: str, right: str) -> regex.Match[str] | None:
        """Find 与…相比, 是…的1.3倍 and 在…的基础上增长."""
        if compiled(_WITH_BEHIND).match(right):
            return compiled(_COMPARING_WITH).search(left)
        if compiled(_MULTIPLE_BEHIND).match(right):
            return compiled(r"(?:是|为|达到?|相当于)\s*$").search(left)
        return compiled(r"在\s*$").search(left) if compiled(_BASED_BEHIND).match(right) else None

    def _narrative(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """A sentence that begins with a neighbouring year and tells what a report tells of its own."""
        section = self._key_at(start)
        if value < self.report_year - 1 or section == "document" or compiled(_SETTLED).search(right):
            return None
        sentence = self.source.sentence_at(start)
        if compiled(YEAR).search(self.source.prose, end, sentence.end):
            return None
        match = compiled(_FACT).match(right) if not left.strip() and section not in _PLAN_SECTIONS else None
        if match and not compiled(_STOP_WORDS).search(match.group("subject")):
            return None if self._told_beside(sentence, section) else Role("narrative", start, end + match.end())
        return self._opening(start, end, left, right, section) if value < self.report_year else None

    def _opening(self, start: int, end: int, left: str, right: str, section: str) -> Role | None:
        """A part that speaks of last year from its first words on and never of the report year."""
        lead = compiled(rf"^(?:{HAN}+是|截[至止]到?)?\s*$").search(left)
        match = compiled(_OPENING).match(right)
        if not lead or not match or compiled(_HISTORY).search(right):
            return None
        if section in _PLAN_SECTIONS and not compiled("但|问题|不足").search(right):
            return None
        return None if self._names_report_year(start) else Role("narrative", start, end + match.end())

    def _names_report_year(self, at: int) -> bool:
        """Tell whether the part of the text around ``at`` names the report year."""
        section = self.section_of(at)
        begin, stop = (section.start + len(section.heading) + 4, section.end) if section else self.source.extent
        first = bisect_left(self.named_at, begin)
        return first < len(self.named_at) and self.named_at[first] < stop

    def _told_beside(self, sentence: Span, section: str) -> bool:
        """The report year is told of in the same way near by, with other figures: years are being set side by side."""
        prose = self.source.prose
        own = set(compiled(_NUMBERS).findall(prose, sentence.start, sentence.end))
        begin, stop = max(0, sentence.start - _NEIGHBOURHOOD), sentence.end + _NEIGHBOURHOOD
        for match in compiled(rf"(?<!\d){self.report_year}\s?年").finditer(prose, begin, stop):
            beside = self.source.sentence_at(match.start())
            if self._key_at(match.start()) != section or beside == sentence:
                continue
            if compiled(_FACT).match(words := prose[match.end() : beside.end]) and compiled(_TOLD).search(words):
                return not own & set(compiled(_NUMBERS).findall(prose, beside.start, beside.end))
        return False


def named_at(source: Source, report_year: int) -> tuple[int, ...]:
    """List where the text names the report year, by number or as 今年."""
    pattern = compiled(rf"(?<!\d){report_year}\s?年|今年|本年")
    return tuple(match.start() for match in pattern.finditer(source.prose, source.extent.start, source.extent.end))


def _is_heading(prose: str, start: int) -> bool:
    """The year stands at the head of a line or of a heading's second half (…问题与2018年…)."""
    line = prose[max(prose.rfind("\n", 0, start) + 1, start - _HEADING_REACH) : start]
    return bool(compiled(_HEADING_BEFORE).search(line))
