"""Percentages in prose: shares of a whole, and growth against an earlier number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.quantity import Quantity
    from checker.model.relations import Growth, Share
    from checker.structure.source import Source


def shares_of(source: Source, quantities: Sequence[Quantity]) -> tuple[Share, ...]:
    """Read the shares (占比) with their parts and wholes."""
    del source, quantities
    return ()


def growths_of(source: Source, quantities: Sequence[Quantity], report_year: int | None) -> tuple[Growth, ...]:
    """Read the changes against earlier numbers (增减)."""
    del source, quantities, report_year
    return ()
