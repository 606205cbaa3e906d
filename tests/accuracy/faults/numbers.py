"""Faults in the numbers of headings and of enumerations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

SUB = re.compile(r"^([（(])([一二三四五六七八九十]+)([）)])")
ITEM = re.compile(r"(?<![第同每统任万])([一二三四五六七八九十]+)是")


def reset(sample: Sample, at: int, number: int) -> Sample | None:
    """Give one part a wrong number, marked."""
    heading = sample.parts[at].heading
    match = numbering.NUMBER.match(heading)
    if match is None or number < 1:
        return None
    wrong = numbering.written(number, match[2])
    return edit.replace_part(sample, at, heading=match[1] + edit.mark(wrong) + heading[match.end(2) :])


@fault("一级标题编号重复", "the number of a part repeated", category="numbering", source="variability.md §4")
def part_number_repeated(sample: Sample, random: Random) -> Sample | None:
    """Give a part the number of the one before."""
    at = random.randrange(1, len(sample.parts))
    return reset(sample, at, numbering.number_of(sample.parts[at - 1].heading) or 0)


@fault("一级标题编号跳号", "a number of a part skipped", category="numbering", source="variability.md §4")
def part_number_skipped(sample: Sample, random: Random) -> Sample | None:
    """Number a part and all after it one too high."""
    at = random.randrange(1, len(sample.parts))
    for later in range(len(sample.parts) - 1, at, -1):
        number = numbering.number_of(sample.parts[later].heading)
        if number:
            heading = numbering.with_number(sample.parts[later].heading, number + 1)
            sample = edit.replace_part(sample, later, heading=heading)
    return reset(sample, at, (numbering.number_of(sample.parts[at].heading) or -1) + 1)


@fault("一级标题编号错", "a part with a wrong number", category="numbering", source="variability.md §4")
def part_number_wrong(sample: Sample, random: Random) -> Sample | None:
    """Give one part a number out of the row."""
    at = random.randrange(1, len(sample.parts))
    right = numbering.number_of(sample.parts[at].heading)
    if right is None:
        return None
    return reset(sample, at, random.choice([n for n in range(1, len(sample.parts) + 4) if abs(n - right) > 1]))


def runs(sample: Sample) -> list[list[edit.Slot]]:
    """Give the sub-headings （一）（二）… of each part, run by run."""
    found: list[list[edit.Slot]] = []
    for slot in edit.paragraphs(sample):
        match = SUB.match(slot.read(sample))
        if match and match[2] == "一":
            found.append([slot])
        elif match and found and found[-1][0].part == slot.part:
            found[-1].append(slot)
    return found


def restyle(sample: Sample, slot: edit.Slot, number: int, *, marked: bool) -> Sample:
    """Give one sub-heading another number."""
    text = slot.read(sample)
    match = SUB.match(text)
    if match is None:
        return sample
    head = match[1] + numbering.hanzi(number) + match[3]
    return slot.write(sample, (edit.mark(head) if marked else head) + text[match.end() :])


@fault(
    "二级标题编号重复",
    "the number of a sub-heading repeated",
    category="numbering",
    source="variability.md §4（(六)(六)）",
)
def sub_number_repeated(sample: Sample, random: Random) -> Sample | None:
    """Give a sub-heading the number of the one before."""
    found = [run for run in runs(sample) if len(run) > 1]
    if not found:
        return None
    run = random.choice(found)
    at = random.randrange(1, len(run))
    return restyle(sample, run[at], at, marked=True)


@fault(
    "二级标题编号跳号",
    "a number of a sub-heading skipped",
    category="numbering",
    source="variability.md §4（一…一…三）",
)
def sub_number_skipped(sample: Sample, random: Random) -> Sample | None:
    """Number a sub-heading and all after it one too high."""
    found = [run for run in runs(sample) if len(run) > 2]
    if not found:
        return None
    run = random.choice(found)
    at = random.randrange(1, len(run))
    for later in range(at, len(run)):
        sample = restyle(sample, run[later], later + 2, marked=later == at)
    return sample


@fault("只有孤零零一个（一）", "a lone （一） with no （二）", category="numbering", source="variability.md §4")
def sub_number_lone(sample: Sample, random: Random) -> Sample | None:
    """Put （一） before the only paragraph of a part."""
    if sample.style == "glued" or any(re.match(r"[（(]", part.heading) for part in sample.parts):
        return None  # below parts that are themselves numbered so, it is a part whose number is wrong
    found = [
        slot
        for slot in edit.prose(sample)
        if len(sample.parts[slot.part].paragraphs) == 1
        and len(slot.read(sample)) > 20
        and not ITEM.search(slot.read(sample))
        and not re.match(r"[（(\d一二三四五六七八九十]", slot.read(sample))
    ]
    if not found:
        return None
    slot = random.choice(found)
    lead = random.choice(["基本情况。", "有关情况。", "总的情况。", ""])
    return slot.write(sample, edit.mark(random.choice(["（一）", "(一)"])) + lead + slot.read(sample))


def items(text: str) -> list[list[re.Match[str]]]:
    """Give the enumerations 一是…二是… of a paragraph."""
    found: list[list[re.Match[str]]] = []
    for match in ITEM.finditer(text):
        if match[1] == "一":
            found.append([match])
        elif found and numbering.numeral(match[1]) == len(found[-1]) + 1:
            found[-1].append(match)
    return [run for run in found if len(run) > 1]


def enumerations(sample: Sample, least: int) -> list[tuple[edit.Slot, list[re.Match[str]]]]:
    """Give the enumerations of a sample that have so many items."""
    return [(slot, run) for slot in edit.prose(sample) for run in items(slot.read(sample)) if len(run) >= least]


def rewrite(sample: Sample, slot: edit.Slot, words: dict[re.Match[str], str]) -> Sample:
    """Put other words in the place of several matches of one paragraph."""
    text = slot.read(sample)
    for match in sorted(words, key=lambda m: -m.start()):
        text = text[: match.start()] + words[match] + text[match.end() :]
    return slot.write(sample, text)


@fault("“一是”之后直接“三是”", "an enumeration that skips a number", category="numbering", source="variability.md §4")
def enumeration_gap(sample: Sample, random: Random) -> Sample | None:
    """Number an item and all after it one too high."""
    found = enumerations(sample, 2)
    if not found:
        return None
    slot, run = random.choice(found)
    at = random.randrange(1, len(run))
    words = {run[i]: f"{numbering.hanzi(i + 2)}是" for i in range(at, len(run))}
    return rewrite(sample, slot, words | {run[at]: edit.mark(words[run[at]])})


@fault(
    "列举编号重复（二是…二是）",
    "an enumeration that repeats a number",
    category="numbering",
    source="variability.md §4（一是…三是…三是）",
)
def enumeration_repeat(sample: Sample, random: Random) -> Sample | None:
    """Give an item the number of the one before."""
    found = enumerations(sample, 3)
    if not found:
        return None
    slot, run = random.choice(found)
    at = random.randrange(1, len(run))
    return rewrite(sample, slot, {run[at]: edit.mark(f"{numbering.hanzi(at)}是")})


@fault(
    "列举从“二是”开始",
    "an enumeration that begins with 二是",
    category="numbering",
    source="variability.md §4（直接“二是”）",
)
def enumeration_headless(sample: Sample, random: Random) -> Sample | None:
    """Take the first number away."""
    found = [
        (slot, run)
        for slot, run in enumerations(sample, 2)
        if slot.read(sample)[: run[0].start()].endswith(("：", "。", "；", ":", ";"))
    ]
    if not found:
        return None
    slot, run = random.choice(found)
    return rewrite(sample, slot, {run[0]: "", run[1]: edit.mark(run[1][0])})
