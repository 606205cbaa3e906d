"""Which cells are wrong: the smallest change of a table with which all its identities hold (Fellegi and Holt's principle).

An identity that fails does not say which number is wrong, but all identities of a table together nearly do: each cell of the table of
applications stands in the sum of its row, in that of its column and in the balance. One cell is tried before two; of
changes of one size, the likelier slip of the pen comes first: a digit changed, two swapped, one lost or doubled.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from checker.kinds.identity.instances import instances
from checker.model.record import NamedTuple
from checker.model.result import CellChange, OutcomeKind, Repair

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from checker.kinds.identity.instances import Instance, Place
    from checker.model.report import Report
    from checker.model.result import RuleResult
    from checker.model.rule import Rule
    from checker.model.tables import StatTable
    from checker.ruleset.ruleset import Ruleset

KIND = "identity"
_MOST_REPAIRS = 3
_MOST_TRIES = 1000  # pairs of cells; a table that is wrong in many places has no small repair
_SWAPPED, _ONE_DIGIT, _TURNED, _LENGTH, _ANY = range(5)


class Equation(NamedTuple):
    """An identity as a linear form that is to be zero: how often each cell counts."""

    terms: Mapping[Place, int]


Changes = tuple[tuple["Place", Decimal], ...]
"""Cells with the difference to add."""


def with_repairs(results: Sequence[RuleResult], report: Report, ruleset: Ruleset) -> tuple[RuleResult, ...]:
    """Give every finding of a broken identity the repairs of its table that touch what it speaks of."""
    tables = {
        str(ruleset.rules[one.rule].params["table"])
        for one in results
        if one.outcome is OutcomeKind.FAIL and ruleset.rules[one.rule].kind == KIND
    }
    repairs = {key: _repairs(report.tables[key], ruleset.rules.values(), results) for key in tables}
    return tuple(_repaired(one, ruleset.rules[one.rule], repairs) if repairs else one for one in results)


def _repaired(result: RuleResult, rule: Rule, repairs: Mapping[str, tuple[Repair, ...]]) -> RuleResult:
    mine = repairs.get(str(rule.params.get("table")), ()) if rule.kind == KIND else ()
    if not mine or not result.findings:
        return result
    return result._replace(findings=tuple(one._replace(repairs=mine) for one in result.findings))


def _repairs(table: StatTable, rules: Iterable[Rule], results: Sequence[RuleResult]) -> tuple[Repair, ...]:
    judged = {one.rule for one in results if one.outcome in (OutcomeKind.PASS, OutcomeKind.FAIL)}
    equations, values, blamed = _system(table, (rule for rule in rules if rule.id in judged))
    changes = smallest_changes(equations, values, blamed)
    return tuple(
        Repair(tuple(_change(table, place, difference) for place, difference in one), rank)
        for rank, one in enumerate(changes, start=1)
    )


def _change(table: StatTable, place: Place, difference: Decimal) -> CellChange:
    cell, (row, column) = table.cells[place[0]][place[1]], place
    labels = {(one.axis, one.key): one.official for one in table.labels}
    after = (cell.value or Decimal(0)) + difference
    return CellChange(
        table.key, row, column, cell.value, after, labels.get(("row", row), row), labels.get(("column", column), column)
    )


def _system(table: StatTable, rules: Iterable[Rule]) -> tuple[list[Equation], dict[Place, Decimal], set[Place]]:
    equations: list[Equation] = []
    values: dict[Place, Decimal] = {}
    blamed: set[Place] = set()
    for rule, one in _instances(table, rules):
        if one.unknown or one.lacking:
            continue
        terms: dict[Place, int] = defaultdict(int)
        for side, sign in ((one.expression.left, 1), (one.expression.right, -1)):
            for name, times in side.terms.items():
                terms[one.places[name]] += sign * times
        equations.append(Equation(dict(terms)))
        values |= {one.places[name]: value for name, value in one.values().items()}
        blamed.add(one.places[(str(rule.params["blame"]),)])
    return equations, values, blamed


def _instances(table: StatTable, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Instance]]:
    for rule in rules:
        given = dict(rule.params)
        if rule.kind == KIND and given["table"] == table.key:
            for one in instances(table, given["for_each"], given["holds"], given.get("groups", {})):  # type: ignore[arg-type]
                if one.expression.comparison == "==":
                    yield rule, one


def smallest_changes(
    equations: Sequence[Equation], values: Mapping[Place, Decimal], blamed: Collection[Place] = ()
) -> list[Changes]:
    """Give the smallest changes of cells that make every equation zero, the likeliest first; none where two cells are too few.

    Of two that are equally likely, the one that changes ``blamed`` cells (totals) comes first.
    """
    system = _System(equations, values)
    broken = system.broken({})
    found = list(system.single({}, broken))
    if not found and len(broken) <= 2 * max(map(len, system.of_cell.values()), default=0):
        tries = islice(system.pairs(broken), _MOST_TRIES)
        found = list({tuple(sorted(one)): tuple(sorted(one)) for one in tries if one})
    return sorted(found, key=lambda one: (_unlikely(one, values, blamed), one))[:_MOST_REPAIRS]


class _System:
    def __init__(self, equations: Sequence[Equation], values: Mapping[Place, Decimal]) -> None:
        self.equations, self.values = equations, values
        self.of_cell: dict[Place, list[int]] = defaultdict(list)
        for index, one in enumerate(equations):
            for place in one.terms:
                self.of_cell[place].append(index)
        self.residuals = [
            sum((values[place] * times for place, times in one.terms.items()), Decimal(0)) for one in equations
        ]

    def broken(self, changed: Mapping[Place, Decimal]) -> dict[int, Decimal]:
        """Give what each equation lacks to be zero, of those that are not, once cells have changed."""
        touched = {index for place in changed for index in self.of_cell[place]}
        residuals = {
            index: self.residuals[index]
            + sum(
                (changed.get(place, Decimal(0)) * times for place, times in self.equations[index].terms.items()),
                Decimal(0),
            )
            for index in touched
        }
        everything = {**dict(enumerate(self.residuals)), **residuals}
        return {index: residual for index, residual in everything.items() if residual}

    def single(self, changed: Mapping[Place, Decimal], broken: Mapping[int, Decimal]) -> Iterator[Changes]:
        """Give the changes of one more cell that put right all that is broken, and break nothing."""
        if not broken:
            return
        first = min(broken, key=lambda index: len(self.equations[index].terms))
        for place, times in self.equations[first].terms.items():
            difference = -broken[first] / times
            alone = place not in changed and set(self.of_cell[place]) == set(broken)
            if alone and self._fits(place, difference) and self._mends(place, difference, broken):
                yield ((place, difference),)

    def _mends(self, place: Place, difference: Decimal, broken: Mapping[int, Decimal]) -> bool:
        return all(self.equations[index].terms[place] * difference == -lack for index, lack in broken.items())

    def pairs(self, broken: Mapping[int, Decimal]) -> Iterator[Changes]:
        """Give the changes of two cells, with a step that is empty for each try that leads nowhere."""
        for place, difference in self._steps(broken):
            changed = {place: difference}
            yield ()
            for second in self.single(changed, self.broken(changed)):
                yield ((place, difference), *second)

    def _steps(self, broken: Mapping[int, Decimal]) -> Iterator[tuple[Place, Decimal]]:
        seen = set()
        for index, lack in broken.items():
            for place, times in self.equations[index].terms.items():
                step = (place, -lack / times)
                if step not in seen and self._fits(*step):
                    seen.add(step)
                    yield step

    def _fits(self, place: Place, difference: Decimal) -> bool:
        value = self.values[place] + difference
        return value >= 0 and value % 1 == 0


def _unlikely(changes: Changes, values: Mapping[Place, Decimal], blamed: Collection[Place]) -> tuple[int, int, Decimal]:
    """Rank a change by how such slips look: one digit, digits turned, one too many or few, then anything by its size."""
    slips = (
        _SWAPPED
        if _exchanges(changes, values)
        else max(_slip(str(values[place]), str(values[place] + difference)) for place, difference in changes)
    )
    return (
        slips,
        sum(place not in blamed for place, _ in changes),
        sum((abs(difference) for _, difference in changes), Decimal(0)),
    )


def _exchanges(changes: Changes, values: Mapping[Place, Decimal]) -> bool:
    """Tell whether two cells only have each other's value."""
    if len(changes) != 2:
        return False
    (first, up), (second, _) = changes
    return values[first] + up == values[second] and sum(difference for _, difference in changes) == 0


def _slip(before: str, after: str) -> int:
    if len(before) == len(after):
        differing = sum(a != b for a, b in zip(before, after, strict=True))
        return _ONE_DIGIT if differing == 1 else _TURNED if sorted(before) == sorted(after) else _ANY
    long, short = sorted((before, after), key=len, reverse=True)
    rest = iter(long)
    return _LENGTH if len(long) == len(short) + 1 and all(one in rest for one in short) else _ANY
