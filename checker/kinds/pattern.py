"""Words that a report should not use, or should not use there, recognised by patterns alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from checker.model.document import Span
from checker.model.result import Broken, Fix, Held
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import regex

    from checker.model.report import Report
    from checker.model.result import Observation

_INTRODUCTION_AT_MOST = 1500
_END_AT_MOST = 1500
_LINE_AT_MOST = 120
_CLAUSE_AT_MOST = 5  # characters before a find
_CLAUSES_AT_MOST = 30  # characters on each side of a find
_SHOWN_TOGETHER = 10  # places that a finding of several points at
_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643
_CHECK_DIGITS = "10X98765432"


class Params(NamedTuple):
    """``patterns`` are looked for in the width-folded text; what any of them finds breaks the rule, each place once.

    A named group that ``fix`` does not name, if there is one, is what is pointed at; otherwise the whole match. ``unless``: a
    find is excused when one of these stands in its sentence. ``sections``: where a find counts; left out, everywhere.
    ``where``: ``prose`` has titles, quotations and document numbers hollowed out to ``~`` and no tables of the file, ``text``
    has everything, ``written`` is without those tables and keeps the widths as written.
    ``at``: ``introduction`` is what stands before the first heading, ``end`` what stands behind the last, ``edges`` both;
    ``head`` is the introduction with the line above the report, which may be a title that was not known for one.
    ``shown``: ``clause`` points at the words before the find as well, within its clause, where it means little by itself;
    ``clauses`` at the clauses on both sides of it.
    ``checked``: ``identity_number`` keeps what matches only where its last character is the check digit of GB 11643.
    ``fix``: what to put, surely, in the place of a named group, in each of its places.
    ``usual``: the finds break the rule only where there are more places of this pattern than finds.
    ``singly``: so many finds are told one by one, more of them in one finding; left out, all one by one.
    """

    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    sections: tuple[SectionKey, ...] = ()
    where: Literal["prose", "text", "written"] = "prose"
    at: Literal["anywhere", "introduction", "end", "edges", "head"] = "anywhere"
    shown: Literal["find", "clause", "clauses"] = "find"
    checked: Literal["", "identity_number"] = ""
    fix: Mapping[str, str] = MappingProxyType({})
    usual: str = ""
    singly: int = 0


class _Find(NamedTuple):
    """A place that a pattern found, and what would put it right."""

    span: Span
    fixes: tuple[Fix, ...] = ()


def placeholders(params: Params) -> frozenset[str]:
    """``words`` that were found, their ``count`` where they may be told together, and ``others``, the number of usual places."""
    given = {"words", "count" if params.singly else "words", "others" if params.usual else "words"}
    return frozenset(given)


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Find the patterns; a text without any of them says nothing wrong."""
    text = _text(params, report)
    others = _others(params, report, text)
    if params.usual and not others:
        yield Held()
        return
    found = [find for find in _apart(_finds(params, report, text)) if _counts(params, report, find.span)]
    sentences = {report.sentence_at(find.span.start) for find in found} if params.unless else set()
    excusing = {one for one in sentences if _found(params.unless, text, one)}
    broken = [find for find in found if report.sentence_at(find.span.start) not in excusing]
    if not broken or (params.usual and others <= len(broken)):
        yield Held()
        return
    together = 0 < params.singly < len(broken)
    for finds in [broken] if together else [[find] for find in broken]:
        yield _broken(params, report, text, finds, others)


def _broken(params: Params, report: Report, text: str, finds: list[_Find], others: int) -> Broken:
    apart = 1 if params.shown == "clauses" else -1  # a mark is all there is between neighbouring clauses
    spans = _joined((_shown(params, text, find.span) for find in finds[:_SHOWN_TOGETHER]), apart)
    values: dict[str, str | int] = {"words": report.text[spans[0].start : spans[0].end]}
    if params.singly:
        values["count"] = len(finds)
    if params.usual:
        values["others"] = others
    return Broken(spans, values, fixes=tuple(fix for find in finds for fix in find.fixes))


def _joined(spans: Iterable[Span], apart: int) -> tuple[Span, ...]:
    """Join what has no more than ``apart`` characters between."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end + apart:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _others(params: Params, report: Report, text: str) -> int:
    if not params.usual:
        return 0
    return sum(1 for _ in compiled(params.usual).finditer(text, report.extent.start, report.extent.end))


def _text(params: Params, report: Report) -> str:
    texts = {"prose": report.prose, "text": report.folded, "written": report.text}
    text, start = texts[params.where], report.extent.start
    if params.at != "head":
        return text
    above = _line_above(report)
    return text[:above] + fold(report.text[above:start]) + text[start:]


def _line_above(report: Report) -> int:
    start = report.extent.start
    lines = report.text[max(start - _LINE_AT_MOST, 0) : start]
    return start - len(lines) + lines.rstrip().rfind("\n") + 1


def _finds(params: Params, report: Report, text: str) -> Iterator[_Find]:
    for area in _areas(params, report):
        for pattern in params.patterns:
            for match in compiled(pattern).finditer(text, area.start, area.end):
                if match.end() > match.start() and _checks(params, match.group()):
                    yield _Find(Span(*match.span(_pointed_at(params, match))), tuple(_fixes(params, match)))


def _checks(params: Params, words: str) -> bool:
    if not params.checked:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(words[:-1], _CHECK_WEIGHTS, strict=True))
    return words[-1].upper() == _CHECK_DIGITS[total % len(_CHECK_DIGITS)]


def _pointed_at(params: Params, match: regex.Match[str]) -> str | int:
    return next((name for name, words in match.groupdict().items() if words and name not in params.fix), 0)


def _fixes(params: Params, match: regex.Match[str]) -> Iterator[Fix]:
    for name in sorted(match.re.groupindex.keys() & params.fix.keys()):
        yield from (Fix(Span(*span), params.fix[name]) for span in match.spans(name) if span[0] < span[1])


def _shown(params: Params, text: str, span: Span) -> Span:
    if params.shown == "find":
        return span
    if params.shown == "clause":
        before = compiled(r"[^,。;:!?、\n]*+\Z").search(text, max(0, span.start - _CLAUSE_AT_MOST), span.start)
        return Span(before.start(), span.end) if before else span
    before = compiled(r"[^,，。;；!！?？\n]*+\Z").search(text, max(0, span.start - _CLAUSES_AT_MOST), span.start)
    after = compiled(r"[^,，。;；!！?？\n]*+").match(text, span.end, span.end + _CLAUSES_AT_MOST)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


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


def _apart(finds: Iterable[_Find]) -> Iterator[_Find]:
    """Leave out what overlaps an earlier or, at the same place, a longer one."""
    reached = -1
    for find in sorted(finds, key=lambda one: (one.span.start, -one.span.end)):
        if find.span.start >= reached:
            reached = find.span.end
            yield find


def _counts(params: Params, report: Report, span: Span) -> bool:
    if params.sections and report.section_at(span.start) not in params.sections:
        return False
    if params.where == "written" and report.folded[span.start] == "\n" != report.text[span.start]:
        return False  # page furniture
    return params.where == "text" or not report.document.in_table(span.start)


def _found(patterns: Iterable[str], text: str, span: Span) -> bool:
    return any(compiled(pattern).search(text, span.start, span.end) for pattern in patterns)
