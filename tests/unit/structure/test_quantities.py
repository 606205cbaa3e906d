from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.model.document import Span
from checker.structure.quantities import collect
from checker.text import fold

if TYPE_CHECKING:
    from checker.model.quantity import Quantity

CASES = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text("utf-8"))
NOTHING = CASES.pop("no_quantity")
FOUND = [
    pytest.param(case["text"], case["found"], id=f"{name}: {case['text']}")
    for name, rows in CASES.items()
    for case in rows
]


def quantities(text: str) -> tuple[Quantity, ...]:
    return collect(fold(text), Span(0, len(text)))


def row(text: str, found: Quantity) -> list[object]:
    words: list[object] = [fold(text)[found.start : found.end], found.value, found.unit]
    return [*words, found.low, found.high] if found.approximate else words


def expected(row: list[str]) -> list[object]:
    words, value, unit, *bounds = row
    return [words, Decimal(value), unit, *map(Decimal, bounds)]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_a_number_is_read_with_its_unit(text: str, found: list[list[str]]) -> None:
    assert [row(text, one) for one in quantities(text)] == [expected(one) for one in found]


@pytest.mark.parametrize("words", [words for line in NOTHING for words in line.split(" | ")])
def test_a_number_that_counts_nothing_is_no_quantity(words: str) -> None:
    assert quantities(f"我局{words}") == ()


@pytest.mark.parametrize("line", NOTHING)
def test_numbers_that_count_nothing_stay_so_in_a_row(line: str) -> None:
    assert quantities(line.replace(" | ", "、")) == ()


def test_only_the_span_is_searched() -> None:
    text = "收到申请5件,办结4件,结转1件"
    assert [one.value for one in collect(text, Span(8, 12))] == [4]


def test_what_stands_before_the_span_still_tells_an_ordinal() -> None:
    assert collect("统三件", Span(1, 3)) == ()


def test_the_words_of_a_mark_are_outside_the_quantity() -> None:
    assert [(one.start, one.end) for one in quantities("共约200件左右")] == [(2, 6)]


@given(st.text(alphabet="第百分之一二十万亿点余多约近以上0123456789.,-: 条件个%万元年月日,。、()“一", max_size=60))
def test_bounds_hold_the_value_and_places_are_in_order(text: str) -> None:
    last = 0
    for one in quantities(text):
        assert last <= one.start < one.end <= len(text)
        assert one.low <= one.value <= one.high
        last = one.end


@pytest.mark.parametrize(
    "run", ["1", "一", "1一", "1,111,", "1,111,1111,", "第一、", "百分之", "1余", "2017-", "一件", "约1", "一条"]
)
def test_time_grows_with_the_length_alone(run: str) -> None:
    def seconds(length: int) -> float:
        text = (run * length)[:length]
        started = time.process_time()
        collect(text, Span(0, length))
        return time.process_time() - started

    short = min(seconds(5_000) for _ in range(3))
    assert seconds(40_000) < 40 * short + 0.05
