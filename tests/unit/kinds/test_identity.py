"""What the examples of rules do not say: what is unknown, what is pointed at, and that every promised value is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.report import Report
    from checker.model.result import Observation

BALANCE = {
    "table": "applications",
    "for_each": "column",
    "holds": "new + carried_in == total + carried_out",
    "blame": "total",
}


def judge(report: Report, given: dict[str, Any]) -> list[Observation]:
    kind = kinds.load("identity")
    return list(kind.observe(kinds.bind(kind, given), report))


def applications(*rows: tuple[str, str, str]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (("applications", "person", "total"), *rows))


def balance(new: str, carried_in: str, total: str, carried_out: str) -> str:
    return applications(
        ("new", new, new), ("carried_in", carried_in, "0"), ("total", total, new), ("carried_out", carried_out, "0")
    )


def test_each_column_is_judged_by_itself(understand_table: Callable[..., Report]) -> None:
    broken, held = judge(understand_table(balance("10", "2", "8", "3")), BALANCE)
    assert isinstance(broken, Broken)
    assert isinstance(held, Held)


def test_a_broken_equation_names_its_operands_and_points_at_the_cell_to_blame(
    understand_table: Callable[..., Report],
) -> None:
    report = understand_table(balance("10", "2", "8", "3"))
    broken = judge(report, BALANCE)[0]
    assert isinstance(broken, Broken)
    assert [report.cell_at(span.start) for span in broken.spans] == ["applications/total/person"]
    assert {report.cell_at(span.start) for span in broken.related} == {
        "applications/new/person",
        "applications/carried_in/person",
        "applications/carried_out/person",
    }
    assert (broken.values["lhs"], broken.values["rhs"], broken.values["delta"]) == ("12", "11", "1")


def test_every_promised_value_is_given(understand_table: Callable[..., Report]) -> None:
    broken = judge(understand_table(balance("10", "2", "8", "3")), BALANCE)[0]
    assert isinstance(broken, Broken)
    kind = kinds.load("identity")
    assert set(broken.values) == kind.placeholders(kinds.bind(kind, BALANCE))


@pytest.mark.parametrize("mark", ["/", "—", "无", "见附件", "\ufffd"])
def test_what_is_no_number_leaves_the_equation_open(understand_table: Callable[..., Report], mark: str) -> None:
    assert isinstance(judge(understand_table(balance("10", mark, "8", "3")), BALANCE)[0], Unknown)


def test_a_blank_to_blame_is_named_with_its_value(understand_table: Callable[..., Report]) -> None:
    report = understand_table(balance("10", "", "9", "3"))
    broken = judge(report, BALANCE)[0]
    assert isinstance(broken, Broken)
    assert broken.suggestion == "2"
    assert report.cell_at(broken.spans[0].start) == "applications/carried_in/person"


def test_of_two_blanks_none_is_to_blame(understand_table: Callable[..., Report]) -> None:
    broken = judge(understand_table(balance("10", "", "9", "")), BALANCE)[0]
    assert isinstance(broken, Broken)
    assert broken.suggestion is None
    assert broken.values["blank"] == ""


def test_a_report_without_the_table_is_not_called_right(understand_table: Callable[..., Report]) -> None:
    seen = judge(understand_table("| review_litigation | upheld |\n| review | 1 |"), BALANCE)
    assert [type(one) for one in seen] == [Unknown]
