"""Counts over findings, documents and the run; what is waived is counted apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.result import Status
from checker.model.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model.result import DocumentResult, Finding, Run


class Fault(NamedTuple):
    """A rule that failed somewhere: in how many reports and at how many places."""

    rule: str
    reports: int
    places: int


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give what is not waived."""
    return tuple(finding for finding in findings if finding.waived is None)


def waived(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give what is waived."""
    return tuple(finding for finding in findings if finding.waived is not None)


def by_severity(findings: Iterable[Finding]) -> tuple[int, int, int]:
    """Count errors, warnings and infos."""
    counts = Counter(finding.severity for finding in standing(findings))
    return counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO]


def by_certainty(findings: Iterable[Finding]) -> tuple[int, int]:
    """Count what is certain and what is likely."""
    counts = Counter(finding.certainty for finding in standing(findings))
    return counts["certain"], counts["likely"]


def commonest(run: Run) -> tuple[Fault, ...]:
    """List the rules that failed, those found in most reports first."""
    places: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for result in judged(run):
        of_one = Counter(finding.rule for finding in standing(result.findings))
        places.update(of_one)
        reports.update(of_one.keys())
    faults = (Fault(rule, reports[rule], places[rule]) for rule in reports)
    return tuple(sorted(faults, key=lambda fault: (-fault.reports, -fault.places, fault.rule)))


def loudest(run: Run, document: DocumentResult) -> tuple[Finding, ...]:
    """Order findings by urgency, the first place of each rule only: severity, then gates, then weight."""
    gates = () if document.score is None else document.score.gates_failed
    first: dict[str, Finding] = {}
    for finding in standing(document.findings):
        first.setdefault(finding.rule, finding)

    def urgency(finding: Finding) -> tuple[int, bool, int]:
        return (-finding.severity.rank, finding.rule not in gates, -run.rules[finding.rule].weight)

    return tuple(sorted(first.values(), key=urgency))


def judged(run: Run) -> tuple[DocumentResult, ...]:
    """Give the files that were read and taken for reports."""
    return tuple(result for result in run.results if not result.skipped and result.status is not Status.UNREADABLE)


def unreadable(run: Run) -> tuple[DocumentResult, ...]:
    """Give the files that could not be read."""
    return tuple(result for result in run.results if result.status is Status.UNREADABLE and not result.skipped)


def skipped(run: Run) -> tuple[DocumentResult, ...]:
    """Give the files that were passed over in a folder for being no reports."""
    return tuple(result for result in run.results if result.skipped and result.status is not Status.UNREADABLE)


def unsupported(run: Run) -> tuple[DocumentResult, ...]:
    """Give the files in a folder whose format is not read yet: they may be reports, and nobody has checked them."""
    return tuple(result for result in run.results if result.skipped and result.status is Status.UNREADABLE)
