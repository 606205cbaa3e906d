"""Kinds ``template`` and ``domain``: what the examples of rules do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.report import Report
    from checker.model.result import Observation

SHAPE = """
| 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 行政规范性文件 | {cells} |
| 第二十条第（五）项 |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 12 |
"""


def judge(kind: str, report: Report, **given: Any) -> list[Observation]:
    one = kinds.load(kind)
    return list(one.observe(kinds.bind(one, given), report))


def broken(kind: str, report: Report, **given: Any) -> list[Broken]:
    return [one for one in judge(kind, report, **given) if isinstance(one, Broken)]


def test_missing_rows_are_named_as_the_format_prints_them(understand_table: Callable[..., Report]) -> None:
    report = understand_table(SHAPE.format(cells="1 | 2 | 3"))
    (one,) = broken("template", report, table="proactive", check="missing")
    assert "“规章”行" in str(one.values["official"])
    assert one.about == "proactive"


def test_nothing_is_said_of_the_shape_of_a_table_that_is_not_there(understand_table: Callable[..., Report]) -> None:
    report = understand_table(SHAPE.format(cells="1 | 2 | 3"))
    for check in ("readable", "era", "missing", "extra", "changed", "lost", "variant"):
        assert [type(one) for one in judge("template", report, table="applications", check=check)] == [Unknown]


def test_plain_text_without_any_table_may_have_lost_them(understand_fragment: Callable[..., Report]) -> None:
    report = understand_fragment("主动公开政府信息12条。", "proactive", year=2023)
    assert [type(one) for one in judge("template", report, table="proactive", check="present")] == [Unknown]


def test_a_label_is_put_right_without_its_numbering(understand_table: Callable[..., Report]) -> None:
    text = SHAPE.format(cells="1 | 2 | 3").replace("现行有效件数", "先行有效件数")
    report = understand_table(text)
    (one,) = broken("template", report, table="proactive", check="changed")
    (fix,) = one.fixes
    assert report.text[fix.span.start : fix.span.end] == "先行有效件数"
    assert fix.replacement == one.suggestion == "现行有效件数"


@pytest.mark.parametrize("check", ["present", "readable", "era", "missing", "extra", "changed", "lost", "variant"])
def test_every_value_that_is_promised_is_given(understand_table: Callable[..., Report], check: str) -> None:
    kind = kinds.load("template")
    report = understand_table(SHAPE.format(cells="1 | 2 | 3 | 4").replace("规范性文件", "规性文件"))
    params = kinds.bind(kind, {"table": "proactive", "check": check})
    for one in kind.observe(params, report):
        assert not isinstance(one, Broken) or set(one.values) == kind.placeholders(params)


@pytest.mark.parametrize(
    ("check", "cells", "count"),
    [
        ("blank", "1 |  |  ", 2),
        ("mark", "/ | — | 无", 3),
        ("words", "见附件 | 2 | 3", 1),
        ("unreadable", "\ufffd | 2 | 3", 1),
        ("negative", "-1 | 2 | 3", 1),
        ("fraction", "1.5 | 2 | 3", 1),
        ("unit", "1件 | 2个 | 3", 2),
        ("above", "1 | 2 | 0", 3),
    ],
)
def test_all_such_cells_of_a_table_are_one_finding(
    understand_table: Callable[..., Report], check: str, cells: str, count: int
) -> None:
    (one,) = broken("domain", understand_table(SHAPE.format(cells=cells)), table="proactive", check=check)
    assert one.values["count"] == count
    assert len(one.related) == count - 1


@pytest.mark.parametrize(
    "cells",
    ["1 | 2 | 3", "１ | ２ | ３", "1,113 | 0 | 0", "+1 | 2 | 3", " 71 | 0 | 0"],
)
def test_numbers_however_they_are_written_are_numbers(understand_table: Callable[..., Report], cells: str) -> None:
    report = understand_table(SHAPE.format(cells=cells))
    for check in ("blank", "mark", "words", "unreadable", "negative", "fraction", "unit"):
        assert [type(one) for one in judge("domain", report, table="proactive", check=check)] == [Held]


def test_cells_that_the_rule_leaves_out_are_not_looked_at(understand_table: Callable[..., Report]) -> None:
    report = understand_table(SHAPE.format(cells="-1 | 2 | 3"))
    assert not broken("domain", report, table="proactive", check="negative", beside=["normative/made"])
    assert not broken("domain", report, table="proactive", check="negative", rows=["permits"])
    assert not broken("domain", report, table="proactive", check="negative", columns=["in_force"])


def test_a_table_that_is_not_there_is_not_called_right(understand_table: Callable[..., Report]) -> None:
    report = understand_table(SHAPE.format(cells="1 | 2 | 3"))
    assert [type(one) for one in judge("domain", report, table="applications", check="blank")] == [Unknown]
