"""Read the wordings: YAML files of sentences with slots and the conditions under which they may be said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDINGS = Path(__file__).resolve().parent.parent / "wordings"


@dataclass(frozen=True, slots=True)
class Entry:
    """A wording: its text, a lead that may head it, its topic, and when it fits."""

    text: str
    lead: str = ""
    topic: str = ""
    years: tuple[int, int] = (2008, 2100)
    tiers: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def fits(self, year: int, tier: str, organ: str, facts: Mapping[str, int]) -> bool:
        """Tell whether it may be said of this year by this organ with these figures."""
        return (
            self.years[0] <= year <= self.years[1]
            and (not self.tiers or tier in self.tiers)
            and (not self.organs or organ in self.organs)
            and all(facts.get(name, 0) > 0 for name in self.some)
            and not any(facts.get(name, 0) for name in self.none)
        )


def names(value: Any) -> tuple[str, ...]:
    """Give one or many names as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def entry(raw: str | dict[str, Any]) -> Entry:
    """Make an entry of a plain sentence or of a mapping."""
    if isinstance(raw, str):
        return Entry(raw, topic=raw)
    return Entry(
        text=raw["text"],
        lead=raw.get("lead", ""),
        topic=raw.get("topic", raw.get("lead", raw["text"])),
        years=(raw.get("from", 2008), raw.get("to", 2100)),
        tiers=names(raw.get("tiers")),
        organs=names(raw.get("organs")),
        some=names(raw.get("some")),
        none=names(raw.get("none")),
    )


@cache
def data(name: str) -> dict[str, Any]:
    """Load one file of wordings."""
    loaded: dict[str, Any] = yaml.safe_load((WORDINGS / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


@cache
def entries(name: str, pool: str) -> tuple[Entry, ...]:
    """Give the entries of a pool."""
    return tuple(entry(raw) for raw in data(name)[pool])
