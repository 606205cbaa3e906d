"""Shares as told: 33191条，占公开总数的57%; 1687条（66%）; 发放500份，收回467份，回收率93.4%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import RATES
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.rates import sharewords as says
from checker.structure.rates.wholes import Wholes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.quantity import Quantity
    from checker.model.relations import Share
    from checker.structure.source import Source

_REACH = 72  # characters between a number and its share
_APART = 60  # characters between a share and the next number of its list
_LONGEST_LIST = 12
_NOT_COUNTED = RATES | {"", "分"}


class Told(NamedTuple):
    """A share as told: ``name`` is what the words call the whole; ``rate`` the name of a 率."""

    printed: Quantity
    part: Quantity
    name: str = ""
    rate: str = ""
    bare: bool = False
    at: int = 0


def shares_of(source: Source, quantities: Sequence[Quantity]) -> tuple[Share, ...]:
    """Read the shares (占比) with their parts and wholes; those whose whole is not sure are left out."""
    told = list(_told(source, quantities))
    wholes = Wholes(source, quantities)
    found: list[Share] = []
    for group in _lists(source, quantities, told):
        found += wholes.of_list(group) if not group[0].rate else wholes.of_rate(group[0])
    return tuple(found)


def _told(source: Source, quantities: Sequence[Quantity]) -> Iterator[Told]:
    for index, printed in enumerate(quantities):
        if printed.unit != "%" or source.in_table(printed.start):
            continue
        behind = source.prose[printed.end : printed.end + 1]
        part_at = _part_at(quantities, index)
        if part_at is not None and not compiled(says.GOES_ON).match(source.prose, printed.end):
            one = _read(source, printed, quantities[part_at], part_at, behind)
            if one:
                yield one


def _part_at(quantities: Sequence[Quantity], index: int) -> int | None:
    """Give the place of the count that stands before a percentage, past one other percentage at most."""
    for at in range(index - 1, max(index - 3, -1), -1):
        if quantities[index].start - quantities[at].end > _REACH:
            return None
        if quantities[at].unit not in _NOT_COUNTED:
            return at
        if quantities[at].unit != "%":
            return None
    return None


def _read(source: Source, printed: Quantity, part: Quantity, at: int, behind: str) -> Told | None:
    gap = source.prose[part.end : printed.start]
    share = compiled(says.SHARE).fullmatch(gap)
    if share:
        return Told(printed, part, share["name"] or "", at=at)
    if behind == ")" and compiled(says.BRACKET).fullmatch(gap):
        return Told(printed, part, bare=True, at=at)
    rate = compiled(says.RATE_NAME).fullmatch(gap)
    return Told(printed, part, rate=rate["rate"], at=at) if rate else None


def _lists(source: Source, quantities: Sequence[Quantity], told: Sequence[Told]) -> Iterator[list[Told]]:
    """Put shares together that are told one behind the other, of numbers with one unit."""
    group: list[Told] = []
    for one in told:
        if group and not _goes_on(source, quantities, group, one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(source: Source, quantities: Sequence[Quantity], group: Sequence[Told], one: Told) -> bool:
    """Tell whether a share belongs to the list before it: near, of the same unit, and no other whole between."""
    last = group[-1]
    near = last.printed.end <= one.part.start <= last.printed.end + _APART and len(group) < _LONGEST_LIST
    alike = one.part.unit == last.part.unit and not one.rate and not last.rate
    if not near or not alike or "\n\n" in source.prose[last.printed.end : one.part.start]:
        return False
    between = quantities[last.at + 1 : one.at]
    return not any(other.unit == one.part.unit and other.value >= one.part.value for other in between)
