"""Which list of numbers may divide which total: what a list's first number says, and the numbers before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import Interval, total
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.sums.lead import Lead, lead_in
from checker.structure.sums.lists import LONGEST, Item, Listing, is_rest, is_whole, listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.quantity import Quantity
    from checker.structure.sums.partitions import Partition
    from checker.structure.sums.tokens import Token

_BACK = 12  # numbers looked at for the total
_FAR = 600  # characters
_FEW = 3
_LABEL = 60  # characters
_OPENING = 9  # characters of a sentence before the words that introduce its list
_NO_TOTALS = frozenset(("", "类", "大类", "次", "种", "方面"))
_NOWHERE = -1  # the total of parts whose total is not told
_NEW = r"(?:^|[,;、])(?:本年度?|当年|今年)?新增[一-龥]{0,4}$"
_WHEN = r"(?:^|(?<=[,;。:\n]))\s?(?:(?:19|20)\d\d年|本年|全年|当年|今年|年内)度?[,共]?"
_TAKEN_IN = r"新收|新增|新受理|本年|当年|今年"
_TOLD = r"共[一-龥]{0,10}$|总[数量]?[为达]?$"


class Claim(NamedTuple):
    """A list with the totals that it may divide, the likeliest first; ``head`` is that one's place among all numbers.

    ``near`` is False where the total stands apart; ``inner``: another list is told in the sentence before this one;
    ``kinds`` is how many kinds the list has, where it tells two numbers of each; ``taken_in`` are the parts of the total
    that were new this year, which the list may divide instead (收到 15 件(新收 12 件、结转 3 件)).
    """

    items: tuple[Item, ...]
    totals: tuple[Quantity, ...]
    lead: Lead | None
    listing: Listing
    head: int
    near: bool = True
    inner: bool = False
    kinds: int = 0
    taken_in: tuple[Quantity, ...] = ()


class Finder(NamedTuple):
    """Finds lists and their totals; ``wholes`` is the place of the total of each number that was read as a part."""

    tokens: Sequence[Token]
    partitions: Sequence[Partition]
    wholes: dict[int, int]

    def claim(self, at: int, *, free: bool) -> Claim | None:
        """Read the list that begins with a number, if one does; ``free``: it stands in no list that was read."""
        found = self._found(at, free=free) if self.tokens[at].counts else None
        if found:
            self.wholes.update((one.at, found.head) for one in found.listing.items if one.at != found.head)
        return found

    def _found(self, at: int, *, free: bool) -> Claim | None:
        lead = lead_in(self.tokens[at], inside=True)
        if lead:
            return self._claim(at, lead)
        return (self._bare(at) if free else None) or self._loose(at)

    def _claim(self, first: int, lead: Lead) -> Claim | None:
        """Read the list that ``lead`` introduces."""
        near = self._is_near(lead)
        found = self._totals(first, lead) if near else []
        if not found:
            near, found = False, self._distant(first)
        if not found:
            orphans = listing(self.tokens, first, self.tokens[first].unit, lead, halt=False).items
            self.wholes.update((one.at, _NOWHERE) for one in orphans)
            return None
        unit = self.tokens[found[0]].unit
        nested = lead.how == "among" and lead.joined and self.tokens[first].depth == 0 and self._inside(first)
        read = listing(self.tokens, first, unit, lead, halt=nested)
        if len(read.items) < (1 if near else _FEW):
            return None
        totals = tuple(self.tokens[one].quantity for one in found if self.tokens[one].unit == unit)
        items = self._of_one_time(read.items, totals)
        taken = self._taken_in(found[0], first)
        inner = self._inside(first) or found[0] in self.wholes
        kinds = len(read.items) - len(items)
        return Claim(items, totals, lead, read, found[0], near, inner, kinds, taken)

    def _taken_in(self, head: int, first: int) -> tuple[Quantity, ...]:
        """List the parts of a total, told before this list, that say what was new this year."""
        return tuple(
            self.tokens[at].quantity
            for at in range(head + 1, min(first, head + _FEW))
            if self.wholes.get(at) == head and compiled(_TAKEN_IN).search(self.tokens[at].chunk)
        )

    def _is_near(self, lead: Lead) -> bool:
        """Tell whether the lead stands in the total's sentence or begins the next one."""
        words = compiled(r"[^。!?\n]*+\Z").search(lead.before)
        ends = len(compiled(r"[。!?\n]+").findall(lead.before))
        return not ends or (ends < 3 and len(words.group() if words else "") < _OPENING)

    def _inside(self, first: int) -> bool:
        """Tell whether a list is told already in this sentence."""
        for at in range(first - 1, max(first - _BACK, 0), -1):
            if "其中" in self.tokens[at].gap:
                return True
            if self.tokens[at].ended:
                return False
        return False

    def _totals(self, first: int, lead: Lead) -> list[int]:
        """List the numbers that the list may divide, the nearest first: of its sentence, else of the one before."""
        bracket = lead.how == "bracket"
        depth = self.tokens[first].depth - 1 if bracket else self.tokens[first].dipped
        crossed = int(bool(compiled(r"[。!?\n]").search(lead.before)))
        found: list[int] = []
        for at in range(first - 1, max(first - 1 - _BACK, -1), -1):
            token = self.tokens[at]
            if token.depth <= depth and token.counts and not token.against and token.unit not in _NO_TOTALS:
                found.append(at)
            depth = min(depth, token.dipped)
            if token.ended:
                if found or crossed == 2:
                    break
                crossed += 1
        if crossed:
            return self._of_sentence_before(found)
        return self._before_all(found, first) if lead.anew else found

    def _before_all(self, found: Sequence[int], first: int) -> list[int]:
        """Put the total before all lists in the place of their parts; the part just before may itself be divided."""
        unit = self.tokens[first].unit
        named = [at for at in found if any(one.part(self.tokens[at].gap) for one in self.partitions)]
        own = [at for at in found if at not in self.wholes and (at not in named or len(named) == 1)]
        alike = [self.tokens[at].quantity.value for at in own if self.tokens[at].unit == unit]
        if alike and alike[-1] < max(alike):
            return []  # parts without a total: the first is none
        whole = dict.fromkeys(self._whole(at) for at in found if at in self.wholes or at in own)
        whole.pop(_NOWHERE, None)
        heads = sorted(whole, key=lambda at: (self.tokens[at].unit != unit, -self.tokens[at].quantity.value))
        return [*heads, *(at for at in found[:1] if at not in heads)] if heads else []

    def _whole(self, at: int) -> int:
        """Give the place of the total of a part of parts."""
        for _ in range(_FEW):
            at = self.wholes.get(at, at)
        return at

    def _of_sentence_before(self, found: Sequence[int]) -> list[int]:
        """Put the totals of parts in their place; of several numbers, the greatest is the likeliest."""
        whole = dict.fromkeys(self.wholes.get(at, at) for at in found if at in self.wholes or not self._has_share(at))
        whole.pop(_NOWHERE, None)
        unit = self.tokens[next(iter(whole))].unit if whole else ""
        return sorted(whole, key=lambda at: (self.tokens[at].unit != unit, -self.tokens[at].quantity.value))

    def _has_share(self, at: int) -> bool:
        """Tell whether a number is told as a share of something greater (979条,占总数的68.8%)."""
        behind = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return behind is not None and behind.unit == "%" and not behind.ended and "占" in behind.gap

    def _distant(self, first: int) -> list[int]:
        """List the numbers of items disclosed farther back, the greatest first."""
        unit, start = self.tokens[first].unit, self.tokens[first].quantity.start
        found = [
            at
            for at in range(first - 1, max(first - 1 - _BACK, -1), -1)
            if (token := self.tokens[at]).unit == unit
            and start - token.quantity.start < _FAR
            and not token.against
            and at not in self.wholes
            and compiled(r"公开[^,;。]{0,8}信息").search(token.words)
        ]
        return sorted(found, key=lambda at: -self.tokens[at].quantity.value)

    def _of_one_time(self, items: tuple[Item, ...], totals: Sequence[Quantity]) -> tuple[Item, ...]:
        """Keep the numbers of the year or those up to now, where each kind has both (总数289条,新增57条)."""
        new = tuple(one for one in items if compiled(_NEW).search(one.name))
        old = tuple(one for one in items if one not in new)
        if not new or not old or new[0] == items[0]:
            return items
        made = total(self.tokens[one.at].quantity for one in old)
        if not any(is_whole(one.name) for one in old) or any(made.meets(Interval.of(one)) for one in totals):
            return old
        return tuple(one._replace(name="新增") for one in new)

    def _bare(self, first: int) -> Claim | None:
        """Read a list without words that introduce it: two numbers of one partition behind a number of that unit."""
        token = self.tokens[first]
        if not 0 < first < len(self.tokens) - 1 or token.depth or len(token.gap) > _LABEL:
            return None
        head = self.wholes.get(first - 1, first - 1) if token.ended else first - 1
        if head == _NOWHERE:
            return None
        whole, second = self.tokens[head], self.tokens[first + 1]
        units = (whole.unit, "")
        if not whole.unit or token.unit not in units or second.unit not in units or second.ended or whole.against:
            return None
        if not any(self._fits(one, first, whole) for one in self.partitions):
            return None
        read = listing(self.tokens, first, whole.unit, None, halt=False)
        return Claim(read.items, (whole.quantity,), None, read, head) if len(read.items) > 1 else None

    def _loose(self, first: int) -> Claim | None:
        """Read a list without words that introduce it and with its total told near it, if it ends in what is left over."""
        token = self.tokens[first]
        if (
            not (token.ended or ";" in token.gap)
            or token.depth
            or not token.unit
            or not compiled(r"公开|发布").search(token.gap[-60:])
            or not self._has_rest(first)
        ):
            return None
        read = listing(self.tokens, first, token.unit, None, halt=True)
        last = next((at for at, one in enumerate(read.items) if is_rest(one.name)), 0)
        if last < _FEW:
            return None
        after = read.items[last].at + 1
        around = [*range(first - 1, max(first - 4, -1), -1), *range(after, min(after + 5, len(self.tokens)))]
        told = [
            at
            for at in around
            if (one := self.tokens[at]).unit == token.unit
            and not one.against
            and abs(one.quantity.start - token.quantity.start) < _FAR
            and compiled(_TOLD).search(one.chunk)
        ]
        totals = tuple(self.tokens[at].quantity for at in told)
        return (
            Claim(read.items[: last + 1], totals, None, read._replace(end=after), told[0], near=False) if told else None
        )

    def _has_rest(self, first: int) -> bool:
        """Tell whether the sentence tells of what is left over at all."""
        for at in range(first + 1, min(first + LONGEST, len(self.tokens))):
            gap = self.tokens[at].gap
            if "其他" in gap or "其它" in gap or "其余" in gap:
                return True
            if self.tokens[at].ended:
                return False
        return False

    def _fits(self, partition: Partition, first: int, whole: Token) -> bool:
        token, second = self.tokens[first], self.tokens[first + 1]
        return (
            partition.divides(whole.words)
            and bool(partition.part(token.gap))
            and bool(partition.part(second.gap) or is_rest(second.chunk))
            and not partition.part(compiled(_WHEN).sub("", whole.gap[-_LABEL:]))
        )
