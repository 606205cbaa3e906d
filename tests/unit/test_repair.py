from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from checker.repair import Changes, Equation, smallest_changes

ROWS, COLUMNS = ("a", "b", "c", "d"), ("x", "y", "z")
Table = dict[tuple[str, str], Decimal]


def equations() -> list[Equation]:
    """Every row and every column adds up to its total."""
    rows = [{**{(row, column): 1 for column in COLUMNS}, (row, "total"): -1} for row in (*ROWS, "total")]
    columns = [{**{(row, column): 1 for row in ROWS}, ("total", column): -1} for column in (*COLUMNS, "total")]
    return [Equation(one) for one in (*rows, *columns)]


def table(numbers: list[int]) -> Table:
    made = {(row, column): Decimal(0) for row in ROWS for column in COLUMNS}
    made = dict(zip(made, map(Decimal, numbers), strict=True))
    for row in ROWS:
        made[row, "total"] = sum((made[row, column] for column in COLUMNS), Decimal(0))
    for column in (*COLUMNS, "total"):
        made["total", column] = sum((made[row, column] for row in ROWS), Decimal(0))
    return made


def applied(made: Table, changes: Changes) -> Table:
    return {**made, **{place: made[place] + difference for place, difference in changes}}


def balances(made: Table) -> bool:
    return all(not sum(made[place] * times for place, times in one.terms.items()) for one in equations())


NUMBERS = st.lists(st.integers(0, 300), min_size=12, max_size=12)
PLACES = st.sampled_from([(row, column) for row in (*ROWS, "total") for column in (*COLUMNS, "total")])


@given(NUMBERS, PLACES, st.integers(1, 500))
def test_one_wrong_cell_is_found_and_put_right(numbers: list[int], place: tuple[str, str], by: int) -> None:
    right = table(numbers)
    wrong = {**right, place: right[place] + by}
    changes = smallest_changes(equations(), wrong)
    assert applied(wrong, changes[0]) == right


@given(NUMBERS, st.sampled_from(ROWS), st.integers(1, 50))
def test_cases_in_the_wrong_column_are_moved_back(numbers: list[int], row: str, by: int) -> None:
    right = table([one + 50 for one in numbers])
    wrong = {**right, (row, "x"): right[row, "x"] - by, (row, "y"): right[row, "y"] + by}
    (first, up), (second, down) = smallest_changes(equations(), wrong)[0]
    assert first[0] == second[0], "within one row, though the table does not tell in which"
    assert (first[1], second[1], up + down, abs(up)) == ("x", "y", 0, by)


@given(NUMBERS, st.lists(st.tuples(PLACES, st.integers(-40, 40)), max_size=4))
def test_every_proposal_makes_the_whole_table_balance_without_negative_numbers(
    numbers: list[int], slips: list[tuple[tuple[str, str], int]]
) -> None:
    wrong = table(numbers)
    for place, by in slips:
        wrong[place] = max(Decimal(0), wrong[place] + by)
    for one in smallest_changes(equations(), wrong):
        mended = applied(wrong, one)
        assert len(one) <= 2
        assert balances(mended)
        assert min(mended.values()) >= 0


def test_a_table_that_balances_needs_no_repair() -> None:
    assert smallest_changes(equations(), table([1] * 12)) == []


def test_a_table_wrong_in_many_places_has_no_small_repair() -> None:
    wrong = table(list(range(12)))
    for index, place in enumerate(wrong):
        wrong[place] += index * 7
    assert smallest_changes(equations(), wrong) == []


def test_turned_digits_are_likelier_than_any_other_number() -> None:
    both = [Equation({("a", "x"): 1, ("a", "y"): 1, ("a", "total"): -1})]
    values = {("a", "x"): Decimal(21), ("a", "y"): Decimal(30), ("a", "total"): Decimal(42)}
    assert smallest_changes(both, values)[0] == ((("a", "x"), Decimal(-9)),)


def test_two_cells_that_have_each_other_s_value_are_exchanged() -> None:
    right = table([3, 10, 0, 20, 1, 2, 5, 5, 5, 7, 8, 9])
    wrong = {**right, ("a", "x"): right["b", "x"], ("b", "x"): right["a", "x"]}
    assert applied(wrong, smallest_changes(equations(), wrong)[0]) == right
