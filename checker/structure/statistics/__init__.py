"""The statutory tables in a document, read by their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.report import Section
    from checker.model.tables import StatTable
    from checker.ruleset.ruleset import Format
    from checker.structure.source import Source


def tables_of(
    source: Source, sections: Mapping[str, Section], form: Format | None, formats: Sequence[Format]
) -> dict[str, StatTable]:
    """Read the statutory tables by key; one of another era than ``form`` keeps that era's shape (``era``)."""
    del source, sections, form, formats
    return {}
