"""A passage is said once: not again elsewhere in the report, and no words doubled directly behind themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.repeat.passages import Text, repeats_of
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.repeat.passages import Repeat
    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.rule import Lexicon

_SHOWN_AT_MOST = 160
_WORDS_AT_MOST = 40
_PLACES_AT_MOST = 12
_FREE_FRONT = ("title", "title_name", "period", "legal_basis", "contact", "publication", "signoff")


class Params(NamedTuple):
    """``flaw`` told: words doubled ``at_once``, a ``passage`` said twice, or a ``sentence``, which is shorter.

    ``lexicon`` has patterns of what may recur: ``nothing`` happened, and other ``clauses``.
    """

    flaw: Literal["at_once", "passage", "sentence"]
    lexicon: Lexicon


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` that are repeated, and their ``length`` in characters."""
    return frozenset({"words", "length"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Point at the second place of what is said twice, and beside it at the first."""
    text = Text(report.folded, report.prose, report.extent, _free(report))
    entries = params.lexicon.entries
    repeats = repeats_of(text, tuple(entries["nothing"]), tuple(entries["clauses"]))
    found = [one for one in repeats if one.kind == params.flaw and not _in_table(report, one.second.start)]
    if not found:
        yield Held()
    yield from (_broken(one, report) for one in found[:_PLACES_AT_MOST])


def _in_table(report: Report, offset: int) -> bool:
    """A statutory table is one too where the file has its rows as lines."""
    statutory = any(one.span.start <= offset < one.span.end for one in report.tables.values())
    return statutory or report.document.in_table(offset)


def _free(report: Report) -> tuple[Span, ...]:
    """What a report may say twice: its headings, its announced parts, its front and end matter."""
    spans = [Span(one.start, one.end) for one in report.outline if one.style != "item"]
    spans += [front.span for key in _FREE_FRONT if (front := report.front.get(key)) and front.span]
    if report.contents:
        spans.append(Span(report.contents.start, report.contents.end))
    return tuple(sorted(spans))


def _broken(repeat: Repeat, report: Report) -> Broken:
    words = report.text[repeat.second.start : repeat.second.end]
    shown = words if len(words) <= _WORDS_AT_MOST else f"{words[: _WORDS_AT_MOST - 1]}…"
    at_once = repeat.kind == "at_once"
    fixes = (Fix(Span(repeat.first.end, repeat.second.end), ""),) if at_once else ()
    return Broken(
        (_shown(repeat.second),), {"words": shown, "length": len(words)}, related=(_shown(repeat.first),), fixes=fixes
    )


def _shown(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _SHOWN_AT_MOST))
