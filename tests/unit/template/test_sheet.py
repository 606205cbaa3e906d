"""Tables are laid out with the merged cells of the official template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.model.rule import Organ
from checker.template import blank
from checker.template.sheet import Sheet, sheet_of

if TYPE_CHECKING:
    from checker import Ruleset

YEARS = {"2019": 2020, "2021": 2023}
SIZES = {
    ("2019", "proactive"): (18, 4),
    ("2021", "proactive"): (14, 4),
    ("2019", "applications"): (26, 10),
    ("2021", "applications"): (28, 10),
    ("2019", "review_litigation"): (4, 15),
    ("2021", "review_litigation"): (4, 15),
}
MERGED = {
    "proactive": {
        "第二十条第（一）项": (0, 0, 1, 4),
        "信息内容": (1, 0, 1, 1),
        "行政许可": (6, 0, 1, 1),
        "本年收费金额（单位：万元）": (12, 1, 1, 3),
    },
    "applications": {
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）": (0, 0, 3, 3),
        "申请人情况": (0, 3, 1, 7),
        "自然人": (1, 3, 2, 1),
        "法人或其他组织": (1, 4, 1, 5),
        "总计": (1, 9, 2, 1),
        "法律服务机构": (2, 7, 1, 1),
        "一、本年新收政府信息公开申请数量": (3, 0, 1, 3),
        "三、本年度办理结果": (5, 0, 22, 1),
        "（一）予以公开": (5, 1, 1, 2),
        "（三）不予公开": (7, 1, 8, 1),
        "8.属于行政查询事项": (14, 2, 1, 1),
        "（六）其他处理": (23, 1, 3, 1),
        "（七）总计": (26, 1, 1, 2),
        "四、结转下年度继续办理": (27, 0, 1, 3),
    },
    "review_litigation": {
        "行政复议": (0, 0, 1, 5),
        "行政诉讼": (0, 5, 1, 10),
        "未经复议直接起诉": (1, 5, 1, 5),
        "复议后起诉": (1, 10, 1, 5),
    },
}


def sheet(ruleset: Ruleset, era: str, key: str) -> Sheet:
    form = next(one for one in ruleset.formats if one.id == era)
    return sheet_of(blank(ruleset, YEARS[era], "平江县财政局", Organ.DEPARTMENT), form, key)


@pytest.mark.parametrize(("era", "key"), SIZES)
def test_cells_cover_the_whole_grid_and_none_covers_another(ruleset: Ruleset, era: str, key: str) -> None:
    laid = sheet(ruleset, era, key)
    covered = [
        (row, column)
        for one in laid.places
        for row in range(one.row, one.row + one.rows)
        for column in range(one.column, one.column + one.columns)
    ]
    assert (laid.rows, laid.columns) == SIZES[era, key]
    assert sorted(covered) == [(row, column) for row in range(laid.rows) for column in range(laid.columns)]


@pytest.mark.parametrize("key", MERGED)
def test_labels_are_merged_as_in_the_official_template(ruleset: Ruleset, key: str) -> None:
    first = {one.text: tuple(one[:4]) for one in reversed(sheet(ruleset, "2021", key).places) if one.is_label}
    assert {text: first[text] for text in MERGED[key]} == MERGED[key]


def test_without_merged_cells_labels_are_repeated_and_values_stand_once(ruleset: Ruleset) -> None:
    rows = sheet(ruleset, "2021", "proactive").filled()
    assert rows[5] == ["信息内容", *["本年处理决定数量"] * 3]
    assert rows[6] == ["行政许可", "0", "", ""]


def test_the_other_treatment_has_no_rows_of_its_own_in_the_format_of_2019(ruleset: Ruleset) -> None:
    texts = [one.text for one in sheet(ruleset, "2019", "applications").places]
    assert "（六）其他处理" in texts
    assert "3.其他" not in texts
