from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from checker import Span, kinds
from checker.model.report import Damage, Dated
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import UnderstandFragment

PERIOD = (date(2017, 1, 1), date(2017, 12, 31))


@pytest.fixture
def report(understand_fragment: UnderstandFragment) -> Report:
    return understand_fragment("我局公开信息15条。", year=2017)


def seen(report: Report, **given: Any) -> list[Observation]:
    kind = kinds.load("date")
    return list(kind.observe(kinds.bind(kind, given), report))


def words(report: Report, **given: Any) -> list[str | int]:
    return [one.values["words"] for one in seen(report, **given) if isinstance(one, Broken)]


def test_damage_is_told_by_its_sort(report: Report) -> None:
    damages = (Damage(0, 2, "date"), Damage(2, 4, "text"), Damage(4, 6, "date"))
    damaged = report._replace(damages=damages)
    assert words(damaged, flaw="garbled") == ["我局", "信息"]
    assert words(damaged, flaw="garbled", what="text") == ["公开"]
    assert seen(damaged, flaw="garbled", what="document_number") == [Held()]


@pytest.mark.parametrize(
    "day", ["2017年11月31日", "2月30日", "2017年2月29日", "2017年13月", "12月32日", "六月三十一日", "2017年6月0日"]
)
def test_a_day_that_no_calendar_has_is_told(day: str, understand_fragment: UnderstandFragment) -> None:
    assert words(understand_fragment(f"截至{day}，公开15条。"), flaw="impossible") == [day]


@pytest.mark.parametrize(
    "day",
    ["2016年2月29日", "2月29日", "1 2月31日", "12月31日", "2017-02-30", "2017.13.01", "20172月30日", "2017年12月"],
)
def test_what_exists_or_is_no_plain_date_is_not_told(day: str, understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment(f"截至{day}，公开15条。"), flaw="impossible") == [Held()]


def test_an_impossible_date_in_a_damaged_place_is_told_as_damage_alone(
    understand_fragment: UnderstandFragment,
) -> None:
    report = understand_fragment("自2017年2月30日起至20171231日止。")
    assert len(words(report, flaw="garbled")) == 1
    assert words(report, flaw="impossible") == []


@pytest.mark.parametrize(
    ("day", "period", "holds"),
    [
        (date(2017, 12, 30), None, False),
        (date(2017, 12, 31), None, True),
        (date(2012, 5, 11), None, False),
        (date(2018, 1, 2), PERIOD, True),
        (date(2017, 12, 20), PERIOD, False),
        (date(2017, 12, 20), (date(2017, 1, 1), date(2017, 11, 30)), True),
        (date(2017, 12, 20), (date(2016, 1, 1), date(2016, 12, 31)), False),
    ],
)
def test_publication_follows_the_end_of_the_period_or_the_year(
    day: date,
    period: tuple[date, date] | None,
    holds: bool,  # noqa: FBT001 - a column of the table
    report: Report,
) -> None:
    dated = report._replace(published=Dated(day, "page", Span(0, 2)), period=period)
    (one,) = seen(dated, flaw="before_period_end", what="published")
    assert (one == Held()) is holds


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2017, 12, 20), False), (date(2017, 1, 25), True), (date(2018, 1, 5), True)]
)
def test_a_signature_is_judged_in_december_alone(day: date, holds: bool, report: Report) -> None:  # noqa: FBT001
    (one,) = seen(report._replace(signed=Dated(day, "text")), flaw="before_period_end", what="signed")
    assert (one == Held()) is holds


@pytest.mark.parametrize("what", ["published", "signed"])
def test_without_a_date_or_a_report_year_nothing_is_judged(what: str, report: Report) -> None:
    day = Dated(date(2017, 12, 1), "option")
    undated = report._replace(published=None, signed=None)
    unknown = report._replace(published=day, signed=day, year=None)
    for one in (undated, unknown):
        (observation,) = seen(one, flaw="before_period_end", what=what)
        assert isinstance(observation, Unknown)


def test_an_early_publication_names_both_days_and_its_place(report: Report) -> None:
    dated = report._replace(published=Dated(date(2017, 12, 12), "page", Span(0, 2)))
    (broken,) = seen(dated, flaw="before_period_end", what="published")
    assert isinstance(broken, Broken)
    assert broken.values == {"date": "2017-12-12", "end": "2017-12-31"}
    assert (broken.spans, broken.about) == ((Span(0, 2),), "publication")


@pytest.mark.parametrize("given", [{"flaw": "garbled"}, {"flaw": "before_period_end", "what": "published"}])
def test_the_values_given_are_those_promised_to_messages(given: dict[str, str], report: Report) -> None:
    kind = kinds.load("date")
    dated = report._replace(published=Dated(date(2017, 12, 12), "option"), damages=(Damage(0, 2, "date"),))
    (broken,) = seen(dated, **given)
    assert isinstance(broken, Broken)
    assert set(broken.values) == kind.placeholders(kinds.bind(kind, given))
