"""Words that a report should not use, or should not use there, recognised by patterns alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from checker.model.document import Span
from checker.model.result import Broken, Held
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

    from checker.model.report import Report
    from checker.model.result import Observation

_INTRODUCTION_AT_MOST = 1500
_END_AT_MOST = 1500
_LINE_AT_MOST = 120
_CLAUSE_AT_MOST = 5  # characters before a find
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECK_DIGITS = "10X98765432"


class Params(NamedTuple):
    """``patterns`` are looked for in the width-folded text; what any of them finds breaks the rule, each place once.

    A named group, if there is one, is what is pointed at; otherwise the whole match. ``unless``: a find is excused when
    one of these stands in its sentence. ``sections``: where a find counts; left out, everywhere. ``where``: ``prose`` has
    titles, quotations and document numbers hollowed out to ``~`` and no tables of the file, ``text`` has everything.
    ``at``: ``introduction`` is what stands before the first heading, ``end`` what stands behind the last, ``edges`` both;
    ``head`` is the introduction with the line above the report, which may be a title that was not known for one.
    ``shown``: ``clause`` points at the words before the find as well, within its clause, where it means little by itself.
    ``checked``: ``identity_number`` keeps what matches only where its last character is the check digit of GB 11643.
    """

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    sections: tuple[SectionKey, ...] = ()
    where: Literal["prose", "text"] = "prose"
    at: Literal["anywhere", "introduction", "end", "edges", "head"] = "anywhere"
    shown: Literal["find", "clause"] = "find"
    checked: Literal["", "identity_number"] = ""


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` that were found."""
    return frozenset({"words"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Find the patterns; a text without any of them says nothing wrong."""
    text = _text(params, report)
    found = [span for span in _apart(_finds(params, report, text)) if _counts(params, report, span)]
    sentences = {report.sentence_at(span.start) for span in found} if params.unless else set()
    excusing = {one for one in sentences if _found(params.unless, text, one)}
    broken = [span for span in found if report.sentence_at(span.start) not in excusing]
    for span in broken:
        shown = _with_clause(text, span) if params.shown == "clause" else span
        yield Broken((shown,), {"words": report.text[shown.start : shown.end]})
    if not broken:
        yield Held()


def _text(params: Params, report: Report) -> str:
    text, start = report.prose if params.where == "prose" else report.folded, report.extent.start
    if params.at != "head":
        return text
    above = _line_above(report)
    return text[:above] + fold(report.text[above:start]) + text[start:]


def _line_above(report: Report) -> int:
    start = report.extent.start
    lines = report.text[max(start - _LINE_AT_MOST, 0) : start]
    return start - len(lines) + lines.rstrip().rfind("\n") + 1


def _finds(params: Params, report: Report, text: str) -> Iterator[Span]:
    for area in _areas(params, report):
        for pattern in params.patterns:
            for match in compiled(pattern).finditer(text, area.start, area.end):
                if match.end() > match.start() and _checks(params, match.group()):
                    yield Span(*match.span(_pointed_at(match)))


def _checks(params: Params, words: str) -> bool:
    if not params.checked:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(words[:-1], _CHECK_WEIGHTS, strict=True))
    return words[-1].upper() == _CHECK_DIGITS[total % len(_CHECK_DIGITS)]


def _pointed_at(match: regex.Match[str]) -> str | int:
    return next((name for name, words in match.groupdict().items() if words), 0)


def _with_clause(text: str, span: Span) -> Span:
    before = compiled(r"[^,。;:!?、\n]*+\Z").search(text, max(0, span.start - _CLAUSE_AT_MOST), span.start)
    return Span(before.start(), span.end) if before else span


def _areas(params: Params, report: Report) -> list[Span]:
    extent = report.extent
    if params.at == "anywhere":
        return [extent]
    headings = [one.start for one in report.outline if one.style != "item"]
    first, last = (headings[0], headings[-1]) if headings else (extent.end, extent.start)
    areas = []
    if params.at != "end":
        begin = _line_above(report) if params.at == "head" else extent.start
        areas.append(Span(begin, min(first, extent.start + _INTRODUCTION_AT_MOST)))
    if params.at in ("end", "edges"):
        areas.append(Span(max(last, extent.end - _END_AT_MOST), extent.end))
    return areas


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Leave out what overlaps an earlier or, at the same place, a longer one."""
    reached = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= reached:
            reached = span.end
            yield span


def _counts(params: Params, report: Report, span: Span) -> bool:
    if params.sections and report.section_at(span.start) not in params.sections:
        return False
    return params.where == "text" or not report.document.in_table(span.start)


def _found(patterns: Iterable[str], text: str, span: Span) -> bool:
    return any(compiled(pattern).search(text, span.start, span.end) for pattern in patterns)
