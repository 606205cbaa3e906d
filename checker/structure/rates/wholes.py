"""The whole that a share is told of: named by its words, opened by 其中, or borne out by the other shares of the list."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.counting import Interval, percent, prints_as, total
from checker.model.quantity import Quantity
from checker.model.record import NamedTuple
from checker.model.relations import Share
from checker.patterns import compiled
from checker.structure.rates import sharewords as says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.structure.rates.shares import Told
    from checker.structure.source import Source

_BACK, _AHEAD = 600, 80  # characters in which wholes are looked for
_MOST = 20  # numbers that are looked at
_LEAD = 60  # characters before a number that tell what it counts
_NOUN = 12  # characters behind it
_NEXT = 6  # characters between a sentence and the end of the one before
_SEVERAL = 6
_CLEARLY = 2  # one number may be explained by chance
_NEAR_MISS = Decimal(3)  # per cent points


class Wholes(NamedTuple):
    """Finds the wholes of shares among the numbers of a report."""

    source: Source
    quantities: Sequence[Quantity]

    def of_list(self, group: Sequence[Told]) -> list[Share]:
        """Give the shares of one list with their wholes; none where no whole is sure."""
        around = [one for one in self._around(group) if one.unit == group[0].part.unit]
        usable = self._usable(group, around)
        sums, together = _sums(group), tuple(one.printed for one in group)
        marked = self._marked(group, usable)
        borne_out = self._borne_out(group, [*sums, *usable], marked) if len(group) > 1 else None
        found = []
        for one in group:
            whole = borne_out if len(group) > 1 else self._likeliest(one, usable, marked)
            if whole and self._is_sure(one, group, whole):
                wholes = (whole, *(other for other in [*around, *sums] if other not in (whole, one.part)))
                share = Share(one.printed, one.part, wholes, _names_some(one), together)
                found += [share] if not self._is_of_several(share, one.at) else []
        return found

    def _usable(self, group: Sequence[Told], around: Sequence[Quantity]) -> list[Quantity]:
        """Give the numbers before a list that may be its whole: as large as each part, and named so where words name it."""
        largest = max(one.part.low for one in group)
        before = [one for one in around if one.end <= group[0].part.start and one.high >= largest]
        named = next((one for one in group if one.name), None)
        return [one for one in before if self._is_whole(one) and (not named or self._names(named, one))]

    def _is_sure(self, one: Told, group: Sequence[Told], whole: Quantity) -> bool:
        """Of a list, what the whole does not explain may be told of another whole, unless something speaks against it."""
        if len(group) == 1 or explains(whole, one.part, one.printed) or _names_some(one):
            return True
        complete = Interval.of(whole).meets(total(other.part for other in group))
        borne_out = sum(explains(whole, other.part, other.printed) for other in group)
        return complete or _is_slip(one, whole) or borne_out >= max(_CLEARLY, len(group) - 2)

    def _is_of_several(self, share: Share, at: int) -> bool:
        """Tell whether the share is that of several parts together: 网站400条、微博200条，占60%."""
        parts, before = [share.part], range(at - 1, max(at - _SEVERAL, -1), -1)
        for index in before:
            one = self.quantities[index]
            if one.unit != share.part.unit or parts[0].start - one.end > _LEAD:
                return False
            parts.insert(0, one)
            if any(explains(whole, _joined(parts), share.printed) for whole in share.wholes):
                return True
        return False

    def of_rate(self, told: Told) -> list[Share]:
        """Give the share that a rate (办结率) tells, where the two numbers before it are what it is made of."""
        part_says, whole_says = says.RATES_OF[told.rate]
        sentence = self.source.sentence_at(told.part.start)
        before = [
            one
            for one in self.quantities[max(told.at - 6, 0) : told.at]
            if one.start >= sentence.start and one.unit == told.part.unit
        ]
        whole = before[-1] if before else None
        if not whole or whole.value < told.part.value or told.printed.value >= 100:
            return []
        if not self._lead(told.part, part_says) or not self._lead(whole, whole_says):
            return []
        sums = [_joined(before[at:]) for at in range(len(before) - 1)]
        return [Share(told.printed, told.part, (whole, *before[:-1], *sums))]

    def _lead(self, one: Quantity, pattern: str) -> bool:
        words = self._words_before(one)
        return bool(compiled(pattern).search(words.rpartition(",")[2]))

    def _around(self, group: Sequence[Told]) -> Iterator[Quantity]:
        first, last = group[0], group[-1]
        for one in self.quantities[max(first.at - _MOST, 0) : last.at + 6]:
            if first.part.start - _BACK <= one.start <= last.printed.end + _AHEAD:
                yield one

    def _is_whole(self, one: Quantity) -> bool:
        return not self.source.in_table(one.start) and not compiled(says.NO_WHOLE).search(self._words_before(one))

    def _words_before(self, one: Quantity) -> str:
        start = max(one.start - _LEAD, 0)
        words = self.source.prose[start : one.start]
        return words[max(words.rfind(mark) for mark in "。;\n") + 1 :]

    def _likeliest(self, one: Told, fitting: Sequence[Quantity], marked: Quantity | None) -> Quantity | None:
        """Give the whole of a lone share: told by the structure of the sentence or by its words."""
        if marked or one.bare or not fitting:
            return marked
        return self._by_words(one, fitting) or self._beside(one, fitting)

    def _by_words(self, one: Told, fitting: Sequence[Quantity]) -> Quantity | None:
        """Give the largest number of those that the name of the whole, or the verb of the part, means."""
        channel = compiled(says.CHANNEL).search(self._words_before(one.part))
        named = _names_some(one)
        start = self.source.sentence_at(one.part.start).start
        if named:
            meant = list(fitting)
        elif one.name:
            meant = [whole for whole in fitting if channel or start - whole.end <= _NEXT]
        else:
            meant = [whole for whole in fitting if channel and whole.start >= start]
        if channel and not named:
            meant = [whole for whole in meant if channel["verb"] in self._words_before(whole)]
        return max(meant, key=lambda whole: whole.value, default=None)

    def _borne_out(self, group: Sequence[Told], wholes: Sequence[Quantity], marked: Quantity | None) -> Quantity | None:
        """Give the number that explains most of the shares of a list, or that is the sum of its parts."""
        parts, named = total(one.part for one in group), any(_names_some(one) for one in group)
        best, most = None, 0
        for whole in wholes:
            explained = sum(explains(whole, one.part, one.printed) for one in group)
            strong = named or whole is marked or Interval.of(whole).meets(parts)
            if explained >= max(1 if strong else _CLEARLY, most, (len(group) + 1) // 2):
                best, most = whole, explained
        return best or (marked if marked and Interval.of(marked).meets(parts) else None)

    def _marked(self, group: Sequence[Told], usable: Sequence[Quantity]) -> Quantity | None:
        """Give the number behind which 其中 or the like opens the list; the marker and the list stand in one sentence."""
        first, behind = group[0].part.start, group[0].part.start
        for whole in reversed(usable):
            markers = list(compiled(says.MARKER).finditer(self.source.prose, whole.end, behind))
            if markers:
                between = self.source.prose[markers[-1].end() : first]
                return whole if "。" not in between and between.count("\n") <= 1 else None
            behind = whole.start
        return None

    def _beside(self, one: Told, fitting: Sequence[Quantity]) -> Quantity | None:
        """Give the only number before it in its sentence, where the share is nearly what it makes of it."""
        sentence = self.source.sentence_at(one.part.start)
        before = [whole for whole in fitting if whole.start >= sentence.start]
        if len(before) != 1 or before[0].value <= one.part.value:
            return None
        return before[0] if _is_slip(one, before[0]) else None

    def _names(self, one: Told, whole: Quantity) -> bool:
        """Tell whether the words name this whole: 占受理总量的, 受理申请201件."""
        if not one.name:
            return False
        behind = self.source.prose[whole.end : whole.end + _NOUN].partition(",")[0]
        clause = self._words_before(whole) + behind
        region = compiled(says.REGION).search(one.name)
        return set(one.name) - says.WORTHLESS <= set(clause) and (not region or region.group() in clause)


def _names_some(told: Told) -> bool:
    """Tell whether the words say which whole: 占受理总量的, not 占总数的."""
    return not says.WORTHLESS.issuperset(told.name)


def explains(whole: Quantity, part: Quantity, printed: Quantity) -> bool:
    """Tell whether ``part`` of ``whole`` may be printed so."""
    true = percent(Interval.of(part), Interval.of(whole))
    return true is not None and prints_as(true, printed)


def _sums(group: Sequence[Told]) -> list[Quantity]:
    """Give the sum of the parts of a list, where its shares make a hundred."""
    shares = total(one.printed for one in group)
    slack = sum((_unit(one.printed) for one in group), Decimal(0))
    whole = shares.low - slack <= 100 <= shares.high + slack
    return [_joined([one.part for one in group])] if len(group) > 2 and whole else []


def _unit(printed: Quantity) -> Decimal:
    return Decimal(1).scaleb(min(int(printed.value.as_tuple().exponent), 0))


def _joined(parts: Sequence[Quantity]) -> Quantity:
    low, high = total(parts)
    value = sum((one.value for one in parts), Decimal(0))
    return Quantity(parts[0].start, parts[-1].end, value, parts[0].unit, low, high)


def _is_slip(told: Told, whole: Quantity) -> bool:
    """Tell whether a share is right or off by little, or has its digits swapped or its point moved."""
    true, printed = percent(Interval.of(told.part), Interval.of(whole)), told.printed
    if true is None:
        return False
    moved = [
        printed._replace(value=printed.value.scaleb(by), low=printed.low.scaleb(by), high=printed.high.scaleb(by))
        for by in (-2, -1, 1)
    ]
    right = f"{true.low.quantize(_unit(printed))}"
    near = abs(printed.value - true.low) <= _NEAR_MISS
    return near or sorted(right) == sorted(f"{printed.value}") or any(prints_as(true, one) for one in moved)
