"""What comes out: observations of kinds, outcomes of rules, findings, scores and the run as a whole."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from checker.model.document import Document, Location, Note, ReadError, Span
    from checker.model.report import Report
    from checker.model.rule import Basis, Instrument, Rule


class Fix(NamedTuple):
    """A machine-readable correction: replace the text of ``span`` by ``replacement``."""

    span: Span
    replacement: str


class Held(NamedTuple):
    """A kind looked at ``checked`` places and found them as they must be."""

    checked: int = 1


class Broken(NamedTuple):
    """A kind found something that does not hold; ``values`` fill the rule's message."""

    spans: tuple[Span, ...] = ()
    values: Mapping[str, str | int] = MappingProxyType({})
    about: str | None = None
    section: str | None = None
    related: tuple[Span, ...] = ()
    suggestion: str | None = None
    fixes: tuple[Fix, ...] = ()


class Unknown(NamedTuple):
    """A kind could not tell, and says why (both languages)."""

    zh: str
    en: str


Observation = Held | Broken | Unknown


class OutcomeKind(StrEnum):
    """What the engine makes of a rule (design §6)."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    BLOCKED = "blocked"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"
    ERROR = "error"


class CellChange(NamedTuple):
    """A change of one table cell, by table, row and column key: from its value (None for a blank) to the right one.

    ``row_label`` and ``column_label`` are what the format prints.
    """

    table: str
    row: str
    column: str
    before: Decimal | None
    after: Decimal
    row_label: str = ""
    column_label: str = ""


class Repair(NamedTuple):
    """The smallest change of cells with which all identities of a table hold (修正建议); 1 is the likeliest ``rank``."""

    cells: tuple[CellChange, ...]
    rank: int = 1


class Evidence(NamedTuple):
    """Quoted words and their place; ``context`` is a window around them and where the quote starts in it."""

    quote: str
    span: Span
    location: Location
    before: str = ""
    after: str = ""


class Finding(NamedTuple):
    """One broken place. The sentence is rendered by a reporter from the rule's message and ``values``."""

    rule: str
    category: str
    severity: Severity
    section: str
    about: str | None
    evidence: tuple[Evidence, ...]
    related: tuple[Evidence, ...]
    values: Mapping[str, str | int]
    basis: tuple[Basis, ...]
    suggestion: str | None
    fixes: tuple[Fix, ...]
    certainty: str
    fingerprint: str
    repairs: tuple[Repair, ...] = ()
    waived: str | None = None
    """The reason why it is waived (豁免理由); None where it stands."""


class RuleResult(NamedTuple):
    """Outcome of one rule on one report; ``reason`` says why it is not pass or fail."""

    rule: str
    outcome: OutcomeKind
    checked: int = 0
    reason: Note | None = None
    findings: tuple[Finding, ...] = ()


class LedgerEntry(NamedTuple):
    """Points lost by one rule, of 100."""

    rule: str
    lost: Fraction


class Score(NamedTuple):
    """The interval of points, the grade of its lower end, gates failed and the ledger of lost points.

    ``upper`` plus the ledger is exactly 100; ``lower`` lacks in addition what is undetermined.
    """

    lower: Fraction
    upper: Fraction
    grade: str
    gates_failed: tuple[str, ...]
    ledger: tuple[LedgerEntry, ...]


class Status(StrEnum):
    """What became of a file."""

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NOT_A_REPORT = "not_a_report"
    YEAR_UNKNOWN = "year_unknown"


class DocumentResult(NamedTuple):
    """Everything found out about one file. ``report`` and ``document`` are None when it could not be read (``error``)."""

    name: str
    status: Status
    document: Document | None = None
    report: Report | None = None
    results: tuple[RuleResult, ...] = ()
    score: Score | None = None
    error: ReadError | None = None
    notes: tuple[Note, ...] = ()
    skipped: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: loudest first, then by place, then by rule."""
        found = [finding for result in self.results for finding in result.findings]
        return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, str]:
    start = finding.evidence[0].span.start if finding.evidence else 1 << 60
    return (-finding.severity.rank, start, finding.rule, finding.about or "")


class Policy(NamedTuple):
    """What makes a run fail: the severity (``never`` for none), of certain findings alone or of all, and the least score."""

    fail_on: str = "error"
    min_score: int | Decimal | None = None
    certain_only: bool = False

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding fails the run; one that is waived never does."""
        if self.fail_on == "never" or finding.waived is not None:
            return False
        sure = finding.certainty == "certain" or not self.certain_only
        return sure and finding.severity.rank >= Severity(self.fail_on).rank


class Run(NamedTuple):
    """One call of the program: results in input order, the rules and instruments they speak of, and the policy."""

    results: tuple[DocumentResult, ...]
    rules: Mapping[str, Rule]
    instruments: Mapping[str, Instrument]
    ruleset_version: str
    ruleset_digest: str
    tool_version: str
    policy: Policy = Policy()
