from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from checker.counting import Counts, Interval, change, percent, prints_as, total
from checker.model.document import Span
from checker.structure import quantities
from checker.text import fold

if TYPE_CHECKING:
    from checker.model.quantity import Quantity


def read(text: str) -> tuple[Quantity, ...]:
    return quantities.collect(fold(text), Span(0, len(text)))


def span(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("part", "whole", "printed", "fits"),
    [
        ("17", "32", "53.1%", True),  # rounded
        ("2", "57", "3.50%", True),  # cut off
        ("2", "57", "3.51%", True),
        ("2", "57", "3.49%", False),
        ("17", "32", "54.2%", False),
        ("1", "3", "33%", True),
        ("1", "3", "34%", True),  # rounded up
        ("1", "3", "35%", False),
        ("1", "1", "100%", True),
    ],
)
def test_a_percentage_may_be_rounded_or_cut_off_at_its_last_decimal(
    part: str, whole: str, printed: str, *, fits: bool
) -> None:
    true = percent(span(part, part), span(whole, whole))
    assert true is not None
    assert prints_as(true, read(f"占{printed}")[0]) is fits


def test_approximate_numbers_add_up_to_an_interval() -> None:
    assert total(read("公开570余条、8条")) == span("578", "587")


def test_nothing_is_a_part_of_zero() -> None:
    assert percent(span("1", "1"), span("0", "3")) is None


def test_a_change_is_told_in_per_cent_of_the_earlier_number() -> None:
    assert change(span("80", "80"), span("100", "100")) == span("-20", "-20")
    assert change(span("120", "130"), span("100", "100")) == span("20", "30")
    assert change(span("1", "1"), span("0", "0")) is None


def test_intervals_meet_at_their_ends() -> None:
    assert span("1", "2").meets(span("2", "3"))
    assert not span("1", "2").meets(span("3", "4"))


def test_numbers_are_found_by_their_place_and_know_their_clause() -> None:
    text = fold("收到申请32件，其中当面申请12件；网络申请20件。")
    counts = Counts(text, read(text))
    assert [one.value for one in counts.within(Span(8, len(text)))] == [12, 20]
    clause = counts.clause(counts.quantities[1])
    assert text[clause.start : clause.end] == "其中当面申请12件"
