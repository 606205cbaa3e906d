"""Further labelled reports that are not part of the project: tried where their folder is there, skipped elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker import check
from tests.seeds import labels
from tests.seeds.test_labels import CLASSES

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TEXTS = sorted((SHARED / "corpus" / "pingtan").glob("*.txt"))


@pytest.mark.skipif(not TEXTS, reason="the corpus is not beside the project")
def test_further_labelled_reports_have_no_false_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    total = labels.Grade()
    for result in check(TEXTS, rules=ROOT / "rules").results:
        file = SHARED / "labels" / f"pingtan_{Path(result.name).stem}.yaml"
        labels.grade(result.findings, yaml.safe_load(file.read_text("utf-8")), CLASSES, total)
    with capsys.disabled():
        print(f"\nlabelled corpus: recall {total.recall:.3f} precision {total.precision:.3f} missed {total.missed}")
    assert total.found
    assert not total.alarms
    assert not total.unjudged
