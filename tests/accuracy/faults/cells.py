"""Faults in tables: identities broken, cells that hold no number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.sums import wrong_count
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

FORMAT, SHAPES = "regulation.md §4.4–§4.6", "variability.md §5"
REVIEW = "review_litigation"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands, its cells, and how many of the last ones are numbers."""

    slot: edit.Slot
    cells: tuple[str, ...]
    piped: bool

    @property
    def numbers(self) -> list[int]:
        """Give the places of the numbers at the end."""
        last = len(self.cells)
        while last and re.fullmatch(r"[+-]?\d+(\.\d+)?元?", self.cells[last - 1]):
            last -= 1
        return list(range(last, len(self.cells)))

    @property
    def label(self) -> str:
        """Give the words before the numbers."""
        return " ".join(self.cells[: len(self.cells) - len(self.numbers)])

    def printed(self, cells: tuple[str, ...]) -> str:
        """Print cells as this row is printed."""
        return f"| {' | '.join(cells)} |" if self.piped else "\t".join(cells)

    def put(self, sample: Sample, at: int, words: str) -> Sample:
        """Put marked words into one cell; where they are blank, the marks take in what sets the cell off."""
        line = self.printed((*self.cells[:at], edit.mark(words), *self.cells[at + 1 :]))
        if not words.strip():
            line = re.sub(f"([ \t|]*){OPEN}(.*){CLOSE}([ \t|]*)", rf"{OPEN}\1\2\3{CLOSE}", line)
        return self.slot.write(sample, line)


def rows(sample: Sample, key: str) -> list[Row]:
    """Give the rows with numbers of the table in a part."""
    found = []
    for slot in edit.paragraphs(sample, key):
        line = slot.read(sample)
        if edit.is_row(line):
            piped = line.startswith("|")
            cells = line.strip("|").split("|") if piped else line.split("\t")
            row = Row(slot, tuple(cell.strip() for cell in cells), piped)
            found += [row] if row.numbers else []
    return found


def requests(sample: Sample, words: str = "") -> list[Row]:
    """Give the rows of seven numbers of the table of applications whose label matches."""
    return (
        [row for row in rows(sample, "applications") if len(row.numbers) == 7 and re.search(words, row.label)]
        if sample.regime != "2008"
        else []
    )


def change(sample: Sample, random: Random, row: Row, at: int) -> Sample:
    """Put a wrong number into a cell."""
    return row.put(sample, at, str(wrong_count(random, int(row.cells[at]))))


def identity(words: str, columns: Callable[[Row], list[int]]) -> Body:
    """Make an injector that changes one number in the rows of that label; one change breaks what it stands in."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = [(row, at) for row in requests(sample, words) for at in columns(row)]
        if not found:
            return None
        return change(sample, random, *random.choice(found))

    return inject


_CELLS = {
    "balance_new_wrong": (
        "新收数与勾稽关系不符",
        "new applications break the balance",
        "本年新收",
        lambda row: row.numbers[:-1],
    ),
    "balance_carried_in_wrong": (
        "上年结转数与勾稽关系不符",
        "carried in breaks the balance",
        "上年结转",
        lambda row: row.numbers,
    ),
    "balance_carried_out_wrong": (
        "结转下年数与勾稽关系不符",
        "carried out breaks the balance",
        "结转下年",
        lambda row: row.numbers,
    ),
    "results_sum_wrong": (
        "办理结果总计不等于各项之和",
        "the total of results is not their sum",
        "（七）|\\(七\\)",
        lambda row: row.numbers,
    ),
    "result_cell_wrong": (
        "某项办理结果与总计不符",
        "a result that breaks the sum",
        "予以公开|部分公开|国家秘密|第三方|现成|补正|信访|重复申请|其他处理|掌握",
        lambda row: row.numbers[:-1],
    ),
    "row_sum_wrong": ("横向总计不等于各列之和", "a row whose total is not its sum", "", lambda row: row.numbers[-1:]),
}
for _name, (_zh, _en, _words, _columns) in _CELLS.items():
    fault(
        _zh, _en, category="table-sum", also=("prose-table", "figure-conflict"), source="regulation.md §4.5", name=_name
    )(identity(_words, _columns))


def course(first: int) -> Body:
    """Make an injector that breaks the sum of one course of the table of reviews and lawsuits."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = [row for row in rows(sample, REVIEW) if len(row.numbers) == 15] if sample.regime != "2008" else []
        return change(sample, random, found[0], first + random.choice([0, 1, 2, 3, 4, 4])) if found else None

    return inject


for _name, _zh, _en, _first in (
    ("review_sum_wrong", "行政复议", "reviews", 0),
    ("suit_direct_sum_wrong", "未经复议直接起诉", "lawsuits without review", 5),
    ("suit_after_sum_wrong", "复议后起诉", "lawsuits after review", 10),
):
    fault(
        f"{_zh}总计不等于各项之和",
        f"the total of {_en} is not the sum",
        category="table-sum",
        also=("prose-table", "figure-conflict"),
        source="regulation.md §4.6",
        name=_name,
    )(course(_first))


def in_cell(words: list[str], keys: tuple[str, ...] = ("proactive", "applications", REVIEW)) -> Body:
    """Make an injector that puts words into a cell for a number."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = [row for key in keys for row in rows(sample, key)] if sample.regime != "2008" else []
        if not found:
            return None
        row, cell = random.choice(found), random.choice(words)
        places = row.numbers if cell.strip() else row.numbers[:-1]  # a line may not end with a blank
        return row.put(sample, random.choice(places), cell) if places else None

    return inject


for _name, _zh, _en, _list in (
    ("cell_blank", "单元格留空", "a blank cell", ["", " ", "　"]),
    ("cell_dash", "单元格填横线或斜线", "a dash in a cell", ["/", "—", "-", "——", "＼"]),
    ("cell_words", "单元格填文字", "words in a cell", ["无", "暂无", "同上", "未统计", "不详", "若干", "零"]),
    ("cell_with_unit", "单元格数字带单位", "a unit in a cell", ["2件", "3条", "1个", "12笔", "约10", "5 件"]),
    ("cell_negative", "单元格为负数", "a negative count", ["-1", "-5", "-15", "-185"]),
    ("cell_fraction", "件数为小数", "a count with decimals", ["2.5", "0.5", "13.7", "1.25"]),
):
    _keys = ("applications", REVIEW)
    fault(_zh, _en, category="table-cell", also=("table-sum",), source=SHAPES, name=_name)(in_cell(_list, _keys))


@fault(
    "万元栏填成元",
    "an amount in yuan where 10,000 yuan is the unit",
    category="table-cell",
    also=("outlier", "missing-unit"),
    source=f"{SHAPES}（984361元、152790元）",
)
def amount_in_yuan(sample: Sample, random: Random) -> Sample | None:
    """Put an amount in yuan into the row of charges."""
    found = (
        [row for row in rows(sample, "proactive") if "行政事业性收费" in row.label] if sample.regime == "2021" else []
    )
    if not found:
        return None
    amount = random.randint(100_000, 90_000_000)
    return found[0].put(
        sample,
        found[0].numbers[-1],
        random.choice([f"{amount}元", f"{amount}.00元", f"{amount}.{random.randint(10, 99)}元"]),
    )
