"""Faults in the statutory tables that rules of their own speak of: cells of the first table, rows and values too many, another era."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.cells import FORMAT, REVIEW, SHAPES, requests, rows
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.shapes import reworded
from tests.accuracy.generator import tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.accuracy.faults.cells import Row
    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

PROACTIVE = "proactive"
DOCUMENTS = "规章|规范性文件"
DECISIONS = "行政许可|行政处罚|行政强制"


def disclosures(sample: Sample, words: str) -> list[Row]:
    """Give the rows of the table of information made public whose label matches."""
    of_table = [] if sample.regime == "2008" else rows(sample, PROACTIVE)
    return [row for row in of_table if re.search(words, row.label)]


def in_disclosures(cells: list[str]) -> Body:
    """Make an injector that puts words into a cell of the rows of documents."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = disclosures(sample, DOCUMENTS)
        if not found:
            return None
        row, cell = random.choice(found), random.choice(cells)
        return row.put(sample, random.choice(row.numbers if cell.strip() else row.numbers[:-1]), cell)

    return inject


for _name, _zh, _en, _cells in (
    ("blank", "留空", "a blank cell", ["", " ", "　"]),
    ("mark", "填横线或斜线", "a dash in a cell", ["/", "—", "-", "——", "＼", "无"]),
    ("words", "填文字", "words in a cell", ["暂无", "同上", "未统计", "不详", "若干"]),
    ("unit", "数字带单位", "a unit in a cell", ["2件", "3条", "1个", "5 件"]),
    ("negative", "为负数", "a negative count", ["-1", "-5", "-15"]),
    ("fraction", "为小数", "a count with decimals", ["2.5", "0.5", "13.7"]),
):
    fault(
        f"主动公开表单元格{_zh}",
        f"{_en} of the table of information made public",
        category="table-cell",
        also=("outlier", "prose-table"),
        source=SHAPES,
        name=f"proactive_{_name}",
    )(in_disclosures(_cells))


def number_in(words: str, at: int, regime: str, number: Callable[[list[int], Random], int]) -> Body:
    """Make an injector that puts a number into one cell, made of the numbers of its row."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = disclosures(sample, words) if sample.regime == regime else []
        if not found:
            return None
        row = random.choice(found)
        numbers = [int(row.cells[place]) for place in row.numbers]
        return row.put(sample, row.numbers[at], str(number(numbers, random)))

    return inject


fault(
    "本年制发大于现行有效与废止之和",
    "more documents made than are in force or repealed",
    category="outlier",
    also=("prose-table",),
    source=FORMAT,
    name="stock_below_flow",
)(number_in("规范性文件", 0, "2021", lambda row, random: row[1] + row[2] + random.randint(1, 30)))
fault(
    "新公开数量大于对外公开总数量",
    "more made public this year than in all",
    category="outlier",
    also=("prose-table",),
    source="regulation.md §3.1",
    name="disclosed_above_total",
)(number_in("规范性文件", 1, "2019", lambda row, random: row[2] + random.randint(1, 30)))


@fault(
    "无规章制定权的机关填有规章数",
    "regulations counted by an organ without that power",
    category="outlier",
    source="regulation.md §7（尼勒克县、汨罗市）",
)
def rules_without_power(sample: Sample, random: Random) -> Sample | None:
    """Count regulations in a county or a township."""
    found = disclosures(sample, "^规章") if sample.maker.tier in {"county", "township"} else []
    return found[0].put(sample, random.choice(found[0].numbers), str(random.randint(1, 9))) if found else None


@fault(
    "收费金额大得像以元为单位",
    "charges so large that they are in yuan",
    category="outlier",
    also=("table-cell", "missing-unit"),
    source=f"{SHAPES}（万元栏填元）",
)
def charges_large(sample: Sample, random: Random) -> Sample | None:
    """Put an amount into the row of charges that no county takes in 10,000 yuan."""
    found = disclosures(sample, "行政事业性收费") if sample.regime == "2021" else []
    if not found or sample.maker.tier not in {"county", "township"}:
        return None
    return found[0].put(sample, found[0].numbers[-1], str(random.randint(60_000, 9_000_000)))


@fault(
    "一个数值的行填了三个数",
    "three values in a row of one",
    category="table-shape",
    source="regulation.md §7（开平市水利局2025：行政处罚 2 / 0 / 0）",
)
def values_too_many(sample: Sample, random: Random) -> Sample | None:
    """Put two more values behind the one of a row of decisions."""
    slots = [slot for slot in edit.paragraphs(sample, PROACTIVE) if re.search(DECISIONS, slot.read(sample))]
    found = [slot for slot in slots if edit.is_row(slot.read(sample))]
    if sample.regime != "2021" or not found:
        return None
    slot = random.choice(found)
    line = slot.read(sample)
    label, value = re.findall(r"[^|\t]+", line)[:2]
    more = [edit.mark(str(random.randint(0, 9))) for _ in range(2)]
    cells = [label.strip(), value.strip(), *more]
    return slot.write(sample, f"| {' | '.join(cells)} |" if "|" in line else "\t".join(cells))


@fault(
    "办理结果多出一行",
    "a row of results that the format has not",
    category="table-shape",
    also=("table-sum",),
    source=f"{FORMAT}；regulation.md C33",
)
def row_too_many(sample: Sample, random: Random) -> Sample | None:
    """Put a reason of refusal below the last one, with zeros."""
    found = requests(sample, "行政查询事项")
    if not found:
        return None
    words = random.choice(["9.属于其他情形", "9.涉及工作秘密", "9.属于历史遗留问题", "9.属于商业秘密"])
    row = found[0]
    first = row.numbers[0]
    cells = [words if "查询" in cell else cell for cell in row.cells[:first]]
    return row.slot.write(sample, row.slot.read(sample), edit.mark(row.printed((*cells, *["0"] * len(row.numbers)))))


@fault(
    "复议诉讼表多出一个数",
    "a value too many in the table of reviews and lawsuits",
    category="table-shape",
    source=f"{FORMAT}；regulation.md C33",
)
def review_value_too_many(sample: Sample, random: Random) -> Sample | None:
    """Put a sixteenth value behind fifteen."""
    found = [row for row in rows(sample, REVIEW) if len(row.numbers) == 15] if sample.regime != "2008" else []
    if not found:
        return None
    return found[0].slot.write(sample, found[0].printed((*found[0].cells, edit.mark(str(random.randint(0, 20))))))


@fault(
    "复议诉讼表缺少复议后起诉各栏",
    "the columns of lawsuits after review are missing",
    category="table-shape",
    also=("table-sum", "prose-table"),
    source=FORMAT,
)
def review_course_missing(sample: Sample, random: Random) -> Sample | None:
    """Take the last course out of every row; its heads and values are the last of each."""
    del random
    slots = [slot for slot in edit.paragraphs(sample, REVIEW) if edit.is_row(slot.read(sample))]
    if sample.regime == "2008" or len(slots) != 4:
        return None
    for slot in slots:
        line = slot.read(sample)
        cells = [cell.strip() for cell in (line.strip("|").split("|") if "|" in line else line.split("\t"))]
        kept = cells[: -{15: 5, 10: 5, 7: 1}[len(cells)]] if len(cells) > 2 else cells
        marked = [edit.mark(cell) if cell else cell for cell in kept]
        sample = slot.write(sample, f"| {' | '.join(marked)} |" if "|" in line else "\t".join(marked))
    return sample


@fault(
    "主动公开表整张是另一时期的",
    "the whole table of information made public is that of the other era",
    category="table-shape",
    also=("legal-basis", "prose-table"),
    source="regulation.md §7（佳县螅镇2022、汨罗市教育体育局2021）",
)
def proactive_table_of_other_era(sample: Sample, random: Random) -> Sample | None:
    """Print the table of the other format in its place."""
    index = edit.find_part(sample, PROACTIVE)
    if sample.regime == "2008" or index is None:
        return None
    kept = [line for line in sample.parts[index].paragraphs if not edit.is_row(line) and "二十条" not in line]
    other = "2019" if sample.regime == "2021" else "2021"
    zeros = dict.fromkeys(("a", "b", "c", "previous", "change", "decisions", "items", "amount"), "0")
    keys = ("rules", "normative", "permits", "other_services", "penalties", "coercion", "charges", "procurement")
    printing = tables.Print(random.choice(["|", "\t"]), random.choice(["repeat", "blank"]))
    lines = tables.proactive(printing, other, dict.fromkeys(keys, zeros))
    return edit.replace_part(sample, index, paragraphs=(*kept, *map(edit.mark, lines)))


@fault(
    "三张表的数字都连写",
    "the numbers of all tables run together",
    category="table-shape",
    source=f"{SHAPES}（整表连写无分隔）",
)
def numbers_run_together(sample: Sample, random: Random) -> Sample | None:
    """Leave out what sets cells off."""
    del random
    if sample.regime == "2008":
        return None
    parts = [replace(part, paragraphs=tuple(_run_together(line) for line in part.paragraphs)) for part in sample.parts]
    return replace(sample, parts=tuple(parts))


def _run_together(line: str) -> str:
    return edit.mark("".join(re.split(r"[|\t ]+", line))) if edit.is_row(line) else line


@fault(
    "表格栏目名改用别的说法",
    "a label in other words",
    category="table-shape",
    also=("typo",),
    source=SHAPES,
)
def label_reworded(sample: Sample, random: Random) -> Sample | None:
    """Word a label otherwise."""
    words = {
        "本年制发件数": ["本年度制发数", "本年制定件数"],
        "本年处理决定数量": ["处理决定数量", "本年处理决定件数"],
        "社会公益组织": ["社会公益机构", "公益性组织"],
        "法律服务机构": ["法律服务组织"],
        "（一）予以公开": ["（一）同意公开"],
        "2.重复申请": ["2.重复提出申请"],
        "四、结转下年度继续办理": ["四、结转至下年度办理", "四、结转到下一年度"],
        "结果维持": ["维持结果", "维持"],
        "结果纠正": ["纠正结果", "纠错"],
        "尚未审结": ["未审结"],
    }
    return reworded(sample, random, words, (PROACTIVE, "applications", REVIEW))
