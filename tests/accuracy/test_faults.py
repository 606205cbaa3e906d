"""Every injector puts one fault into a clean report, at a place that is known, and fits enough reports to be measured."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.util import find_spec
from random import Random
from typing import get_args

import pytest

from checker.authoring.rule_models import Category
from checker.model.rule import SectionKey, TopicKey
from tests.accuracy.faults import FAULTS, Entry
from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import CLOSE, OPEN, Injected, Sample

SEEDS = 150
CATEGORIES = frozenset(get_args(Category))
ABOUT = frozenset(
    [
        *get_args(SectionKey),
        *get_args(TopicKey),
        "statistics",
        "contact",
        "signoff",
        "period",
        "title",
        "legal_basis",
        "publication",
    ]
) - {"document"}
LOCAL = frozenset(
    [
        "slips",
        "dates",
        "front",
        "citations",
        "units",
        "sums",
        "rates",
        "figures",
        "cells",
        "names",
        "repeats",
        "glyphs",
        "laws",
        "contacts",
        "lateness",
        "years",
    ],
)
"""Families that change nothing but what they mark; in the others numbers and lists are brought in step."""

if find_spec("tests.accuracy.generator") is None:
    pytest.skip("no generator of clean reports", allow_module_level=True)


@cache
def samples() -> tuple[Sample, ...]:
    from tests.accuracy.generator import generate

    return tuple(generate(seed) for seed in range(SEEDS))


def dice(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311


def injected(entry: Entry) -> list[tuple[Sample, Injected]]:
    tried = ((sample, entry(sample, dice(f"{entry.id}:{seed}"))) for seed, sample in enumerate(samples()))
    return [(sample, broken) for sample, broken in tried if broken is not None]


def test_registry_is_large_and_distinct() -> None:
    assert len(FAULTS) >= 70
    for said in ("zh", "en"):
        counts = Counter(getattr(entry, said) for entry in FAULTS.values())
        assert not [text for text, count in counts.items() if count > 1 or not text]


@pytest.mark.parametrize("entry", FAULTS.values(), ids=FAULTS.keys())
def test_entry_speaks_the_fixed_words(entry: Entry) -> None:
    assert {entry.category, *entry.also} <= CATEGORIES
    assert entry.category not in entry.also
    assert entry.about is None or entry.about in ABOUT
    assert entry.source


@pytest.mark.parametrize("entry", FAULTS.values(), ids=FAULTS.keys())
def test_injector_puts_one_marked_fault(entry: Entry) -> None:
    found = injected(entry)
    for clean, broken in found:
        before, after = clean.text(), broken.sample.text()
        assert after != before
        assert OPEN not in after
        assert CLOSE not in after
        marked = broken.sample.marked()
        assert marked.count(OPEN) == marked.count(CLOSE)
        places = broken.sample.marks()
        assert places or broken.about
        assert all(0 <= start < end <= len(after) for start, end in places)
        if entry.family in LOCAL:
            known = set(before.split("\n"))
            assert [line for line in marked.split("\n") if not {OPEN, CLOSE} & set(line) and line not in known] == []
    regimes = Counter(clean.regime for clean, _ in found)
    assert max(regimes.values(), default=0) >= 5, f"fits only {dict(regimes)}"


@pytest.mark.parametrize("entry", FAULTS.values(), ids=FAULTS.keys())
def test_injector_is_deterministic(entry: Entry) -> None:
    for seed in range(10):
        sample = samples()[seed]
        assert entry(sample, dice(seed)) == entry(sample, dice(seed))


def test_wordings_are_many() -> None:
    said = wordings("fault_more")
    pools = [name for name, pool in said.items() if name not in {"notice_titles", "old_phrase_alone", "subheadings"}]
    assert not [name for name in pools if len(set(map(str, said[name]))) < 6]
    assert not [key for key, pool in said["subheadings"].items() if len(set(pool)) < 6]
