"""Words written wrong that have one better word: slips of the pen, fixed terms with a slip, words written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from checker.kinds.wording.entries import index_of
from checker.kinds.wording.finds import finds
from checker.model.report import Wording
from checker.model.result import Broken, Fix, Held
from checker.passage import in_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.document import Span
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
    index_of(params.lexicon, params.words)  # a key that no entry has is a mistake in the lexicon
    return frozenset({"words", "expected"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Find the words of the list; what copying damaged, or is told as the slip of a heading, is not told here."""
    broken = 0
    for span, entry in finds(index_of(params.lexicon, params.words), report):
        if _is_asked(params, report, span.start) and not _is_told(report, span):
            broken += 1
            values = {"words": report.text[span.start : span.end], "expected": entry.right}
            yield Broken((in_clause(report, span),), values, suggestion=entry.right, fixes=(Fix(span, entry.right),))
    if not broken:
        yield Held()


def _is_asked(params: Params, report: Report, offset: int) -> bool:
    """A statutory table is one too where the file has its rows as lines."""
    if params.where == "all":
        return True
    statutory = any(one.span.start <= offset < one.span.end for one in report.tables.values())
    return (statutory or report.document.in_table(offset)) is (params.where == "tables")


def _is_told(report: Report, span: Span) -> bool:
    if any(one.start < span.end and span.start < one.end for one in report.damages):
        return True
    slips = (one for one in report.sections.values() if one.wording is Wording.NEAR)
    return any(one.start <= span.start < one.body for one in slips)
