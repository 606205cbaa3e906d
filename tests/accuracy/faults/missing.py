"""Faults of absence: parts, topics and aspects that are not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, numbering, topics
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

OLD_LAW, NEW_LAW = "regulation.md §2.1 第三十二条", "regulation.md §2.2 第五十条"
NAMES = {
    "proactive": ("主动公开", "proactive disclosure"),
    "applications": ("依申请公开", "applications"),
    "non_disclosure": ("不予公开", "non-disclosure"),
    "fees": ("收费及减免", "fees and waivers"),
    "review_litigation": ("复议诉讼", "review and litigation"),
    "problems": ("主要问题及改进", "problems and improvements"),
    "problems_alone": ("主要问题", "problems"),
    "improvements": ("改进情况", "improvements"),
    "other_matters": ("其他需要报告的事项", "other matters"),
    "overview": ("总体情况", "overview"),
}
# For each aspect: the words that its own paragraph begins with, and those that treat the matter anywhere else.
ASPECTS = {
    "proactive_topic": (
        "主动公开",
        "proactive disclosure",
        r"主动公开",
        r"主动公开|(?<!予以)(?<!部分)公开(?!申请)[^。]{0,40}\d|发布|公布|解读|制发|重点领域|刊[登载]|更新|推送",
    ),
    "application_topic": ("依申请公开", "applications", r"依申请|申请", r"申请"),
    "information_management": (
        "政府信息管理",
        "management of information",
        r"信息(资源)?管理",
        r"管理|审[核查校]|三审|保密|规范|标准|目录|指南|清理|属性|归档|档案|台账|更新|调整|制度|流程",
    ),
    "platform": (
        "平台建设",
        "platforms",
        r"平台",
        r"平台|网|门户|专[栏区]|栏目|新媒体|公众号|微信|微博|客户端|公报|查阅|公[示开]栏|屏|渠道|载体|大厅",
    ),
    "supervision": (
        "监督保障",
        "supervision",
        r"监督保障",
        r"监督|考核|评[议估]|培训|学习|领导|[检督抽]查|通报|问责|追究|责任|机制|保障|队伍|专人|人员|制度|统筹|投诉",
    ),
}
HOLDERS = {
    "problems": [{"problems", "improvements"}],
    "problems_alone": [{"problems"}],
    "applications": [{"applications"}, {"applications", "non_disclosure"}],
}
STYLES = (
    r"(?:^|(?<=\n))[（(](?P<n>[一二三四五六七八九十]+|\d+)[）)]",
    r"(?:^|(?<=\n)|(?<=。))(?P<n>[一二三四五六七八九十]+)是",
    r"(?:^|(?<=\n))(?P<n>\d+)[、.．]",
    r"(?:^|(?<=\n)|(?<=。))(?P<n>[一二三四五六七八九十]+)、",
)


def part_without_mentions(key: str) -> Body:
    """Make an injector that takes out a part, its heading and every sentence on its topic (2008–2018)."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        del random
        held = HOLDERS.get(key, [{key}])
        index = next((i for i, part in enumerate(sample.parts) if set(part.keys) in held), None)
        if index is None or sample.regime != "2008":
            return None
        shorter = numbering.without_part(sample, index)
        if shorter is None or key == "proactive":
            return shorter
        if key == "non_disclosure" and not sample.facts.get("applications_received"):
            return None  # where none was received, none was refused
        return topics.drop(shorter, topics.TREATED.get(key, topics.WORDS.get(key, "")))

    return inject


def part_of_format(key: str) -> Body:
    """Make an injector that takes a part with its heading and table out of the national format (2019 on)."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        del random
        index = edit.find_part(sample, key)
        if index is None or sample.regime == "2008":
            return None
        shorter = numbering.without_part(sample, index)
        if shorter is None or key != "other_matters":
            return shorter
        return topics.drop(shorter, r"其他需要报告|其它需要报告|信息处理费")

    return inject


for _key in (
    "proactive",
    "applications",
    "non_disclosure",
    "fees",
    "review_litigation",
    "problems",
    "problems_alone",
    "improvements",
    "other_matters",
):
    fault(
        f"旧制报告没有“{NAMES[_key][0]}”部分，全文也不提及",
        f"a report of the old regime without {NAMES[_key][1]}, in heading and text",
        category="missing-section",
        also=("missing-topic", "misplaced-section", "declared-contents"),
        about=_key.removesuffix("_alone"),
        source=OLD_LAW,
        name=f"old_{_key}_missing",
    )(part_without_mentions(_key))
for _key in ("overview", "proactive", "applications", "review_litigation", "problems", "other_matters"):
    fault(
        f"六部分格式中缺“{NAMES[_key][0]}”一部分（标题与表格一并缺失）",
        f"the six-part format without its part on {NAMES[_key][1]}, table and all",
        category="missing-section",
        also=("missing-table", "missing-topic", "declared-contents"),
        about=_key,
        source="regulation.md §4.3",
        name=f"new_{_key}_missing",
    )(part_of_format(_key))


def aspect(words: str, traces: str) -> Body:
    """Make an injector that takes one aspect out of the overview: its sub-heading, all below it and every other trace."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        del random
        index = edit.find_part(sample, "overview")
        if index is None or sample.regime != "2021":
            return None  # the format of 2021 lists the five; what that of 2019 says is known by hearsay
        text = "\n".join(sample.parts[index].paragraphs)
        for style in STYLES:
            shorter = without_item(text, style, words)
            if shorter:
                lines = tuple(strip_topic(line, traces) for line in shorter.split("\n"))
                lines = tuple(line for line in lines if line)
                if re.search(traces, "".join(lines)) or names_only(shorter, style) != names_only(
                    "\n".join(lines), style
                ):
                    return None
                return edit.replace_part(sample, index, paragraphs=lines)
        return None

    return inject


def without_item(text: str, style: str, words: str) -> str | None:
    """Take one of the aspects out of a text and number the rest; None where they are not set out in this style."""
    marks = list(re.finditer(style, text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    if len(marks) < 5 or [numbering.numeral(mark["n"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return None
    items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    hit = [i for i, item in enumerate(items) if re.search(words, re.split(r"[。\n]", item)[0][:24])]
    if len(hit) != 1:
        return None
    kept = [item for i, item in enumerate(items) if i != hit[0]]
    kept[-1] = kept[-1].rstrip("\n")
    said = [
        re.sub(marks[0]["n"], numbering.written(i, marks[0]["n"]), marks[0][0]) + item for i, item in enumerate(kept, 1)
    ]
    return text[: marks[0].start()] + "".join(said)


def names_only(text: str, style: str) -> int:
    """Count the items that are their names alone; one whose text went with the topic would be a fault of its own."""
    marks = list(re.finditer(style, text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return sum(
        bool(re.fullmatch(r"[^。\n]*。?\s*", text[mark.end() : end])) for mark, end in zip(marks, ends, strict=True)
    )


def strip_topic(line: str, words: str) -> str:
    """Take the sentences on a topic out of a paragraph, but never a numbered lead."""
    found = topics.sentences(line)
    return "".join(one for one in found if not re.search(words, one) or topics.BINDING.search(one))


for _about, (_zh, _en, _words, _traces) in ASPECTS.items():
    fault(
        f"总体情况缺“{_zh}”一项",
        f"the overview says nothing on {_en}",
        category="missing-topic",
        about=_about,
        source="regulation.md §4.2",
        name=f"aspect_{_about}_missing",
    )(aspect(_words, _traces))


def results(words: str, others: tuple[str, ...]) -> Body:
    """Make an injector that takes results of assessment out of a government's report; the other results stay."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        if sample.regime == "2008" or sample.maker.organ != "government":
            return None
        broken = cut_clauses(sample, words)
        if broken is None or any(not re.search(other, broken.text()) for other in others):
            return None
        del random
        return broken

    return inject


def cut_clauses(sample: Sample, words: str) -> Sample | None:
    """Take the clauses on something out of every sentence; None where other words name it still."""
    for slot in reversed([*edit.introduction(sample), *edit.prose(sample)]):
        text = slot.read(sample)
        if not re.search(words, text):
            continue
        kept = "".join(without_clauses(sentence, words) for sentence in topics.sentences(text))
        sample = slot.write(sample, *([kept] if kept else []))
    return None if re.search(words, sample.text()) or not all(part.paragraphs for part in sample.parts) else sample


def without_clauses(sentence: str, words: str) -> str:
    """Take clauses between semicolons, or else commas, out of a sentence."""
    if not re.search(words, sentence):
        return sentence
    parts = re.split(r"(?<=[；;])", sentence) if re.search(r"[；;]", sentence) else re.split(r"(?<=[，,])", sentence)
    kept = "".join(part for part in parts if not re.search(words, part)).rstrip("；，。、;,")
    return f"{kept}。" if len(kept) > 8 else ""


@fault(
    "政府报告没有工作考核、社会评议和责任追究结果",
    "a government's report without assessment, appraisal and accountability",
    category="missing-topic",
    about="accountability",
    source="regulation.md §2.2 第五十条第一款第（四）项",
)
def accountability_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop all three."""
    return results(r"考核|评议|责任追究|追究|问责", ())(sample, random)


_ONE = {
    "assessment": ("工作考核", "assessment of the work", r"考核|评估|考评|绩效", (r"评议", r"追究|问责")),
    "appraisal": ("社会评议", "public appraisal", r"评议|评估|满意|监督员|问卷", (r"考核", r"追究|问责")),
    "sanctions": ("责任追究", "accountability", r"追究|问责", (r"考核", r"评议")),
}
for _name, (_zh, _en, _words, _others) in _ONE.items():
    fault(
        f"政府报告三项结果中缺“{_zh}”",
        f"a government's report that leaves out {_en} only",
        category="missing-topic",
        about="accountability",
        source="regulation.md §2.2 第五十条第一款第（四）项",
        name=f"{_name}_result_missing",
    )(results(_words, _others))
