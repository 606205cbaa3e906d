"""Faults between figures: zero beside a number, text against table, one figure told twice, numbers beyond measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.sums import wrong_count

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample


@fault(
    "零申请却写了各渠道受理数",
    "no applications, yet numbers by channel",
    category="prose-sum",
    also=("figure-conflict", "prose-table"),
    source="variability.md §8.2",
)
def zero_with_channels(sample: Sample, random: Random) -> Sample | None:
    """Follow “none received” by numbers of applications by channel."""
    said = (
        r"(?:(?:未|没有)收到(?:(?!复议|意见)[^。]){0,30}申请(?:(?!复议)[^。]){0,14}。"
        r"|收到(?:(?!复议)[^。]){0,10}申请0件[^。]*。)"
    )
    a, b = random.randint(1, 9), random.randint(1, 9)
    text = random.choice(
        [
            f"其中当面申请{a}件，网络申请{b}件。",
            f"按渠道分，信函申请{a}件、网上申请{b}件。",
            f"其中通过网络提交{a}件，当面提交{b}件。",
            f"从申请方式看，传真申请{a}件，信函申请{b}件。",
        ]
    )
    return append_behind(sample, random, said, text)


def append_behind(sample: Sample, random: Random, pattern: str, sentence: str) -> Sample | None:
    """Put a sentence behind one that matches; both are marked, for either may be wrong."""
    found = [
        (slot, m)
        for slot in edit.prose(sample, "overview", "applications", "review_litigation")
        for m in re.finditer(pattern, slot.read(sample))
    ]
    if not found:
        return None
    slot, match = random.choice(found)
    text = slot.read(sample)
    return slot.write(
        sample, text[: match.start()] + edit.mark(match[0] + edit.adapt(sample, sentence)) + text[match.end() :]
    )


@fault(
    "“未收到”与办结件数并存",
    "“none received” beside a number handled",
    category="figure-conflict",
    also=("prose-sum", "prose-table"),
    source="variability.md §8.2",
)
def none_beside_number(sample: Sample, random: Random) -> Sample | None:
    """Follow “none received” by a number of answers."""
    number = random.randint(2, 30)
    text = random.choice(
        [
            f"全年共办理政府信息公开申请{number}件，均按时答复。",
            f"本年度答复政府信息公开申请{number}件。",
            f"收到的{number}件政府信息公开申请全部办结。",
            f"全年受理政府信息公开申请{number}件，按期办结率100%。",
        ]
    )
    return append_behind(
        sample, random, r"(?:未|没有)收到(?:(?!复议|意见)[^。]){0,30}申请(?:(?!复议)[^。]){0,14}。", text
    )


@fault(
    "无复议诉讼却又列出件数",
    "no review or lawsuit, yet one is counted",
    category="figure-conflict",
    also=("prose-table", "prose-sum"),
    source="variability.md §8.2",
)
def review_none_beside_number(sample: Sample, random: Random) -> Sample | None:
    """Follow “no review” by a number."""
    number = random.randint(1, 9)
    text = random.choice(
        [
            f"全年被申请行政复议{number}件。",
            f"因政府信息公开被提起行政诉讼{number}件。",
            f"行政复议案件{number}件，均已审结。",
            f"发生政府信息公开行政诉讼{number}件，均胜诉。",
        ]
    )
    return append_behind(sample, random, r"(?:未发生|没有|未出现|无)[^。]{0,30}行政诉讼[^。]{0,10}。", text)


@fault(
    "正文申请件数与表格不符",
    "applications in the text differ from the table",
    category="prose-table",
    also=("figure-conflict", "prose-sum"),
    source="variability.md §8.2",
)
def applications_text_against_table(sample: Sample, random: Random) -> Sample | None:
    """Change the number of applications that the overview tells."""
    number = sample.facts.get("new", 0)
    if sample.regime == "2008" or not number:
        return None
    pattern = rf"(?<=申请){number}(?=件)"
    return edit.substitute(
        sample, random, pattern, lambda _: str(wrong_count(random, number)), edit.prose(sample, "overview")
    )


@fault(
    "正文规范性文件数与表格不符",
    "normative documents in the text differ from the table",
    category="prose-table",
    also=("figure-conflict",),
    source="variability.md §8.2",
)
def documents_text_against_table(sample: Sample, random: Random) -> Sample | None:
    """Change a number of documents that the overview tells."""
    pattern = r"(行政规范性文件共?|规范性文件|现行有效|对外公开总数)(\d+)(?=件)"
    slots = [] if sample.regime == "2008" else edit.prose(sample, "overview")
    return edit.substitute(sample, random, pattern, lambda m: m[1] + str(wrong_count(random, int(m[2]))), slots)


@fault(
    "正文复议诉讼件数与表格不符",
    "review and litigation in the text differ from the table",
    category="prose-table",
    also=("figure-conflict",),
    source="variability.md §8.2",
)
def review_text_against_table(sample: Sample, random: Random) -> Sample | None:
    """Say a number that the table does not have."""
    if sample.regime == "2008":
        return None
    table = {sample.facts.get(name, 0) for name in ("review_total", "suit_direct_total", "suit_after_review_total")}
    number = max(table) + random.randint(11, 40)
    said = random.choice(
        [
            f"全年被申请政府信息公开行政复议{number}件。",
            f"因政府信息公开被申请行政复议{number}件。",
            f"本年度发生政府信息公开行政复议案件{number}件。",
        ]
    )
    index = edit.find_part(sample, "review_litigation")
    if index is None or sample.style == "glued" or any(map(edit.is_prose, sample.parts[index].paragraphs)):
        return None
    return edit.replace_part(sample, index, paragraphs=(edit.mark(said), *sample.parts[index].paragraphs))


@fault(
    "同一数字前后两处不同",
    "one figure told twice with different values",
    category="figure-conflict",
    also=("prose-sum", "prose-table"),
    source="variability.md §8.2",
)
def figure_told_twice(sample: Sample, random: Random) -> Sample | None:
    """Tell the total of information made public again, with another number."""
    total = sample.facts["proactive_total"]
    if not re.search(rf"公开[^。]{{0,10}}{total}条", sample.text()):
        return None
    wrong = wrong_count(random, total)
    year = random.choice([f"{sample.year}年", "全年", "本年度"])
    text = random.choice(
        [
            f"{year}共主动公开政府信息{{}}。",
            f"{year}，{sample.maker.self_name}主动公开政府信息{{}}。",
            f"{year}累计主动公开政府信息{{}}，较好地完成了任务。",
        ]
    )
    return edit.add_sentence(
        sample, random, text.format(edit.mark(f"{wrong}条")), "overview", "problems", "other_matters"
    )


@fault(
    "数字大得离谱",
    "a number beyond all measure",
    category="outlier",
    also=("missing-unit", "figure-conflict"),
    source="variability.md §8.2（3241654万次）",
)
def figure_absurd(sample: Sample, random: Random) -> Sample | None:
    """Add readings or visits that no site has."""
    words = edit.mark(f"{random.randint(1_200_000, 9_800_000)}万次")
    texts = [
        "专栏累计阅读量{}。",
        "全年政府网站总访问量{}。",
        "微信公众号单篇阅读量达{}。",
        "信息公开栏目全年浏览量为{}。",
    ]
    return edit.add_sentence(sample, random, random.choice(texts).format(words), "overview", "proactive")
