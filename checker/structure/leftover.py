"""Years left over from an earlier report: a sentence that tells of one or two years ago as a report tells of its own year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure import yearwords as says
from checker.structure.wording import HAN, YEAR
from checker.structure.yearrole import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import regex

    from checker.model.document import Span
    from checker.model.report import Section
    from checker.structure.source import Source

_NEIGHBOURHOOD = 400
_FOLLOWING = 200
_FURTHEST = 2  # years back: reports are written over the last one, or the one before
_PLAN_SECTIONS = frozenset({"problems", "improvements"})
_STATEMENT = 120  # characters from a year to the figures told of it
_YEAR_LENGTH = 4
_ACT_REACH = 14  # characters behind the first word of an act
_NUMBERING = 8  # characters of a heading that its words do not count
_LARGE_DIGITS = 3  # of figures that agree by chance too rarely to matter
_SAME_AT_LEAST = 10  # smaller figures agree by chance


class LeftOver(NamedTuple):
    """Finds the years left over in one report.

    ``named_at`` is where the report year is named, ``told_of`` what is told of it: what was done, and the figure.
    """

    source: Source
    report_year: int
    section_of: Callable[[int], Section | None]
    named_at: tuple[int, ...]
    told_of: frozenset[tuple[str, str]]

    def role_of(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """Give the role of the year at ``[start, end)`` between the words ``left`` and ``right`` of its sentence."""
        section = self._key_at(start)
        if value < self.report_year - _FURTHEST or section == "document":
            return None
        sentence = self.source.sentence_at(start)
        leads = not left.strip() and section not in _PLAN_SECTIONS
        if leads and (backward := self._backward(start, end, value, right)):
            return backward
        if compiled(YEAR).search(self.source.prose, end, sentence.end) or self._is_history(right, leads=leads):
            return None
        match = compiled(says.FACT).match(right)
        if match and not compiled(says.STOP_WORDS).search(match.group("subject")):
            if leads:
                return self._fact(start, end, value, match)
            if self._is_told_again(start, value, left):
                return Role("narrative_same", start, end + match.end())
        return self._opening(start, end, value, left, right) if value < self.report_year else None

    def _key_at(self, offset: int) -> str:
        section = self.section_of(offset)
        return section.key if section else "document"

    def _backward(self, start: int, end: int, value: int, right: str) -> Role | None:
        """A year that is compared with itself, or an earlier one compared with last year: 2018年公开5条，较2018年增长3%."""
        if value >= self.report_year or compiled(says.SPAN_BEHIND).match(right):
            return None
        match = compiled(says.COMPARED_AHEAD).match(right)
        if match is None or int(match["year"]) < value or int(match["year"]) >= self.report_year:
            return None
        name = "self_compared" if int(match["year"]) == value else "narrative"
        return Role(name, start, end + match.end())

    def _is_history(self, right: str, *, leads: bool) -> bool:
        """What is settled or set against another year; a figure with its growth on the year before may still be left over."""
        settled = compiled(says.SETTLED).search(right)
        return bool(settled) and not (leads and compiled(says.GROWN).match(right))

    def _is_told_again(self, start: int, value: int, left: str) -> bool:
        """A clause within the sentence, 我局在2016年主动公开61条, gives an earlier year a figure of the report year."""
        if value >= self.report_year or self._key_at(start) in _PLAN_SECTIONS or compiled(YEAR).search(left):
            return False
        return bool(compiled(says.CLAUSE_LEADS).search(left)) and self._same_figure(start)

    def _fact(self, start: int, end: int, value: int, match: regex.Match[str]) -> Role | None:
        sentence = self.source.sentence_at(start)
        if value < self.report_year and self._same_figure(start):
            return Role("narrative_same", start, end + match.end())
        if value < self.report_year - 1 and self._in_series(sentence):
            return None
        told = self._told_beside(sentence, match)
        return None if told else Role("narrative", start, end + match.end())

    def _opening(self, start: int, end: int, value: int, left: str, right: str) -> Role | None:
        """A statement of the year's work under an earlier year, where the report year does not follow."""
        lead = compiled(rf"^(?:{HAN}+是|截[至止]到?)?\s*$").search(left)
        match = compiled(says.OPENING).match(right)
        if not lead or not match or compiled(says.HISTORY).search(right):
            return None
        if self._key_at(start) in _PLAN_SECTIONS and not compiled("但|问题|不足").search(right):
            return None
        if self._names_report_year(start) and not (self._opens_part(start) or self._is_routine(start, right)):
            return None
        if value < self.report_year - 1 and self._in_series(self.source.sentence_at(start)):
            return None
        return Role("narrative", start, end + match.end())

    def _opens_part(self, start: int) -> bool:
        """The sentence is the first of its part, and the paragraph does not come to the report year."""
        section = self.section_of(start)
        if section is None or section.key in _PLAN_SECTIONS:
            return False
        first = 0 <= start - section.start - len(section.heading) <= _NUMBERING
        return first and not self._contrasted(self.source.sentence_at(start))

    def _is_routine(self, start: int, right: str) -> bool:
        """The sentence tells of the work that every report tells of, and no other year is set against it."""
        sentence = self.source.sentence_at(start)
        told = compiled(says.ROUTINE).search(right) and self._key_at(start) not in _PLAN_SECTIONS
        return bool(told) and not self._contrasted(sentence) and not self._in_series(sentence)

    def _contrasted(self, sentence: Span) -> bool:
        """The rest of the paragraph, or the next one's first words, come to the report year."""
        following = self.source.prose[sentence.end : sentence.end + _FOLLOWING]
        paragraph, _, below = following.partition("\n")
        year = rf"(?<!\d){self.report_year}\s?年|{says.NOWADAYS}"
        return bool(compiled(year).search(paragraph) or compiled(rf"\s*(?:{year})").match(below))

    def _in_series(self, sentence: Span) -> bool:
        """Years are told one after another: the sentence before begins with an earlier one, or that behind with any."""
        sentences, prose = self.source.sentences, self.source.prose
        index = bisect_right(sentences, sentence.start, key=lambda one: one.start) - 1
        own, before, behind = (_first_year(prose, sentences, at) for at in (index, index - 1, index + 1))
        return bool(behind or (before and own and before < own))

    def _names_report_year(self, at: int) -> bool:
        """Tell whether the part of the text around ``at`` names the report year."""
        section = self.section_of(at)
        begin, stop = (section.start + len(section.heading) + 4, section.end) if section else self.source.extent
        first = bisect_left(self.named_at, begin)
        return first < len(self.named_at) and self.named_at[first] < stop

    def _report_year_follows(self, end: int) -> bool:
        """Tell whether the next sentence begins with the report year: 2013年……。2014年又……."""
        following = self.source.prose[end : end + 8].lstrip()
        return following.startswith((f"{self.report_year}年", "今年", "本年"))

    def _told_beside(self, sentence: Span, match: regex.Match[str]) -> bool:
        """The report year is told of in the same way near by, with other figures: years are being set side by side."""
        if self._report_year_follows(sentence.end):
            return True
        own = set(self._figures(sentence))
        beside = [one for one, words in self._own_statements(sentence) if _same_act(_act(match), _act(words))]
        return bool(beside) and not any(own & set(self._figures(one)) for one in beside[:1])

    def _same_figure(self, start: int) -> bool:
        """A figure told of the year at ``start`` is told of the report year in the same way: it is the report year's."""
        sentence = self.source.sentence_at(start)
        level = compiled(says.LEVEL).search(self.source.prose, sentence.start, sentence.end + _FOLLOWING)
        if level or self._in_series(sentence):
            return False
        return not self.told_of.isdisjoint(_told(self.source.prose, start, sentence.end))

    def _own_statements(self, sentence: Span) -> list[tuple[Span, regex.Match[str]]]:
        """List the statements of the report year in the same part near ``sentence``."""
        prose, section = self.source.prose, self._key_at(sentence.start)
        begin, stop = max(0, sentence.start - _NEIGHBOURHOOD), sentence.end + _NEIGHBOURHOOD
        found = []
        for year in compiled(rf"(?<!\d){self.report_year}\s?年").finditer(prose, begin, stop):
            beside = self.source.sentence_at(year.start())
            if beside == sentence or self._key_at(year.start()) != section:
                continue
            words = compiled(says.FACT).match(prose[year.end() : beside.end])
            if words and compiled(says.TOLD).search(prose, year.end(), beside.end):
                found.append((beside, words))
        return found

    def _figures(self, sentence: Span) -> list[str]:
        """List the numbers of a sentence with their measure words."""
        return compiled(says.NUMBERS).findall(self.source.prose, sentence.start, sentence.end)


def told_of(source: Source, named_at: Sequence[int], report_year: int) -> frozenset[tuple[str, str]]:
    """Collect what is told of the report year: (主动公开, 61条), beside its number or, of large figures, 全年."""
    named = (one for at in named_at for one in _told(source.prose, at, source.sentence_at(at).end))
    return frozenset((*named, *_told_undated(source, report_year)))


def _told_undated(source: Source, report_year: int) -> Iterator[tuple[str, str]]:
    """Give the large figures told of 全年, and those that are compared with the year before, with no year before them."""
    prose, extent = source.prose, source.extent
    for year in compiled(says.WHOLE_YEAR).finditer(prose, extent.start, extent.end):
        told = _told(prose, year.start(), source.sentence_at(year.start()).end)
        yield from (one for one in told if len(one[1]) > _LARGE_DIGITS and not _follows_year(source, year.start()))
    grown = compiled(says.GROWN_SINCE.format(before=report_year - 1))
    for match in compiled(says.ACT_FIGURE).finditer(prose, extent.start, extent.end):
        large = len(match["number"]) >= _LARGE_DIGITS
        if large and grown.match(prose, match.end()) and not _follows_year(source, match.start()):
            yield match["act"], match["number"] + match["unit"]


def _follows_year(source: Source, at: int) -> bool:
    """Tell whether a year, or last year by its name, stands before ``at`` in the sentence."""
    begin = max(source.sentence_at(at).start, at - _STATEMENT)
    return bool(compiled(rf"{YEAR}|去年|上一?年").search(source.prose, begin, at))


def _told(prose: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Give the figures told between a year at ``start`` and the next year, with what was done."""
    stop = min(end, start + _STATEMENT)
    other = compiled(YEAR).search(prose, min(start + _YEAR_LENGTH, stop), stop)
    for match in compiled(says.ACT_FIGURE).finditer(prose, start, other.start() if other else stop):
        if int(match["number"]) >= _SAME_AT_LEAST:
            yield match["act"], match["number"] + match["unit"]


def _first_year(prose: str, sentences: Sequence[Span], index: int) -> int:
    """Give the year that begins a sentence, or 0."""
    match = compiled(rf"({YEAR})\s?年").match(prose, sentences[index].start) if 0 <= index < len(sentences) else None
    return int(match[1]) if match else 0


def _same_act(one: str, other: str) -> bool:
    """Tell whether two statements tell of the same: 收到 as 未收到; what cannot be told apart counts as the same."""
    return not one or not other or one == other


def _act(match: regex.Match[str]) -> str:
    """Give what was done or not done: 没有因政府信息公开收取费用 is 收取."""
    found = compiled(says.ACT_KIND).search(match.string, match.start("act"), match.end("act") + _ACT_REACH)
    return found.group() if found else ""
