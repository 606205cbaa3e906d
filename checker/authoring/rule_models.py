"""The shape of rule files, as pydantic models: what editors and the compiler hold them against."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.model.rule import Organ, RuleStatus, SectionKey, Severity, Tier, TopicKey

Category = Literal[
    "missing-section",
    "empty-section",
    "misplaced-section",
    "section-order",
    "heading-wording",
    "numbering",
    "declared-contents",
    "missing-topic",
    "title",
    "legal-basis",
    "period",
    "contact",
    "publication",
    "signoff",
    "late",
    "missing-table",
    "table-shape",
    "table-cell",
    "table-sum",
    "prose-sum",
    "prose-share",
    "prose-growth",
    "prose-table",
    "figure-conflict",
    "missing-unit",
    "year-slip",
    "garbled-date",
    "impossible-date",
    "vague-date",
    "foreign-place",
    "self-reference",
    "issuer-name",
    "duplicate-text",
    "unbalanced-mark",
    "typo",
    "spacing",
    "punctuation",
    "document-number",
    "placeholder",
    "carry-over",
    "stock-flow",
    "outlier",
    "copied-text",
]

Certainty = Literal["certain", "likely"]
Level = Literal["statute", "format", "local", "practice", "logic"]

Words = Annotated[str, Field(pattern=r"\S")]
RuleId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Year = Annotated[int, Field(ge=1949, le=2200)]
Years = tuple[Year | None, Year | None]
CalendarDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Fraction01 = Annotated[str, Field(pattern=r"^(0|1|[1-9]\d*/[1-9]\d*)$")]


class FileModel(BaseModel):
    """A mapping of a rule file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Text(FileModel):
    """One text in Chinese and in English."""

    zh: Words
    en: Words


class BasisEntry(FileModel):
    """An instrument and the article of it that the rule rests on."""

    instrument: str
    article: str
    """条款，例如 第五十条第一款第（二）项; empty where the instrument has none."""


class AppliesTo(FileModel):
    """Issuers that the rule governs; a list left out or empty means all."""

    tiers: list[Tier] = []
    organs: list[Organ] = []


class Example(FileModel):
    """A test of the rule that is also printed in its documentation."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["report"]}, {"required": ["table"]}]}
    )

    name: Words
    expect: Literal["pass", "fail", "undetermined", "not_applicable"]
    year: Year | None = None
    """The report year; left out: 2017 for a fragment, what it says itself for a whole report."""
    section: SectionKey | None = None
    """The section that the fragment stands in."""
    tier: Tier | None = None
    organ: Organ | None = None
    published: CalendarDate | None = None
    """The date of publication, YYYY-MM-DD."""
    text: Words | None = None
    """A fragment, with 「…」 around what must be pointed at."""
    report: Words | None = None
    """A whole report, with 「…」 around what must be pointed at."""
    table: Words | None = None
    """A table in Markdown."""
    about: Words | None = None
    """The token that the finding must name, where what is missing cannot be pointed at."""
    at: list[Words] = []
    """The table cells that must be pointed at, as table/row/column."""


class RuleFile(FileModel):
    """One rule: what must hold, on which basis, how it is said and what it weighs."""

    id: RuleId
    """Equals the file name; never used again for another rule."""
    category: Category
    title: Text
    """What holds where the rule passes."""
    failed: Text
    """What is the matter where it fails."""
    status: RuleStatus
    section: SectionKey
    """Where its weight counts."""
    severity: Severity
    weight: Annotated[int, Field(ge=0, le=100)]
    """Its share within the section; 0 for info."""
    basis: Annotated[list[BasisEntry], Field(min_length=1)]
    applies_to: AppliesTo = AppliesTo()
    requires: list[RuleId] = []
    """Rules without which this one says nothing: failed there, it is blocked here."""
    certainty: Certainty = "certain"
    """certain: arithmetic, absence on a fully read document; likely: recognised by wording alone."""
    kind: str
    """The way of checking."""
    with_: Annotated[dict[str, Any], Field(alias="with")]
    """The kind's parameters."""
    message: Text
    """What was found and what was expected; {placeholders} are the kind's."""
    remedy: Text
    """What to do."""
    examples: list[Example] = []


class InstrumentEntry(FileModel):
    """A law, notice or standard, with the report years for which it is in force."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Text
    number: str
    """文号; empty where there is none."""
    level: Level
    years: Years
    """First and last report year; null: open."""


class InstrumentsFile(FileModel):
    """instruments.yaml: all instruments that rules may rest on."""

    instruments: Annotated[list[InstrumentEntry], Field(min_length=1)]


class RulesetFile(FileModel):
    """ruleset.yaml: the rule set's own version."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]


class Losses(FileModel):
    """The part of its stake that a failed rule loses, by severity, as a fraction such as 1/2."""

    error: Fraction01
    warning: Fraction01
    info: Fraction01


class GradeEntry(FileModel):
    """A grade and the points from which it is given."""

    grade: Words
    from_: Annotated[int, Field(alias="from", ge=0, le=100)]


class ScoringFile(FileModel):
    """scoring.yaml: points by section, losses, grades and gates."""

    sections: Annotated[dict[SectionKey, Annotated[int, Field(ge=0)]], Field(min_length=1)]
    losses: Losses
    grades: Annotated[list[GradeEntry], Field(min_length=1)]
    """Highest first; the last from 0."""
    gates: list[RuleId]
    """Rules whose failure fails the report whatever its points."""


class FormatSection(FileModel):
    """One part of a format and how it is recognised."""

    key: SectionKey
    title: Text
    headings: Annotated[list[Words], Field(min_length=1)]
    """Patterns for a heading's title, spaces and brackets removed."""
    topics: list[Words] = []
    """Patterns for sentences that state the part without a heading."""
    wordings: list[Words] = []
    """Patterns for the whole of a title worded as the format prints it, spaces removed."""


class FormatTopic(FileModel):
    """A topic that a part of the report must treat."""

    key: TopicKey
    within: list[SectionKey] = []
    """Sections searched; none: the whole report."""
    parts: Annotated[dict[str, Annotated[list[Words], Field(min_length=1)]], Field(min_length=1)]
    """What the topic consists of, each with the patterns that show it."""
    heading: str = ""
    """Pattern of a heading of its own below that of the part."""
    headed: bool = False
    """Where most topics of the part have a heading of their own, this one is looked for in those headings alone."""


class FormatLabel(FileModel):
    """A row or column of a statutory table."""

    key: Key
    label: Words
    """As the format prints it."""
    also: list[Words] = []
    """Patterns of other wordings of the label, spaces and marks removed."""
    group: str = ""
    """The label printed above it, for several rows or columns together."""
    unit: str = "件"
    decimals: bool = False
    signed: bool = False


class FormatBlock(FileModel):
    """Rows of a table that have columns of their own."""

    caption: str = ""
    columns: Annotated[list[FormatLabel], Field(min_length=1)]
    rows: Annotated[list[FormatLabel], Field(min_length=1)]


class FormatTable(FileModel):
    """A statutory table: keys, labels and where its rows stand."""

    key: Key
    title: Text
    section: SectionKey
    layout: Literal["rows", "heads", "list"] = "rows"
    """heads: the labels of rows stand above groups of columns, with one line of values below; list: one value a row."""
    sign: Annotated[list[Words], Field(min_length=1)]
    """Patterns of words that only this table has; for a list plain words."""
    blocks: Annotated[list[FormatBlock], Field(min_length=1)]


class FormatFile(FileModel):
    """formats/ID.yaml: the template of an era."""

    id: Words
    years: tuple[Year, Year | None]
    sections: Annotated[list[FormatSection], Field(min_length=1)]
    table_rows: list[Words] = []
    """Rows of the template's tables that look like headings; the first tells that the table is in a text."""
    topics: list[FormatTopic] = []
    tables: list[FormatTable] = []
    note: Text | None = None
    """What is said of every report of the era, e.g. what is not checked yet."""
