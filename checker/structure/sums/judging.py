"""Lists held against their totals: cut into those that make it; of the others, those that surely must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import Interval, total
from checker.model.record import NamedTuple
from checker.model.relations import Sum
from checker.patterns import compiled
from checker.structure.sums.lead import announced
from checker.structure.sums.lists import breaks, is_rest, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.quantity import Quantity
    from checker.structure.sums.claims import Claim
    from checker.structure.sums.lists import Item
    from checker.structure.sums.partitions import Partition
    from checker.structure.sums.tokens import Token

_FEW = 3
_BEFORE = 12  # numbers
_AROUND = 200  # characters
_ET_CETERA = r"\G[^,;。()\n]{0,12}等(?!级)"
_FLOW = r"结转|跨年|上年|去年|遗留|尚在|正在|未到期|延期(?!办结|答复)|未办结|未答复|待答复|办理中|在办|撤回|撤销|补正"
_INTAKE = r"收到|受理|接到|新收|收办|提出|接收"
_NEW_INTAKE = r"新收|本年新|当年新"
_ALL = r"全部|均|办结率|答复率|已按|逐一"
_SEVERAL = r"同时|同步|均(?:在|通过)|重复|分别在|多(?:个)?渠道"
_KINDS = frozenset(("类", "大类", "方面", "部分", "种"))


class Judge(NamedTuple):
    """Holds lists against their totals; ``partitions`` are the ways in which the total can be divided."""

    prose: str
    tokens: Sequence[Token]
    partitions: Sequence[Partition]

    def judged(self, claim: Claim) -> Iterator[Sum]:
        """Cut the numbers of a list into lists that each make a total, where they can be; else where another begins."""
        items = claim.items
        whole = self._meets(items, (*claim.totals, *claim.taken_in))
        if whole is not None and len(items) > 1:
            yield self._sum(items, whole, near=claim.near)
            return
        start, headed = 0, True
        while start < len(items):
            end, made = self._next(items, start, claim.totals)
            run = items[start:end]
            if made is not None:
                yield self._sum(run, made, near=claim.near)
            else:
                yield from self._doubted(run, claim, headed=headed, last=end == len(items))
            start, headed = end, False

    def _next(self, items: Sequence[Item], start: int, totals: Sequence[Quantity]) -> tuple[int, Quantity | None]:
        low = high = self.tokens[items[start].at].quantity.low * 0
        for end in range(start, len(items)):
            one = self.tokens[items[end].at].quantity
            low, high = low + one.low, high + one.high
            made = next((t for t in totals if Interval(low, high).meets(Interval.of(t))), None)
            if end > start and made and not self._goes_on(items, start, end):
                return end + 1, made
        for end in range(start + 1, len(items)):
            if breaks(items[end], items[start]) or self._turns(items, start, end):
                return end, None
        return len(items), None

    def _goes_on(self, items: Sequence[Item], start: int, end: int) -> bool:
        """Tell whether more parts of the same kind follow on ``end``: a list that makes its total too early makes none."""
        rest = items[end + 1 :]
        if not rest or breaks(rest[0], items[start]) or self._turns(items, start, end + 1):
            return False
        return bool(self._ways(items[start : end + 1])) or is_rest(rest[-1].name)

    def _turns(self, items: Sequence[Item], start: int, end: int) -> bool:
        """Tell whether the list goes over to another way of dividing, or to no known one, at ``end``."""
        before = self._ways(items[start:end])
        if not before:
            return (
                any(one.part(items[end].name) for one in self.partitions)
                and end - start > 0
                and not is_rest(items[end].name)
            )
        return not (is_rest(items[end].name) or self._ways(items[start : end + 1]))

    def _ways(self, items: Sequence[Item]) -> list[Partition]:
        """List the ways of dividing in which all these are parts."""
        named = [one for one in items if not is_rest(one.name)]
        return [way for way in self.partitions if named and all(way.part(one.name) for one in named)]

    def _meets(self, items: Sequence[Item], totals: Sequence[Quantity]) -> Quantity | None:
        made = total(self.tokens[one.at].quantity for one in items)
        return next((one for one in totals if made.meets(Interval.of(one))), None)

    def _sum(
        self, items: Sequence[Item], whole: Quantity, *, closed: str = "", name: str = "", near: bool = True
    ) -> Sum:
        return Sum(whole, tuple(self.tokens[one.at].quantity for one in items), closed, name, near)

    def _doubted(self, run: Sequence[Item], claim: Claim, *, headed: bool, last: bool) -> Iterator[Sum]:
        """Give a list that makes no total, if its numbers are surely parts of the first one."""
        whole = claim.totals[0]
        head = self.tokens[claim.head]
        way = next(iter(self._ways(run)), None)
        made = total(self.tokens[one.at].quantity for one in run)
        parts = [self.tokens[one.at].quantity for one in run]
        if not headed and not (way and len(run) > 1):
            return
        if self._ambiguous(claim, made) or self._strays(claim, made):
            return
        closed = self._closed(run, way, claim, last=last)
        exceeds = made.low > whole.high
        if exceeds and not self._are_parts(run, way, claim):
            return
        if way and way.carried and self._flows(claim, run, head, exceeds=exceeds):
            return
        if exceeds and not closed and len(run) > 1 and any(part.low == whole.high for part in parts):
            return  # the same things, told in several ways
        near = claim.near
        if way and way.overlaps and closed not in ("rest", "divided"):
            if self._repeated(whole, parts):
                return
            near = near and (not exceeds or any(part.low > whole.high for part in parts))
            closed = "nearly" if len(run) >= _FEW else ""
        elif not closed and len(run) > _FEW and not exceeds and whole.low - made.high <= whole.low / 30:
            closed = "nearly"
        made_up = self._sum(run, whole, closed=closed, name=way.name if way else "", near=near)
        yield made_up._replace(
            stated=near and last and headed and not (way and way.overlaps) and _is_stated(run, claim)
        )

    def _ambiguous(self, claim: Claim, made: Interval) -> bool:
        """Tell whether the numbers are too many for the one just before, not for the whole: 其中 may belong to either."""
        lead = claim.lead
        if any(one.low <= made.high for one in claim.taken_in) and made.high < claim.totals[0].low:
            return True
        if lead and lead.anew:
            return self._of_parts(claim, made)
        if lead is None or lead.how != "among" or not lead.joined or not claim.inner:
            return False
        return claim.totals[0].high < made.low <= max(one.high for one in claim.totals)

    def _of_parts(self, claim: Claim, made: Interval) -> bool:
        """Tell whether a list divides anew the part just before it, or all the parts before it whose total is not told."""
        if claim.lead and claim.lead.joined and any(made.low <= one.high for one in claim.totals[1:]):
            return True
        first = claim.items[0].at
        before: list[Quantity] = []
        for at in range(first - 1, max(first - _BEFORE, -1), -1):
            if self.tokens[at + 1].ended:
                break
            if self.tokens[at].unit == self.tokens[claim.head].unit:
                before.append(self.tokens[at].quantity)
                if len(before) > 1 and total(before).meets(made):
                    return True
        return False

    def _closed(self, run: Sequence[Item], way: Partition | None, claim: Claim, *, last: bool) -> str:
        """Tell why a list must make up the whole; empty where nothing says so."""
        end = self.tokens[run[-1].at].quantity.end
        et_cetera = compiled(_ET_CETERA).search(self.prose, end, end + 20)
        if claim.listing.gap_in or et_cetera or not (last or (way and self._clean(run, claim))):
            return ""
        if self._announces(claim, claim.kinds or len(run)):
            return "announced"
        return self._promised(run, way, claim) if len(run) > 1 else ""

    def _promised(self, run: Sequence[Item], way: Partition | None, claim: Claim) -> str:
        if is_rest(run[-1].name):
            return "rest"
        parts = {way.part(one.name) for one in run if not is_rest(one.name)} if way else set()
        if way and not way.overlaps and way.closes(parts) and not (len(parts) == 2 and self._scant(run, way, claim)):
            return "partition"
        return "divided" if claim.lead and claim.lead.how == "divided" and not claim.lead.open else ""

    def _scant(self, run: Sequence[Item], way: Partition, claim: Claim) -> bool:
        """Tell whether two parts of a way that has more make up less than half, so that others may be left out."""
        made = total(self.tokens[one.at].quantity for one in run)
        return not way.closed_by and made.high * 2 < claim.totals[0].low

    def _clean(self, run: Sequence[Item], claim: Claim) -> bool:
        """Tell whether what follows a list is a statement of its own, not a part with a name that is not known."""
        index = claim.items.index(run[-1]) + 1
        return index < len(claim.items) and (
            breaks(claim.items[index], run[0]) or any(one.part(claim.items[index].name) for one in self.partitions)
        )

    def _announces(self, claim: Claim, count: int) -> bool:
        for at in (claim.items[0].at - 1, claim.items[0].at - 2):
            token = self.tokens[at] if at >= 0 else None
            if token and token.unit in _KINDS and announced(token.gap):
                return token.quantity.value == count
        return False

    def _are_parts(self, run: Sequence[Item], way: Partition | None, claim: Claim) -> bool:
        """Tell whether numbers that exceed the total cannot be but parts of it, each thing counted once."""
        if any(is_whole(one.name) or compiled(r"(?:19|20)\d\d年|上年|去年").search(one.name) for one in run):
            return False
        if way:
            return len(run) > 1 or bool(claim.lead and claim.lead.how == "among")
        if claim.lead is None or claim.lead.how == "bracket":
            return not claim.near
        if len(run) == 1:
            return (
                claim.lead.how == "among"
                and claim.head == run[0].at - 1
                and not compiled(r"[。;]").search(claim.lead.before)
            )
        return len(run) > 3 or is_rest(run[-1].name) or claim.lead.how == "divided" or _alike(run)

    def _flows(self, claim: Claim, run: Sequence[Item], head: Token, *, exceeds: bool) -> bool:
        """Tell whether cases of another year may be the difference between what was received and what was done."""
        if not compiled(_INTAKE).search(head.words):
            return False
        start, end = claim.totals[0].start, self.tokens[run[-1].at].quantity.end
        near = self.prose[max(start - _AROUND, 0) : end + _AROUND]
        if compiled(_FLOW).search(near) or compiled(_NEW_INTAKE).search(head.words):
            return True
        if exceeds:
            return claim.lead is None or claim.lead.anew
        return not compiled(_ALL).search(near)

    def _repeated(self, whole: Quantity, parts: Sequence[Quantity]) -> bool:
        """Tell whether the words say that one thing is published on several channels."""
        return bool(compiled(_SEVERAL).search(self.prose, min(whole.end, parts[0].start), parts[-1].end + 40))

    def _strays(self, claim: Claim, made: Interval) -> bool:
        """Tell whether a list is too far off from a total that stands apart to be meant as its parts."""
        if claim.near:
            return False
        whole = claim.totals[0]
        return max(whole.low - made.high, made.low - whole.high) > whole.high / (4 if claim.lead else 20)


def _is_stated(run: Sequence[Item], claim: Claim) -> bool:
    """Tell whether one sentence says that these are the parts of the number just before."""
    lead = claim.lead
    if lead is None or lead.how != "among" or len(run) < _FEW:
        return False
    if claim.inner and len({one.value for one in claim.totals}) > 1:
        return False
    return claim.head == run[0].at - 1 and not compiled(r"[。;!?\n]").search(lead.before)


def _alike(run: Sequence[Item]) -> bool:
    """Tell whether the names of the parts end alike (…类信息, …栏), so that they divide in one way."""
    ends = {one.name.rstrip(" 共计为有")[-1:] for one in run if not is_rest(one.name)}
    return len(ends) == 1 and len(run) > 1
