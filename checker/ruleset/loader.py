"""Makes a rule set of its compiled form, plain JSON that was validated when it was compiled."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker.model.rule import Basis, Bilingual, Instrument, Organ, Rule, RuleStatus, Severity, Tier
from checker.ruleset.ruleset import (
    Format,
    LabelFormat,
    Ruleset,
    Scoring,
    SectionFormat,
    TableBlock,
    TableFormat,
    TopicFormat,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPILED_FORMAT = 2
"""Number of the compiled form's shape: it changes when a compiled file of before can no longer be loaded."""


def from_compiled(data: Mapping[str, Any]) -> Ruleset:
    """Make a rule set of what ``compile_rules`` gave; raises ValueError for another compiled format."""
    if data["compiled"] != COMPILED_FORMAT:
        message = f"compiled rule format {data['compiled']}, expected {COMPILED_FORMAT}"
        raise ValueError(message)
    return Ruleset(
        version=data["version"],
        digest=data["digest"],
        rules=MappingProxyType({one["id"]: _rule(one) for one in data["rules"]}),
        instruments=MappingProxyType({one["id"]: _instrument(one) for one in data["instruments"]}),
        formats=tuple(_format(one) for one in data["formats"]),
        lexicons=MappingProxyType(data["lexicons"]),
        scoring=_scoring(data["scoring"]),
    )


def _rule(data: Mapping[str, Any]) -> Rule:
    applies_to = data.get("applies_to", {})
    return Rule(
        id=data["id"],
        category=data["category"],
        title=Bilingual(**data["title"]),
        failed=Bilingual(**data["failed"]),
        status=RuleStatus(data["status"]),
        section=data["section"],
        severity=Severity(data["severity"]),
        weight=data["weight"],
        basis=tuple(Basis(**one) for one in data["basis"]),
        kind=data["kind"],
        params=MappingProxyType(data["with"]),
        message=Bilingual(**data["message"]),
        remedy=Bilingual(**data["remedy"]),
        tiers=tuple(Tier(one) for one in applies_to.get("tiers", ())),
        organs=tuple(Organ(one) for one in applies_to.get("organs", ())),
        requires=tuple(data.get("requires", ())),
        certainty=data.get("certainty", "certain"),
        file=data["file"],
    )


def _instrument(data: Mapping[str, Any]) -> Instrument:
    first, last = data["years"]
    return Instrument(data["id"], Bilingual(**data["name"]), data["number"], data["level"], first, last)


def _format(data: Mapping[str, Any]) -> Format:
    first, last = data["years"]
    sections = tuple(
        SectionFormat(
            one["key"],
            Bilingual(**one["title"]),
            *(tuple(one.get(patterns, ())) for patterns in ("headings", "topics", "wordings")),
        )
        for one in data["sections"]
    )
    topics = tuple(
        TopicFormat(
            one["key"],
            tuple(one.get("within", ())),
            MappingProxyType({part: tuple(patterns) for part, patterns in one["parts"].items()}),
            one.get("heading", ""),
            one.get("headed", False),
        )
        for one in data.get("topics", ())
    )
    note = Bilingual(**data["note"]) if data.get("note") else None
    tables = tuple(_table(one) for one in data.get("tables", ()))
    return Format(data["id"], first, last, sections, tuple(data.get("table_rows", ())), note, topics, tables)


def _table(data: Mapping[str, Any]) -> TableFormat:
    blocks = tuple(
        TableBlock(one.get("caption", ""), *(tuple(map(_label, one[axis])) for axis in ("columns", "rows")))
        for one in data["blocks"]
    )
    title, sign = Bilingual(**data["title"]), tuple(data["sign"])
    return TableFormat(data["key"], title, data["section"], data.get("layout", "rows"), sign, blocks)


def _label(data: Mapping[str, Any]) -> LabelFormat:
    return LabelFormat(**{**data, "also": tuple(data.get("also", ()))})


def _scoring(data: Mapping[str, Any]) -> Scoring:
    return Scoring(
        sections=MappingProxyType(data["sections"]),
        losses=MappingProxyType({severity: Fraction(loss) for severity, loss in data["losses"].items()}),
        grades=tuple((one["grade"], one["from"]) for one in data["grades"]),
        gates=tuple(data["gates"]),
    )
