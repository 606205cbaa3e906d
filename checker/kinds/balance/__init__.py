"""Marks that come in pairs (《》“”（）〔〕) open and close, each within the other and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.balance.flaws import flaws_of
from checker.kinds.balance.pairing import PARTNERS, Text
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.passage import in_clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.balance.flaws import Flaw
    from checker.model.document import Span
    from checker.model.report import Report
    from checker.model.result import Observation

_PLACES_AT_MOST = 10  # a text that is damaged throughout is told by its first places


class Params(NamedTuple):
    """``flaws`` judged, of which ``marks``; ``once``: one finding a document, with all its places.

    ``lost``: the partner is not there; ``doubled``: twice where the partner stands once; ``reversed``: a quotation mark that
    looks the wrong way; ``crossed``: 《“》”; ``nested``: 《》 within 《》, or < > there; ``mixed``: the two are of different kinds.
    ``number`` is a bracket around a document number.
    """

    flaws: tuple[Literal["lost", "doubled", "reversed", "crossed", "nested", "mixed"], ...]
    marks: tuple[Literal["title", "quote", "bracket", "number"], ...] = ("title", "quote", "bracket", "number")
    once: bool = False


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at, the ``mark`` in question, the ``partner`` it should have, and ``count`` of such places."""
    return frozenset({"words", "mark", "partner", "count"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Tell the flaws asked for."""
    asked = [one for one in _flaws(report) if one.kind in params.flaws and one.family in params.marks]
    found = [one for one in asked if not report.document.in_table(one.span.start)]
    if not found:
        yield Held()
    elif params.once:
        yield _broken(found, report)
    else:
        yield from (_broken([one], report) for one in found[:_PLACES_AT_MOST])


def _flaws(report: Report) -> tuple[Flaw, ...]:
    return flaws_of(Text(report.text, report.folded, report.extent))


def _broken(flaws: list[Flaw], report: Report) -> Broken:
    first = flaws[0]
    values: dict[str, str | int] = {
        "words": report.text[first.span.start : first.span.end].strip(),
        "mark": first.mark,
        "partner": PARTNERS.get(first.mark, ""),
        "count": len(flaws),
    }
    fixes = tuple(fix for one in flaws for fix in one.fixes)
    return Broken(tuple(_shown(one, report) for one in flaws[:_PLACES_AT_MOST]), values, fixes=fixes)


def _shown(flaw: Flaw, report: Report) -> Span:
    """A pair of two kinds is a mark and a few words: its clause tells where it stands."""
    return in_clause(report, flaw.span) if flaw.kind == "mixed" else flaw.span
