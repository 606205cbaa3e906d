from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.authoring.examples import run_examples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = "time/PLAN.yaml"
FEES = "structure/FEES.yaml"
GOOD = "「今年(2017年)」,我市将继续推进网站建设。"

WRONG = {
    "the other outcome": (PLAN, GOOD, "「今年(2018年)」,我市将继续推进网站建设。", "expected fail, got pass"),
    "a pass that fails": (PLAN, "2018年,我市", "今年(2017年),我市", "expected pass, got fail“今年(2017年)”"),
    "a mark beside the place": (PLAN, GOOD, "今年(2017年),我市将「继续推进」网站建设。", "not pointed at: “继续推进”"),
    "evidence without a mark": (PLAN, GOOD, f"{GOOD}今年(2017年),我市将加强培训。", "points outside the marks"),
    "another year": (PLAN, "expect: fail", "expect: fail\n    year: 2016", "expected fail, got pass"),
    "another tier": (FEES, "fail, tier: city", "fail, tier: county", "expected fail, got not_applicable"),
    "no tier": (FEES, "fail, tier: city,", "fail,", "expected fail, got undetermined：报告机关的层级不明"),
    "another token": (FEES, "about: fees", "about: contact", "expected about contact, got fees"),
    "a table cell": (FEES, "about: fees", "at: [a/b/c]", "expected these cells, got"),
    "a suggestion that does not help": (PLAN, "with: {role: plan, expected: 1,", "with: {role: plan, expected: 0,", "leaves behind: “今年(2017年)”"),
}  # fmt: skip


def _problems(folder: Path) -> list[str]:
    return [problem for result in run_examples(folder) for problem in result.problems]


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_an_example_that_does_not_hold_says_why(rules: Callable[..., Path], wrong: tuple[str, str, str, str]) -> None:
    file, old, new, words = wrong
    problems = _problems(rules((file, old, new)))
    assert any(words in problem for problem in problems), problems


def test_sound_examples_have_no_problems(rules: Callable[..., Path]) -> None:
    results = run_examples(rules())
    assert [(one.rule, one.name) for one in results] == [
        ("FEES", "absent"),
        ("FEES", "present"),
        ("PLAN", "the report year"),
        ("PLAN", "the next year"),
    ]
    assert not any(one.problems for one in results)


def test_a_mark_may_be_wider_than_the_evidence(rules: Callable[..., Path]) -> None:
    assert _problems(rules((PLAN, "「今年(2017年)」,我市将继续", "「今年(2017年),我市将继续」"))) == []


def test_the_examples_of_chosen_rules_run_alone(rules: Callable[..., Path]) -> None:
    assert {one.rule for one in run_examples(rules(), ["PLAN"])} == {"PLAN"}


def test_an_example_is_judged_without_what_its_rule_requires(rules: Callable[..., Path]) -> None:
    breaks_plan = '"今年(2017年),我市将加强培训。"'
    assert _problems(rules((FEES, "全文如上。", breaks_plan))) == []


REPORT = """
  - name: a whole report
    expect: fail
    report: |
      某某市2017年政府信息公开工作年度报告
      某某市人民政府
      一、概述
      2017年，我市推进政府信息公开工作。
      二、主动公开政府信息情况
      主动公开政府信息100条。
      三、依申请公开政府信息情况
      收到申请3件。
      四、存在问题和改进情况
      「今年(2017年)」,我市将继续推进网站建设。
"""


def test_a_whole_report_says_its_own_year(rules: Callable[..., Path]) -> None:
    folder = rules()
    path = folder / PLAN
    path.write_text(path.read_text("utf-8").rstrip("\n") + REPORT, "utf-8")
    assert _problems(folder) == []
