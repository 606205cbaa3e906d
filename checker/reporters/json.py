"""The published result format as JSON (docs/schema/result.schema.json describes it)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checker.model.report import Placement
from checker.reporters.parts import points, rendering

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from checker.model.report import Report
    from checker.model.result import DocumentResult, Evidence, Finding, Repair, RuleResult, Run, Score
    from checker.model.tables import StatCell, StatTable

SCHEMA_VERSION = "1"

# Legal in JSON but not in a file or on a terminal: lone surrogates cannot be encoded, C1 controls act.
_RAW = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the run as one JSON object."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "ogi-checker", "version": run.tool_version},
        "ruleset": {"version": run.ruleset_version, "digest": run.ruleset_digest},
        "results": [_document(run, result, lang) for result in run.results],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _document(run: Run, result: DocumentResult, lang: str) -> dict[str, object]:
    document = result.document
    return {
        "document": result.name,
        "format": None if document is None else document.format,
        "sha256": None if document is None else document.sha256,
        "status": result.status.value,
        "report": None if result.report is None else _report(result.report),
        "score": None if result.score is None else _score(result.score),
        "findings": [_finding(run, finding, lang) for finding in result.findings],
        "outcomes": _outcomes(result.results, lang),
        "notes": rendering.notes(result, lang),
    }


def _report(report: Report) -> dict[str, object]:
    issuer, contact = report.issuer, report.contact
    return {
        "title": report.title,
        "issuer": {
            "name": issuer.name,
            "tier": issuer.tier.value,
            "organ": issuer.organ.value,
            "region": list(issuer.region),
        },
        "report_year": report.year,
        "regime": report.format,
        "period": None if report.period is None else [day.isoformat() for day in report.period],
        "published": None if report.published is None else report.published.value.isoformat(),
        "signed": None if report.signed is None else report.signed.value.isoformat(),
        "contact": {
            "phone": contact.phone,
            "email": contact.email,
            "postcode": contact.postcode,
            "address": contact.address,
        },
        "sections": _sections(report),
        "tables": {key: _table(report.tables[key]) for key in sorted(report.tables)},
        "figures": {name: _number(report.figures[name]) for name in sorted(report.figures)},
    }


def _sections(report: Report) -> list[dict[str, object]]:
    present = [one for one in report.sections.values() if one.placement is not Placement.ABSENT]
    return [
        {
            "key": one.key,
            "heading": one.heading,
            "placement": one.placement.value,
            "start": one.start,
            "end": one.end,
        }
        for one in sorted(present, key=lambda one: (one.start, one.end, one.key))
    ]


def _table(table: StatTable) -> dict[str, dict[str, dict[str, object]]]:
    return {
        row: {column: _cell(cell) for column, cell in columns.items()}
        for row, columns in table.cells.items()
        if columns
    }


def _cell(cell: StatCell) -> dict[str, object]:
    return {
        "raw": cell.raw,
        "value": None if cell.value is None else _number(cell.value),
        "state": cell.state.value,
    }


def _repair(repair: Repair) -> dict[str, object]:
    cells = [
        {
            "table": one.table,
            "row": one.row,
            "column": one.column,
            "from": None if one.before is None else _number(one.before),
            "to": _number(one.after),
        }
        for one in repair.cells
    ]
    return {"cells": cells, "rank": repair.rank, "holds": "all"}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _score(score: Score) -> dict[str, object]:
    return {
        "lower": points.hundredths(score.lower) / 100,
        "upper": points.hundredths(score.upper) / 100,
        "grade": score.grade,
        "gates_failed": list(score.gates_failed),
        "ledger": [{"rule": rule, "lost": lost / 100} for rule, lost in points.ledger(score)],
    }


def _finding(run: Run, finding: Finding, lang: str) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "message": rendering.message(run, finding, lang),
        "section": finding.section,
        "about": finding.about,
        "evidence": _evidence(finding.evidence),
        "related": _evidence(finding.related),
        "values": dict(finding.values),
        "basis": [{"instrument": one.instrument, "article": one.article} for one in finding.basis],
        "suggestion": rendering.suggestion(run, finding, lang),
        "fixes": [
            {"start": fix.span.start, "end": fix.span.end, "replacement": fix.replacement} for fix in finding.fixes
        ],
        "repairs": [_repair(repair) for repair in finding.repairs],
        "certainty": finding.certainty,
        "waived": finding.waived is not None,
        "fingerprint": finding.fingerprint,
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, object]]:
    return [
        {
            "quote": one.quote,
            "start": one.span.start,
            "end": one.span.end,
            "line": one.location.line,
            "column": one.location.column,
            "page": one.location.page,
            "cell": one.location.cell,
        }
        for one in evidence
    ]


def _outcomes(results: Iterable[RuleResult], lang: str) -> list[dict[str, object]]:
    return [
        {
            "rule": result.rule,
            "outcome": result.outcome.value,
            "checked": result.checked,
            "reason": rendering.said(result.reason, lang),
        }
        for result in sorted(results, key=lambda result: result.rule)
    ]
