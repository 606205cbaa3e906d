"""A year's role and the words to point at."""

from __future__ import annotations

from checker.model.record import NamedTuple


class Role(NamedTuple):
    """What a year does, and where the words stand that say so."""

    name: str
    start: int
    end: int
