from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest

from checker.model.document import ReadError
from checker.model.result import DocumentResult, Finding, OutcomeKind, Policy, RuleResult, Run, Score, Status
from checker.model.rule import Bilingual, Rule, RuleStatus, Severity
from checker.verdict import ExitCode, exit_code, passes

NONE = Bilingual("", "")
DRAFT = "DRAFT"


def rule(id_: str) -> Rule:
    return Rule(
        id=id_, category="typo", title=NONE, failed=NONE, status=RuleStatus.DRAFT if id_ == DRAFT else RuleStatus.STABLE,
        section="fees", severity=Severity.ERROR, weight=1, basis=(), kind="saying", params=MappingProxyType({}),
        message=NONE, remedy=NONE,
    )  # fmt: skip


def result(outcome: OutcomeKind, severity: str = "error", id_: str = "A") -> RuleResult:
    finding = Finding(id_, "typo", Severity(severity), "fees", None, (), (), {}, (), None, (), "certain", "0")
    return RuleResult(id_, outcome, findings=(finding,) if outcome in {OutcomeKind.FAIL, OutcomeKind.WAIVED} else ())


def document(*results: RuleResult, **given: Any) -> DocumentResult:
    return DocumentResult("a.txt", Status.CHECKED, results=results)._replace(**given)


def scored(lower: Fraction | int, *gates: str) -> Score:
    return Score(Fraction(lower), Fraction(100), "A", gates, ())


def run(
    *documents: DocumentResult,
    fail_on: str = "error",
    min_score: int | Decimal | None = None,
    certain_only: bool = False,
) -> Run:
    rules = {"A": rule("A"), DRAFT: rule(DRAFT)}
    return Run(documents, rules, {}, "1", "0", "1", Policy(fail_on, min_score, certain_only))


PASSED = document(result(OutcomeKind.PASS))
FAILED = document(result(OutcomeKind.FAIL))
UNREADABLE = document(status=Status.UNREADABLE, error=ReadError("a.txt", ("", ""), ("", "")))
CRASHED = document(result(OutcomeKind.ERROR))


@pytest.mark.parametrize(
    ("documents", "code"),
    [
        ((), ExitCode.PASSED),
        ((PASSED,), ExitCode.PASSED),
        ((FAILED, PASSED), ExitCode.FINDINGS),
        ((UNREADABLE, FAILED), ExitCode.UNREADABLE),
        ((CRASHED, UNREADABLE, FAILED), ExitCode.CRASHED),
        ((document(status=Status.NOT_A_REPORT, skipped=True),), ExitCode.PASSED),
    ],
    ids=["nothing", "passed", "findings", "unreadable", "crashed", "skipped"],
)
def test_the_highest_exit_code_wins(documents: tuple[DocumentResult, ...], code: ExitCode) -> None:
    assert exit_code(run(*documents)) is code


@pytest.mark.parametrize(
    ("severity", "fail_on", "passed"),
    [
        ("error", "error", False),
        ("warning", "error", True),
        ("warning", "warning", False),
        ("info", "warning", True),
        ("info", "info", False),
        ("error", "never", True),
    ],
)
def test_findings_fail_from_the_chosen_severity_on(severity: str, fail_on: str, passed: bool) -> None:  # noqa: FBT001
    one = document(result(OutcomeKind.FAIL, severity))
    assert passes(one, run(one, fail_on=fail_on)) is passed


@pytest.mark.parametrize(("certainty", "passed"), [("certain", False), ("likely", True)])
def test_what_is_only_likely_fails_nothing_where_certain_findings_alone_count(certainty: str, *, passed: bool) -> None:
    found = result(OutcomeKind.FAIL)
    likely = found._replace(findings=(found.findings[0]._replace(certainty=certainty),))
    assert passes(document(likely), run(certain_only=True)) is passed
    assert not passes(document(likely), run())


def test_a_rule_fails_by_what_is_not_waived_alone() -> None:
    both = result(OutcomeKind.FAIL, "warning")
    error = both.findings[0]._replace(severity=Severity.ERROR, waived="known")
    one = document(both._replace(findings=(*both.findings, error)))
    assert exit_code(run(one)) is ExitCode.PASSED
    assert exit_code(run(one, fail_on="warning")) is ExitCode.FINDINGS


@pytest.mark.parametrize(
    "harmless", [result(OutcomeKind.WAIVED), result(OutcomeKind.FAIL, id_=DRAFT)], ids=["waived", "draft"]
)
def test_what_is_waived_or_a_draft_fails_nothing(harmless: RuleResult) -> None:
    assert exit_code(run(document(harmless), fail_on="info")) is ExitCode.PASSED


@pytest.mark.parametrize(("fail_on", "code"), [("error", ExitCode.FINDINGS), ("never", ExitCode.PASSED)])
def test_a_gate_fails_whatever_the_score_unless_nothing_is_to_fail(fail_on: str, code: ExitCode) -> None:
    assert exit_code(run(document(score=scored(99, "A")), fail_on=fail_on)) is code


@pytest.mark.parametrize(
    ("lower", "code"),
    [(Fraction(5999, 100), ExitCode.FINDINGS), (60, ExitCode.PASSED)],
    ids=["just below", "just reached"],
)
@pytest.mark.parametrize("least", [60, Decimal(60), Decimal("59.995")], ids=str)
def test_the_lower_bound_must_reach_the_least_score(
    lower: Fraction | int, code: ExitCode, least: int | Decimal
) -> None:
    assert exit_code(run(document(score=scored(lower)), fail_on="never", min_score=least)) is code


def test_a_report_without_a_score_is_not_below_the_least_one() -> None:
    assert exit_code(run(PASSED, min_score=60)) is ExitCode.PASSED


@pytest.mark.parametrize("one", [FAILED, UNREADABLE, CRASHED], ids=["findings", "unreadable", "crashed"])
def test_a_document_passes_only_where_the_exit_code_is_zero(one: DocumentResult) -> None:
    assert not passes(one, run(one))
