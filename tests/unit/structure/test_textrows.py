from __future__ import annotations

import pytest

from checker import Span, readers
from checker.structure.source import Source, source_of
from checker.structure.textrows import has_cells, is_row
from checker.text import fold


def source(text: str) -> Source:
    return source_of(readers.read_bytes(text.encode(), "a.txt"), fold(text), Span(0, len(text)), ())


@pytest.mark.parametrize(
    "text",
    [
        "3.其他\t0\t0",
        "3.其他\t\t\t",
        "3.收费金额\t元\t1,200.50",
        "3.其他 | 0 | 0 |",
        "| 3.其他 | |",
        "3.其他 0 1 0",
        "3.其他0000010",
        "3.其他\n0\n 12\n",
    ],
)
def test_a_label_with_figures_or_empty_cells_is_a_row(text: str) -> None:
    assert is_row(source(text), text.index("3.") + 2, headed=False)


@pytest.mark.parametrize(
    "text",
    [
        "3.其他",
        "3.\t其他",
        "\t3.其他\t见网站",
        "3.2015年公开15条",
        "3.公开信息 15条",
        "3.工作计划2018",
        "3.其他\n12\n见网站",
        "3.其他\n\n\n12条",
    ],
)
def test_a_heading_is_no_row(text: str) -> None:
    assert not is_row(source(text), text.index("3.") + 2, headed=False)


@pytest.mark.parametrize(("cells", "row"), [("行政复议\t\t行政诉讼", False), ("行政复议\t1", True)])
def test_the_heading_of_a_part_is_a_row_only_with_figures(cells: str, row: bool) -> None:  # noqa: FBT001
    text = f"3.行政复议情况{cells}"
    assert is_row(source(text), 2, headed=True) is row


@pytest.mark.parametrize(
    ("line", "cells"),
    [("信息内容\t本年收费金额", True), ("|行政复议|", True), ("\t总体情况\t", False), ("总体 情况", False)],
)
def test_a_line_with_a_tab_or_bar_inside_has_cells(line: str, cells: bool) -> None:  # noqa: FBT001
    assert has_cells(line) is cells
