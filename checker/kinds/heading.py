"""The main headings are worded as the format prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.report import Wording
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report, Section
    from checker.model.result import Observation

_BEST_FIRST = (Wording.OFFICIAL, Wording.NEAR, Wording.OTHER, Wording.FREE)


@dataclass(frozen=True, slots=True)
class Params:
    """``wording``: the one that breaks the rule: ``near``, a character off, or ``other``, in other words."""

    wording: Literal["near", "other"]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``heading`` as written, with its number, and the ``official`` words without one."""
    return frozenset({"heading", "official"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Compare every main heading, one that announces two parts once, by the part that it fits best."""
    best: dict[int, Section] = {}
    for section in sorted(report.sections.values(), key=lambda one: _BEST_FIRST.index(one.wording)):
        best.setdefault(section.start, section)
    for section in best.values():
        if section.wording.value == params.wording:
            yield _broken(section)
        elif section.wording is not Wording.FREE:
            yield Held()


def _broken(section: Section) -> Broken:
    return Broken(
        (Span(section.start, section.body),),
        {"heading": section.heading, "official": section.official},
        section=section.key,
        suggestion=section.official if section.wording is Wording.NEAR else None,
    )
