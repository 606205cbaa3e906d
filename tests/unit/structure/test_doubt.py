from __future__ import annotations

import pytest

from checker.model.document import Span
from checker.model.report import Damage, DateMention, Front, FrontState
from checker.structure.doubt import doubtful_dates, doubtful_period, doubtful_signature

ABSENT = Front(FrontState.ABSENT)
SIGNED = "情况良好。\n某局\n年1月4日\n"
DATE = Span(9, 14)


def test_damaged_dates_and_those_of_no_calendar_are_in_doubt() -> None:
    damages = [Damage(30, 36, "date"), Damage(40, 44, "text")]
    dates = [DateMention(5, 15, 2017, 2, 30, valid=False), DateMention(16, 26, 2017, 2, 28, valid=True)]
    assert doubtful_dates(damages, dates) == (Span(5, 15), Span(30, 36))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("年1月1日至12月31日，公开5条。", FrontState.UNREADABLE),
        ("年1月1日，公开5条。", FrontState.ABSENT),
    ],
)
def test_a_range_of_doubtful_dates_may_be_the_period(text: str, state: FrontState) -> None:
    assert doubtful_period(ABSENT, text, [Span(0, 5)]).state is state


@pytest.mark.parametrize(("start", "state"), [(24, FrontState.UNREADABLE), (40, FrontState.PARTIAL)])
def test_a_doubtful_date_next_to_the_first_day_is_the_last(start: int, state: FrontState) -> None:
    period = Front(FrontState.PARTIAL, Span(8, 22), ("start",))
    assert doubtful_period(period, "统" * 60, [Span(start, start + 8)]).state is state


def test_a_doubtful_date_below_the_organ_is_the_signature() -> None:
    assert doubtful_signature(ABSENT, SIGNED, [DATE], 0) == Front(FrontState.UNREADABLE, DATE)


def test_a_doubtful_date_before_the_last_heading_or_in_a_sentence_signs_nothing() -> None:
    assert doubtful_signature(ABSENT, SIGNED, [DATE], 12) == ABSENT
    assert doubtful_signature(ABSENT, "会议于2017年2月30日召开\n", [Span(3, 13)], 0) == ABSENT


def test_a_signature_that_can_be_read_stays_so() -> None:
    signature = Front(FrontState.PRESENT, Span(20, 30))
    assert doubtful_signature(signature, SIGNED + "2018年1月4日", [DATE], 0) == signature
