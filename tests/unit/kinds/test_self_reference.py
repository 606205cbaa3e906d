from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import kinds
from checker.model.result import Broken, Unknown

if TYPE_CHECKING:
    from checker import Report, Ruleset
    from checker.model.result import Observation
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "self_reference.yaml").read_text("utf-8"))["cases"]
KIND = kinds.load("self_reference")
CHECKS = ("area", "wider", "stray", "organ", "level", "parent")


def read(understand: Understand, issuer: str, text: str) -> Report:
    return understand(f"{issuer}2021年政府信息公开工作年度报告\n一、总体情况\n{text}\n")


def seen(report: Report, ruleset: Ruleset, check: str) -> list[Observation]:
    params = kinds.bind(KIND, {"check": check, "lexicon": "selfreference"}, ruleset.lexicons)
    return list(KIND.observe(params, report))


def broken(report: Report, ruleset: Ruleset, check: str) -> list[Broken]:
    return [one for one in seen(report, ruleset, check) if isinstance(one, Broken)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_words_for_oneself_fit_the_issuer(case: dict[str, Any], understand: Understand, ruleset: Ruleset) -> None:
    report = read(understand, case["issuer"], case["text"])
    found = {
        check: [[one.values["words"], one.suggestion] for one in broken(report, ruleset, check)] for check in CHECKS
    }
    assert found == {check: case.get(check, []) for check in CHECKS}


def test_a_fix_replaces_the_words_pointed_at(understand: Understand, ruleset: Ruleset) -> None:
    [found] = broken(read(understand, "某山县教育局", "我局公开15条。我镇将继续努力。我局落实。"), ruleset, "area")
    assert [(fix.span, fix.replacement) for fix in found.fixes] == []
    [found] = broken(read(understand, "某山县教育局", "我局公开15条。我委将继续努力。我局落实。"), ruleset, "organ")
    (fix,) = found.fixes
    assert found.spans[0].start <= fix.span.start < fix.span.end <= found.spans[0].end
    assert fix.replacement == "我局"


def test_own_work_in_a_wider_area_is_not_mended_blindly(understand: Understand, ruleset: Ruleset) -> None:
    text = "我区公开信息15条。加强对全市信息公开工作的管理。"
    [found] = broken(read(understand, "某市某城区人民政府", text), ruleset, "wider")
    assert (found.suggestion, found.fixes) == ("全区", ())


def test_without_an_issuer_nothing_can_be_told(understand: Understand, ruleset: Ruleset) -> None:
    assert isinstance(seen(read(understand, "", "我县公开信息15条。"), ruleset, "area")[0], Unknown)
