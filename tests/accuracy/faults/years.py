"""Faults in years beside the words 上年度, 明年 and 本年度, in comparisons, and in one figure told of two years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.dates import ISO
from tests.accuracy.faults.drawn import draw
from tests.accuracy.faults.lateness import signature
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

SAID = "variability.md §8.3"
NARRATIVE = ("overview", "proactive")


@fault("上年度写成报告年", "last year named by the report year", category="year-slip", source=SAID)
def last_year_is_report_year(sample: Sample, random: Random) -> Sample | None:
    """Call the report year the year before."""
    return edit.add_sentence(sample, random, draw(sample, random, "last_year_is_report_year"), *NARRATIVE)


@fault("明年的年份写错", "next year with a wrong number", category="year-slip", source=SAID)
def next_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Name the report year, or the one before it, as the next one."""
    # The year after next is no fault: who writes in January calls it so.
    wrong = sample.year - random.choice([0, 1])
    return edit.add_sentence(sample, random, draw(sample, random, "next_year_wrong", wrong=wrong), "improvements")


@fault("本年度写成下一年", "this year named by the next one", category="year-slip", source=SAID)
def this_year_is_next(sample: Sample, random: Random) -> Sample | None:
    """Call the year of writing the year reported on."""
    return edit.add_sentence(sample, random, draw(sample, random, "this_year_is_next"), *NARRATIVE)


@fault(
    "一句之内报告年与自身比较",
    "a year compared with itself in one sentence",
    category="year-slip",
    source=SAID,
)
def year_compared_with_itself(sample: Sample, random: Random) -> Sample | None:
    """Tell a figure of the year and compare it with the same year."""
    count, share = random.randint(60, 990), f"{random.randint(21, 399) / 10:.1f}"
    text = draw(sample, random, "compared_with_itself", n=count, p=share, k=random.randint(3, 40))
    return edit.add_sentence(sample, random, text, *NARRATIVE)


@fault(
    "同一数字先说本年又说上年",
    "one figure told of the year and again of the year before",
    category="year-slip",
    also=("figure-conflict",),
    source=SAID,
)
def figure_told_of_last_year(sample: Sample, random: Random) -> Sample | None:
    """Tell the total of the year once more, of the year before."""
    total = sample.facts.get("proactive_total", 0)
    told = re.compile(rf"(?<!\d){total}条")
    here = [slot for slot in edit.prose(sample, *NARRATIVE) if told.search(slot.read(sample))]
    if total < 20 or total == sample.facts.get("prev_total") or not here or sample.year == 2008:
        return None
    return edit.add_sentence(sample, random, draw(sample, random, "told_again", total=total), *NARRATIVE)


@fault(
    "截至日期晚于报告发布",
    "“as of” a day after the report was published",
    category="year-slip",
    also=("impossible-date",),
    source=SAID,
)
def until_after_publication(sample: Sample, random: Random) -> Sample | None:
    """State something as of a day that the report could not know."""
    pages = [match for slot in edit.page(sample) for match in ISO.finditer(slot.read(sample))]
    known = [date(int(m[1]), int(m[2]), int(m[3])) for m in pages]
    if was := signature(sample):
        known.append(was)
    if not known:
        return None
    day = max(known) + timedelta(days=random.randint(8, 200))
    text = draw(sample, random, "after_publication", date=f"{day.year}年{day.month}月{day.day}日")
    return edit.add_sentence(sample, random, text, *NARRATIVE)
