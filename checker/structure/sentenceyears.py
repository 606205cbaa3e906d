"""What a year does in its sentence: it is compared with, planned for, named beside 今年 or 去年, or leads a statement."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure import yearwords as says
from checker.structure.leftover import LeftOver
from checker.structure.wording import YEAR
from checker.structure.yearrole import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import regex

    from checker.model.document import Span
    from checker.model.report import Section
    from checker.structure.source import Source

_REACH = 90
_DRAFTED = 7  # days: a draft may be signed before its last figures are in
_AHEAD = 24
_HEADING_REACH = 40
_ANNOUNCED = 400  # characters before an item in which its list is announced
_PLAN_SECTIONS = frozenset({"problems", "improvements"})


class RoleFinder(NamedTuple):
    """Finds the role of a year of one report.

    ``text_starts`` are the places of the first words behind headings, ``plans_from`` where problems and plans begin,
    ``named_at`` where the report year is named, ``told_of`` what is told of it, ``released`` the later of the days
    of signature and publication.
    """

    source: Source
    report_year: int
    section_of: Callable[[int], Section | None]
    text_starts: frozenset[int]
    plans_from: int
    named_at: tuple[int, ...]
    told_of: frozenset[tuple[str, str]]
    released: date | None = None

    def _key_at(self, offset: int) -> str:
        section = self.section_of(offset)
        return section.key if section else "document"

    def role_of(self, start: int, end: int, value: int) -> Role | None:
        """Give the role of the year at ``[start, end)``, or None when no rule may judge it."""
        sentence = self.source.sentence_at(start)
        prose = self.source.prose
        left = "" if start in self.text_starts else prose[max(sentence.start, start - _REACH) : start]
        right = prose[end : min(sentence.end, end + _REACH)]
        relative = compiled(says.RELATIVE_BEFORE).search(left) or self._beside(value, left, right)
        behind = compiled(says.RELATIVE_BEHIND).match(right)
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
            before = left[: relative.start()] if relative else left
            name = self._relative_role(word, value, sentence, before, right)
            return Role(name, *self._words(start, end, relative, behind, end))
        return self._until(start, end, value, left, right) or self._told(start, end, value, left, right)

    def _beside(self, value: int, left: str, right: str) -> regex.Match[str] | None:
        """上年度2017年 and 明年2017年的重点, without a mark between: the word and the year may have nothing to do with each other."""
        if value == self.report_year and not right.startswith("度"):
            return compiled(says.LAST_BESIDE).search(left) or (
                compiled(says.NEXT_BESIDE).search(left) if compiled(says.OF_NEXT).match(right) else None
            )
        return None

    def _told(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """The year of the report's own name, of measures to come, or of what is told."""
        if self._key_at(start) == "document" and compiled(says.NAME_BEFORE).search(left):
            named = compiled(says.NAME_BEHIND).match(right)
            return Role("self_name", start, end + named.end()) if named else None
        telling = LeftOver(self.source, self.report_year, self.section_of, self.named_at, self.told_of)
        return self._measure(start, end, value, left, right) or telling.role_of(start, end, value, left, right)

    def _until(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """The year that a figure or something done is dated to: 截至2018年底."""
        if value < self.report_year or not compiled(says.UNTIL).search(left):
            return None
        if not self._reported_until(self.source.sentence_at(start), left, right, value):
            return None
        return Role("until_late" if self._is_late(value, right) else "until", start, end)

    def _is_late(self, value: int, right: str) -> bool:
        """A day of the year after the report's that lies behind its release or, where that is not known, in its second half."""
        if value != self.report_year + 1:
            return False
        day = compiled(says.DAY_BEHIND).match(right)
        # A release before that year is a slip of its own and tells nothing here.
        if day and self.released and self.released.year >= value:
            later = self.released + timedelta(days=_DRAFTED)
            return (value, int(day["month"]), int(day["day"])) > (later.year, later.month, later.day)
        return bool(compiled(says.LATE_IN_YEAR).match(right))

    def _relative_role(self, word: str, value: int, sentence: Span, before: str, right: str) -> str:
        """The writer, a year later, may mean the report year by 去年 and the next by 今年; by 上年度 and 本年度 hardly."""
        name = next(role for role, words in says.RELATIVES.items() if compiled(rf"^(?:{words})$").match(word))
        if word[0] not in "上本" or self._key_at(sentence.start) in {*_PLAN_SECTIONS, "document"}:
            return name
        words = self.source.prose[sentence.start : sentence.end]
        looks_back = compiled(says.SINCE_SETTLED).search(right) or compiled(says.SET_AGAINST).search(before)
        own = name == "last_year" and value == self.report_year and looks_back
        ahead = name == "this_year" and value == self.report_year + 1 and not compiled(says.UNDER_WAY).search(words)
        return "last_year_own" if own else "this_year_ahead" if ahead else name

    def _reported_until(self, sentence: Span, left: str, right: str, value: int) -> bool:
        """截至…底 dates a figure or, of years to come, something done; not a goal, a plan or a contract."""
        prose, place = self.source.prose, (sentence.start, sentence.end)
        if not compiled(says.UNTIL_BEHIND).match(right) or compiled(says.TERM).search(
            compiled(says.UNTIL).sub("", left)
        ):
            return False
        if value > self.report_year and compiled(says.NOT_YET).search(prose, *place):
            return False
        if compiled(says.REPORTED).search(prose, *place):
            return True
        begins = compiled(says.CLAUSE_START).search(compiled(says.UNTIL).sub("", left))
        done = compiled(says.DONE).search(prose, *place) and not compiled(says.DEMANDED).search(prose, *place)
        beyond = value > self.report_year + 1 or self._is_late(value, right)
        return bool(beyond and begins and done)

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
        if planning or compiled(says.PLAN_WORDS).search(self.source.prose, sentence.start, sentence.end):
            if planning and compiled(says.PLAN_BEFORE).search(left) and not compiled(says.GROUNDED).match(right):
                return end
            ahead = self.source.prose[max(0, start - _AHEAD) : start]
            pattern = says.PLAN_AHEAD_BEHIND if compiled(says.PLAN_AHEAD).search(ahead) else None
            for behind in filter(None, (says.PLAN, pattern)):
                match = compiled(behind).match(right) if compiled(says.CLAUSE_START).search(left) else None
                if match and not compiled(says.STOP_WORDS).search(match.group("subject")):
                    return end + match.end()
            work = compiled(says.FOR_WORK).match(right) if compiled(says.FOR_WORK_BEFORE).search(left) else None
            if work and planning and not compiled(says.STOP_WORDS).search(work.group("subject")):
                return end + work.end()
        return self._plan_heading(start, end) if planning or self.plans_from <= start else None

    def _measure(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """Measures that are to come, by the words before them, under the report year."""
        if value != self.report_year or self._key_at(start) not in _PLAN_SECTIONS:
            return None
        prose, sentence = self.source.prose, self.source.sentence_at(start)
        if compiled(says.TAKEN).search(prose, sentence.start, sentence.end):
            return None
        before = prose[max(0, start - _ANNOUNCED) : start]
        task = compiled(says.TASK_BEFORE).search(left) and compiled(says.TASK).match(right)
        if task and compiled(says.ANNOUNCED).search(before):
            return Role("measure", start, end + task.end())
        match = compiled(says.MEASURES).match(right) if compiled(says.CLAUSE_START).search(left) else None
        headed = match and not compiled(says.STOP_WORDS).search(match.group("subject"))
        return (
            Role("measure", start, end + match.end())
            if match and headed and compiled(says.MEASURES_BEFORE).search(before)
            else None
        )

    def _plan_heading(self, start: int, end: int) -> int | None:
        """Give the end of a heading such as 存在的问题与2018年工作打算, or of such words that open a line."""
        prose = self.source.prose
        title = compiled(says.PLAN_HEADING).match(prose[end : end + _HEADING_REACH])
        if title is None or not _is_heading(prose, start):
            return None
        stop = end + title.end()
        closed = compiled(says.HEADING_BEHIND).match(prose, stop)
        return stop if closed or stop in self.text_starts else None

    def _compared(self, left: str, right: str, start: int, end: int, value: int) -> Role | None:
        by = compiled(says.COMPARING).search(left)
        match = by or self._measured(left, right)
        if (
            not match
            or compiled(says.GOAL).match(right)
            or compiled(says.PART_OF_YEAR).match(right)
            or compiled(says.FORECAST).search(left)
        ):
            return None
        if by and not compiled(says.GROWTH).search(right) and not compiled(says.WITH_BEHIND).match(right):
            return None
        told = compiled(says.ASIDE).sub("", left)
        if any(int(year) != self.report_year for year in compiled(rf"{YEAR}(?=\s?年)").findall(told)):
            return None
        name = "last_year" if value < self.report_year - 1 and compiled("去年|上").search(match.group()) else "compared"
        clause = compiled(r"[,。;:]").search(right)
        words_end = end + (clause.start() if clause else min(len(right), 30))
        return Role(name, start - len(left) + match.start(), words_end)

    def _measured(self, left: str, right: str) -> regex.Match[str] | None:
        """Find 与…相比, 是…的1.3倍 and 在…的基础上增长."""
        if compiled(says.WITH_BEHIND).match(right):
            return compiled(says.COMPARING_WITH).search(left)
        if compiled(says.MULTIPLE_BEHIND).match(right):
            return compiled(r"(?:是|为|达到?|相当于)\s*$").search(left)
        return compiled(r"在\s*$").search(left) if compiled(says.BASED_BEHIND).match(right) else None


def named_at(source: Source, report_year: int) -> tuple[int, ...]:
    """List where the text names the report year, by number or as 今年."""
    pattern = compiled(rf"(?<!\d){report_year}\s?年|今年|本年")
    return tuple(match.start() for match in pattern.finditer(source.prose, source.extent.start, source.extent.end))


def _is_heading(prose: str, start: int) -> bool:
    """The year stands at the head of a line or of a heading's second half (…问题与2018年…)."""
    line = prose[max(prose.rfind("\n", 0, start) + 1, start - _HEADING_REACH) : start]
    return bool(compiled(says.HEADING_BEFORE).search(line))
