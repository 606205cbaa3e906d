"""Equations in words: 本年新收 10＋上年结转 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from decimal import Decimal

    from checker.expr import Reference, Side
    from checker.kinds.identity.instances import Instance
    from checker.model.tables import StatTable

_LONG_SUM = 3  # terms; of longer sums those that are zero are left out
_REMARK = r"(?<=.)（[^（）]*）$|^[一二三四]、"


def label_of(table: StatTable, one: Instance, name: Reference | None) -> str:
    """Give the printed label of a name in an equation, or of the column or row that the equation is for."""
    keys = (one.at,) if name is None else one.places[name]
    wanted = [label for label in table.labels if label.key in keys]
    if name is None:
        axis = "column" if one.at in {column for columns in table.cells.values() for column in columns} else "row"
    else:
        axis = "row" if one.places[name][0] == name[0] else "column"
    key = one.at if name is None else name[0]
    found = next((label.official for label in wanted if label.key == key and label.axis == axis), key)
    return compiled(_REMARK).sub("", found)


def side(table: StatTable, one: Instance, terms: Side) -> str:
    """Say one side of an equation with its numbers."""
    values = one.values()
    names = [name for name in terms.terms if len(terms.terms) <= _LONG_SUM or values[name]]
    said = [f"{_times(terms.terms[name])}{label_of(table, one, name)} {number(values[name])}" for name in names]
    said += [str(terms.constant)] if terms.constant else []
    return "＋".join(said) or "0"


def number(value: Decimal) -> str:
    """Write a number without needless zeros."""
    return f"{value.normalize():f}" if value else "0"


def _times(times: int) -> str:
    return "" if times == 1 else f"{times}×"
