"""Words that a report should not use, or should not use there, recognised by patterns alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checker.kinds.pattern.finds import finds_in, text_for
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.kinds.pattern.finds import Find
    from checker.model.report import Report
    from checker.model.result import Observation

_CLAUSE_AT_MOST = 5  # characters before a find
_CLAUSES_AT_MOST = 30  # characters on each side of a find
_SHOWN_TOGETHER = 10  # places that a finding of several points at


class Params(NamedTuple):
    """``patterns`` are looked for in the width-folded text; what any of them finds breaks the rule, each place once.

    A named group that ``fix`` does not name, if there is one, is what is pointed at; otherwise the whole match. ``unless``: a
    find is excused when one of these stands in its sentence. ``sections``: where a find counts; left out, everywhere.
    ``where``: ``prose`` has titles, quotations and document numbers hollowed out to ``~`` and no tables, ``text``
    has everything, ``written`` is without those tables and keeps the widths as written.
    ``at``: ``introduction`` is what stands before the first heading, ``end`` what stands behind the last, ``edges`` both;
    ``head`` is the introduction with the line above the report, which may be a title that was not known for one.
    ``shown``: ``clause`` points at the words before the find as well, within its clause, where it means little by itself;
    ``clauses`` at the clauses on both sides of it.
    ``checked``: ``identity_number`` keeps what matches only where its last character is the check digit of GB 11643.
    ``fix``: what to put, surely, in the place of a named group, in each of its places.
    ``usual``: characters; the finds break the rule only where these stand at more places.
    ``singly``: so many finds are told one by one, more of them in one finding; left out, all one by one.
    ``needs``, for each of the patterns in their order: rare characters, one of which is in every find or in its line; the
    pattern, which must not reach over the end of a line, is looked for in such lines alone. Empty: in the whole text.
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
    needs: tuple[str, ...] = ()


def placeholders(params: Params) -> frozenset[str]:
    """``words`` that were found, their ``count`` where they may be told together, and ``others``, the number of usual places."""
    if len(params.needs) not in (0, len(params.patterns)):
        message = f"needs: {len(params.needs)} for {len(params.patterns)} patterns"
        raise ValueError(message)
    given = {"words", "count" if params.singly else "words", "others" if params.usual else "words"}
    return frozenset(given)


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Find the patterns; a text without any of them says nothing wrong."""
    text = text_for(params, report)
    others = sum(text.count(char, *report.extent) for char in params.usual)
    is_mixed = not params.usual or (others > 0 and _number(params.patterns, text, report.extent) < others)
    found = finds_in(text, params, report) if is_mixed else []
    broken = _inexcusable(found, params, report, text) if params.unless and found else found
    if not broken:
        yield Held()
        return
    together = 0 < params.singly < len(broken)
    for finds in [broken] if together else [[find] for find in broken]:
        yield _broken(params, report, text, finds, others)


def _inexcusable(found: list[Find], params: Params, report: Report, text: str) -> list[Find]:
    sentences = {report.sentence_at(find.span.start) for find in found}
    excusing = {one for one in sentences if _found(params.unless, text, one)}
    return [find for find in found if report.sentence_at(find.span.start) not in excusing]


def _broken(params: Params, report: Report, text: str, finds: list[Find], others: int) -> Broken:
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


def _number(patterns: Iterable[str], text: str, area: Span) -> int:
    """Count places without keeping them: whole texts are made of the one width, and at fault in none of them."""
    return sum(1 for pattern in patterns for _ in compiled(pattern).finditer(text, area.start, area.end))


def _shown(params: Params, text: str, span: Span) -> Span:
    if params.shown == "find":
        return span
    if params.shown == "clause":
        before = compiled(r"[^,。;:!?、\n]*+\Z").search(text, max(0, span.start - _CLAUSE_AT_MOST), span.start)
        return Span(before.start(), span.end) if before else span
    before = compiled(r"[^,，。;；!！?？\n]*+\Z").search(text, max(0, span.start - _CLAUSES_AT_MOST), span.start)
    after = compiled(r"[^,，。;；!！?？\n]*+").match(text, span.end, span.end + _CLAUSES_AT_MOST)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def _found(patterns: Iterable[str], text: str, span: Span) -> bool:
    return any(compiled(pattern).search(text, span.start, span.end) for pattern in patterns)
