"""The five seed reports: exactly the findings that a reviewer wrote down for each, no more and no fewer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from checker import DocumentResult, Finding, Run

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.stem for path in (SEEDS / "expected").glob("*.yaml"))


def shown(finding: Finding) -> dict[str, Any]:
    first = finding.evidence[0] if finding.evidence else None
    facts = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "about": finding.about,
        "quote": first and first.quote,
        "line": first and first.location.line,
        "column": first and first.location.column,
    }
    return {name: value for name, value in facts.items() if value is not None}


def result_of(seeds: Run, name: str) -> DocumentResult:
    return next(result for result in seeds.results if Path(result.name).stem == name)


def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((SEEDS / "expected" / f"{name}.yaml").read_text("utf-8"))
    return data


def test_every_seed_has_its_expected_findings() -> None:
    assert sorted(path.stem for path in SEEDS.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_has_exactly_the_findings_a_reviewer_sees(seeds: Run, name: str) -> None:
    extras = ("section", "suggestion")
    wanted = [{key: value for key, value in one.items() if key not in extras} for one in expected(name)["findings"]]
    assert [shown(finding) for finding in result_of(seeds, name).findings] == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_s_findings_stand_in_the_expected_section_with_the_expected_suggestion(seeds: Run, name: str) -> None:
    for finding, wanted in zip(result_of(seeds, name).findings, expected(name)["findings"], strict=True):
        assert finding.section == wanted.get("section", finding.section)
        assert finding.suggestion == wanted.get("suggestion", finding.suggestion)


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_s_gate_and_undetermined_rules_are_as_expected(seeds: Run, name: str) -> None:
    result = result_of(seeds, name)
    wanted = expected(name)
    assert result.score is not None
    assert list(result.score.gates_failed) == ([] if wanted["gate"] == "passed" else wanted["gate"])
    assert [one.rule for one in result.results if one.outcome == "undetermined"] == wanted["undetermined"]


def test_page_furniture_is_outside_every_extent(seeds: Run) -> None:
    furniture = ("造价通", "热门推荐", "责任编辑", "扫一扫", "关联稿件", "导读:", "字号: 分享到")
    for result in seeds.results:
        assert result.report is not None
        judged = result.report.text[result.report.extent.start : result.report.extent.end]
        quoted = [one.quote for finding in result.findings for one in finding.evidence]
        assert not [word for word in furniture[:5] if word in judged]
        assert not [word for word in furniture for quote in quoted if word in quote]
