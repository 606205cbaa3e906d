"""Faults between what the introduction announces and the parts that follow."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.drawn import draw, filled, pool
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

LISTED = "variability.md §4"
TABLES = re.compile(r"附表|附件|统计表|报表|下表|附后|所附")
GONE = {
    "proactive": ("主动公开", "proactive disclosure"),
    "applications": ("申请办理", "applications"),
    "fees": ("收费及减免", "fees and waivers"),
    "review_litigation": ("复议诉讼", "review and litigation"),
    "problems": ("问题及改进", "problems and improvements"),
    "other_matters": ("其他事项", "other matters"),
}
TABLED = ("proactive", "applications", "review_litigation")


def announce(sample: Sample, words: str) -> Sample | None:
    """Put a sentence behind a paragraph of the introduction."""
    slots = [slot for slot in edit.introduction(sample) if slot.read(sample).endswith("。")]
    if not slots:
        return None
    slot = slots[0]
    return slot.write(sample, slot.read(sample) + edit.adapt(sample, words))


def has_tables(sample: Sample) -> bool:
    """Tell whether a report has or names a table."""
    return bool(TABLES.search(sample.text())) or any(edit.is_row(slot.read(sample)) for slot in edit.paragraphs(sample))


@fault(
    "只说部分数而数目不符",
    "a number of parts, without a list, that is not that of the headings",
    category="declared-contents",
    source=f"{LISTED}（“五個部分”标到六）",
)
def count_alone_wrong(sample: Sample, random: Random) -> Sample | None:
    """Announce a number of parts that is too low or too high."""
    if numbering.announcement(sample) or re.search(r"部分(组成|[：:。，,])", "".join(sample.introduction)):
        return None
    # A table behind the signature may be counted as one more part.
    steps = [-2, -1] if list(edit.attached(sample)) else [-2, -1, 1, 2]
    number = len(sample.parts) + random.choice(steps)
    written = numbering.hanzi(number) if random.random() < 0.8 else str(number)
    return announce(sample, draw(sample, random, "count_alone", n=written))


def announced_part_gone(key: str) -> Body:
    """Make an injector that takes out a mandatory part and leaves it in the list, marked there."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        del random
        allowed = {"applications": {"applications", "non_disclosure"}, "problems": {"problems", "improvements"}}
        index = next(
            (i for i, part in enumerate(sample.parts) if key in part.keys and {*part.keys} <= allowed.get(key, {key})),
            None,
        )
        slot = numbering.announcement(sample)
        if index is None or slot is None:
            return None
        name, text = numbering.bare(sample.parts[index].heading), slot.read(sample)
        if text.count(name) != 1:
            return None
        return numbering.renumber(slot.write(sample, text.replace(name, edit.mark(name))).with_part(index, None))

    return inject


for _key, (_zh, _en) in GONE.items():
    fault(
        f"宣布了“{_zh}”部分而正文没有",
        f"the announced part on {_en} is not there",
        category="declared-contents",
        also=("missing-section", "missing-topic", *(("missing-table",) if _key in TABLED else ())),
        about=_key,
        source=f"{LISTED}；regulation.md §2.1 第三十二条、§4.3",
        name=f"announced_{_key}_gone",
    )(announced_part_gone(_key))


@fault(
    "旧制报告各部分次序与宣布的不同",
    "parts of the old era in another order than announced",
    category="declared-contents",
    source=f"{LISTED}（引言列旧章、正文用新章）",
)
def order_not_as_announced(sample: Sample, random: Random) -> Sample | None:
    """Swap two parts and number them anew; the list stays."""
    slot = numbering.announcement(sample)
    if sample.regime != "2008" or slot is None or len(sample.parts) < 5:
        return None
    first, second = sorted(random.sample(range(1, len(sample.parts)), 2))
    names = [numbering.bare(sample.parts[at].heading) for at in (first, second)]
    if any(slot.read(sample).count(name) != 1 for name in names):
        return None
    parts = list(sample.parts)
    parts[first], parts[second] = parts[second], parts[first]
    swapped = numbering.renumber(replace(sample, parts=tuple(parts)))
    for name, at in zip(names, (second, first), strict=True):
        heading = swapped.parts[at].heading.replace(name, edit.mark(name))
        swapped = edit.replace_part(swapped, at, heading=heading)
        swapped = slot.write(swapped, slot.read(swapped).replace(name, edit.mark(name)))
    return swapped


@fault(
    "引言允诺的统计表没有附上",
    "a statistical table promised in the introduction and not there",
    category="declared-contents",
    also=("missing-table",),
    source="variability.md §5；regulation.md §5",
)
def table_promised_at_the_head(sample: Sample, random: Random) -> Sample | None:
    """Promise a table at the head of a report of the old era that has none."""
    if sample.regime != "2008" or has_tables(sample) or list(edit.attached(sample)):
        return None
    return announce(sample, draw(sample, random, "table_promised"))


@fault(
    "新格式仍写“并附相关说明和指标统计表”",
    "the old phrase of an attached table in the six-part format",
    category="declared-contents",
    also=("missing-table",),
    source="regulation.md §8.1（相关说明和指标统计表）、§4.3",
)
def old_phrase_of_tables(sample: Sample, random: Random) -> Sample | None:
    """Promise notes and tables behind the six parts, which have them inside."""
    if sample.regime == "2008" or list(edit.attached(sample)):
        return None
    words = filled(random.choice(pool("old_phrase")), sample)
    slot = numbering.announcement(sample)
    if slot is None:
        return announce(sample, random.choice(pool("old_phrase_alone")).format(words))
    said = edit.adapt(sample, f"，{words}")
    text = re.sub(r"部分组成(?=。)", lambda m: m[0] + said, slot.read(sample), count=1)
    return slot.write(sample, text) if words in text else None
