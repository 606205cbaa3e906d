"""Words written wrong that have one better word: slips of the pen, fixed terms with a slip, words written twice."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from checker.kinds.wording.entries import index_of
from checker.kinds.wording.finds import finds
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Wording
from checker.model.result import Broken, Fix, Held
from checker.passage import in_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.rule import Lexicon


class Params(NamedTuple):
    """``words``: the name of a list in ``lexicon``; ``where``: outside tables (``text``), inside them, or both.

    A list may have: ``plain``, the better word by the wrong one; ``placed``, the same with the words around that make it
    sure (``before``, ``after``, ``near``, ``not_before``, ``not_after``: patterns); ``doubled``, words that are not written
    twice, with the same patterns; ``terms``, which lose, swap or mistake a character (``confused``) by accident;
    ``legitimate``, longer words within which nothing is wrong.
    """

    lexicon: Lexicon
    words: str
    where: Literal["all", "text", "tables"] = "all"


def placeholders(params: Params) -> frozenset[str]:
    """``words`` found, and those ``expected``."""
    list(index_of(params.lexicon, params.words).all())  # a key that no entry has is a mistake in the lexicon
    return frozenset({"words", "expected"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Find the words of the list; what copying damaged, or is told as the slip of a heading, is not told here."""
    found = list(finds(index_of(params.lexicon, params.words), report))
    reached, told = -1, _told(report) if found else []
    for span, entry in found:
        if _is_asked(params, report, span.start) and not _is_among(told, span):
            clause = in_clause(report, span)
            shown = clause._replace(start=max(clause.start, reached))  # each of two in a clause has its own words
            reached = span.end
            values = {"words": report.text[span.start : span.end], "expected": entry.right}
            yield Broken((shown,), values, suggestion=entry.right, fixes=(Fix(span, entry.right),))
    if reached < 0:
        yield Held()


def _is_asked(params: Params, report: Report, offset: int) -> bool:
    """A statutory table is one too where the file has its rows as lines."""
    if params.where == "all":
        return True
    statutory = any(one.span.start <= offset < one.span.end for one in report.tables.values())
    return (statutory or report.document.in_table(offset)) is (params.where == "tables")


def _told(report: Report) -> list[Span]:
    """List the places that other rules speak of: damage, slips in headings, the labels of statutory tables."""
    spans = [Span(one.start, one.end) for one in report.damages]
    spans += [Span(one.start, one.body) for one in report.sections.values() if one.wording is Wording.NEAR]
    spans += [label.span for table in report.tables.values() for label in table.labels]
    return sorted(spans)


def _is_among(spans: list[Span], span: Span) -> bool:
    index = bisect_left(spans, span.end, key=lambda one: one.start) - 1
    return index >= 0 and span.start < spans[index].end
