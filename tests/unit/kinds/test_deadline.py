from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker import Span, kinds
from checker.model.report import Dated
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

LATE, IN_TIME = date(2018, 5, 2), date(2018, 3, 31)
PAGE, TEXT = Span(0, 4), Span(6, 10)


@pytest.fixture
def report(understand: Understand) -> Report:
    return understand("某局2017年政府信息公开工作年度报告\n一、主动公开情况\n公开15条。\n")


def seen(report: Report, published: Dated | None, signed: date | None, *, confirmed: bool) -> Observation:
    kind = kinds.load("deadline")
    params = kinds.bind(kind, {"month": 3, "day": 31, "confirmed": confirmed})
    dated = report._replace(published=published, signed=Dated(signed, "text", TEXT) if signed else None)
    (observation,) = kind.observe(params, dated)
    return observation


@pytest.mark.parametrize("confirmed", [True, False])
def test_without_a_date_of_publication_nothing_is_judged(confirmed: bool, report: Report) -> None:  # noqa: FBT001
    observation = seen(report, None, LATE, confirmed=confirmed)
    assert isinstance(observation, Unknown)
    assert "--published" in observation.zh
    assert "--published" in observation.en


def test_without_a_report_year_there_is_no_deadline(report: Report) -> None:
    assert isinstance(seen(report._replace(year=None), Dated(LATE, "option"), None, confirmed=True), Unknown)


@pytest.mark.parametrize(
    ("source", "signed", "judged_by"),
    [
        ("option", None, "confirmed"),
        ("option", IN_TIME, "confirmed"),
        ("option", LATE, "confirmed"),
        ("page", LATE, "confirmed"),
        ("page", None, "unconfirmed"),
        ("page", IN_TIME, "unconfirmed"),
    ],
)
def test_a_late_date_is_judged_by_one_rule_of_the_two(
    source: str, signed: date | None, judged_by: str, report: Report
) -> None:
    published = Dated(LATE, source, PAGE if source == "page" else None)
    broken = {
        name: isinstance(seen(report, published, signed, confirmed=confirmed), Broken)
        for name, confirmed in (("confirmed", True), ("unconfirmed", False))
    }
    assert broken == {"confirmed": judged_by == "confirmed", "unconfirmed": judged_by == "unconfirmed"}


@pytest.mark.parametrize("confirmed", [True, False])
@pytest.mark.parametrize("source", ["option", "page"])
@pytest.mark.parametrize("published", [date(2018, 1, 5), date(2017, 12, 20), IN_TIME])
def test_the_last_day_is_in_time(published: date, source: str, confirmed: bool, report: Report) -> None:  # noqa: FBT001
    assert seen(report, Dated(published, source), None, confirmed=confirmed) == Held()


def test_a_date_within_the_report_year_says_nothing_of_lateness(report: Report) -> None:
    assert isinstance(seen(report, Dated(date(2017, 5, 1), "option"), None, confirmed=True), Unknown)


def test_the_days_after_the_deadline_are_counted(report: Report) -> None:
    late = seen(report, Dated(date(2018, 4, 1), "option"), None, confirmed=True)
    assert isinstance(late, Broken)
    assert late.values == {"published": "2018-04-01", "deadline": "2018-03-31", "days": 1}
    assert (late.about, late.section) == ("publication", "document")


def test_the_page_s_date_is_pointed_at_and_the_signature_that_bears_it_out(report: Report) -> None:
    late = seen(report, Dated(LATE, "page", PAGE), date(2018, 4, 10), confirmed=True)
    assert isinstance(late, Broken)
    assert (late.spans, late.related) == ((PAGE,), (TEXT,))


def test_a_user_s_date_and_a_signature_in_time_have_no_place_to_point_at(report: Report) -> None:
    late = seen(report, Dated(LATE, "option"), IN_TIME, confirmed=True)
    assert isinstance(late, Broken)
    assert (late.spans, late.related) == ((), ())


def test_the_values_given_are_those_promised_to_messages(report: Report) -> None:
    kind = kinds.load("deadline")
    late = seen(report, Dated(LATE, "option"), None, confirmed=True)
    assert isinstance(late, Broken)
    assert set(late.values) == kind.placeholders(kinds.bind(kind, {"month": 3, "day": 31, "confirmed": True}))
