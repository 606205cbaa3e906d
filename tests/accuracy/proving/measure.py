"""All trials of a run, in several processes, and the counts by fault and by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from tests.accuracy.faults import FAULTS
from tests.accuracy.proving.trials import Alarm, Verdict, alarms, trial
from tests.accuracy.proving.wilson import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SEEDS_PER_TRIAL = 12  # not every report has a place for every fault


@dataclass(frozen=True, slots=True)
class FaultFigures:
    """How one fault fared: trials, those with a finding, those with a finding at the right place, and by which rules."""

    id: str
    trials: int
    found: int
    placed: int
    rules: Mapping[str, int]
    missed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How one rule fared: recall over the faults that are its own, its strays, its alarms on clean reports."""

    id: str
    recall: Rate
    place: Rate
    precision: Rate
    clean: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of the proving ground."""

    faults: Mapping[str, FaultFigures]
    strays: Mapping[str, int]
    alarms: tuple[Alarm, ...]
    clean_reports: int


def measure(trials: int, clean_reports: int, jobs: int, only: Iterable[str] = ()) -> Measured:
    """Run ``trials`` of each fault (of those in ``only``, if any) and check ``clean_reports`` clean reports."""
    ids = [id_ for id_ in FAULTS if not only or id_ in set(only)]
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(partial(_trials, wanted=trials), ids, chunksize=4)
        quiet = pool.map(alarms, range(clean_reports), chunksize=50)
        verdicts = dict(zip(ids, found, strict=True))
        loud = tuple(chain.from_iterable(quiet))
    strays = Counter(rule for one in chain.from_iterable(verdicts.values()) for rule in one.strays)
    return Measured({id_: _figures(id_, verdicts[id_]) for id_ in ids}, strays, loud, clean_reports)


def _trials(id_: str, wanted: int) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for seed in range(wanted * _SEEDS_PER_TRIAL):
        verdict = trial(FAULTS[id_], seed)
        if verdict:
            verdicts.append(verdict)
        if len(verdicts) == wanted:
            break
    return verdicts


def _figures(id_: str, verdicts: list[Verdict]) -> FaultFigures:
    return FaultFigures(
        id_,
        len(verdicts),
        sum(bool(one.found) for one in verdicts),
        sum(bool(one.placed) for one in verdicts),
        Counter(rule for one in verdicts for rule in one.found),
        tuple(one.seed for one in verdicts if not one.placed),
    )


def by_rule(measured: Measured, own: Mapping[str, tuple[str, ...]]) -> dict[str, RuleFigures]:
    """Put the counts together by rule; ``own`` names for each fault the rules any of which must find it."""
    recall: defaultdict[str, Rate] = defaultdict(lambda: Rate(0, 0))
    place: defaultdict[str, Rate] = defaultdict(lambda: Rate(0, 0))
    hits: Counter[str] = Counter()
    for id_, rules in own.items():
        one = measured.faults.get(id_)
        if one is None or not one.trials:
            continue
        for rule in rules:
            recall[rule] += Rate(one.placed, one.trials)
            place[rule] += Rate(one.placed, one.found)
    for one in measured.faults.values():
        hits.update(one.rules)
    clean = Counter(alarm.rule for alarm in measured.alarms)
    return {
        rule: RuleFigures(
            rule,
            recall[rule],
            place[rule],
            Rate(hits[rule], hits[rule] + measured.strays.get(rule, 0) + clean[rule]),
            clean[rule],
        )
        for rule in sorted(recall.keys() | hits.keys() | clean.keys())
    }
