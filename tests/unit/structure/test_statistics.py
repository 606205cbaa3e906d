"""Statutory tables are read by their labels, however the labels are spaced, numbered, shortened or damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.model.tables import CellState

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.report import Report
    from checker.model.tables import StatTable

HEADS = "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |"
NEW = "| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |"
CARRIED = "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
DENIED = "| 三、本年度办理结果 | （三）不予公开 | {label} | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"
REVIEW = """
| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 1 | 0 | 2 | 0 | 3 | 0 | 5 | 0 | 0 | 5 |
"""


def values(table: StatTable, row: str) -> dict[str, int | None]:
    return {
        column: None if cell.value is None else int(cell.value) for column, cell in table.cells.get(row, {}).items()
    }


def test_cells_go_by_the_labels_of_their_row_and_column(understand_table: Callable[..., Report]) -> None:
    table = understand_table(f"{HEADS}\n{CARRIED}\n{NEW}").tables["applications"]
    assert values(table, "new") == {
        "person": 3,
        "business": 1,
        "research": 0,
        "charity": 0,
        "legal": 0,
        "other": 0,
        "total": 4,
    }


def test_columns_in_another_order_are_still_told_by_their_labels(understand_table: Callable[..., Report]) -> None:
    heads = HEADS.replace("自然人", "甲").replace("商业企业", "自然人").replace("甲", "商业企业")
    table = understand_table(f"{heads}\n{NEW}\n{CARRIED}").tables["applications"]
    assert values(table, "new")["business"] == 3
    assert values(table, "new")["person"] == 1


@pytest.mark.parametrize(
    "label",
    [
        "2.其他法律行政法规禁止公开",
        "2、其他法律行政法规禁止公开",
        "（2）其他法律、行政法规禁止公开",
        "其他法律行政法规禁止公开",
        "2. 其他法律 行政法规 禁止公开",
        "2.其他法律行政止公开",
        "2.其它法律行政法规禁止公开",
        "2.其他法律行政法规禁业公开",
    ],
)
def test_a_label_is_known_in_all_its_spellings(understand_table: Callable[..., Report], label: str) -> None:
    heads = HEADS.replace("| 自然人", "|  |  | 自然人", 1)
    text = "\n".join((heads, NEW.replace("| 3", "| | | 3", 1), DENIED.format(label=label)))
    table = understand_table(text).tables["applications"]
    assert values(table, "denied_law")["total"] == 2


@pytest.mark.parametrize("label", ["2.另有规定", "其他情况", "法律", "禁止公开的法律行政法规及其他"])
def test_a_label_that_fits_no_row_is_told_as_such(understand_table: Callable[..., Report], label: str) -> None:
    heads = HEADS.replace("| 自然人", "|  |  | 自然人", 1)
    text = "\n".join((heads, NEW.replace("| 3", "| | | 3", 1), DENIED.format(label=label)))
    table = understand_table(text, year=2020).tables["applications"]
    assert "denied_law" not in table.cells
    assert [one.axis for one in table.strays] == ["row"]


def test_rows_stand_as_heads_in_the_table_of_review_and_litigation(understand_table: Callable[..., Report]) -> None:
    table = understand_table(REVIEW).tables["review_litigation"]
    assert values(table, "review") == {"upheld": 1, "corrected": 0, "other": 2, "pending": 0, "total": 3}
    assert values(table, "suit_direct")["corrected"] == 5
    assert [one.key for one in table.missing] == ["suit_after_review"]


def test_the_same_table_turned_over_is_read_by_its_rows(understand_table: Callable[..., Report]) -> None:
    text = "| review_litigation | upheld | total |\n| 行政复议 | 1 | 1 |\n| 复议后起诉 | 0 | 2 |"
    table = understand_table(text).tables["review_litigation"]
    assert values(table, "suit_after_review") == {"upheld": 0, "total": 2}


def test_values_too_many_are_kept_apart(understand_table: Callable[..., Report]) -> None:
    text = "| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 2 | 7 | 8 |\n| 行政事业性收费 | 0 |"
    table = understand_table(text).tables["proactive"]
    assert values(table, "permits") == {"decisions": 2}
    assert [one.raw for one in table.strays] == ["7", "8"]


def test_values_without_labels_of_columns_are_placed_by_their_order_and_no_more_than_likely(
    understand_table: Callable[..., Report],
) -> None:
    table = understand_table(f"{NEW}\n{CARRIED}").tables["applications"]
    assert values(table, "new")["business"] == 1
    assert not any(cell.sure for _, _, cell in table.all_cells())


def test_too_few_values_without_labels_of_columns_are_not_placed(understand_table: Callable[..., Report]) -> None:
    table = understand_table("\n".join((NEW, CARRIED.replace("| 0 |", "|", 1)))).tables["applications"]
    assert values(table, "carried_in") == {}


@pytest.mark.parametrize(
    ("year", "labels", "era"),
    [
        (2022, "本年新制作数量 | 本年新公开数量 | 对外公开总数量", "2019"),
        (2022, "本年制发件数 | 本年废止件数 | 现行有效件数", "2021"),
        (2020, "本年制发件数 | 本年废止件数 | 现行有效件数", "2021"),
        (2020, "本年新制作数量 | 本年新公开数量 | 对外公开总数量", "2019"),
    ],
)
def test_the_labels_tell_the_era_of_a_table(
    understand_table: Callable[..., Report], year: int, labels: str, era: str
) -> None:
    text = f"| 第二十条第（一）项 |\n| 信息内容 | {labels} |\n| 规章 | 0 | 0 | 0 |\n| 规范性文件 | 1 | 1 | 1 |"
    assert understand_table(text, year=year).tables["proactive"].era == era


@pytest.mark.parametrize(
    ("raw", "state", "value"),
    [
        ("12", CellState.NUMBER, 12),
        ("1,113", CellState.NUMBER, 1113),
        ("１２", CellState.NUMBER, 12),
        ("-3", CellState.NUMBER, -3),
        ("减3", CellState.NUMBER, -3),
        ("增加2", CellState.NUMBER, 2),
        ("251000元", CellState.NUMBER, 251000),
        ("", CellState.BLANK, None),
        ("/", CellState.DASH, None),
        ("——", CellState.DASH, None),
        ("无", CellState.DASH, None),
        ("见附件", CellState.TEXT, None),
        ("12 3", CellState.TEXT, None),
        ("\ufffd2", CellState.UNREADABLE, None),
    ],
)
def test_what_stands_in_a_cell_is_read_and_never_repaired(
    understand_table: Callable[..., Report], raw: str, state: CellState, value: int | None
) -> None:
    text = f"| 第二十条第（五）项 |\n| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政许可 | {raw} | 0 | 0 |\n| 政府集中采购 | 0 | 0 |"
    cell = understand_table(text, year=2019).tables["proactive"].cells["permits"]["previous"]
    assert (cell.raw, cell.state, cell.value) == (raw, state, value)


def test_numbers_that_a_copy_ran_together_are_there_and_not_read(
    understand_fragment: Callable[..., Report],
) -> None:
    text = "结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉100000000"
    table = understand_fragment(text, "review_litigation", year=2023).tables["review_litigation"]
    assert not table.readable
    assert not table.cells


def test_a_table_of_something_else_is_none_of_the_three(understand_table: Callable[..., Report]) -> None:
    assert not understand_table("| 指标 | 总计 |\n| 会议 | 3 |\n| 培训 | 4 |").tables


def test_reports_of_before_have_no_statutory_tables(understand_table: Callable[..., Report]) -> None:
    assert not understand_table(f"{HEADS}\n{NEW}\n{CARRIED}", year=2017).tables


@pytest.mark.parametrize("mark", ["", "/", "—", "无"])
def test_a_line_of_values_may_hold_nothing_but_blanks_or_marks(
    understand_table: Callable[..., Report], mark: str
) -> None:
    values = "| 1 | 0 | 2 | 0 | 3 | 0 | 5 | 0 | 0 | 5 |"
    table = understand_table(REVIEW.replace(values, "|" + f" {mark} |" * 10)).tables["review_litigation"]
    assert table.readable
    assert {cell.state for _, _, cell in table.all_cells()} == {CellState.DASH if mark else CellState.BLANK}
    assert len(list(table.all_cells())) == 10


def test_the_official_label_goes_before_another_wording(understand_table: Callable[..., Report]) -> None:
    rows = ("| 合计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| （七）总计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |")
    table = understand_table("\n".join((HEADS, NEW, *rows))).tables["applications"]
    assert values(table, "total")["total"] == 4
    assert [(one.axis, one.raw) for one in table.strays] == [("row", "合计")]
