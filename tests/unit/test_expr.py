from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.expr import Expression, ExpressionError, parse_expression

GROUPS = {"results": ("granted", "denied", "other")}


def read(text: str) -> Expression:
    return parse_expression(text, GROUPS)


def numbers(**values: int) -> dict[tuple[str, ...], Decimal]:
    return {(name,): Decimal(value) for name, value in values.items()}


def test_both_sides_are_added_up() -> None:
    balance = read("new + carried_in == total + carried_out")
    values = numbers(new=10, carried_in=2, total=9, carried_out=3)
    assert balance.references == (("new",), ("carried_in",), ("total",), ("carried_out",))
    assert balance.holds(balance.left.value(values), balance.right.value(values))


def test_a_group_stands_for_its_names() -> None:
    whole = read("total == sum(results)")
    assert whole.right.value(numbers(granted=1, denied=2, other=4)) == 7


def test_names_may_be_dotted() -> None:
    assert read("carried_in == prior.carried_out").references == (("carried_in",), ("prior", "carried_out"))
    assert read("a >= applications.new.total").references[1] == ("applications", "new", "total")


@pytest.mark.parametrize(
    ("text", "left", "right", "holds"),
    [
        ("a == b", 3, 3, True),
        ("a == b", 3, 4, False),
        ("a <= b", 3, 4, True),
        ("a <= b", 5, 4, False),
        ("a >= b", 4, 4, True),
        ("a < b", 4, 4, False),
        ("a > b", 5, 4, True),
        ("2 * a - 1 == b + a", 5, 4, True),
        ("-a == -b", 5, 5, True),
        ("a == b * 3", 9, 3, True),
    ],
)
def test_comparisons(text: str, left: int, right: int, *, holds: bool) -> None:
    one, values = read(text), numbers(a=left, b=right)
    assert one.holds(one.left.value(values), one.right.value(values)) is holds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a == b == c",
        "a / b == c",
        "a == b and c == d",
        "a != b",
        "a == f(b)",
        "a == sum(unknown)",
        "a == sum(results, results)",
        "a * b == c",
        "a == 1.5",
        "a == True",
        "a == 'b'",
        "a == b if c else d",
        "a = b",
        "(" * 5000 + "a" + ")" * 5000 + " == b",
    ],
)
def test_what_the_language_has_not_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        read(text)


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=8))
def test_constants_add_up_as_in_python(terms: list[int]) -> None:
    text = " + ".join(f"({one})" for one in terms)
    assert read(f"{text} == 0").left.value({}) == sum(terms)
