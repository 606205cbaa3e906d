"""Percentages in prose: shares of a whole, and growth against an earlier number."""

from __future__ import annotations

from checker.structure.rates.growths import growths_of
from checker.structure.rates.shares import shares_of

__all__ = ["growths_of", "shares_of"]
