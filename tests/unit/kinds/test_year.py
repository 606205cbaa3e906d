from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import Span, kinds
from checker.model.report import Damage, Front, FrontState, YearMention
from checker.model.result import Broken, Fix, Held, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import UnderstandFragment

TEXT = "2016年，我局将继续公开。"


@pytest.fixture
def report(understand_fragment: UnderstandFragment) -> Report:
    return understand_fragment(TEXT, "improvements", year=2017)._replace(years=())


def plan(offset: int, role: str = "plan") -> YearMention:
    return YearMention(0, 10, 2017 + offset, offset, role, Span(0, 5))


def seen(report: Report, *years: YearMention, **given: Any) -> list[Observation]:
    kind = kinds.load("year")
    params = kinds.bind(kind, {"role": "plan", "expected": 1, **given})
    return list(kind.observe(params, report._replace(years=years)))


@pytest.mark.parametrize(
    ("offset", "least", "most", "holds"),
    [(-1, 0, 1, False), (0, 0, 1, True), (1, 0, 1, True), (2, 0, 1, False), (0, 1, 1, False), (-50, -100, 0, True)],
)
def test_a_year_must_lie_within_the_distance(offset: int, least: int, most: int, holds: bool, report: Report) -> None:  # noqa: FBT001
    assert (seen(report, plan(offset), least=least, most=most) == [Held()]) is holds


def test_without_bounds_any_near_year_holds(report: Report) -> None:
    assert seen(report, plan(-9), plan(18)) == [Held(2)]


def test_a_broken_year_gives_its_words_and_the_year_that_would_be_right(report: Report) -> None:
    (broken,) = seen(report, plan(-1), least=1)
    assert isinstance(broken, Broken)
    assert broken.spans == (Span(0, 10),)
    assert broken.values == {"words": "2016年，我局将继", "year": 2016, "report_year": 2017, "expected": 2018}
    assert broken.suggestion == "2018年"
    assert broken.fixes == (Fix(Span(0, 5), "2018年"),)


def test_a_fix_puts_the_right_year_into_the_text(report: Report) -> None:
    (broken,) = seen(report, plan(-1), least=1)
    assert isinstance(broken, Broken)
    (fix,) = broken.fixes
    assert TEXT[: fix.span.start] + fix.replacement + TEXT[fix.span.end :] == "2018年，我局将继续公开。"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("2016年", "2018年"),
        ("2016 年", "2018年"),
        ("2016", "2018"),
        ("二○一六年", "二○一八年"),
        ("二〇一六年", "二〇一八年"),
        ("二零一六年", "二零一八年"),
    ],
)
def test_the_right_year_is_written_as_the_wrong_one_is(
    words: str, right: str, understand_fragment: UnderstandFragment
) -> None:
    report = understand_fragment(f"{words}，我局将继续公开。", "improvements", year=2017)
    (broken,) = seen(report, YearMention(0, len(words), 2016, -1, "plan", Span(0, len(words))), least=1)
    assert isinstance(broken, Broken)
    assert (broken.suggestion, broken.fixes) == (right, (Fix(Span(0, len(words)), right),))


def test_every_broken_year_is_told_and_the_others_are_not(report: Report) -> None:
    found = seen(report, plan(0), plan(1), plan(-1), least=1)
    assert [one.values["year"] for one in found if isinstance(one, Broken)] == [2017, 2016]


def test_years_in_other_roles_are_not_judged(report: Report) -> None:
    assert seen(report, plan(-1, "compared"), least=1) == [Held(0)]


def test_a_text_without_any_year_holds(report: Report) -> None:
    assert seen(report, least=1) == [Held(0)]


@pytest.mark.parametrize(("role", "item"), [("period", "period"), ("signed", "signoff")])
def test_a_damaged_period_or_signature_tells_no_year(role: str, item: str, report: Report) -> None:
    unreadable = report._replace(front={item: Front(FrontState.UNREADABLE)})
    damaged = report._replace(front={item: Front(FrontState.PRESENT, Span(0, 6))}, damages=(Damage(4, 8, "date"),))
    for one in (unreadable, damaged):
        (observation,) = seen(one, plan(0, role), plan(-1, role), role=role, least=0)
        assert isinstance(observation, Unknown)


def test_damage_elsewhere_leaves_the_period_readable(report: Report) -> None:
    front = {"period": Front(FrontState.PRESENT, Span(0, 6)), "signoff": Front(FrontState.UNREADABLE)}
    damages = (Damage(2, 4, "text"), Damage(6, 8, "date"))
    sound = report._replace(front=front, damages=damages)
    assert seen(sound, plan(0, "period"), role="period", expected=0) == [Held(1)]
    assert seen(sound, plan(0)) == [Held(1)]


def test_the_values_given_are_those_promised_to_messages(report: Report) -> None:
    kind = kinds.load("year")
    (broken,) = seen(report, plan(-1), least=1)
    assert isinstance(broken, Broken)
    assert set(broken.values) == kind.placeholders(kinds.bind(kind, {"role": "plan", "expected": 1}))
