from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import ReadError
from checker.model.document import BlockKind
from checker.readers import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker import Document, Report

CASES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("md_tables.yaml").read_text("utf-8"))
GRIDS = CASES["grids"]
NONE = CASES["none"]
HOSTILE = {
    "rows of a hundred bars": "|" * 100 + "\n",
    "tables in html that do not end": "<table>\n\n",
    "grids without content": "+--+\n",
    "grids that do not end": "+--+\n|a\n",
    "rules": "|---|---|\n",
    "heads without rows": "a|b\n--|--\n\n",
    "escaped bars": "\\|",
}


def document(text: str) -> Document:
    return read_bytes(text.encode(), "report.md")


def grids(read: Document) -> list[list[list[str | None]]]:
    return [
        [[cell and read.text[cell.start : cell.end] for cell in row] for row in table.grid()] for table in read.tables
    ]


@pytest.mark.parametrize("case", GRIDS.values(), ids=GRIDS)
def test_a_table_is_read_as_a_grid(case: dict[str, Any]) -> None:
    read = document(case["text"])
    assert grids(read) == case["tables"]
    rows = sum(len(table) for table in case["tables"])
    assert sum(block.kind is BlockKind.ROW for block in read.blocks) == rows
    others = [read.text[one.start : one.end] for one in read.blocks if one.kind is not BlockKind.ROW]
    assert others == case.get("lines", [])


@pytest.mark.parametrize("case", GRIDS.values(), ids=GRIDS)
def test_a_cell_is_found_in_its_line_and_column(case: dict[str, Any]) -> None:
    read, lines = document(case["text"]), case["text"].split("\n")
    for number, table in enumerate(read.tables, 1):
        for cell in table.cells:
            if cell.end > cell.start:
                place = read.locate(cell.start)
                assert place.cell == f"T{number}R{cell.row + 1}C{cell.column + 1}"
                assert place.line is not None
                assert place.column is not None
                assert lines[place.line - 1][place.column - 1] == read.text[cell.start]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_bars_alone_make_no_table(text: str) -> None:
    assert document(text).tables == ()


def test_a_character_behind_an_escaped_bar_is_in_its_column() -> None:
    read = document("| a | b |\n|---|---|\n| 甲\\|**乙** | 丙 |")
    place = read.locate(read.text.index("乙"))
    assert (place.line, place.column, place.cell) == (3, 8, "T1R2C1")


def test_a_statutory_table_in_html_is_read_by_its_labels(understand_table: Callable[..., Report]) -> None:
    report = understand_table(CASES["statutory"])
    table = report.tables["review_litigation"]
    assert {column: str(cell.value) for column, cell in table.cells["suit_direct"].items()} == {
        "upheld": "1",
        "corrected": "2",
        "other": "0",
        "pending": "3",
        "total": "6",
    }


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_tables_take_no_more_than_their_length(piece: str) -> None:
    start = time.perf_counter()
    text = (piece * 20_000)[:290_000] + "\n概述"
    assert document(text).text.endswith("概述")
    assert time.perf_counter() - start < 10


def test_a_million_cells_are_refused() -> None:
    with pytest.raises(ReadError):
        document("| 1 | 2 | 3 |\n" * 300_000)
