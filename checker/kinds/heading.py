"""The main headings are worded as the format prints them."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Placement, Wording
from checker.model.result import Broken, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.report import Heading, Report, Section
    from checker.model.result import Observation

_BEST_FIRST = (Wording.OFFICIAL, Wording.NEAR, Wording.OTHER, Wording.FREE)
_LEAST = 3
_LOOKED_AT = 40  # characters


class Params(NamedTuple):
    """``wording``: the one that breaks the rule: ``near``, a character off, ``other``, in other words, or ``none``.

    ``none``: a heading that names no part of the format and stands where one of ``titles`` is due, which are the parts that
    need a main heading, in order, and their names. ``terms``: fixed terms, and patterns of what a slip makes of them; a main
    heading that is not a character off as a whole, or that no words are prescribed for, is looked through for these.
    """

    wording: Literal["near", "other", "none"]
    titles: Mapping[str, str] = MappingProxyType({})
    terms: Mapping[str, str] = MappingProxyType({})


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``heading`` as written, with its number, and the ``official`` words without one."""
    return frozenset({"heading", "official"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Compare every main heading, one that announces two parts once, by the part that it fits best."""
    if params.wording == "none":
        yield from _in_place_of(params, report)
        return
    best: dict[int, Section] = {}
    for section in sorted(report.sections.values(), key=lambda one: _BEST_FIRST.index(one.wording)):
        best.setdefault(section.start, section)
    for section in best.values():
        if section.wording.value == params.wording:
            yield _broken(section)
        elif section.wording is not Wording.FREE:
            yield Held()
    if params.terms:
        yield from _misspelt(params, report, best)


def _broken(section: Section) -> Broken:
    return Broken(
        (Span(section.start, section.body),),
        {"heading": section.heading, "official": section.official},
        section=section.key,
        suggestion=section.official if section.wording is Wording.NEAR else None,
    )


def _misspelt(params: Params, report: Report, sections: Mapping[int, Section]) -> Iterator[Observation]:
    """Find the headings with a fixed term misspelt; one that runs into its text is judged by its beginning."""
    for one in report.outline:
        section = sections.get(one.start)
        if one.level != 1 or one.style == "item" or (section and section.wording.value == params.wording):
            continue
        words = one.title[:_LOOKED_AT]
        right = next((term for term, wrong in params.terms.items() if compiled(wrong).search(words)), None)
        if right:
            heading = " ".join(report.text[one.start : one.end].split())
            values = {"heading": heading, "official": right}
            yield Broken((Span(one.start, one.end),), values, section=section.key if section else "document")
        elif section is None or section.wording is Wording.FREE:
            yield Held()


def _in_place_of(params: Params, report: Report) -> Iterator[Observation]:
    """Between two parts that are headed, as many headings of no part as parts without a heading stand for these."""
    own = {key: one.start for key, one in report.sections.items() if one.placement is Placement.OWN}
    headed = [(key, own[key]) for key in params.titles if key in own]
    mains = [one for one in report.outline if one.level == 1 and one.style != "item"]
    starts = [start for _, start in headed]
    if len(set(starts)) < _LEAST or starts != sorted(starts):
        yield Held(0)
        return
    keys = list(params.titles)
    edges = [(-1, report.extent.start - 1), *((keys.index(key), start) for key, start in headed)]
    for (at, start), (then, end) in pairwise([*edges, (len(keys), report.extent.end)]):
        due = keys[at + 1 : then]
        there = [one for one in mains if start < one.start < end and one.start not in own.values()]
        if due and len(due) == len(there):
            yield from (_named(one, key, params, report) for one, key in zip(there, due, strict=True))
        else:
            yield Held(len(due))


def _named(heading: Heading, key: str, params: Params, report: Report) -> Broken:
    words = " ".join(report.text[heading.start : heading.end].split())
    values = {"heading": words, "official": params.titles[key]}
    return Broken((Span(heading.start, heading.end),), values, section=key)
