"""The shape of the checker's JSON result (schema version 1), as pydantic models: a contract with other programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.authoring.rule_models import Category, Certainty
from checker.model.report import Placement
from checker.model.result import OutcomeKind, Status
from checker.model.rule import Organ, SectionKey, Severity, Tier

Offset = Annotated[int, Field(ge=0)]
Counted = Annotated[int, Field(ge=1)]
Points = Annotated[float, Field(ge=0, le=100)]
CellState = Literal["number", "blank", "dash", "text", "unreadable"]


class ResultModel(BaseModel):
    """An object of the result."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Tool(ResultModel):
    """The program that made the result."""

    name: Literal["ogi-checker"]
    version: str


class RulesetInfo(ResultModel):
    """The rule set that was used."""

    version: str
    digest: str


class IssuerInfo(ResultModel):
    """The organ that reports."""

    name: str
    tier: Tier
    organ: Organ
    region: list[str]


class ContactInfo(ResultModel):
    """How to reach the issuer; empty for what is not given."""

    phone: str
    email: str
    postcode: str
    address: str


class SectionInfo(ResultModel):
    """A part of the report and where it stands."""

    key: SectionKey
    heading: str
    placement: Placement
    start: Offset
    end: Offset


class CellInfo(ResultModel):
    """A table cell: as written, and as read."""

    raw: str
    value: float | None
    state: CellState


class ReportInfo(ResultModel):
    """The report as understood."""

    title: str
    issuer: IssuerInfo
    report_year: int | None
    regime: str
    """The format's id; empty where there is none for the year."""
    period: tuple[date, date] | None
    published: date | None
    signed: date | None
    contact: ContactInfo
    sections: list[SectionInfo]
    tables: dict[str, dict[str, dict[str, CellInfo]]]
    """Table, row and column to cell."""
    figures: dict[str, float]


class LedgerLine(ResultModel):
    """Points lost by one rule."""

    rule: str
    lost: Points


class ScoreInfo(ResultModel):
    """The interval of points; the grade is that of its lower end."""

    lower: Points
    upper: Points
    grade: str
    gates_failed: list[str]
    ledger: list[LedgerLine]


class EvidenceInfo(ResultModel):
    """Quoted words and their place; offsets are code points into the document's text."""

    quote: str
    start: Offset
    end: Offset
    line: Counted | None
    column: Counted | None
    page: Counted | None
    cell: str | None


class BasisInfo(ResultModel):
    """Instrument and article."""

    instrument: str
    article: str


class FixInfo(ResultModel):
    """A correction: replace the text from start to end."""

    start: Offset
    end: Offset
    replacement: str


class RepairCell(ResultModel):
    """A cell whose change is part of a repair."""

    table: str
    row: str
    column: str
    from_: Annotated[float | None, Field(alias="from")]
    to: float


class RepairInfo(ResultModel):
    """A smallest set of changed cells with which identities of a table hold."""

    cells: list[RepairCell]
    rank: Counted
    holds: str


class FindingInfo(ResultModel):
    """One broken place."""

    rule: str
    category: Category
    severity: Severity
    message: str
    section: SectionKey
    about: str | None
    evidence: list[EvidenceInfo]
    related: list[EvidenceInfo]
    values: dict[str, str | int]
    basis: list[BasisInfo]
    suggestion: str | None
    fixes: list[FixInfo]
    repairs: list[RepairInfo]
    certainty: Certainty
    waived: bool
    fingerprint: str


class OutcomeInfo(ResultModel):
    """What became of one rule on one report."""

    rule: str
    outcome: OutcomeKind
    checked: Offset
    reason: str


class DocumentInfo(ResultModel):
    """Everything about one file."""

    document: str
    format: str | None
    sha256: str | None
    status: Status
    report: ReportInfo | None
    score: ScoreInfo | None
    findings: list[FindingInfo]
    outcomes: list[OutcomeInfo]
    notes: list[str]


class Result(ResultModel):
    """The JSON result of one call of the program."""

    schema_version: Literal["1"]
    tool: Tool
    ruleset: RulesetInfo
    results: list[DocumentInfo]
