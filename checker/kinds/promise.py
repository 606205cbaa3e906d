"""What a report says is attached (附表、附件) is there, in the text or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.model.result import Observation


_BEHIND = 8  # characters


class Params(NamedTuple):
    """``promises``: patterns for the words that promise something; ``names``: for an announced part that is a promise.

    A promise in a sentence that has one of ``unless`` speaks of another document. ``kept``: patterns that tell, anywhere in
    the document but in a promise, that the thing is there; with ``tables`` any table of the file tells it too.
    ``formats``: the formats whose reports are judged; left out, all.
    """

    promises: tuple[str, ...]
    kept: tuple[str, ...]
    names: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    tables: bool = True
    formats: tuple[str, ...] = ()


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` of the promise."""
    return frozenset({"words"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look for promises, and for what they promise; several promises are one finding."""
    found = _promised(params, report) if not params.formats or report.format in params.formats else []
    if found and not _kept(params, report, found):
        words = " ".join(report.text[found[0].start : found[0].end].split())
        yield Broken((found[0],), {"words": words}, section="document", related=tuple(found[1:]))
    else:
        yield Held(len(found))


def _promised(params: Params, report: Report) -> list[Span]:
    parts = report.contents.parts if report.contents else ()
    named = [Span(one.start, one.end) for one in parts if _any(params.names, one.name, 0, len(one.name))]
    said = [
        Span(*match.span())
        for pattern in params.promises
        for match in compiled(pattern).finditer(report.folded, report.extent.start, report.extent.end)
        if not _any(params.unless, report.folded, *report.sentence_at(match.start()))
        and not _is_heading(report.folded, Span(*match.span()))
    ]
    found: list[Span] = []
    for span in sorted([*named, *said]):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def _is_heading(text: str, span: Span) -> bool:
    """What fills a line stands above the thing itself."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    behind = text[span.end : span.end + _BEHIND].partition("\n")[0]
    return not before.strip() and not behind.strip()


def _any(patterns: tuple[str, ...], text: str, start: int, end: int) -> bool:
    return any(compiled(pattern).search(text, start, end) for pattern in patterns)


def _kept(params: Params, report: Report, promised: list[Span]) -> bool:
    if params.tables and report.document.tables:
        return True
    text, pieces, at = fold(report.text), [], 0
    for start, end in promised:
        pieces += [text[at:start], "~" * (end - start)]
        at = end
    rest = "".join([*pieces, text[at:]])
    return _any(params.kept, rest, 0, len(rest))
