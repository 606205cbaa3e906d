"""Accuracy on the labelled seeds, for the classes that the rule set speaks of so far."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import yaml

from checker.authoring.rule_models import Category
from tests.seeds import labels

if TYPE_CHECKING:
    import pytest

    from checker import Run

LABELS = Path(__file__).parents[2] / "seeds" / "labels"
NOT_YET = frozenset({"carry-over", "stock-flow", "copied-text"})  # they need other reports
CLASSES = frozenset(get_args(Category)) - NOT_YET


def test_recall_is_high_and_no_finding_is_a_false_alarm(seeds: Run, capsys: pytest.CaptureFixture[str]) -> None:
    total = labels.Grade()
    for result in seeds.results:
        label = yaml.safe_load((LABELS / f"{Path(result.name).stem}.yaml").read_text("utf-8"))
        labels.grade(result.findings, label, CLASSES, total)
    with capsys.disabled():
        print(
            f"\nlabelled seeds: recall {total.recall:.3f} precision {total.precision:.3f} unjudged {len(total.unjudged)}"
        )
        print(
            "\n".join(f"  missed {one}" for one in total.missed)
            + "\n".join(f"  unjudged {one}" for one in total.unjudged)
        )
    assert total.recall >= 0.95, total.missed
    assert not total.alarms
    assert not total.unjudged, "read them, then label them"
