"""Faults in the days of signature and publication, by who must publish when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering
from tests.accuracy.faults.dates import DATE, ISO
from tests.accuracy.faults.drawn import pool
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.slips import spelled

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

DIGIT = "〇○零一二三四五六七八九"
WRITTEN = re.compile(rf"([{DIGIT}]{{4}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日")
LAW = "regulation.md §2.1 第三十一条、§2.2 第四十九条、§8.3"


def signed(sample: Sample, day: date) -> Sample:
    """Put another day under the report, written as the old one; marked."""
    for slot in edit.closing(sample):
        text = DATE.sub(edit.mark(f"{day.year}年{day.month}月{day.day}日"), slot.read(sample))
        spoken = f"{spelled(day.year)}年{numbering.hanzi(day.month)}月{numbering.hanzi(day.day)}日"
        sample = slot.write(sample, WRITTEN.sub(edit.mark(spoken), text))
    return sample


def published(sample: Sample, random: Random, day: date) -> Sample:
    """Put another day on the page; a page without one gets a line with it."""
    dated = [slot for slot in edit.page(sample) if ISO.search(slot.read(sample))]
    for slot in dated:
        sample = slot.write(sample, ISO.sub(edit.mark(day.isoformat()), slot.read(sample)))
    if dated:
        return sample
    line = random.choice(pool("page_lines")).format(edit.mark(day.isoformat()), name=sample.maker.name)
    return replace(sample, page_before=(*sample.page_before, edit.adapt(sample, line)))


def signature(sample: Sample) -> date | None:
    """Read the day under the report."""
    text = "".join(slot.read(sample) for slot in edit.closing(sample))
    if match := DATE.search(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := WRITTEN.search(text):
        year = "".join(str(max(0, DIGIT.index(char) - 2)) for char in match[1])
        return date(int(year), numbering.numeral(match[2]), numbering.numeral(match[3]))
    return None


def late(organ: str | None, month: int, day: int, *, both: bool) -> Body:
    """Make an injector that publishes after a deadline, and signs after it too or in time; no organ: the old era."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        if (organ is None) != (sample.regime == "2008") or organ not in {None, sample.maker.organ}:
            return None
        # The law names no day for townships since 2019.
        if organ and sample.maker.tier in ({"township", "national"} if organ == "government" else {"township"}):
            return None
        deadline, was = date(sample.year + 1, month, day), signature(sample)
        if was is None or was > deadline:
            return None
        if not both:
            return published(sample, random, deadline + timedelta(days=random.randint(3, 120)))
        signs = deadline + timedelta(days=random.randint(2, 80))
        return published(signed(sample, signs), random, signs + timedelta(days=random.randint(0, 10)))

    return inject


_DUE = {
    "department": ("部门", "a department's report", "department", 1, 31),
    "government": ("政府", "a government's report", "government", 3, 31),
    "old": ("旧制", "a report of the old era", None, 3, 31),
}
for _name, (_zh, _en, _organ, _month, _day) in _DUE.items():
    for _both in (True, False):
        if _organ is None and _both:
            continue
        fault(
            f"{_zh}报告在{_month}月{_day}日之后发布（{'落款也迟' if _both else '落款未迟'}）",
            f"{_en} published after its day, {'signed after it as well' if _both else 'though signed in time'}",
            category="late",
            also=("publication",),
            source=LAW,
            name=f"{_name}_{'late' if _both else 'page_late'}",
        )(late(_organ, _month, _day, both=_both))


@fault(
    "报告年12月即已落款",
    "signed in December, before the year is over",
    category="publication",
    also=("year-slip", "impossible-date"),
    source="variability.md §8.3（发布时间早于期满）",
)
def signed_in_december(sample: Sample, random: Random) -> Sample | None:
    """Sign before the period ends."""
    if signature(sample) is None:
        return None
    return signed(sample, date(sample.year, 12, random.randint(5, 30)))
