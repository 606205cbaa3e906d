"""Turns what a kind saw into findings: quoted words, their places, their section and a fingerprint that survives editing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from checker.model.result import Evidence, Finding
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model.document import Location, Span
    from checker.model.report import Report
    from checker.model.result import Broken
    from checker.model.rule import Rule

WINDOW = 24  # characters of context on each side of a quote
_BEFORE = r"[^\n。！？]*\Z"
_AFTER = r"[^\n。！？]*[。！？]?"
_LONG_NUMBER = r"[0-9]{10,}[0-9Xx]?"
_NOWHERE = 1 << 60  # what is absent stands after everything that has a place


def findings(rule: Rule, report: Report, broken: Iterable[Broken]) -> tuple[Finding, ...]:
    """Make the findings of one rule on one report, each place once, in reading order."""
    found = [_finding(rule, report, one) for one in _merged(broken)]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[int, int, str]:
    if not finding.evidence:
        return _NOWHERE, _NOWHERE, finding.about or ""
    span = finding.evidence[0].span
    return span.start, span.end, finding.about or ""


def _merged(broken: Iterable[Broken]) -> Iterator[Broken]:
    places: dict[object, Broken] = {}
    for one in broken:
        key = one.spans or (one.section, one.about)
        first = places.get(key)
        places[key] = one if first is None else _joined(first, one)
    yield from places.values()


def _joined(first: Broken, second: Broken) -> Broken:
    related = tuple(dict.fromkeys((*first.related, *second.related)))
    fixes = tuple(dict.fromkeys((*first.fixes, *second.fixes)))
    return first._replace(related=related, fixes=fixes, suggestion=first.suggestion or second.suggestion)


def _finding(rule: Rule, report: Report, broken: Broken) -> Finding:
    evidence = tuple(_evidence(report, span) for span in broken.spans)
    section = broken.section or (report.section_at(broken.spans[0].start) if broken.spans else rule.section)
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        section=section,
        about=broken.about,
        evidence=evidence,
        related=tuple(_evidence(report, span) for span in broken.related),
        values=broken.values,
        basis=rule.basis,
        suggestion=broken.suggestion,
        fixes=broken.fixes,
        certainty=rule.certainty,
        fingerprint=_fingerprint(rule, report, section, broken.about, evidence),
    )


def _evidence(report: Report, span: Span) -> Evidence:
    text = report.text
    before = compiled(_BEFORE).search(text[max(0, span.start - WINDOW) : span.start])
    after = compiled(_AFTER).match(text[span.end : span.end + WINDOW])
    return Evidence(
        quote=text[span.start : span.end],
        span=span,
        location=_location(report, span.start),
        before=_discreet(before.group()) if before else "",
        after=_discreet(after.group()) if after else "",
    )


def _location(report: Report, offset: int) -> Location:
    """A cell of a statutory table goes by its row and column there; any other by its place in the file."""
    location, cell = report.document.locate(offset), report.cell_at(offset)
    return location._replace(cell=cell) if cell else location


def _discreet(words: str) -> str:
    """Leave long numbers out of what is shown around a quote: they may be a person's."""
    return compiled(_LONG_NUMBER).sub("…", words)


def _fingerprint(rule: Rule, report: Report, section: str, about: str | None, evidence: tuple[Evidence, ...]) -> str:
    quotes = (_semantic_place(one) for one in evidence)
    who = report.issuer.name or report.title or report.document.name  # what names no organ must still be told apart
    parts = (rule.id, who, str(report.year or ""), section, about or "", *quotes)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _semantic_place(evidence: Evidence) -> str:
    """A statutory cell is the same place whatever stands in it."""
    cell = evidence.location.cell or ""
    return cell if "/" in cell else "".join(fold(evidence.quote).split())
