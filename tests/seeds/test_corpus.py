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
READABLE = sorted(path for path in (SHARED / "corpus").rglob("*") if path.suffix in {".txt", ".html", ".pdf"})

READ_AND_TRUE = {
    ("2024_行政审批局", "TOLD-REVIEW"),  # one review in the text, none in the table's total: the same slip as T4-TOTAL
    ("2021_旅游与文化体育局", "TOPIC-APPLICATIONS"),  # 总体情况 has 依申请公开 as an attribute of documents alone
}


@pytest.mark.skipif(not READABLE, reason="the corpus is not beside the project")
def test_further_labelled_reports_have_no_false_alarm(capsys: pytest.CaptureFixture[str]) -> None:
    total = labels.Grade()
    for result in check(READABLE, rules=ROOT / "rules").results:
        stem = Path(result.name).stem
        file = next(SHARED.glob(f"labels/*{stem}.yaml"))
        labels.grade(result.findings, yaml.safe_load(file.read_text("utf-8")), CLASSES, total)
    with capsys.disabled():
        print(f"\nlabelled corpus: recall {total.recall:.3f} precision {total.precision:.3f} missed {total.missed}")
    assert total.found
    assert not total.alarms
    assert not [one for one in total.unjudged if not any(name in one and rule in one for name, rule in READ_AND_TRUE)]
