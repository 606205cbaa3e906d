"""Faults in years: a year that contradicts the words around it or the report year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

SAID = "variability.md §8.3"
NARRATIVE = ("overview", "proactive", "applications", "non_disclosure", "fees", "review_litigation")


def sentence(sample: Sample, random: Random, pool: str, wrong: int = 0) -> str:
    """Draw a wrong sentence on time; «» stands for the marks."""
    chosen: str = random.choice(wordings("fault_time")[pool])
    text = chosen.format(year=sample.year, wrong=wrong, self=sample.maker.self_name)
    return text.replace("«", OPEN).replace("»", CLOSE)


@fault(
    "下一年的打算写成报告年（新增语句）",
    "a plan sentence that names the report year",
    category="year-slip",
    source=SAID,
)
def plan_sentence_names_report_year(sample: Sample, random: Random) -> Sample | None:
    """Add a plan for the report year to the part on improvements."""
    return edit.add_sentence(sample, random, sentence(sample, random, "plans"), "improvements")


@fault(
    "改进部分的下一年误为报告年",
    "the next year of a plan replaced by the report year",
    category="year-slip",
    source=SAID,
)
def plan_year_is_report_year(sample: Sample, random: Random) -> Sample | None:
    """Replace the next year by the report year in the part on improvements."""
    slots = edit.paragraphs(sample, "improvements")
    return edit.substitute(
        sample,
        random,
        rf"{sample.year + 1}(?=年([，,]|度?工作|重点|上半年|{sample.maker.self_name}))",
        str(sample.year),
        slots,
    )


@fault(
    "与报告年自身相比增长（新增语句）",
    "growth against the report year itself, in a new sentence",
    category="year-slip",
    source=SAID,
)
def growth_sentence_against_itself(sample: Sample, random: Random) -> Sample | None:
    """Add a comparison with the report year."""
    return edit.add_sentence(sample, random, sentence(sample, random, "growth"), "overview", "proactive")


@fault(
    "与上年比较写成与报告年比较",
    "a comparison with last year that names the report year",
    category="year-slip",
    source=SAID,
)
def growth_against_itself(sample: Sample, random: Random) -> Sample | None:
    """Replace last year in a comparison by the report year."""
    pattern = rf"(?<=[比较与同])(上年|去年|上一年|{sample.year - 1}年)(?=度|相比|增|减|下降|上升|的|同期|基本|持平)"
    return edit.substitute(sample, random, pattern, f"{sample.year}年", edit.prose(sample))


@fault("去年的年份写错", "last year with a wrong number", category="year-slip", source=SAID)
def last_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Name a year that was not last year."""
    wrong = sample.year + random.choice([-3, -2, 0, 1])
    return edit.add_sentence(sample, random, sentence(sample, random, "last_year", wrong), "overview", "proactive")


@fault(
    "比较句中的上年写成前年",
    "a comparison with the year before last called last year",
    category="year-slip",
    source=SAID,
)
def compared_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Put a wrong year beside 上年 or 去年 in a comparison."""
    wrong = sample.year + random.choice([-3, -2, 1])
    return edit.substitute(
        sample, random, r"(?<=[比较与])(上年|去年|上一年)(?!度)", rf"\g<1>（{wrong}年）", edit.prose(sample)
    )


@fault("今年的年份写错", "this year with a wrong number", category="year-slip", source=SAID)
def this_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Name a year that was not this year."""
    wrong = sample.year + random.choice([-2, -1, 1, 2])
    return edit.add_sentence(sample, random, sentence(sample, random, "this_year", wrong), "overview", "proactive")


@fault("标题年份错", "the title with a wrong year", category="year-slip", also=("title", "period"), source=SAID)
def title_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Put another year into the title."""
    wrong = str(sample.year + random.choice([-2, -1, 1]))
    return edit.substitute(sample, random, str(sample.year), wrong, edit.title(sample))


@fault(
    "正文自称的报告年份错",
    "the report calls itself by another year",
    category="year-slip",
    also=("title",),
    source=f"{SAID}（旅文2022）",
)
def self_name_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Change the year in the report's own name in the introduction."""
    wrong = str(sample.year + random.choice([-2, -1, 1]))
    name = (
        rf"(?<!关于做好){sample.year}(?=年度?(政府信息公开(工作)?(年度)?(报告|情况)|年?度?报告|政府信息公开工作情况))"
    )
    return edit.substitute(sample, random, name, wrong, edit.introduction(sample))


@fault(
    "统计期限年份错",
    "the period with a wrong year",
    category="year-slip",
    also=("period",),
    source=f"{SAID}；variability.md §2",
)
def period_year_wrong(sample: Sample, random: Random) -> Sample | None:
    """Change one year of the period."""
    wrong = str(sample.year + random.choice([-2, -1, 1]))
    return edit.substitute(
        sample, random, rf"{sample.year}(?=年0?(1月0?1日|12月31日))", wrong, edit.introduction(sample)
    )


@fault(
    "落款年份等于报告年",
    "signed in the report year",
    category="year-slip",
    also=("signoff", "late", "publication", "impossible-date"),
    source=f"{SAID}（旅文2021）",
)
def signature_year_is_report_year(sample: Sample, random: Random) -> Sample | None:
    """Put the report year into the date of signature."""
    figures, chinese = (
        [str(y) for y in (sample.year + 1, sample.year)],
        [spelled(y) for y in (sample.year + 1, sample.year)],
    )
    words = {figures[0]: figures[1], chinese[0]: chinese[1]}
    return edit.substitute(sample, random, "|".join(words), lambda m: words[m[0]], edit.closing(sample))


def spelled(year: int) -> str:
    """Write a year in Chinese digits."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


@fault(
    "截至日期落在两年以后",
    "“as of” a date years after the report",
    category="year-slip",
    also=("impossible-date",),
    source=f"{SAID}（截至2087年底）",
)
def until_far_future(sample: Sample, random: Random) -> Sample | None:
    """State something as of a year to come."""
    wrong = sample.year + random.choice([2, 2, 3, 10, 65])
    changed = edit.substitute(sample, random, rf"(?<=截至){sample.year}(?=年)", str(wrong), edit.prose(sample))
    if changed and random.random() < 0.5:
        return changed
    return edit.add_sentence(sample, random, sentence(sample, random, "until", wrong), *NARRATIVE[:3])


@fault(
    "照抄上年报告的叙述年份（新增语句）",
    "a sentence left over from last year's report",
    category="year-slip",
    source="variability.md §8.3",
)
def narrative_sentence_left_over(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that tells of an earlier year as of the report year."""
    return edit.add_sentence(
        sample, random, sentence(sample, random, "narrative", sample.year - random.choice([1, 1, 2])), *NARRATIVE
    )


@fault("句首报告年写成上一年", "the year at the head of a sentence is last year's", category="year-slip", source=SAID)
def narrative_year_left_over(sample: Sample, random: Random) -> Sample | None:
    """Replace the report year at the head of a sentence by the year before."""
    pattern = rf"(?:(?<=。)|(?<![\s\S])){sample.year}(?=年([，,]|度?{sample.maker.self_name}|全年|主动|因|没有|未|无))"
    return edit.substitute(
        sample, random, pattern, str(sample.year - random.choice([1, 1, 2])), edit.prose(sample, *NARRATIVE)
    )
