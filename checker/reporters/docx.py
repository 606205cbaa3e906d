"""Word (docx): the report's own document with a comment at every finding, one document for each report.

Nothing but comments is put into a document; a report that is no Word document gets one made of its text.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import ReadError
from checker.reporters.parts import tally
from checker.reporters.wordfile import anchors, comments, words
from checker.reporters.wordfile.built import built
from checker.reporters.wordfile.marks import Marks
from checker.reporters.wordfile.own import places_in
from checker.reporters.wordfile.package import opened, packed
from checker.reporters.wordfile.places import UnmappedError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from checker.model.report import Report
    from checker.model.result import DocumentResult, Finding, Run
    from checker.reporters.wordfile.anchors import Anchor
    from checker.reporters.wordfile.places import Places

MOST_PLACES = 100
"""Comments on one rule in one report; what is left out is counted."""

MOST_COMMENTS = 1_000
"""Comments in one report, the loudest."""


def of_report(run: Run, result: DocumentResult, original: bytes | None, *, lang: str) -> bytes | None:
    """Give the commented document; ``original`` is the file's content. None for what is no report."""
    if result.report is None or result.skipped:
        return None
    own = _own(result, original)
    document, places = own or built(result.report)
    findings = _shown(result)
    left_out = len(tally.standing(result.findings)) - len(findings)
    whole = words.summary(run, result, lang, left_out=left_out, built=own is None)
    said = [(whole, anchors.of_title(places, result.report))]
    said += [
        (words.finding(run, result, number, one, lang), anchors.of_finding(places, result.report, one))
        for number, one in enumerate(findings, start=1)
    ]
    _annotate(document, said, _day(result.report))
    return packed(document)


def _own(result: DocumentResult, original: bytes | None) -> tuple[WordDocument, Places] | None:
    """Open the report's own file, if it is a Word document and still the one that was checked."""
    read = result.document
    if read is None or original is None or read.format != "docx" or sha256(original).hexdigest() != read.sha256:
        return None
    document = opened(original)
    if document is None:
        return None
    try:
        places = places_in(document.part.element, read, original)
    except (UnmappedError, ReadError):
        return None
    comments.forget_earlier(document)
    return document, places


def _shown(result: DocumentResult) -> list[Finding]:
    """Give the findings that stand, so many of a rule and in all, in the order of the text."""
    seen: Counter[str] = Counter()
    shown = []
    for finding in tally.standing(result.findings):
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_PLACES:
            shown.append(finding)
    return sorted(shown[:MOST_COMMENTS], key=lambda one: one.evidence[0].span.start if one.evidence else -1)


def _annotate(document: WordDocument, said: list[tuple[str, Anchor | None]], day: datetime | None) -> None:
    """Write the comments, then put their marks in from the last to the first, so that those of one place keep their order."""
    numbered = [(comments.add(document, text, day), place) for text, place in said]
    marks = Marks(document.part.element)
    for number, place in reversed(numbered):
        if isinstance(place, anchors.Words):
            marks.around(number, place.first, place.last)
        elif place is not None:
            marks.whole(number, place.paragraph)


def _day(report: Report) -> datetime | None:
    """Give the day that comments bear, which is the report's own: none of them knows when it was written."""
    known = report.signed or report.published
    if known is None:
        return datetime(report.year + 1, 1, 1, tzinfo=UTC) if report.year else None
    return datetime(known.value.year, known.value.month, known.value.day, tzinfo=UTC)
