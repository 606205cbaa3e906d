"""The statistics of 2014–2018 (政府信息公开情况统计表) are read from cells and from running text, and from nothing that only looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Understand  # noqa: TC001 - a fixture's type

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.report import Report
    from checker.model.tables import StatTable

HEAD = ("统计指标", "单位", "统计数")
ROWS = (
    ("一、主动公开情况", "——", "——"),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "1240"),
    ("其中：主动公开规范性文件数", "条", "12"),
    ("制发规范性文件总数", "件", "15"),
    ("（二）通过不同渠道和方式公开政府信息的情况", "——", "——"),
    ("1.政府公报公开政府信息数", "条", "0"),
    ("2.政府网站公开政府信息数", "条", "1,100"),
    ("三、依申请公开情况", "——", "——"),
    ("（一）收到申请数", "件", "9"),
    ("1.当面申请数", "件", "2"),
    ("2.传真申请数", "件", "0"),
    ("3.网络申请数", "件", "6"),
    ("4.信函申请数", "件", "1"),
    ("四、行政复议数量", "件", "3"),
    ("（一）维持具体行政行为数", "件", "2"),
    ("（二）被依法纠错数", "件", "0"),
    ("（三）其他情形数", "件", "1"),
    ("五、行政诉讼数量", "件", "7"),
    ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "4"),
    ("（二）被依法纠错数", "件", "2"),
    ("（三）其他情形数", "件", "1"),
    ("七、依申请公开信息收取的费用", "万元", "0.5"),
    ("（三）从事政府信息公开工作人员数", "人", "5"),
    ("1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", "1"),
    ("2.兼职人员数", "人", "4"),
    ("（三）接受培训人员数", "人次", "80"),
)
READ = {
    "proactive_total": 1240,
    "normative_public": 12,
    "normative_made": 15,
    "channel_gazette": 0,
    "channel_site": 1100,
    "received": 9,
    "by_hand": 2,
    "by_fax": 0,
    "by_net": 6,
    "by_letter": 1,
    "review": 3,
    "review_upheld": 2,
    "review_corrected": 0,
    "review_other": 1,
    "suit": 7,
    "suit_upheld": 4,
    "suit_corrected": 2,
    "suit_other": 1,
    "fees": 0.5,
    "staff": 5,
    "staff_full": 1,
    "staff_part": 4,
    "trained": 80,
}
Lines = tuple[tuple[str, ...], ...]


def barred(rows: Lines, head: tuple[str, ...] = HEAD) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, *rows))


def values(table: StatTable) -> dict[str, float]:
    return {row: float(cell.value) for row, _, cell in table.all_cells() if cell.value is not None}


def of(report: Report) -> StatTable:
    return report.tables["statistics"]


def test_rows_are_read_by_their_labels_from_cells(understand_table: Callable[..., Report]) -> None:
    table = of(understand_table(barred(ROWS), year=2016))
    assert values(table) == READ
    assert all(cell.sure for _, _, cell in table.all_cells())


@pytest.mark.parametrize(
    ("cells", "rows"),
    [("\t", "\n"), (" ", " "), ("\n", "\n"), ("\u3000", "\n"), (" ", "\n\n")],
    ids=["tabs", "one line", "a cell a line", "wide blanks", "lines apart"],
)
def test_rows_are_read_from_text_that_kept_words_unit_and_value(
    understand_fragment: Understand, cells: str, rows: str
) -> None:
    report = understand_fragment(rows.join(cells.join(row) for row in (HEAD, *ROWS)), year=2016)
    assert values(of(report)) == READ


def test_of_a_run_together_copy_no_value_is_made_of_the_next_number(understand_fragment: Understand) -> None:
    report = understand_fragment("".join("".join(row) for row in ROWS), year=2016)
    read = values(of(report))
    assert read["proactive_total"] == READ["proactive_total"]
    assert "received" not in read
    assert all(READ[row] == value for row, value in read.items())


def test_a_label_that_stands_twice_belongs_to_the_row_above_it(understand_table: Callable[..., Report]) -> None:
    lawsuits_alone = tuple(row for row in ROWS if ROWS.index(row) >= 17 or row == ROWS[1])
    read = values(of(understand_table(barred((*ROWS[:4], *lawsuits_alone[1:])), year=2016)))
    assert "review_other" not in read


def test_results_of_reviews_and_lawsuits_stay_apart_where_the_reviews_have_no_number(
    understand_table: Callable[..., Report],
) -> None:
    rows = tuple((row[0], row[1], "——") if row[0].startswith(("四、", "五、")) else row for row in ROWS)
    read = values(of(understand_table(barred(rows), year=2016)))
    assert (read["review_corrected"], read["suit_corrected"]) == (0, 2)


def test_lists_side_by_side_are_read_the_left_one_first(understand_table: Callable[..., Report]) -> None:
    half = len(ROWS) // 2
    rows = tuple((*left, *right) for left, right in zip(ROWS[:half], ROWS[half:], strict=True))
    assert values(of(understand_table(barred(rows, (*HEAD, *HEAD)), year=2016))) == READ


def test_a_running_number_before_the_label_is_no_value(understand_table: Callable[..., Report]) -> None:
    rows = tuple((str(number), *row) for number, row in enumerate(ROWS, 1))
    assert values(of(understand_table(barred(rows, ("序号", *HEAD)), year=2016))) == READ


def test_of_two_values_in_a_row_none_is_taken(understand_table: Callable[..., Report]) -> None:
    rows = tuple((*row, "99") for row in ROWS)
    table = of(understand_table(barred(rows, ("指标名称", "计量单位", "2016年度", "历年累计")), year=2016))
    assert values(table).keys().isdisjoint({"received", "review", "staff"})


def test_two_lists_that_differ_are_not_mixed(understand_table: Callable[..., Report]) -> None:
    whole = tuple((row[0], row[1], "77" if row[2] != "——" else row[2]) for row in ROWS)
    table = of(understand_table(barred((*ROWS, *whole)), year=2016))
    assert not table.readable


def test_the_same_list_twice_is_one(understand_table: Callable[..., Report]) -> None:
    assert values(of(understand_table(barred((*ROWS, *ROWS)), year=2016))) == READ


def test_a_row_that_the_form_has_not_makes_the_sums_around_it_unsure(understand_table: Callable[..., Report]) -> None:
    at = next(index for index, row in enumerate(ROWS) if "网络申请数" in row[0])
    table = of(understand_table(barred((*ROWS[:at], ("电子邮件申请数", "件", "3"), *ROWS[at:])), year=2016))
    sure = {row: cell.sure for row, _, cell in table.all_cells()}
    assert not sure["by_hand"]
    assert sure["suit_other"]
    assert [one.raw for one in table.strays] == ["电子邮件申请数"]


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("3、网上申请数", "by_net"),
        ("（3）网络申请数（件）", "by_net"),
        ("网络申请", "by_net"),
        ("网 络 申 请 数", "by_net"),
        ("微博公开政府信息数", "channel_weibo"),
        ("非《条例》所指政府信息", "denied_not_information"),
        ("其中：1.涉及国家秘密", "denied_secret"),
        ("书面申请数", None),
        ("电子邮件申请数", None),
        ("申请总数", None),
        ("申请数", None),
    ],
)
def test_labels_vary_but_another_word_is_another_row(
    understand_table: Callable[..., Report], label: str, key: str | None
) -> None:
    base = (("按时办结数", "件", "1"), ("延期办结数", "件", "0"))
    read = values(of(understand_table(barred((*base, (label, "件", "6"))), year=2016)))
    assert [row for row, value in read.items() if value == 6] == ([key] if key else [])


@pytest.mark.parametrize(
    "text",
    [
        "指标名称 计量单位 2016年度 历年累计 主动公开文件数 条 2543 78967 其中：1、政府网站公开数 条 2543 78967 受理依申请公开信息总数 条 1 1",
        "| 指标 | 数量 |\n| 申请总数 | 3 |\n| 当面申请数 | 1 |\n| 电子邮件申请数 | 2 |",
        "2016年，我局按时办结数为3件，没有延期。",
        "2016年主动公开政府信息120条。",
    ],
)
def test_other_tables_and_sentences_are_not_taken_for_it(understand_table: Callable[..., Report], text: str) -> None:
    assert understand_table(text, year=2016).tables == {}


def test_reports_of_later_years_have_none(understand_table: Callable[..., Report]) -> None:
    assert "statistics" not in understand_table(barred(ROWS), year=2022).tables


def test_a_list_behind_the_signature_is_read(understand: Understand) -> None:
    body = "一、主动公开情况\n主动公开政府信息1240条。\n二、依申请公开情况\n收到申请9件。\n三、复议、诉讼情况\n无。"
    title = "平江县水利局2016年政府信息公开工作年度报告"
    report = understand(f"{title}\n{body}\n平江县水利局\n2017年2月8日\n附件\n{barred(ROWS)}")
    assert values(of(report)) == READ


@pytest.mark.parametrize(
    "repeated", ["件 1 ", "1.当面申请数 件 ", "（一）", "其中：", "| 按时办结数 | 件 | 1 |\n", "一、"]
)
def test_hostile_repeats_end(understand_fragment: Understand, repeated: str) -> None:
    text = "按时办结数 件 1 延期办结数 件 0 " + repeated * 5_000 + " 兼职人员数 人 1"
    assert of(understand_fragment(text, year=2016))
