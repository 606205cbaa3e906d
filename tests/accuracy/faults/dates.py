"""Faults in dates: late, impossible, garbled, vague."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, slips
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")


def published_on(sample: Sample, year: int, month: int, day: int) -> Sample | None:
    """Put another day of publication on the page, and of signature where it is signed in figures."""
    dated = [slot for slot in edit.page(sample) if ISO.search(slot.read(sample))]
    if not dated:
        return None
    for slot in dated:
        sample = slot.write(sample, ISO.sub(edit.mark(f"{year}-{month:02}-{day:02}"), slot.read(sample)))
    for slot in edit.closing(sample):
        text = slot.read(sample)
        chinese = re.sub(
            r"[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日",
            f"{year}年{month}月{day}日",
            text,
        )
        sample = slot.write(sample, DATE.sub(edit.mark(f"{year}年{month}月{day}日"), chinese))
    return sample


@fault(
    "逾期发布", "published after the deadline", category="late", source="regulation.md §2.1 第三十一条、§2.2 第四十九条"
)
def published_late(sample: Sample, random: Random) -> Sample | None:
    """Publish in the middle of the year; since 2019 only governments and departments from the county up have a deadline."""
    if sample.regime != "2008" and (
        sample.maker.tier == "township" or sample.maker.organ not in {"government", "department"}
    ):
        return None
    return published_on(sample, sample.year + random.choice([1, 1, 2]), random.randint(5, 11), random.randint(1, 28))


@fault(
    "统计期满之前发布",
    "published before the period ends",
    category="late",
    also=("publication", "period", "year-slip", "signoff"),
    source="variability.md §8.3（发布时间早于期满）",
)
def published_early(sample: Sample, random: Random) -> Sample | None:
    """Publish in the last months of the report year."""
    if any("31日" not in slot.read(sample) for slot in edit.introduction(sample) if "统计" in slot.read(sample)):
        return None
    return published_on(sample, sample.year, random.choice([11, 12]), random.randint(1, 29))


def date_slots(sample: Sample, where: str) -> Iterable[edit.Slot]:
    """Give the strings of one region of the report."""
    return {"period": edit.introduction, "signature": edit.closing, "body": edit.prose}[where](sample)


def broken_date(sample: Sample, random: Random, where: str, month: int | None, day: int) -> Sample | None:
    """Put a month and day that do not exist into a date."""
    return edit.substitute(
        sample, random, DATE.pattern, lambda m: f"{m[1]}年{month or m[2]}月{day}日", date_slots(sample, where)
    )


@fault(
    "统计期限止于不存在的日子",
    "a period that ends on a day that does not exist",
    category="impossible-date",
    also=("period",),
    source="regulation.md §1；历法",
)
def period_day_impossible(sample: Sample, random: Random) -> Sample | None:
    """End the period on 32 December or 31 November."""
    month, day = random.choice([(12, 32), (11, 31), (12, 33), (12, 35), (9, 31), (12, 0)])
    pattern = r"(?:(?<=年)|(?<=至))12月31日"
    return edit.substitute(sample, random, pattern, f"{month}月{day}日", edit.introduction(sample))


@fault(
    "落款日期不存在",
    "a signature on a day that does not exist",
    category="impossible-date",
    also=("signoff",),
    source="历法",
)
def signature_day_impossible(sample: Sample, random: Random) -> Sample | None:
    """Sign on 30 February."""
    month, day = random.choice([(2, 30), (2, 31), (1, 32), (1, 35), (3, 32), (2, 29 if (sample.year + 1) % 4 else 30)])
    return broken_date(sample, random, "signature", month, day)


@fault("月份大于十二", "a month beyond twelve", category="impossible-date", also=("period", "signoff"), source="历法")
def month_impossible(sample: Sample, random: Random) -> Sample | None:
    """Put a thirteenth month into a date."""
    slots = [*date_slots(sample, random.choice(["period", "signature"])), *edit.prose(sample)]
    return edit.substitute(
        sample, random, DATE.pattern, lambda m: f"{m[1]}年{random.choice([13, 14, 0, 21])}月{m[3]}日", slots
    )


@fault("正文日期不存在", "a day that does not exist, in the text", category="impossible-date", source="历法")
def body_day_impossible(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence with a date that does not exist."""
    month, day = random.choice([(2, 30), (4, 31), (6, 31), (9, 31), (11, 31), (12, 32), (13, 5)])
    words = edit.mark(f"{sample.year}年{month}月{day}日")
    text = random.choice(
        [
            "{}，召开专题会议部署信息公开工作。",
            "公开指南于{}更新。",
            "{}，栏目完成改版并上线运行。",
            "{}，组织了一次业务培训。",
        ]
    )
    return edit.add_sentence(sample, random, text.format(words), "overview", "proactive")


def garble(match: re.Match[str], random: Random) -> str | None:
    """Lose a character or digits of a date, as copies of web pages do."""
    year, month, day = match[1], match[2], match[3]
    kinds = [
        f"{year}{month}月{day}日",
        f"{year}年{month}{day}日",
        f"{year}{month}{day}日",
        f"{year}年月日",
        f"年{month}月{day}日",
        f"{year}年{month}月日",
        f"{year[:3]}年{month}月{day}日",
    ]
    return random.choice(kinds)


def garbled(where: str) -> Body:
    """Make an injector that garbles one date of a region."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        return edit.substitute(sample, random, DATE.pattern, lambda m: garble(m, random), date_slots(sample, where))

    return inject


_GARBLED = {
    "period": ("统计期限", "the period", ("period",)),
    "signature": ("落款", "the signature", ("signoff",)),
    "body": ("正文", "the text", ()),
}
for _where, (_zh, _en, _also) in _GARBLED.items():
    fault(
        f"{_zh}日期丢字",
        f"a date of {_en} that has lost characters",
        category="garbled-date",
        also=_also,
        source="variability.md §2（抽取丢字）",
        name=f"{_where}_date_garbled",
    )(garbled(_where))


@fault(
    "年份丢字（20185月）",
    "a year that ran into the month",
    category="garbled-date",
    source="variability.md §2（20185月正式上线）",
)
def year_month_garbled(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence whose year and month have run together."""
    words = edit.mark(
        f"{sample.year}{random.randint(1, 9)}月"
        if random.random() < 0.6
        else f"{str(sample.year)[:3]}年{random.randint(1, 9)}月"
    )
    text = random.choice(
        ["信息公开专栏{}正式上线。", "公开指南于{}完成更新。", "{}，组织开展了业务培训。", "自{}起启用新的发布系统。"]
    )
    return edit.add_sentence(sample, random, text.format(words), "overview", "proactive")


@fault(
    "统计期限不是全年且无说明",
    "a period that is not the whole year, with no reason",
    category="period",
    also=("year-slip",),
    source="variability.md §2；regulation.md §8.4",
)
def period_not_whole_year(sample: Sample, random: Random) -> Sample | None:
    """End the period early or begin it late."""
    if re.search(r"组建|成立|新设", "".join(sample.introduction)) or sample.year == 2008:
        return None
    ends = random.choice(["11月30日", "10月31日", "12月20日", "9月30日", "12月25日", "6月30日"])
    begins = random.choice(["2月1日", "3月1日", "1月10日", "4月1日"])
    which = random.choice([(r"(?:(?<=年)|(?<=至))12月31日", ends), (r"(?<=年)0?1月0?1日", begins)])
    slots = [slot for slot in edit.introduction(sample) if re.search(r"统计|涵盖", slot.read(sample))]
    return edit.substitute(sample, random, *which, slots)


@fault("时间含混（截至目前）", "a vague time", category="vague-date", source="variability.md §8.3；design.md §8")
def time_vague(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that says no date."""
    return edit.add_sentence(sample, random, slips.sentence(sample, random, "vague"), *slips.NARRATIVE[:3])


@fault(
    "截至日期改为截至目前", "“as of” a date replaced by “so far”", category="vague-date", source="variability.md §8.3"
)
def until_now(sample: Sample, random: Random) -> Sample | None:
    """Replace the date of a count by “so far”."""
    words = random.choice(["截至目前", "截止目前", "截止到目前", "到目前为止", "截至今日"])
    return edit.substitute(sample, random, rf"截至{sample.year}年(底|末|12月31日)", words, edit.prose(sample))
