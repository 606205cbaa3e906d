"""Texts that are no annual report, and reports whose year nothing tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, topics
from tests.accuracy.faults.drawn import filled, pool
from tests.accuracy.faults.registry import fault
from tests.accuracy.model import Part

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

HEADED = re.compile(r"^[一二三四五六七八九十]+、")
TOLD = re.compile(r"(?:19|20)\d\d\s*(?:年|-|〔|\[|［)|[二一][〇○零九]{1,2}[〇○零一二三四五六七八九]{1,2}年|20\d\d年?度")
SPELLED = "[一二〇○零三四五六七八九]{4}"
NUMBER = r"[^，。（）()、和《》〉\s]{0,12}[〔\[（(［]20\d\d[〕\]）)］]\d+号"


@fault(
    "不是年度报告的文件",
    "a text that is no annual report",
    category="title",
    about="title",
    source="variability.md §1、§7",
)
def no_report(sample: Sample, random: Random) -> Sample | None:
    """Put a guide, a plan, a notice or another paper of the same maker in the place of the report."""
    paper = random.choice(pool("papers"))
    lines = [filled(line, sample) for line in paper["lines"]]
    at = [i for i, line in enumerate(lines) if HEADED.match(line)] or [len(lines)]
    parts = tuple(
        Part((), lines[start], tuple(lines[start + 1 : end]))
        for start, end in zip(at, [*at[1:], len(lines)], strict=True)
        if start < len(lines)
    )
    return replace(
        sample,
        title=filled(paper["title"], sample),
        introduction=tuple(lines[: at[0]]),
        parts=parts,
        closing=(sample.maker.name,),
        page_before=(),
        page_after=(),
        style="lines",
    )


@fault(
    "全文看不出报告年份",
    "a report whose year nothing tells",
    category="title",
    about="title",
    source="design.md §4、§8（year_unknown）",
)
def year_untold(sample: Sample, random: Random) -> Sample | None:
    """Take every year, and every date with one, out of the report and the page."""
    del random
    # A page gives dates, numbers and the neighbours' years: it goes as a whole.
    sample = replace(sample, page_before=(), page_after=())
    for slot in reversed([*edit.everything(sample), *edit.attached(sample)]):
        text = slot.read(sample)
        if slot.kind == "introduction":
            text = "".join(one for one in topics.sentences(text) if not re.search(r"统计.*\d月|涵盖\d{4}", one))
        changed = yearless(sample, slot.kind, text)
        if changed != slot.read(sample):
            sample = slot.write(sample, *([changed] if changed.strip() else []))
    return None if TOLD.search(sample.text()) or not sample.title else sample


def yearless(sample: Sample, kind: str, text: str) -> str:
    """Write a string without years."""
    if kind == "title":
        return re.sub(r"[（(]20\d\d年度?[）)]|20\d\d年?(?:度(?!报告))?", "", text)
    if kind == "closing":
        text = re.sub(rf"(?:20\d\d|{SPELLED})年.{{1,3}}月.{{1,3}}日", "", text).rstrip()
    text = re.sub(rf"[（(]{NUMBER}[，,]?[）)]", "", text)
    text = re.sub(NUMBER, "有关", text)
    text = re.sub(r"[自]?20\d\d年\d{1,2}月\d{1,2}日(?:起施行的)?", "", text)
    for year, word in ((sample.year, "本"), (sample.year - 1, "上"), (sample.year + 1, "下")):
        text = re.sub(rf"{year}年", f"{word}年", text)
    return re.sub(r"(?:19|20)\d\d年", "往年", text)
