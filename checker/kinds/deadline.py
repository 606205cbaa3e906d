"""The report was published in time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Dated, Report
    from checker.model.result import Observation


class Params(NamedTuple):
    """Deadline ``month`` and ``day`` of the year after the report year.

    A page's date may be that of a move to a new site. ``confirmed`` true judges dates that the user gives and page dates that
    the signature bears out (the report itself is signed after the deadline); false judges the other page dates.
    """

    month: int
    day: int
    confirmed: bool


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``published`` and ``deadline`` as dates, and the ``days`` between them."""
    return frozenset({"published", "deadline", "days"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Compare the date of publication with the deadline; no date, no judgement."""
    if report.published is None or report.year is None:
        yield Unknown("没有发布日期（可用 --published 指定）", "no date of publication (give one with --published)")
        return
    if report.published.value < date(report.year, 12, 1):
        yield Unknown(
            "发布日期早于报告年度结束，无从判断", "the date of publication lies before the end of the report year"
        )
        return
    deadline = date(report.year + 1, params.month, params.day)
    late = report.published.value > deadline
    yield (
        _broken(report, report.published, deadline)
        if late and _confirmed(report, deadline) is params.confirmed
        else Held()
    )


def _confirmed(report: Report, deadline: date) -> bool:
    by_user = report.published is not None and report.published.source == "option"
    return by_user or (report.signed is not None and report.signed.value > deadline)


def _broken(report: Report, published: Dated, deadline: date) -> Broken:
    values: dict[str, str | int] = {
        "published": published.value.isoformat(),
        "deadline": deadline.isoformat(),
        "days": (published.value - deadline).days,
    }
    spans = (published.span,) if published.span else ()
    signed = (report.signed.span,) if report.signed and report.signed.span and report.signed.value > deadline else ()
    return Broken(spans, values, "publication", "document", signed)
