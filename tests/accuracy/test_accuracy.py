"""A small run of the proving ground: what the figures in docs/accuracy.md rest on works, and nothing has become much worse."""

from __future__ import annotations

import json
from math import isclose
from typing import TYPE_CHECKING

import pytest

from checker import load_ruleset
from tests.accuracy.faults import FAULTS
from tests.accuracy.proving import pages
from tests.accuracy.proving.real import SEEDS as SEEDS_FOLDER
from tests.accuracy.proving.real import trials_on
from tests.accuracy.proving.trials import alarms, trial
from tests.accuracy.proving.wilson import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN = 60
TRIALS = 2
SEEDS = 40
OWN = pages.own_faults()


def trials(id_: str) -> Iterator[bool]:
    """Tell of a few reports whether the fault, put into them, is found at its place."""
    done = 0
    for seed in range(SEEDS):
        verdict = trial(FAULTS[id_], seed) if done < TRIALS else None
        if verdict:
            done += 1
            yield bool(verdict.placed)


@pytest.mark.parametrize("first", range(0, CLEAN, 20))
def test_clean_reports_have_neither_errors_nor_warnings(first: int) -> None:
    assert [alarm for seed in range(first, first + 20) for alarm in alarms(seed)] == []


def test_nearly_all_faults_that_a_rule_speaks_of_are_found_at_their_place() -> None:
    found = [hit for id_ in OWN for hit in trials(id_)]
    assert len(found) > len(OWN)
    assert sum(found) >= 0.9 * len(found)


def test_every_fault_and_rule_that_is_paired_exists() -> None:
    rules = load_ruleset(pages.ROOT / "rules").rules
    assert not [id_ for id_ in OWN if id_ not in FAULTS]
    assert not [rule for named in OWN.values() for rule in named if rule not in rules]


def test_the_figures_speak_of_every_stable_rule_of_the_rule_set() -> None:
    figures = json.loads(pages.FIGURES.read_text("utf-8"))["rules"]
    stable = {id_ for id_, rule in load_ruleset(pages.ROOT / "rules").rules.items() if rule.status == "stable"}
    assert stable <= figures.keys()


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(8, 8, 0.676, 1.0), (0, 8, 0.0, 0.324), (50, 100, 0.404, 0.596), (0, 0, 0.0, 1.0)],
)
def test_an_interval_is_wilson_s(hits: int, trials: int, low: float, high: float) -> None:
    found = Rate(hits, trials).interval()
    assert isclose(found[0], low, abs_tol=0.001)
    assert isclose(found[1], high, abs_tol=0.001)


def test_most_faults_put_into_the_seed_reports_are_found_at_their_place() -> None:
    found = trials_on(SEEDS_FOLDER, OWN)
    assert found.trials > 100
    assert found.hits >= 0.8 * found.trials
