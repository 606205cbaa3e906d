"""Whether a report passes under the run's policy: one answer for the exit code, the terminal and JUnit."""

from __future__ import annotations

from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model.result import OutcomeKind, Status
from checker.model.rule import RuleStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.result import DocumentResult, Policy, RuleResult, Run


class ExitCode(IntEnum):
    """Exit codes of the program; where several are due, the highest wins."""

    PASSED = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    CRASHED = 4


def exit_code(run: Run) -> ExitCode:
    """Give the exit code that the documents of a run call for."""
    return max((code for document in run.results for code in _codes(document, run)), default=ExitCode.PASSED)


def fails(result: RuleResult, run: Run) -> bool:
    """Tell whether a rule's findings fail the run; a draft's never do, nor those that are waived."""
    if result.outcome is not OutcomeKind.FAIL or run.rules[result.rule].status is RuleStatus.DRAFT:
        return False
    return any(run.policy.fails(finding) for finding in result.findings)


def gated(document: DocumentResult, policy: Policy) -> bool:
    """Tell whether a gate fails the report, which it does at every ``fail_on`` but ``never``."""
    return policy.fail_on != "never" and document.score is not None and bool(document.score.gates_failed)


def too_low(document: DocumentResult, policy: Policy) -> bool:
    """Tell whether the lower bound is below the least score asked for; a report without a score is not."""
    least = policy.min_score
    return document.score is not None and least is not None and document.score.lower < Fraction(least)


def crashed(document: DocumentResult) -> tuple[RuleResult, ...]:
    """Give the rules that crashed on a report."""
    return tuple(result for result in document.results if result.outcome is OutcomeKind.ERROR)


def passes(document: DocumentResult, run: Run) -> bool:
    """Tell whether nothing about a document fails the run."""
    return not any(_codes(document, run))


def _codes(document: DocumentResult, run: Run) -> Iterator[ExitCode]:
    if document.status is Status.UNREADABLE and not document.skipped:
        yield ExitCode.UNREADABLE
    if crashed(document):
        yield ExitCode.CRASHED
    found = any(fails(result, run) for result in document.results)
    if found or gated(document, run.policy) or too_low(document, run.policy):
        yield ExitCode.FINDINGS
