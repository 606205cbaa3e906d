"""Parts that are told only inside another one and sub-headings with nothing behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.drawn import pool
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

OLD_LAW = "regulation.md §2.1 第三十二条；variability.md §4"
NAMES = {
    "applications": ("依申请公开", "applications"),
    "fees": ("收费及减免", "fees"),
    "review_litigation": ("复议诉讼", "review and litigation"),
}
ITEM = re.compile(r"^[（(]([一二三四五六七八九十]+)[）)]")
PROSE = frozenset({"overview", "proactive", "applications"})
# Below 概述 all may have sub-headings, below 依申请公开 fees and reviews may: no reviewer names that.
NO_UMBRELLA = frozenset({"proactive"})
SUBHEADING = re.compile(r"^([（(][一二三四五六七八九十]+[）)][^。，,：:]{2,24})(?:。.+)?$")


def hosts(sample: Sample, key: str, holding: frozenset[str]) -> list[int]:
    """Give the parts that may hold another one: they end in prose and do not hold it yet."""
    return [
        index
        for index, part in enumerate(sample.parts)
        if set(part.keys) & holding
        and key not in part.keys
        and part.paragraphs
        and part.paragraphs[-1].endswith("。")
        and edit.is_prose(part.paragraphs[-1])
    ]


def moved(key: str, *, headed: bool) -> Body:
    """Make an injector that moves a part into another one, below a sub-heading or behind its last sentence."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        own = {key, "non_disclosure"} if key == "applications" else {key}
        index = next((i for i, part in enumerate(sample.parts) if key in part.keys and {*part.keys} <= own), None)
        if sample.regime != "2008" or index is None or not all(map(edit.is_prose, sample.parts[index].paragraphs)):
            return None
        part = sample.parts[index]
        shorter = numbering.without_part(sample, index)
        if shorter is None or not (found := hosts(shorter, key, NO_UMBRELLA if headed else PROSE)):
            return None
        host = random.choice(found)
        before = shorter.parts[host].paragraphs
        if headed:
            title = edit.mark(subheading(before, random.choice(pool("subheadings")[key])))
            lines: tuple[str, ...] = (*before, title, *part.paragraphs)
        else:
            lines = (*before[:-1], before[-1] + edit.mark("".join(part.paragraphs)))
        return edit.replace_part(shorter, host, paragraphs=lines)

    return inject


def subheading(lines: tuple[str, ...], name: str) -> str:
    """Write a sub-heading with the next number, where the part numbers its paragraphs."""
    numbers = [match for line in lines if (match := ITEM.match(line))]
    if not numbers:
        return name
    left, right = numbers[-1][0][0], numbers[-1][0][-1]
    return f"{left}{numbering.hanzi(numbering.numeral(numbers[-1][1]) + 1)}{right}{name}"


for _key, (_zh, _en) in NAMES.items():
    fault(
        f"旧制报告的“{_zh}”只在别的部分中一句带过",
        f"{_en} told only in sentences of another part (old era)",
        category="misplaced-section",
        about=_key,
        source=OLD_LAW,
        name=f"old_{_key}_in_sentence",
    )(moved(_key, headed=False))
    fault(
        f"旧制报告的“{_zh}”只是别的部分的小标题",
        f"{_en} only below a sub-heading of another part (old era)",
        category="misplaced-section",
        about=_key,
        source=OLD_LAW,
        name=f"old_{_key}_in_subheading",
    )(moved(_key, headed=True))


@fault(
    "总体情况中有小标题而无内容",
    "a sub-heading of the overview with nothing behind",
    category="empty-section",
    also=("missing-topic",),
    source="regulation.md §4.2",
)
def aspect_empty(sample: Sample, random: Random) -> Sample | None:
    """Take away what stands behind one sub-heading of the overview."""
    index = edit.find_part(sample, "overview")
    if sample.regime == "2008" or index is None:
        return None
    lines = sample.parts[index].paragraphs
    at = [i for i, line in enumerate(lines) if SUBHEADING.match(line)]
    if len(at) < 3:
        return None
    chosen = random.randrange(len(at))
    start, end = at[chosen], [*at[1:], len(lines)][chosen]
    match = SUBHEADING.match(lines[start])
    if match is None:
        return None
    return edit.replace_part(sample, index, paragraphs=(*lines[:start], edit.mark(match[1]), *lines[end:]))
