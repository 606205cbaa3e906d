"""What a year does in its sentence: it is compared with, planned for, named beside 今年 or 去年, or leads a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.structure.wording import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

    from checker.structure.source import Source

_REACH = 90
_RELATIVE = {
    "this_year": "今年|本年度|本年",
    "last_year": "去年|上一年度|上一年|上年度|上年",
    "next_year": "明年|来年|下一年度|下一年|下年度|下年",
}
_RELATIVE_BEFORE = r"(?P<word>今年|本年度?|去年|上一?年度?|明年|来年|下一?年度?)\s*(?:\(|即|,即|—+|\(即)\s*$"
_RELATIVE_BEHIND = r"^度?\s*\(\s*(?:即)?(?P<word>今年|本年度?|去年|上一?年度?|明年|来年|下一?年度?)\s*\)"
_COMPARING = r"(?:同比|[比较])(?:之|起)?(?:去年|上一?年度?|上年同期)?\s*\(?\s*$"
_COMPARING_WITH = r"(?:与|同|和|跟)(?:去年|上一?年度?)?\s*\(?\s*$"
_GROWTH = r"增|减|升|降|持平|多(?!种|个|样|次|形|渠|部)|少|提高|翻|下滑|回落"
_WITH_BEHIND = r"^\)?度?(?:全年)?\s*(?:相比|持平|同期|基本|比较|相当|对比)"
_PART_OF_YEAR = (
    r"^\)?\s*(?:初|底|末|年初|年底|年末|以来|以前|之前|前|后|上半年|下半年|第?[一二三四前]+个?季度|\d{1,2}\s?月)"
)
_FORECAST = r"预计|计划|力争|目标|拟|将"
_FUTURE = (
    r"将(?:会|继续|进一步|紧紧|以|从|按照?|着力|着重|着眼|重点|采取|坚持|围绕|加大|加强|加快|努力|不断|认真|根据|切实|大力|积极|严格|突出|结合"
    r"|立足|针对|全面|深入|通过|充分|强化|推进|推动|完善|健全|对|在|做好|抓好|更加|持续|深化|优化|创新|拓展|拓宽|利用|稳步|一如既往|扎实|逐步|探索|尽快|狠抓|牢固)"
    r"(?![^。;,]{0,40}(?:纳入|列入|列为|作为|视为|当作|摆上|摆在|放在|贯穿|融入|落实到|写入))"
    r"|拟(?![定订])|打算|力争|争取|计划(?=[在从开加推进对组完建举])|要(?:继续|进一步|着力|重点|切实|大力|不断|按照|围绕|加强)"
)
_STOP_WORDS = r"以来|底|初|末|存在|取得|虽|但|已|了|前|期间|根据|按照|的"
_PLAN = rf"^\)?(?:年?度)?\s*,?\s*(?:(?:在|按照|根据|围绕|针对|结合)[^,。;:]{{2,30}},)?(?P<subject>[^,。;:!?~]{{0,18}}?)(?:{_FUTURE})"
_PLAN_SECTIONS = frozenset({"problems", "improvements"})
_PLAN_WORDS = r"下一?步|打算|改进|整改|工作思路"
_PLAN_HEADING = r"^度?[^,。;:\n]{0,24}(?:打算|思路|工作计划|工作设想|工作安排|努力方向|改进措施)\s*[。:]?$"
_CLAUSE_START = r"(?:^|[,;:)、。\s]|\()$"
_UNTIL = r"(?:截[至止](?:到|至)?)\s*$"
_FACT = (
    r"^度?(?:全年)?\s*,?\s*(?P<subject>[^,。;:!?~]{0,18}?)(?:共|累计|全年|总共|合计)?"
    r"(?:收到|受理|未收到|没有收到|未接到|未受理|未发生|没有发生|未出现|未产生|未收取|没有收取|无(?!论|缝|偿|障)|没有因|未因|没有|主动公开|在主动公开|公开政府信息|依申请公开)"
)
_SETTLED = r"[比较](?!好|大|多|少|高|强|为|重)|相比|结转|上年|去年|同期|历年|以来|年前"
_NUMBERS = r"\d+(?=[条件个次份篇])"
_NEIGHBOURHOOD = 200


class Role(NamedTuple):
    """A role and the words to point at."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleFinder:
    """Finds the role of a year of one report."""

    source: Source
    report_year: int
    section_at: Callable[[int], str]

    def role_of(self, start: int, end: int, value: int) -> Role | None:
        """Give the role of the year at ``[start, end)``, or None when no rule may judge it."""
        sentence = self.source.sentence_at(start)
        prose = self.source.prose
        left = prose[max(sentence.start, start - _REACH) : start]
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
        if compiled(_UNTIL).search(left):
            return Role("until", start, end)
        return self._narrative(start, end, value, left, right)

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
        if not compiled(_CLAUSE_START).search(left):
            return None
        match = compiled(_PLAN).match(right)
        sentence = self.source.sentence_at(start)
        if match and not compiled(_STOP_WORDS).search(match.group("subject")):
            words = self.source.prose[sentence.start : sentence.end]
            if self.section_at(start) in _PLAN_SECTIONS or compiled(_PLAN_WORDS).search(words):
                return end + match.end()
        line_end = self.source.prose.find("\n", end)
        heading = compiled(_PLAN_HEADING).match(
            self.source.prose[end : min(line_end, end + 40) if line_end >= 0 else end + 40]
        )
        if heading and self.section_at(start) in _PLAN_SECTIONS and _is_heading(self.source.prose, start):
            return end + heading.end()
        return None

    def _compared(self, left: str, right: str, start: int, end: int, value: int) -> Role | None:
        by = compiled(_COMPARING).search(left)
        compared_with = compiled(_COMPARING_WITH).search(left) if compiled(_WITH_BEHIND).match(right) else None
        match = by or compared_with
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

    def _narrative(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        if left.strip() or abs(value - self.report_year) > 1 or self.section_at(start) in {"document", *_PLAN_SECTIONS}:
            return None
        match = compiled(_FACT).match(right)
        sentence = self.source.sentence_at(start)
        words = self.source.prose[end : sentence.end]
        if not match or compiled(_STOP_WORDS).search(match.group("subject")) or compiled(_SETTLED).search(words):
            return None
        if compiled(YEAR).search(words) or self._told_beside(sentence.start, sentence.end):
            return None
        return Role("narrative", start, end + match.end())

    def _told_beside(self, start: int, end: int) -> bool:
        """The report year stands near, with other figures: years are being set side by side."""
        prose = self.source.prose
        around = prose[max(0, start - _NEIGHBOURHOOD) : start] + prose[end : end + _NEIGHBOURHOOD]
        if f"{self.report_year}年" not in around and f"{self.report_year} 年" not in around:
            return False
        own = set(compiled(_NUMBERS).findall(prose, start, end))
        return not own & set(compiled(_NUMBERS).findall(around))


def _is_heading(prose: str, start: int) -> bool:
    line = prose[prose.rfind("\n", 0, start) + 1 : start]
    return bool(compiled(r"^\s*(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、])?\s*$").match(line))
