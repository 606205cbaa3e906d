"""Faults in the parts themselves: order, emptiness, headings, and the list that announces them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import Part

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample


def marked_heading(sample: Sample, index: int, name: str) -> Sample:
    """Give a part another heading behind its number, marked."""
    heading = sample.parts[index].heading
    return edit.replace_part(sample, index, heading=heading.replace(numbering.bare(heading), edit.mark(name)))


@fault(
    "相邻两部分对调",
    "two parts in the wrong order",
    category="section-order",
    source="regulation.md §4.3",
    also=("declared-contents",),
)
def parts_swapped(sample: Sample, random: Random) -> Sample | None:
    """Swap two mandatory parts, numbers and announced list included."""
    if sample.regime == "2008":
        return None
    at = random.randrange(len(sample.parts) - 1)
    first, second = sample.parts[at : at + 2]
    parts = (*sample.parts[:at], second, first, *sample.parts[at + 2 :])
    swapped = numbering.renumber(replace(sample, parts=parts))
    slot = numbering.announcement(swapped)
    if slot:
        names = [numbering.bare(part.heading) for part in (first, second)]
        text = slot.read(swapped).replace(names[0], "\0").replace(names[1], names[0]).replace("\0", names[1])
        swapped = slot.write(swapped, text)
    for index in (at, at + 1):
        swapped = marked_heading(swapped, index, numbering.bare(swapped.parts[index].heading))
    return swapped


def without_tables(sample: Sample, *keys: str) -> list[int]:
    """Give the parts that hold one of the keys and no table."""
    return [
        index
        for index, part in enumerate(sample.parts)
        if set(part.keys) & set(keys)
        and all(edit.is_prose(line) or len(line) < 40 for line in part.paragraphs[:3])
        and not any("|" in line or "\t" in line for line in part.paragraphs)
    ]


@fault(
    "一部分只有标题没有内容",
    "a part with a heading and nothing below",
    category="empty-section",
    also=("missing-topic", "missing-section"),
    source="regulation.md §2.1 第三十二条；§4.7",
)
def part_empty(sample: Sample, random: Random) -> Sample | None:
    """Take all paragraphs out of a part."""
    found = without_tables(
        sample,
        "fees",
        "non_disclosure",
        "applications",
        "review_litigation",
        "problems",
        "improvements",
        "other_matters",
    )
    if not found:
        return None
    index = random.choice(found)
    emptied = edit.replace_part(sample, index, paragraphs=())
    return marked_heading(emptied, index, numbering.bare(sample.parts[index].heading))


@fault(
    "问题及改进部分只写“无”",
    "the part on problems says only that there are none",
    category="empty-section",
    also=("missing-topic", "missing-section"),
    source="regulation.md §4.7",
)
def problems_say_none(sample: Sample, random: Random) -> Sample | None:
    """Leave one word in the part on problems."""
    index = edit.find_part(sample, "problems")
    if index is None:
        return None
    words = random.choice(wordings("fault_headings")["empty_problems"])
    return edit.replace_part(sample, index, paragraphs=(edit.mark(words),))


@fault(
    "标题写成别的名称",
    "a heading that names something else",
    category="heading-wording",
    also=("missing-section", "declared-contents"),
    source="regulation.md §4.3；variability.md §4",
)
def heading_odd(sample: Sample, random: Random) -> Sample | None:
    """Give a part of the national format a name of its own, in the announced list as well."""
    index = random.randrange(len(sample.parts))
    choices = [name for key in sample.parts[index].keys[:1] for name in wordings("fault_headings")["odd"].get(key, ())]
    if sample.regime == "2008" or not choices:
        return None
    name, old = random.choice(choices), numbering.bare(sample.parts[index].heading)
    slot = numbering.announcement(sample)
    if slot:
        sample = slot.write(sample, slot.read(sample).replace(old, name))
    return marked_heading(sample, index, name)


@fault(
    "标题有一个错字或衍字",
    "a heading with one wrong character",
    category="heading-wording",
    also=("typo", "declared-contents"),
    source="variability.md §4（行政法复议）",
)
def heading_slip(sample: Sample, random: Random) -> Sample | None:
    """Put a wrong character into one word of a heading."""
    slips = dict(wordings("fault_headings")["slips"])
    pattern = "|".join(slips)
    return edit.substitute(sample, random, pattern, lambda m: random.choice(slips[m[0]]), edit.headings(sample))


@fault(
    "新格式报告沿用旧制标题",
    "a heading of the other era in a report of the six-part format",
    category="heading-wording",
    also=("missing-section", "declared-contents", "legal-basis", "numbering"),
    source="regulation.md §1、§4.3",
)
def heading_of_other_era(sample: Sample, random: Random) -> Sample | None:
    """Name part three as the old law did."""
    index = edit.find_part(sample, "applications")
    if sample.regime == "2008" or index is None:
        return None
    name, old = (
        random.choice(wordings("fault_headings")["other_era"]["new"]),
        numbering.bare(sample.parts[index].heading),
    )
    slot = numbering.announcement(sample)
    if slot:
        sample = slot.write(sample, slot.read(sample).replace(old, name))
    return marked_heading(sample, index, name)


@fault(
    "新格式报告保留收费及减免部分",
    "a part on fees and waivers, which the new law does not know",
    category="heading-wording",
    also=("legal-basis", "section-order", "declared-contents", "numbering"),
    source="regulation.md §2.1、§2.2 第四十二条",
)
def fee_part_in_new_era(sample: Sample, random: Random) -> Sample | None:
    """Put the old part on fees before that on review and litigation, number and list included."""
    at = edit.find_part(sample, "review_litigation")
    if sample.regime == "2008" or at is None or numbering.announcement(sample):
        return None
    like = sample.parts[at].heading
    name = edit.mark(random.choice(["政府信息公开的收费及减免情况", "收费及减免情况", "政府信息公开收费和减免情况"]))
    words = random.choice(
        ["{}年未收取检索、复制、邮寄等费用。", "{}年无收费，也没有减免情况。", "{}年没有因政府信息公开收取费用。"]
    )
    part = Part((), like.replace(numbering.bare(like), name), (words.format(sample.year),))
    return numbering.renumber(edit.insert_part(sample, at, part))


@fault(
    "宣布的部分数与实际不符",
    "the announced number of parts is wrong",
    category="declared-contents",
    also=("numbering",),
    source="variability.md §4",
)
def announced_count_wrong(sample: Sample, random: Random) -> Sample | None:
    """Change the number in “由…等六部分组成”."""
    step = random.choice([-2, -1, 1, 2])
    pattern = numbering.COUNT.pattern
    return edit.substitute(
        sample,
        random,
        pattern,
        lambda m: numbering.written(numbering.numeral(m[1]) + step, m[1]),
        edit.introduction(sample),
    )


@fault(
    "宣布了不存在的部分",
    "an announced part that does not exist",
    category="declared-contents",
    also=("missing-section",),
    source="variability.md §4",
)
def announced_part_absent(sample: Sample, random: Random) -> Sample | None:
    """Add an item to the announced list and count it."""
    slot = numbering.announcement(sample)
    if slot is None:
        return None
    text = slot.read(sample)
    name = random.choice([one for one in wordings("fault_headings")["extra_parts"] if one not in text])
    after = numbering.bare(random.choice(sample.parts[:-1]).heading)
    changed = re.sub(
        rf"{re.escape(after)}(?=、)", lambda m: f"{m[0]}、{edit.mark(name)}", numbering.counted(text, 1), count=1
    )
    return slot.write(sample, changed) if name in changed else None


@fault(
    "有一部分未列入宣布的目录",
    "a heading that the announced list leaves out",
    category="declared-contents",
    also=("numbering",),
    source="variability.md §4",
)
def heading_not_announced(sample: Sample, random: Random) -> Sample | None:
    """Take an item out of the announced list; the part stays."""
    index = random.randrange(len(sample.parts))
    name = numbering.bare(sample.parts[index].heading)
    shorter = numbering.unannounce(sample, name)
    return None if shorter is None or shorter == sample else marked_heading(shorter, index, name)


@fault(
    "允诺的附表没有附上",
    "a promised table is not there",
    category="missing-table",
    also=("declared-contents", "missing-section"),
    about="statistics",
    source="variability.md §5；regulation.md §5",
)
def promised_table_absent(sample: Sample, random: Random) -> Sample | None:
    """Promise a table in a report that has none."""
    if (
        sample.regime != "2008"
        or re.search(r"附表|附件|统计表|下表|附后", sample.text())
        or any("|" in line or "\t" in line for part in sample.parts for line in part.paragraphs)
    ):
        return None
    return edit.add_sentence(
        sample,
        random,
        edit.mark(random.choice(wordings("fault_headings")["promised"])),
        "overview",
        "proactive",
        "applications",
        "other_matters",
    )
