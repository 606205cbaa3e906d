"""The figures as docs/accuracy.md and as rules/accuracy.json, from which the rules' own pages and the linter read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.accuracy.faults import FAULTS
from tests.accuracy.proving.measure import by_rule
from tests.accuracy.proving.real import SEEDS, trials_on
from tests.accuracy.proving.wilson import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.accuracy.proving.measure import Measured

ROOT = Path(__file__).parents[3]
OWN = Path(__file__).parents[1] / "own.yaml"
PAGE = ROOT / "docs" / "accuracy.md"
_ENOUGH = 0.98
FIGURES = ROOT / "rules" / "accuracy.json"


def own_faults() -> dict[str, tuple[str, ...]]:
    """Read which rules are to find which fault (own.yaml)."""
    return {id_: tuple(rules) for id_, rules in yaml.safe_load(OWN.read_text("utf-8")).items()}


def write(measured: Measured) -> str:
    """Write both files and give the overall line."""
    own = own_faults()
    line = overall(measured, own)
    seeds = f"The same faults put into the five seed reports: found at the right place {trials_on(SEEDS, own)}."
    parts = [*_head(measured), *_rules(measured, own), *_faults(measured, own), seeds, "", line, ""]
    PAGE.write_text("\n".join(parts), "utf-8")
    FIGURES.write_text(json.dumps(_json(measured, own), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return line


def overall(measured: Measured, own: Mapping[str, tuple[str, ...]]) -> str:
    """Put all faults that a rule speaks of together in one line."""
    known = [measured.faults[id_] for id_ in own if id_ in measured.faults]
    recall = Rate(sum(one.placed for one in known), sum(one.trials for one in known))
    place = Rate(sum(one.placed for one in known), sum(one.found for one in known))
    false = sum(measured.strays.values()) + len(measured.alarms)
    hits = sum(one.found for one in known)
    return (
        f"Overall: recall {recall}, precision {Rate(hits, hits + false)}, right place {place}; {len(measured.alarms)} errors "
        f"and warnings on {measured.clean_reports} clean reports; {len(known)} faults with a rule, {len(FAULTS) - len(known)} without."
    )


def _head(measured: Measured) -> Iterator[str]:
    yield from (
        "# Accuracy / 准确率",
        "",
        (
            f"Measured on generated reports (`make accuracy`): each fault put into up to {max(one.trials for one in measured.faults.values())} "
            f"clean reports, and {measured.clean_reports} clean reports without any. Generator and faults were written from the Regulations "
            "and from how such reports are written, not from the rules. Intervals are Wilson's at 95 %."
        ),
        "",
        (
            "recall: faults found at the right place; precision: findings due, of these and of errors and warnings that were not; "
            "place: findings at the right place, of those found. Where several rules are paired with a fault, any of them "
            "finds it, and its trials count for each."
        ),
        "",
        (
            "The rules were mended by what these faults showed: the figures guard against getting worse, they are no rate for reports "
            "that nobody has seen. For real reports see the labels in seeds/labels/."
        ),
        "",
    )


def _rules(measured: Measured, own: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from (
        "## By rule / 按规则",
        "",
        "| rule | recall | right place | precision | on clean reports |",
        "|---|---|---|---|---|",
    )
    for one in by_rule(measured, own).values():
        yield f"| [{one.id}](rules/{one.id}.md) | {one.recall} | {one.place} | {one.precision} | {one.clean} |"
    yield ""


def _faults(measured: Measured, own: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield from ("## By fault / 按差错", "", "| fault | class | rules | recall | trials |", "|---|---|---|---|---|")
    for id_, rules in sorted(own.items()):
        if one := measured.faults.get(id_):
            rate = Rate(one.placed, one.trials)
            yield f"| {FAULTS[id_].zh} | {FAULTS[id_].category} | {', '.join(rules)} | {rate} | {one.trials} |"
    yield from ("", "## Known gaps / 尚无规则的差错", "")
    yield from (f"- {one.zh} / {one.en} ({one.category})" for id_, one in sorted(FAULTS.items()) if id_ not in own)
    yield ""


def _json(measured: Measured, own: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    rules = {
        one.id: {
            "recall": [one.recall.hits, one.recall.trials],
            "place": [one.place.hits, one.place.trials],
            "precision": [one.precision.hits, one.precision.trials],
            "clean": one.clean,
            "gaps": _gaps(measured, [id_ for id_, rules in own.items() if one.id in rules]),
        }
        for one in by_rule(measured, own).values()
    }
    return {"clean_reports": measured.clean_reports, "rules": rules}


def _gaps(measured: Measured, ids: Iterable[str]) -> list[dict[str, object]]:
    known = [(FAULTS[id_], measured.faults[id_]) for id_ in sorted(ids) if id_ in measured.faults]
    return [
        {"zh": fault.zh, "en": fault.en, "found": [one.placed, one.trials]}
        for fault, one in known
        if one.placed < _ENOUGH * one.trials
    ]
