"""Growth as told with its numbers: 5064条，比2017年4101条增长23.48%; 由100件增加到120件，增长20%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import Interval, change, prints_as
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.relations import Growth
from checker.patterns import compiled
from checker.structure.rates import growthwords as says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from checker.model.quantity import Quantity
    from checker.structure.source import Source

_LEAD = 48  # characters
_FARTHEST = 5  # numbers before the change
_RATES = frozenset({"%", "倍"})
_POINTS = frozenset({"百分点", "个百分点"})
_LETTER = 2


class _Change(NamedTuple):
    """A change at ``at``: its rate and difference, and the word that tells the direction."""

    at: int
    behind: int
    turn: Span
    direction: int
    rate: Quantity | None
    difference: Quantity | None
    year: str


def growths_of(source: Source, quantities: Sequence[Quantity], report_year: int | None) -> tuple[Growth, ...]:
    """Read the changes against earlier numbers (增减) that are told beside them."""
    return tuple(_Reader(source, quantities, report_year).growths())


class _Reader(NamedTuple):
    source: Source
    quantities: Sequence[Quantity]
    report_year: int | None

    def growths(self) -> Iterator[Growth]:
        at = 0
        while at < len(self.quantities):
            told = self._change(at)
            found = self._of(told) if told else self._risen(at)
            if found:
                yield found
            at = told.behind if told else at + 1

    def _lead(self, at: int) -> str:
        """Give the words between a number and the one before it in its sentence."""
        one = self.quantities[at]
        start = max(self.source.sentence_at(one.start).start, one.start - _LEAD)
        before = self.quantities[at - 1].end if at else 0
        return self.source.prose[max(start, before) : one.start]

    def _adjoins(self, at: int) -> bool:
        """Tell whether the number before stands in the same sentence, with no more than a clause between."""
        if at < 1:
            return False
        one, before = self.quantities[at], self.quantities[at - 1]
        near = one.start - before.end <= _LEAD and not self.source.in_table(one.start)
        return near and self.source.sentence_at(one.start).start <= before.start

    def _match(self, pattern: str, at: int) -> regex.Match[str] | None:
        return compiled(pattern).fullmatch(self._lead(at)) if self._adjoins(at) else None

    def _turned(self, at: int) -> regex.Match[str] | None:
        if at >= len(self.quantities) or not self.quantities[at].unit:
            return None
        start = self.quantities[at].start
        if says.CHANGING.isdisjoint(self.source.prose[max(start - 6, 0) : start]):
            return None
        found = self._match(says.CHANGE, at)
        counted = self.quantities[at].unit not in _RATES | _POINTS
        return None if found and counted and compiled(says.TO_COUNT).search(found.group()) else found

    def _change(self, at: int) -> _Change | None:
        """Read a change that begins with the number at ``at``: a rate, a difference, or both one behind the other."""
        first = self._turned(at)
        if not first:
            return None
        span = self._span(at, first)
        second = self._turned(at + 1)
        numbers = [self.quantities[at]]
        if second and _direction(second["turn"]) == _direction(first["turn"]):
            numbers.append(self.quantities[at + 1])
        rate = next((one for one in numbers if one.unit in _RATES), None)
        difference = next((one for one in numbers if one.unit not in _RATES), None)
        if len(numbers) > 1 and not (rate and difference):
            numbers = numbers[:1]
        return _Change(at, at + len(numbers), span, _direction(first["turn"]), rate, difference, first["year"] or "")

    def _span(self, at: int, match: regex.Match[str]) -> Span:
        start = self.quantities[at].start - len(match.string)
        return Span(start + match.start("turn"), start + match.end("turn"))

    def _of(self, told: _Change) -> Growth | None:
        pair = self._told(told)
        if not pair:
            return None
        now, before = pair
        numbers = [now, *([before] if before else []), self.quantities[told.behind - 1]]
        words = Span(min(one.start for one in numbers), max(one.end for one in numbers))
        return Growth(words, told.direction, now, before, told.difference, told.rate, told.turn)

    def _told(self, told: _Change) -> tuple[Quantity, Quantity | None] | None:
        """Give the later number and the earlier one, where they stand before the change in a known order."""
        at = told.at - 1
        pair = self._pair(at) or self._reached(told)
        if pair:
            return pair if self._belongs(pair, told) else None
        earlier = self._match(says.BEFORE, at)
        if earlier:
            if not self._is_earlier(earlier, told.year):
                return None
            return self._with(told, self.quantities[at], at - 1)
        if told.rate and told.difference:
            cumulative = compiled(says.CUMULATIVE).search(self._sentence_before(at))
            return None if cumulative else self._with(told, None, at)
        return self._followed(told)

    def _reached(self, told: _Change) -> tuple[Quantity, Quantity] | None:
        """Give the later number behind a change and the earlier before it: 由上年的100件增加20件,达到120件."""
        at, behind = told.at - 1, told.behind
        if at < 0 or behind >= len(self.quantities) or not compiled(says.SINCE).search(self._lead(at)):
            return None
        before, now = self.quantities[at], self.quantities[behind]
        reached = self._match(says.REACHED, behind) if now.unit == before.unit else None
        if not reached or now.unit in says.NOT_COUNTED:
            return None
        same_way = not reached["turn"] or _direction(reached["turn"]) == told.direction
        return (now, before) if same_way else None

    def _followed(self, told: _Change) -> tuple[Quantity, Quantity | None] | None:
        """Give the numbers of a change behind which the earlier one stands in brackets: 43件，同比上升86.96%(2021年为23件)."""
        behind = told.behind
        later = self._match(says.BEFORE, behind) if behind < len(self.quantities) else None
        if not later or not later["bracket"] or not self._is_earlier(later, told.year):
            return None
        return self._with(told, self.quantities[behind], told.at - 1)

    def _is_earlier(self, match: regex.Match[str], compared: str) -> bool:
        """A year must be the one compared with and, where no word compares, the one before the report's."""
        year = match["year"]
        if not year:
            return True
        if compared and compared != year:
            return False
        if match["with"] or (match["bracket"] and self.report_year is None):
            return True
        return self.report_year is not None and int(year) == self.report_year - 1

    def _belongs(self, pair: tuple[Quantity, Quantity], told: _Change) -> bool:
        """A share among rates and a difference in another unit have nothing to do with the two numbers."""
        now = pair[0]
        if now.unit == "%":
            return told.rate is None and told.difference is not None and told.difference.unit in _POINTS
        return told.difference is None or told.difference.unit == now.unit

    def _pair(self, at: int) -> tuple[Quantity, Quantity] | None:
        """Give two numbers, the later first, that end at ``at``: 由100件增加到120件; 2016年100件,2017年120件."""
        unit = self.quantities[at].unit if at > 0 else ""
        if unit in says.NOT_COUNTED or not self._adjoins(at) or unit != self.quantities[at - 1].unit:
            return None
        before = self._lead(at - 1)
        risen = self._match(says.TO, at) and compiled(says.FROM).search(before)
        return (self.quantities[at], self.quantities[at - 1]) if risen or self._dated(at, before) else None

    def _dated(self, at: int, before: str) -> bool:
        earlier, later = compiled(says.EARLIER).search(before), self._match(says.LATER, at)
        if not earlier or not later:
            return False
        in_order = not (earlier["year"] and later["later"]) or int(earlier["year"]) + 1 == int(later["later"])
        what = later["what"]
        return in_order and (not what or what[-_LETTER:] == earlier["what"][-_LETTER:])

    def _risen(self, at: int) -> Growth | None:
        """Read two numbers with a direction and nothing behind: 由100件增加到120件."""
        match = self._match(says.TO, at) if at and self.quantities[at].unit else None
        pair = self._pair(at) if match else None
        if not match or not pair:
            return None
        following = self._turned(at + 1)
        if following:
            return None
        span = self._span(at, match)
        return Growth(Span(pair[1].start, pair[0].end), _direction(match["turn"]), *pair, turn=span)

    def _with(self, told: _Change, before: Quantity | None, at: int) -> tuple[Quantity, Quantity | None] | None:
        """Give the later number: the nearest before that explains the change, else the nearest."""
        unit = before.unit if before else told.difference.unit if told.difference else ""
        rows = [one for one in self._backwards(at) if one.unit == unit]
        if not rows or (told.difference and told.difference.unit != unit) or unit in {*says.NOT_COUNTED, "%", *_POINTS}:
            return None
        if rows[0] != self.quantities[at] or compiled(says.PAST).search(self._lead(at)):
            return None
        return next((one for one in rows if self._explains(told, one, before)), rows[0]), before

    def _explains(self, told: _Change, now: Quantity, before: Quantity | None) -> bool:
        """Tell whether the change, in its direction, leads from the earlier number to this one."""
        if told.difference and before:
            return (now.value - before.value) * told.direction == told.difference.value
        if not told.rate:
            return False
        earlier = Interval.of(before) if before else _without(now, told)
        true = change(Interval.of(now), earlier)
        signed = true if true is None or told.direction > 0 else Interval(-true.high, -true.low)
        return signed is not None and prints_as(signed, told.rate)

    def _backwards(self, at: int) -> Iterator[Quantity]:
        sentence = self.source.sentence_at(self.quantities[at].start) if at >= 0 else Span(0, 0)
        for index in range(at, max(at - _FARTHEST, -1), -1):
            if self.quantities[index].start < sentence.start:
                return
            yield self.quantities[index]

    def _sentence_before(self, at: int) -> str:
        one = self.quantities[max(at, 0)]
        return self.source.prose[max(self.source.sentence_at(one.start).start, one.start - 2 * _LEAD) : one.start]


def _without(now: Quantity, told: _Change) -> Interval:
    difference = told.difference.value * told.direction if told.difference else 0
    return Interval(now.low - difference, now.high - difference)


def _direction(turn: str) -> int:
    return 1 if compiled(says.UP + "|扩大|升").match(turn) else -1
