"""One trial: a clean report, the same report with one fault, and what the checker says of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from checker import Severity, load_ruleset
from checker.pipeline import check_bytes
from tests.accuracy.generator import generate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker import DocumentResult, Finding, Ruleset
    from tests.accuracy.model import Fault, Injected, Sample

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one fault in one report.

    ``found``: the rules with a new finding of a class that is due; ``placed``: those of them that point at the place;
    ``strays``: rules with a new error or warning of another class that points elsewhere.
    """

    seed: int
    found: frozenset[str]
    placed: frozenset[str]
    strays: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alarm:
    """An error or a warning on a clean report."""

    seed: int
    rule: str
    severity: str
    quote: str


@cache
def ruleset() -> Ruleset:
    """Load the project's rules once a process."""
    return load_ruleset(ROOT / "rules")


def checked(sample: Sample) -> DocumentResult:
    """Check the sample as a text file."""
    return check_bytes(sample.text().encode(), "report.txt", ruleset())


@cache
def clean(seed: int) -> tuple[Sample, frozenset[tuple[str, ...]]]:
    """Give the clean report of ``seed`` and what the checker says of it all the same."""
    sample = generate(seed)
    return sample, said_of(sample)


def said_of(sample: Sample) -> frozenset[tuple[str, ...]]:
    """Give what the checker says of a sample, to be told from what a fault adds to it."""
    return frozenset(_said(finding) for finding in checked(sample).findings)


def alarms(seed: int) -> list[Alarm]:
    """List the errors and warnings on the clean report of ``seed``."""
    found = checked(generate(seed)).findings
    loud = [finding for finding in found if finding.severity is not Severity.INFO]
    return [Alarm(seed, one.rule, one.severity.value, one.evidence[0].quote if one.evidence else "") for one in loud]


def trial(fault: Fault, seed: int) -> Verdict | None:
    """Put the fault into the report of ``seed`` and check it; None where the report has no place for it."""
    sample, before = clean(seed)
    injected = fault(sample, Random(f"{fault.__name__} {seed}"))  # noqa: S311 - repeatable on purpose
    return judged(injected, seed, before) if injected else None


def judged(injected: Injected, seed: int, before: frozenset[tuple[str, ...]]) -> Verdict:
    """Check the sample with the fault, and judge what is new."""
    result = checked(injected.sample)
    new = [finding for finding in result.findings if _said(finding) not in before]
    marks = injected.sample.marks() if result.document and result.document.text == injected.sample.text() else ()
    due = {injected.category, *injected.also}
    hits = [finding for finding in new if finding.category in due]
    placed = {finding.rule for finding in hits if _placed(finding, injected, marks)}
    strays = [one for one in new if one.category not in due and not _touches(one, marks)]
    return Verdict(
        seed,
        frozenset(finding.rule for finding in hits),
        frozenset(placed),
        frozenset(one.rule for one in strays if one.severity is not Severity.INFO),
    )


def _said(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, finding.about or "", *(one.quote for one in finding.evidence))


def _placed(finding: Finding, injected: Injected, marks: Iterable[tuple[int, int]]) -> bool:
    if injected.about is not None and injected.about in (finding.about, finding.section):
        return True
    return _touches(finding, marks)


def _touches(finding: Finding, marks: Iterable[tuple[int, int]]) -> bool:
    spans = [one.span for one in (*finding.evidence, *finding.related)]
    return any(span.start < max(end, start + 1) and start < span.end for span in spans for start, end in marks)
