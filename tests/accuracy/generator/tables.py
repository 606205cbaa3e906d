"""Print the statutory tables as rows of text, in the ways in which tables are copied out of web pages and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.accuracy.generator.figures import APPLICANTS, COURSES, VERDICTS
from tests.accuracy.generator.wording import data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS = (*APPLICANTS, "total")
WIDTH = 3


@dataclass(frozen=True, slots=True)
class Print:
    """How rows are printed: the mark between cells; what stands for merged cells: repeated, blank or nothing."""

    mark: str
    merged: str
    pad: str = ""

    def row(self, cells: Sequence[str]) -> str:
        """Print one row."""
        padded = [cell + self.pad if cell.isdigit() else cell for cell in cells]
        return f"| {' | '.join(padded)} |" if self.mark == "|" else "\t".join(padded)

    def span(self, text: str, width: int) -> list[str]:
        """Print a cell that goes over several columns."""
        return [text, *self.rest(text, width - 1)]

    def rest(self, text: str, count: int) -> list[str]:
        """Print what a merged cell leaves behind."""
        return {"repeat": [text] * count, "blank": [""] * count, "none": []}[self.merged]


def proactive(printing: Print, regime: str, values: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Print the table of information made public."""
    rows: list[list[str]] = []
    for caption, header, lines in data("tables")["proactive"][regime]:
        rows += [[caption], header]
        rows += [[label, *(values[key][column] for column in columns)] for label, key, *columns in lines]
    if printing.merged != "none":
        rows = [[*row, *[""] * (4 - len(row))] for row in rows]
    return [printing.row(row) for row in rows]


def applications(printing: Print, table: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Print the table of applications."""
    words = data("tables")
    relation, legal, kinds = words["relation"], "法人或其他组织", words["applicants"]
    rest = printing.rest
    rows = [
        [*printing.span(relation, WIDTH), *printing.span("申请人情况", 7)],
        [*rest(relation, WIDTH), "自然人", *printing.span(legal, 5), "总计"],
        [*rest(relation, WIDTH), *rest("自然人", 1), *kinds, *rest("总计", 1)],
    ]
    shown: list[str] = []
    for key, labels in words["request_labels"]:
        if key not in table:
            continue
        fresh = [label for depth, label in enumerate(labels) if labels[: depth + 1] != shown[: depth + 1]]
        rows.append([*_labels(printing, labels, fresh), *(str(table[key][column]) for column in COLUMNS)])
        shown = labels
    return [printing.row(row) for row in rows]


def _labels(printing: Print, labels: list[str], fresh: list[str]) -> list[str]:
    if printing.merged == "none":
        return fresh
    if printing.merged == "repeat":
        return [*labels, *[labels[-1]] * (WIDTH - len(labels))]
    shown = [label if label in fresh else "" for label in labels]
    return [*shown, *[""] * (WIDTH - len(labels))]


def disputes(printing: Print, table: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Print the table of reviews and lawsuits."""
    verdicts = data("tables")["verdicts"]
    courses = ["未经复议直接起诉", "复议后起诉"]
    below = [cell for verdict in verdicts for cell in printing.rest(verdict, 1)]
    rows: list[list[Any]] = [
        [*printing.span("行政复议", 5), *printing.span("行政诉讼", 10)],
        [*verdicts, *(cell for course in courses for cell in printing.span(course, 5))],
        [*below, *verdicts, *verdicts],
        [str(table[course][verdict]) for course in COURSES for verdict in (*VERDICTS, "total")],
    ]
    return [printing.row(row) for row in rows]


def statistics(printing: Print, facts: Mapping[str, int], fee_wan: str) -> list[str]:
    """Print the table of statistics that reports for 2014 to 2018 attach."""
    rows = [["统计指标", "单位", "统计数"]]
    for label, unit, name in data("tables")["statistics"]:
        value = "" if not name else fee_wan if name == "fee_wan" else str(facts.get(name, 0))
        rows.append([label, unit, value] if name or printing.merged == "blank" else [label])
    return [printing.row(row) for row in rows]
