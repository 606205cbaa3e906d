"""Faults in the arithmetic of sentences: sums and counts of items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.registry import fault
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from tests.accuracy.model import Sample

LOGIC = "variability.md §8.2；算术"
COUNT = re.compile(r"(?<![\d.年月])(\d+)(?=[条件])")


def windows(sample: Sample) -> Iterator[tuple[edit.Slot, int, list[re.Match[str]]]]:
    """Give total and parts wherever counts in one or two sentences add up: the total comes first."""
    for slot in edit.prose(sample):
        found = list(COUNT.finditer(slot.read(sample)))
        for at, total in enumerate(found):
            for end in range(at + 3, min(at + 10, len(found)) + 1):
                parts = found[at + 1 : end]
                if (
                    int(total[0]) > 2
                    and sum(int(part[0]) for part in parts) == int(total[0])
                    and sum(int(p[0]) > 0 for p in parts) > 1
                ):
                    yield slot, at, found[at:end]
                    break


def swap_number(sample: Sample, slot: edit.Slot, match: re.Match[str], number: str) -> Sample:
    """Put another number in the place of one, marked."""
    text = slot.read(sample)
    return slot.write(sample, text[: match.start()] + edit.mark(number) + text[match.end() :])


def wrong_count(random: Random, number: int) -> int:
    """Give another number: off by little, digits swapped, a digit more or less."""
    digits = list(str(number))
    turned = int("".join([*digits[:-2], *reversed(digits[-2:])]))
    choices = [
        number + random.randint(1, 9),
        max(0, number - random.randint(1, 5)),
        turned,
        number * 10 + random.randint(0, 9),
        number // 10,
    ]
    return random.choice([one for one in choices if one != number and one > 0] or [number + 1])


@fault(
    "分项之和不等于总数（总数错）",
    "a total in a sentence that is not the sum of its parts",
    category="prose-sum",
    also=("prose-table", "figure-conflict"),
    source=LOGIC,
)
def sum_total_wrong(sample: Sample, random: Random) -> Sample | None:
    """Change the total; the marks span total and parts, for either may be wrong."""
    found = list(windows(sample))
    if not found:
        return None
    slot, _, numbers = random.choice(found)
    return swap_number(sample, slot, numbers[0], str(wrong_count(random, int(numbers[0][0]))))


@fault(
    "分项之和不等于总数（分项错）",
    "one part of a sum in a sentence is wrong",
    category="prose-sum",
    also=("prose-table", "figure-conflict"),
    source=LOGIC,
)
def sum_part_wrong(sample: Sample, random: Random) -> Sample | None:
    """Change one part."""
    found = list(windows(sample))
    if not found:
        return None
    slot, _, numbers = random.choice(found)
    match = random.choice(numbers[1:])
    return swap_number(sample, slot, match, str(wrong_count(random, int(match[0]))))


@fault(
    "宣布的项数与所列不符",
    "an announced number of items that is not what follows",
    category="prose-sum",
    also=("numbering", "figure-conflict", "declared-contents"),
    source="variability.md §4",
)
def announced_items_wrong(sample: Sample, random: Random) -> Sample | None:
    """Announce a number of aspects before an enumeration that has another."""
    found = []
    for slot in edit.prose(sample):
        runs = list(re.finditer(r"(?<![第同每任])([一二三四五六七八九])是", slot.read(sample)))
        if (
            len(runs) > 1
            and [numbering.numeral(run[1]) for run in runs] == list(range(1, len(runs) + 1))
            and runs[0].start() == 0
        ):
            found.append((slot, len(runs)))
    if not found:
        return None
    slot, count = random.choice(found)
    wrong = numbering.hanzi(count + random.choice([1, 1, 2, -1] if count > 2 else [1, 2]))
    lead = random.choice(
        [
            "主要做了以下«{}个方面»的工作：",
            "主要体现在«{}个方面»：",
            "重点抓了«{}项工作»：",
            "采取了«{}项措施»：",
            "工作中突出«{}个方面»：",
            "具体有以下«{}点»：",
        ]
    )
    return slot.write(
        sample, edit.adapt(sample, lead.format(wrong).replace("«", OPEN).replace("»", CLOSE)) + slot.read(sample)
    )
