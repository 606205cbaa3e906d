from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest

from checker.model.result import OutcomeKind, RuleResult, Score
from checker.model.rule import Bilingual, Rule, RuleStatus, Severity
from checker.ruleset.ruleset import Ruleset, Scoring
from checker.scoring import score

NONE = Bilingual("", "")
SCORING = Scoring(
    sections={"overview": 10, "fees": 30, "problems": 60, "hidden": 0},
    losses={"error": Fraction(1), "warning": Fraction(1, 2), "info": Fraction(0)},
    grades=(("A", 90), ("B", 60), ("C", 0)),
    gates=("GATE",),
)


def rule(id_: str, section: str, weight: int = 1, severity: str = "error", **given: Any) -> Rule:
    made = Rule(
        id=id_, category="typo", title=NONE, failed=NONE, status=RuleStatus.STABLE, section=section,
        severity=Severity(severity), weight=weight, basis=(), kind="saying", params=MappingProxyType({}),
        message=NONE, remedy=NONE,
    )  # fmt: skip
    return made._replace(**given)


def scored(*judged: tuple[Rule, str]) -> Score | None:
    rules = {one.id: one for one, _ in judged}
    results = [RuleResult(one.id, OutcomeKind(outcome)) for one, outcome in judged]
    return score(results, Ruleset("1", "0", rules, {}, (), {}, SCORING))


def points(*judged: tuple[Rule, str]) -> tuple[Fraction, Fraction]:
    result = scored(*judged)
    assert result is not None
    return result.lower, result.upper


def test_all_passed_is_a_hundred() -> None:
    assert points((rule("A", "fees"), "pass"), (rule("B", "problems"), "pass")) == (100, 100)


def test_sections_share_a_hundred_among_those_that_have_applicable_rules() -> None:
    judged = ((rule("A", "overview"), "not_applicable"), (rule("B", "fees"), "fail"), (rule("C", "problems"), "pass"))
    assert points(*judged) == (Fraction(200, 3), Fraction(200, 3))


def test_rules_share_their_section_by_weight() -> None:
    judged = ((rule("A", "fees", 1), "fail"), (rule("B", "fees", 4), "pass"))
    assert points(*judged) == (80, 80)


@pytest.mark.parametrize(("severity", "left"), [("error", 0), ("warning", 50), ("info", 100)])
def test_severity_sets_what_a_failure_loses(severity: str, left: int) -> None:
    assert points((rule("A", "fees", severity=severity), "fail")) == (left, left)


@pytest.mark.parametrize(
    ("outcome", "lower", "upper"),
    [
        ("pass", 100, 100),
        ("waived", 100, 100),
        ("fail", 75, 75),
        ("blocked", 75, 75),
        ("undetermined", 75, 100),
        ("error", 75, 100),
    ],
)
def test_an_outcome_moves_the_bounds(outcome: str, lower: int, upper: int) -> None:
    assert points((rule("A", "fees", 1), outcome), (rule("B", "fees", 3), "pass")) == (lower, upper)


def test_the_grade_is_that_of_the_lower_bound() -> None:
    result = scored((rule("A", "fees", 1), "undetermined"), (rule("B", "fees", 3), "pass"))
    assert result is not None
    assert result.grade == "B"


@pytest.mark.parametrize(("weight", "grade"), [(9, "A"), (8, "B")])
def test_a_grade_begins_exactly_at_its_points(weight: int, grade: str) -> None:
    result = scored((rule("A", "fees", 1), "fail"), (rule("B", "fees", weight), "pass"))
    assert result is not None
    assert result.grade == grade


def test_the_ledger_names_what_was_lost_and_nothing_else() -> None:
    judged = (
        (rule("A", "fees"), "fail"),
        (rule("B", "fees"), "pass"),
        (rule("C", "problems"), "blocked"),
        (rule("D", "problems", severity="info"), "fail"),
        (rule("E", "problems"), "undetermined"),
    )
    result = scored(*judged)
    assert result is not None
    assert [(entry.rule, entry.lost) for entry in result.ledger] == [("A", Fraction(50, 3)), ("C", Fraction(200, 9))]
    assert sum(entry.lost for entry in result.ledger) + result.upper == 100


@pytest.mark.parametrize(
    "uncounted",
    [
        rule("A", "fees", status=RuleStatus.DRAFT),
        rule("A", "fees", weight=0),
        rule("A", "hidden"),
        rule("A", "a_section_without_points"),
    ],
    ids=["a draft", "a rule without weight", "a section of no points", "a section that is not listed"],
)
def test_what_does_not_count_loses_nothing(uncounted: Rule) -> None:
    assert points((uncounted, "fail"), (rule("B", "fees"), "pass")) == (100, 100)
    assert scored((uncounted, "fail")) is None


def test_no_applicable_rule_gives_no_score() -> None:
    assert scored() is None
    assert scored((rule("A", "fees"), "not_applicable")) is None


@pytest.mark.parametrize(
    ("outcome", "failed"),
    [("fail", ("GATE",)), ("blocked", ()), ("undetermined", ()), ("waived", ()), ("pass", ())],
)
def test_a_gate_fails_only_by_failing(outcome: str, failed: tuple[str, ...]) -> None:
    result = scored((rule("GATE", "fees"), outcome), (rule("B", "fees"), "fail"))
    assert result is not None
    assert result.gates_failed == failed


def test_a_draft_gates_nothing() -> None:
    result = scored((rule("GATE", "fees", status=RuleStatus.DRAFT), "fail"), (rule("B", "fees"), "pass"))
    assert result is not None
    assert result.gates_failed == ()
