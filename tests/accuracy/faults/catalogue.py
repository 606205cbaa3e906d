"""Gather the injectors of all families."""

from __future__ import annotations

from importlib import import_module

from tests.accuracy.faults.registry import REGISTRY, Entry

FAMILIES = (
    "missing",
    "absent",
    "parts",
    "numbers",
    "slips",
    "dates",
    "front",
    "citations",
    "units",
    "sums",
    "rates",
    "figures",
    "cells",
    "shapes",
    "identities",
    "names",
    "repeats",
    "glyphs",
    "laws",
    "announced",
    "contacts",
    "papers",
    "misplaced",
    "lateness",
    "years",
    "answers",
    "persons",
    "marks",
    "punctuation",
    "wordings_more",
    "statistics",
    "told_table",
)


def load() -> dict[str, Entry]:
    """Import every family and give the injectors by id."""
    for family in FAMILIES:
        import_module(f"tests.accuracy.faults.{family}")
    return dict(sorted(REGISTRY.items()))
