"""Faults in the names of the law and of notices, in what the old law asked, and in numbers of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.citations import NAME, notice
from tests.accuracy.faults.drawn import draw, filled, pool
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

LAW = "regulation.md §2.1、§2.2"


@fault(
    "编制依据中的条例名称写错",
    "the Regulation under a wrong name, as the basis",
    category="legal-basis",
    also=("typo",),
    source=LAW,
)
def law_name_wrong(sample: Sample, random: Random) -> Sample | None:
    """Call the Regulation by another name where the introduction cites it."""
    name = random.choice(pool("law_names"))
    pattern = NAME.replace("《", "(?<=《)").replace("》", "(?=》)")
    return edit.substitute(sample, random, pattern, name, edit.introduction(sample))


@fault(
    "正文中的条例名称写错（新增语句）",
    "the Regulation under a wrong name, in the text",
    category="legal-basis",
    also=("typo",),
    source=LAW,
)
def law_name_wrong_in_text(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that calls the Regulation by another name."""
    text = draw(sample, random, "law_sentences", name=random.choice(pool("law_names")))
    return edit.add_sentence(sample, random, text, "overview", "proactive", "improvements")


@fault(
    "新条例时期仍以“生产、生活、科研等特殊需要”为申请条件",
    "special needs told as a condition of applications in the new era",
    category="legal-basis",
    source="regulation.md §2.1（2007年第十三条，2019年删去）",
)
def special_needs_condition(sample: Sample, random: Random) -> Sample | None:
    """Tell the condition that was deleted in 2019."""
    if sample.regime == "2008":
        return None
    return edit.add_sentence(sample, random, draw(sample, random, "special_needs"), "overview", "applications")


@fault(
    "格式通知的发文机关写成简称或写错",
    "the issuer of the format notice abbreviated or wrong",
    category="legal-basis",
    source="variability.md §6（《国办公开办关于印发…》）；regulation.md §3、§4",
)
def notice_issuer_wrong(sample: Sample, random: Random) -> Sample | None:
    """Cite the format notice as that of another organ."""
    if sample.regime == "2008":
        return None
    cited = random.choice(pool("notice_titles")["2021" if sample.year >= 2021 else "2019"])
    return notice(sample, random, cited.format(issuer=random.choice(pool("notice_issuers"))))


@fault(
    "同一文件前后两个文号",
    "one paper cited with two numbers",
    category="document-number",
    source="variability.md §6",
)
def paper_with_two_numbers(sample: Sample, random: Random) -> Sample | None:
    """Name a paper in two sentences, each with another number."""
    place = sample.maker.places[-1] if sample.maker.places else sample.maker.name
    number, mark = random.randint(11, 98), f"{place[0]}政办发"
    others = [f"{mark}〔{sample.year}〕{number + step}号" for step in (-3, 1, 10)]
    others += [f"{mark}〔{sample.year - 1}〕{number}号", f"{place[0]}政办函〔{sample.year}〕{number}号"]
    numbers = {"a": f"{mark}〔{sample.year}〕{number}号", "b": random.choice(others)}
    pair = random.choice(pool("cited_twice"))
    for text, keys in zip(pair, (("overview", "proactive"), ("proactive", "overview", "improvements")), strict=True):
        said = filled(text, sample, **numbers)
        changed = edit.add_sentence(sample, random, said, *keys)
        if changed is None:
            return None
        sample = changed
    return sample
