"""Faults in the shape of tables: labels, rows and tables that are not those of the format."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.cells import FORMAT, REVIEW, SHAPES, requests, rows
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.cells import Row
    from tests.accuracy.model import Sample


def reworded(sample: Sample, random: Random, words: dict[str, list[str]], keys: tuple[str, ...]) -> Sample | None:
    """Put other words in the place of a label, in all cells of its row that repeat it."""
    found = [
        (slot, old)
        for slot in edit.paragraphs(sample, *keys)
        for old in words
        if edit.is_row(slot.read(sample)) and old in slot.read(sample)
    ]
    if sample.regime == "2008" or not found:
        return None
    slot, old = random.choice(found)
    return slot.write(sample, slot.read(sample).replace(old, edit.mark(random.choice(words[old]))))


@fault(
    "表格栏目名有错字或丢字",
    "a label with a wrong or a lost character",
    category="table-shape",
    also=("typo",),
    source=f"{SHAPES}（废纸件数、先行有效、处理绝对数量）",
)
def label_slip(sample: Sample, random: Random) -> Sample | None:
    """Spoil a label of a table."""
    words = {
        "本年废止件数": ["本年废纸件数", "本年废止件"],
        "现行有效件数": ["先行有效件数", "现有效件数"],
        "本年处理决定数量": ["本年处理绝对数量", "本年处理决数量"],
        "勾稽关系": ["钩稽关系", "勾稽系"],
        "商业企业": ["商业业", "商企业"],
        "科研机构": ["科研构", "科研机沟"],
        "社会公益组织": ["社会公组织", "社会益组织"],
        "法律服务机构": ["法律服机构", "法津服务机构"],
        "结果维持": ["结果维特", "果维持"],
        "尚未审结": ["尚末审结", "尚审结"],
        "结果纠正": ["结果纠止", "结果纠"],
        "上年结转": ["上年结传", "年结转"],
        "属于国家秘密": ["属于国家密秘", "属国家秘密"],
        "本机关不掌握": ["本机关不掌据", "本机不掌握"],
    }
    return reworded(sample, random, words, ("proactive", "applications", REVIEW))


@fault(
    "主动公开表用了另一时期的栏目",
    "labels of the other era's table",
    category="table-shape",
    also=("legal-basis",),
    source="regulation.md §3.1、§4.4；variability.md §5",
    about="proactive",
)
def table_of_other_era(sample: Sample, random: Random) -> Sample | None:
    """Replace the header of the first block of the table by that of the other era."""
    eras = {
        "2021": ("本年制发件数", "本年废止件数", "现行有效件数"),
        "2019": ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
    }
    if sample.regime not in eras:
        return None
    old, new = eras[sample.regime], eras["2019" if sample.regime == "2021" else "2021"]
    del random
    for slot in edit.paragraphs(sample, "proactive"):
        line = slot.read(sample)
        if old[0] in line and edit.is_row(line):
            for before, after in zip(old, new, strict=True):
                line = line.replace(before, edit.mark(after))
            return slot.write(sample, line)
    return None


def without_row(found: list[Row], sample: Sample, random: Random) -> Sample | None:
    """Take out one of these rows that holds zeros alone; the row below is marked."""
    zeros = [row for row in found if all(row.cells[at] == "0" for at in row.numbers)]
    merged_first = [row for row in zeros if len(row.cells) - len(row.numbers) == 1 or "三、" not in row.label]
    if sample.regime == "2008" or not merged_first:
        return None
    row = random.choice(merged_first)
    below = replace(row.slot, index=row.slot.index + 1)
    if below not in list(edit.paragraphs(sample)):
        return None
    line = below.read(sample)
    return row.slot.write(below.write(sample, edit.mark(line)))


@fault(
    "主动公开表缺行",
    "a row of the table of information made public is missing",
    category="table-shape",
    also=("prose-table",),
    source=f"{SHAPES}（整行缺规章）",
    about="proactive",
)
def row_missing(sample: Sample, random: Random) -> Sample | None:
    """Take out a row of documents."""
    return without_row(rows(sample, "proactive")[:2], sample, random)


@fault(
    "申请情况表缺行",
    "a row of the table of applications is missing",
    category="table-shape",
    also=("table-sum", "prose-table"),
    source=f"{SHAPES}（整行缺规章）",
    about="applications",
)
def request_row_missing(sample: Sample, random: Random) -> Sample | None:
    """Take out a row of results."""
    return without_row(requests(sample, "国家秘密|第三方|出版物|补正后|查询事项"), sample, random)


@fault(
    "申请情况表缺失",
    "the table of applications is missing",
    category="missing-table",
    also=("empty-section", "missing-topic", "missing-section"),
    source=FORMAT,
    about="applications",
)
def applications_table_missing(sample: Sample, random: Random) -> Sample | None:
    """Take a table out and leave a sentence."""
    return without_table(sample, random, "applications", "本年度政府信息公开申请均按规定办理。")


@fault(
    "复议诉讼表缺失",
    "the table of reviews and lawsuits is missing",
    category="missing-table",
    also=("empty-section", "missing-topic", "missing-section"),
    source=FORMAT,
    about=REVIEW,
)
def review_table_missing(sample: Sample, random: Random) -> Sample | None:
    """Take the table out and leave a sentence."""
    return without_table(sample, random, REVIEW, "行政复议、行政诉讼工作依法开展。")


@fault(
    "主动公开表缺失",
    "the table of information made public is missing",
    category="missing-table",
    also=("empty-section", "missing-topic", "missing-section"),
    source=FORMAT,
    about="proactive",
)
def proactive_table_missing(sample: Sample, random: Random) -> Sample | None:
    """Take the table out and leave a sentence."""
    return without_table(sample, random, "proactive", "本年度主动公开工作按规定开展。")


def without_table(sample: Sample, random: Random, key: str, sentence: str) -> Sample | None:
    """Take the rows out of a part."""
    del random
    index = edit.find_part(sample, key)
    if sample.regime == "2008" or index is None:
        return None
    kept = tuple(
        line for line in sample.parts[index].paragraphs if not edit.is_row(line) and not re.search(r"下表|如下", line)
    )
    return edit.replace_part(sample, index, paragraphs=kept or (edit.adapt(sample, sentence),))
