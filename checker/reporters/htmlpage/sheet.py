"""What the page shows of each report: its findings numbered, and whether its text is in the page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker import verdict
from checker.model.record import NamedTuple
from checker.reporters.parts import tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model.result import DocumentResult, Finding, Run

MOST_FULL = 300
"""Reports in one page with their text; of more, only those that failed are shown, without text."""

MOST_PLACES = 200
"""Places shown of one rule in one report; the rest is counted."""


class Entry(NamedTuple):
    """A finding, its id in the page and the number that marks its words."""

    finding: Finding
    id: str
    number: str


class Sheet(NamedTuple):
    """One report of the page; ``id`` begins the ids of what belongs to it, ``left_out`` counts findings too many to show."""

    run: Run
    result: DocumentResult
    id: str
    entries: tuple[Entry, ...]
    left_out: int
    full: bool
    shown: bool
    alone: bool


def sheets(run: Run) -> tuple[Sheet, ...]:
    """Number the reports of a run and their findings: those that stand first, then the waived ones (W1, W2, …)."""
    judged = tally.judged(run)
    full = len(judged) <= MOST_FULL
    return tuple(_sheet(run, result, f"r{number}", full=full) for number, result in enumerate(judged, start=1))


def _sheet(run: Run, result: DocumentResult, id_: str, *, full: bool) -> Sheet:
    entries = _entries(result, id_)
    return Sheet(
        run=run,
        result=result,
        id=id_,
        entries=entries,
        left_out=len(result.findings) - len(entries),
        full=full,
        shown=full or not verdict.passes(result, run),
        alone=len(run.results) == 1,
    )


def _entries(result: DocumentResult, prefix: str) -> tuple[Entry, ...]:
    standing, waived = tally.standing(result.findings), tally.waived(result.findings)
    named = [(finding, str(number)) for number, finding in enumerate(_first_of_each_rule(standing), start=1)]
    named += [(finding, f"W{number}") for number, finding in enumerate(_first_of_each_rule(waived), start=1)]
    return tuple(Entry(finding, f"{prefix}-f{number}", number) for finding, number in named)


def _first_of_each_rule(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_PLACES:
            yield finding
