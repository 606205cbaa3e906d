from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import kinds
from checker.model.result import Broken, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "issuer_name.yaml").read_text("utf-8"))["cases"]
KIND = kinds.load("issuer_name")
CHECKS = ("spelling", "signature", "paper", "work")


def read(understand: Understand, issuer: str, text: str, signed: str = "") -> Report:
    signature = f"\n{signed}\n2022年1月12日\n" if signed else ""
    return understand(f"{issuer}2021年政府信息公开工作年度报告\n一、总体情况\n{text}\n{signature}")


def seen(report: Report, check: str) -> list[Observation]:
    return list(KIND.observe(kinds.bind(KIND, {"check": check}), report))


def broken(report: Report, check: str) -> list[Broken]:
    return [one for one in seen(report, check) if isinstance(one, Broken)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_the_issuer_has_one_name(case: dict[str, Any], understand: Understand) -> None:
    report = read(understand, case["issuer"], case["text"], case.get("signed", ""))
    found = {check: [[one.values["words"], one.suggestion] for one in broken(report, check)] for check in CHECKS}
    assert found == {check: case.get(check, []) for check in CHECKS}


def test_the_more_frequent_spelling_is_the_right_one(understand: Understand) -> None:
    report = read(understand, "某山县公安安局", "某山县公安局公开信息15条。某山县公安局没有收到申请。")
    [found] = broken(report, "spelling")
    assert (found.spans[0].start, found.suggestion) == (0, "某山县公安局")
    assert [(fix.span, fix.replacement) for fix in found.fixes] == [(found.spans[0], "某山县公安局")]


def test_another_organ_is_not_mended_blindly(understand: Understand) -> None:
    [found] = broken(read(understand, "某山县教育局", "公开15条。", "某山县林业局"), "signature")
    assert found.fixes == ()


def test_without_an_issuer_nothing_can_be_told(understand: Understand) -> None:
    assert isinstance(seen(read(understand, "", "公开信息15条。"), "spelling")[0], Unknown)
