from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.readers import read_bytes
from tests.unit.readers.wordfile import p, tbl, tc, tr, word_file

if TYPE_CHECKING:
    from checker import Document


def span(columns: int) -> str:
    return f"<w:gridSpan w:val='{columns}'/>"


OPENS, GOES_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
LEFT, FROM_LEFT = "<w:hMerge w:val='restart'/>", "<w:hMerge w:val='continue'/>"
GRIDS = {
    "plain": (tbl(tr("a", "b"), tr("c", "d")), [["a", "b"], ["c", "d"]]),
    "across": (tbl(tr(tc("a", properties=span(2))), tr("c", "d")), [["a", "a"], ["c", "d"]]),
    "across in the old way": (
        tbl(tr(tc("a", properties=LEFT), tc("", properties=FROM_LEFT), "b"), tr("c", "d", "e")),
        [["a", "a", "b"], ["c", "d", "e"]],
    ),
    "down": (tbl(tr(tc("a", properties=OPENS), "b"), tr(tc(properties=GOES_ON), "d")), [["a", "b"], ["a", "d"]]),
    "down, said in full": (
        tbl(tr(tc("a", properties=OPENS), "b"), tr(tc("", properties="<w:vMerge w:val='continue'/>"), "d")),
        [["a", "b"], ["a", "d"]],
    ),
    "down and across": (
        tbl(tr(tc("a", properties=span(2) + OPENS), "b"), tr(tc("", properties=span(2) + GOES_ON), "d")),
        [["a", "a", "b"], ["a", "a", "d"]],
    ),
    "down in the middle": (
        tbl(tr("a", tc("b", properties=OPENS), "c"), tr("d", tc(properties=GOES_ON), "e"), tr("f", "g", "h")),
        [["a", "b", "c"], ["d", "b", "e"], ["f", "g", "h"]],
    ),
    "two below each other": (
        tbl(
            tr(tc("a", properties=OPENS), "1"),
            tr(tc("", properties=GOES_ON), "2"),
            tr(tc("b", properties=OPENS), "3"),
            tr(tc("", properties=GOES_ON), "4"),
        ),
        [["a", "1"], ["a", "2"], ["b", "3"], ["b", "4"]],
    ),
    "words left in a cell that goes on": (
        tbl(tr(tc("a", properties=OPENS), "b"), tr(tc("x", properties=GOES_ON), "d")),
        [["a", "b"], ["a", "d"]],
    ),
    "going on from nothing": (
        tbl(tr(tc("a", properties=GOES_ON), "b"), tr("c", tc("d", properties=GOES_ON))),
        [["a", "b"], ["c", "d"]],
    ),
    "merges of a tracked change": (
        tbl(tr(tc("a", properties=f"<w:tcPrChange><w:tcPr>{span(3)}</w:tcPr></w:tcPrChange>"), "b"), tr("c", "d")),
        [["a", "b"], ["c", "d"]],
    ),
    "columns left out on the left": (
        tbl(tr("a", "b"), tr("c", properties="<w:gridBefore w:val='1'/>")),
        [["a", "b"], ["", "c"]],
    ),
    "a short row": (tbl(tr("a", "b"), tr("c")), [["a", "b"], ["c", None]]),
    "spans that are none": (
        tbl(tr(tc("a", properties=span(0)), tc("b", properties="<w:gridSpan w:val='x'/>"))),
        [["a", "b"]],
    ),
    "rows and cells in content controls": (
        tbl(
            f"<w:sdt><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>",
            tr(f"<w:sdt><w:sdtContent>{tc('c')}</w:sdtContent></w:sdt>", "d"),
        ),
        [["a", "b"], ["c", "d"]],
    ),
    "paragraphs in content controls": (
        tbl(tr(tc(f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>"), "b")),
        [["a", "b"]],
    ),
    "a number split over lines": (tbl(tr(tc("1", "2"), tc("结", "果"))), [["1 2", "结果"]]),
    "a small table in a cell": (
        tbl(tr("a", tc("乙", tbl(tr("丙", "丁")), "戊")), tr("f", "g")),
        [["a", "乙丙丁戊"], ["f", "g"]],
    ),
    "empty cells": (tbl(tr("", ""), tr("c", "d")), [["", ""], ["c", "d"]]),
}


def document(body: str) -> Document:
    return read_bytes(word_file(body), "a.docx")


def lines(read: Document) -> list[str]:
    return [read.text[block.start : block.end] for block in read.blocks]


@pytest.mark.parametrize(("table", "grid"), GRIDS.values(), ids=GRIDS)
def test_a_grid_is_expanded_over_merged_cells(table: str, grid: list[list[str | None]]) -> None:
    read = document(p("前") + table + p("后"))
    (found,) = read.tables
    assert [[cell and read.text[cell.start : cell.end] for cell in row] for row in found.grid()] == grid
    assert (lines(read)[0], lines(read)[-1]) == ("前", "后")


def test_a_row_has_each_of_its_cells_once_and_says_where_it_is() -> None:
    merged = tbl(tr(tc("甲", properties=OPENS), "1", tc("2", properties=span(3))), tr(tc(properties=GOES_ON), "3", "4"))
    read = document(tbl(tr("一", "二")) + merged)
    assert lines(read) == ["一\t二", "甲\t1\t2", "3\t4"]
    assert {block.kind for block in read.blocks} == {"row"}
    assert [read.locate(read.text.index(one)).cell for one in "一甲23"] == ["T1R1C1", "T2R1C1", "T2R1C3", "T2R2C2"]
    assert (read.tables[1].start, read.tables[1].end) == (read.text.index("甲"), len(read.text))


LAYOUTS = {
    "one cell": tbl(tr(tc(p("菜单"), tbl(tr("1", "2"), tr("3", "4")), p("尾")))),
    "a table as large as what is around it": tbl(tr("菜单", tc(tbl(tr("1", "2"), tr("3", "4")), p("尾")))),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_that_only_places_things_is_none(layout: str) -> None:
    read = document(layout)
    assert lines(read) == ["菜单", "1\t2", "3\t4", "尾"]
    assert len(read.tables) == 1


def test_tables_next_to_each_other_and_at_the_end_stay_apart() -> None:
    read = document(tbl(tr("1", "2")) + tbl(tr("3", "4")) + p("") + tbl(tr("5", "6")))
    assert [read.text[table.start : table.end] for table in read.tables] == ["1\t2", "3\t4", "5\t6"]


@pytest.mark.parametrize("inside", ["", tr(), "<w:tr/>", "<w:p/>"])
def test_a_table_without_cells_is_none(inside: str) -> None:
    read = document(p("甲") + tbl(inside) + p("乙"))
    assert (lines(read), read.tables) == (["甲", "乙"], ())
