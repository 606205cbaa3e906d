"""The text can be checked at all: it is an annual report, and its year is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.model.record import NamedTuple
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.model.result import Observation


class Params(NamedTuple):
    """``status``: the status of a report that breaks the rule."""

    status: Literal["not_a_report", "year_unknown"]
    about: str


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - no values
    """Its messages have no values."""
    return frozenset()


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Compare the report's status."""
    yield Broken(about=params.about, section="document") if report.status == params.status else Held()
