from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.authoring import hostile
from checker.authoring.lint import lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = "time/PLAN.yaml"
FEES = "structure/FEES.yaml"
FORMAT = "formats/2008.yaml"

FAULTS = {
    "no pass example": (PLAN, "expect: pass", "expect: undetermined", "17:1", "no example is expected to pass"),
    "no fail example": (PLAN, "expect: fail", "expect: undetermined", "17:1", "no example is expected to fail"),
    "an error without weight": (PLAN, "weight: 3", "weight: 0", "8:9", "of any other at least 1"),
    "an info rule with weight": (PLAN, "severity: error", "severity: info", "8:9", "the weight of an info rule is 0"),
    "an error on practice alone": (PLAN, "instrument: logic", "instrument: practice", "7:11", "at most a warning"),
    "a likely error": (FEES, "kind: required", "certainty: likely\nkind: required", "7:11", "recognised by wording"),
    "the same check twice": (FEES, "applies_to: {tiers: [city], organs: [government]}\nrequires: [PLAN]\nkind: required\nwith: {section: fees}", "kind: year\nwith: {least: 1, role: plan, expected: 1}", None, "as structure/FEES.yaml"),
    "a pattern that is none": (FORMAT, "[改进]", "[改进(]", "4:73", "not a valid pattern"),
    "a pattern that runs away": (FORMAT, "[改进]", '["(?:[一-龥]|政府)+$"]', "4:73", "takes too long"),
    "a runaway pattern in a lexicon": ("lexicons/words.yaml", "012", "'(.*?,){25}P'", "2:7", "takes too long"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_listed_at_its_place(
    rules: Callable[..., Path], fault: tuple[str, str, str, str | None, str]
) -> None:
    file, old, new, place, words = fault
    problems = lint(rules((file, old, new)))
    assert words in problems[-1].message, problems
    if place:
        assert (problems[-1].file, f"{problems[-1].line}:{problems[-1].column}") == (file, place)


def test_a_sound_rule_set_has_no_faults(rules: Callable[..., Path]) -> None:
    assert lint(rules()) == []


def test_a_rule_without_examples_is_faulted_as_a_whole(rules: Callable[..., Path]) -> None:
    folder = rules()
    text, _, _ = (folder / PLAN).read_text("utf-8").partition("examples:")
    (folder / PLAN).write_text(text, "utf-8")
    assert [(problem.file, problem.line, problem.column) for problem in lint(folder)] == [(PLAN, 1, 1), (PLAN, 1, 1)]


def test_a_likely_error_may_rest_on_logic(rules: Callable[..., Path]) -> None:
    assert lint(rules((PLAN, "kind: year", "certainty: likely\nkind: year"))) == []


def test_all_faults_are_listed_not_the_first_alone(rules: Callable[..., Path]) -> None:
    problems = lint(
        rules((PLAN, "weight: 3", "weight: 0"), (FEES, "weight: 2", "weight: two"), (FORMAT, "改进情况", ""))
    )
    assert [problem.file for problem in problems] == [FORMAT, FEES, PLAN]


def test_a_rule_with_a_mistake_is_not_missed_by_others(rules: Callable[..., Path]) -> None:
    problems = lint(rules((PLAN, "severity: error", "severity: eror")))
    assert [problem.file for problem in problems] == [PLAN]


@pytest.mark.parametrize(
    "pattern",
    [r"(?:a|aa)+$", r"(?:[一-龥]|政府)+$", r"(.*?,){25}P", r"^\s*(?:当前位置|首页|返回)", r"(?:甲乙)*甲乙?丙*丁"],
)
def test_only_patterns_that_run_away_are_complained_of(pattern: str) -> None:
    runs_away = pattern != r"(?:甲乙)*甲乙?丙*丁"
    assert (hostile.complaint(pattern) is not None) is runs_away


TEXTS = {
    r"\d+年": True,
    "(?:甲)": True,
    "政府.*公开": True,
    "[^。]": True,
    "(一)?": True,
    "（一）": False,
    "甲(乙)丙": False,
    "甲、乙": False,
}


@pytest.mark.parametrize(("text", "pattern"), TEXTS.items())
def test_a_pattern_is_told_from_plain_text(text: str, pattern: bool) -> None:  # noqa: FBT001 - a column of the table
    assert hostile.looks_like_pattern(text) is pattern
