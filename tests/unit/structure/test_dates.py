from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.model.document import Span
from checker.structure.dates import collect
from checker.text import fold

if TYPE_CHECKING:
    from checker.model.report import DateMention

CASES = yaml.safe_load((Path(__file__).parent / "dates.yaml").read_text("utf-8"))
ROWS = [
    pytest.param(case["text"], case["dates"], id=f"{name}: {case['text']}")
    for name, rows in CASES.items()
    for case in rows
]


def mentions(text: str) -> tuple[DateMention, ...]:
    return collect(fold(text), Span(0, len(text)))


def row(text: str, found: DateMention) -> list[object]:
    words: list[object] = [fold(text)[found.start : found.end], found.year, found.month, found.day]
    return words if found.valid else [*words, False]


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_the_dates_of_a_text(text: str, dates: list[list[object]]) -> None:
    assert [row(text, one) for one in mentions(text)] == dates


def test_only_the_span_is_searched() -> None:
    text = "2016年1月1日,2017年1月1日,2018年1月1日"
    assert [one.year for one in collect(text, Span(10, 19))] == [2017]


def test_a_digit_before_the_span_still_spoils_a_date() -> None:
    assert collect("20181月1日", Span(4, 8)) == ()


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(["{:%Y}年{m}月{d}日", "{:%Y} 年 {m} 月 {d} 日"]),
)
def test_every_day_of_the_calendar_is_read_back(day: date, form: str) -> None:
    (found,) = mentions("于" + form.format(day, m=day.month, d=day.day) + "印发")
    assert found.as_date() == day


@given(st.text(alphabet="二〇一八十三元0123456789年月日号 -/.至\n", max_size=60))
def test_a_valid_full_date_is_in_the_calendar_and_places_are_in_order(text: str) -> None:
    last = 0
    for one in mentions(text):
        assert last <= one.start < one.end <= len(text)
        assert not (one.valid and one.year and one.month and one.day) or one.as_date()
        last = one.end


@pytest.mark.parametrize(
    "run", ["1", "一", "2017", "2017年", "2017年1月", "2017-", "2018.2.9.", "12月", "二〇一七", "1月 ", "十"]
)
def test_time_grows_with_the_length_alone(run: str) -> None:
    def seconds(length: int) -> float:
        text = (run * length)[:length]
        started = time.process_time()
        collect(text, Span(0, length))
        return time.process_time() - started

    short = min(seconds(5_000) for _ in range(3))
    assert seconds(40_000) < 40 * short + 0.05
