"""Faults in single characters: marks, typing, spaces, widths, document numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

ERRORS, NUMBERS = "variability.md §8.5", "variability.md §6"
PAIRS = {
    "title_marks": ("《", "》", "书名号", "title marks"),
    "quotes": ("“", "”", "引号", "quotation marks"),
    "brackets": ("（(", "）)", "括号", "brackets"),
}


def unbalanced(opened: str, closed: str) -> Body:
    """Make an injector that loses one mark of a pair; the words that were enclosed are marked."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        inner = f"[^{opened}{closed}。]{{2,60}}"
        lose = random.choice([r"\1", r"\2"])
        first = rf"([{opened}])({inner})[{closed}]" if lose == r"\1" else rf"[{opened}](({inner})[{closed}])"
        new = r"\1\2" if lose == r"\1" else r"\1"
        return edit.substitute(sample, random, first, new, edit.body(sample))

    return inject


for _name, (_open, _close, _zh, _en) in PAIRS.items():
    fault(
        f"{_zh}缺一半",
        f"{_en} that do not pair",
        category="unbalanced-mark",
        also=("punctuation", "legal-basis", "contact"),
        source=NUMBERS,
        name=f"{_name}_unbalanced",
    )(unbalanced(_open, _close))


@fault(
    "书名号重叠（《《）",
    "title marks doubled",
    category="unbalanced-mark",
    also=("punctuation", "typo"),
    source=NUMBERS,
)
def title_marks_doubled(sample: Sample, random: Random) -> Sample | None:
    """Print a title mark twice."""
    return edit.substitute(sample, random, r"《|》", r"\g<0>\g<0>", edit.body(sample))


def replaced(sample: Sample, random: Random, pool: str) -> Sample | None:
    """Replace a word by one of its wrong forms."""
    words = dict(wordings("fault_words")[pool])
    return edit.substitute(sample, random, "|".join(words), lambda m: random.choice(words[m[0]]), edit.prose(sample))


@fault("同音、形近错字", "a homophone or look-alike", category="typo", source=f"{ERRORS}（不子公开、三审三较）")
def homophone(sample: Sample, random: Random) -> Sample | None:
    """Write a word with a wrong character."""
    return replaced(sample, random, "homophones")


@fault("固定用语丢字", "a fixed term with a character lost", category="typo", source=ERRORS)
def character_lost(sample: Sample, random: Random) -> Sample | None:
    """Lose a character of a fixed term."""
    return replaced(sample, random, "missing")


@fault("成语、套语写错", "a set phrase written wrong", category="typo", source=f"{ERRORS}（残差不齐）")
def set_phrase_wrong(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence with a set phrase that is written wrong."""
    text = random.choice(
        [
            "各单位工作水平「残差不齐」。",
            "工作开展还「仍在不足」。",
            "工作移交「不过顺畅」。",
            "制度执行「不到为」。",
            "有的栏目内容「更新不急时」。",
            "公开意识「有代加强」。",
            "进一步「建全机制」。",
            "个别单位「重视成度」不够。",
            "「因地治宜」开展公开。",
            "做到「一如继往」。",
            "工作「循序渐近」。",
            "力求「再接再励」。",
        ]
    )
    return edit.add_sentence(
        sample, random, re.sub(r"「(.*?)」", lambda m: edit.mark(m[1]), text), "problems", "overview"
    )


@fault("词语中间有空格", "a space inside a word", category="spacing", source="variability.md §1、§2")
def space_in_word(sample: Sample, random: Random) -> Sample | None:
    """Put a space into a word."""
    words = "|".join(f"{word[:-1]}(?={word[-1]})." for word in wordings("fault_words")["split"])
    gap = random.choice([" ", "  ", "　", " "])
    return edit.substitute(sample, random, words, lambda m: f"{m[0][:1]}{gap}{m[0][1:]}", edit.prose(sample))


@fault("中文句中用半角标点", "half-width punctuation in Chinese text", category="punctuation", source=ERRORS)
def half_width_comma(sample: Sample, random: Random) -> Sample | None:
    """Print one comma or semicolon at half width where the others are full."""
    if sample.text().count("，") < 10:
        return None
    narrow = {"，": ",", "；": ";", "：": ":", "。": "."}
    pattern = r"(?<=[\u4e00-\u9fff])([，；：。])(?=[\u4e00-\u9fff])"
    slots = list(edit.prose(sample))

    def shrink(match: re.Match[str]) -> str:
        return narrow[match[1]]

    return edit.substitute(sample, random, pattern, shrink, slots)


@fault("标点连用", "punctuation marks in a row", category="punctuation", source=f"{ERRORS}（；；）")
def punctuation_doubled(sample: Sample, random: Random) -> Sample | None:
    """Print a comma twice, or two marks."""
    words = random.choice([r"\g<0>\g<0>", r"\g<0>、", r"；\g<0>", r"、\g<0>"])
    return edit.substitute(sample, random, r"(?<=[\u4e00-\u9fff])[，,](?=[\u4e00-\u9fff])", words, edit.prose(sample))


NUMBER = r"〔(\d{4})〕(第?)(\d+)号"


@fault(
    "文号年份用错括号",
    "a document number with the wrong brackets",
    category="document-number",
    also=("punctuation",),
    source=f"{NUMBERS}；GB/T 9704",
)
def number_brackets(sample: Sample, random: Random) -> Sample | None:
    """Put other brackets around the year."""
    pair = random.choice(["[]", "（）", "()", "［］", "【】", "{}", "﹝﹞"])
    return edit.substitute(sample, random, NUMBER, rf"{pair[0]}\1{pair[1]}\2\3号", edit.body(sample))


@fault(
    "文号残缺",
    "a document number that has lost characters",
    category="document-number",
    also=("unbalanced-mark", "garbled-date", "typo", "legal-basis"),
    source=f"{NUMBERS}（国办发〔201724号）",
)
def number_garbled(sample: Sample, random: Random) -> Sample | None:
    """Lose a bracket, a digit or 号 of a document number."""
    words = random.choice([r"〔\1\3号", r"\1〕\3号", r"〔\1〕号", r"〔〕\3号", r"〔\1〕\3", r"\1\3号"])
    return edit.substitute(sample, random, NUMBER, words, edit.body(sample))


@fault(
    "文号多“第”字或虚位",
    "a document number with 第 or a zero before it",
    category="document-number",
    source="GB/T 9704（不编虚位，不加“第”字）",
)
def number_padded(sample: Sample, random: Random) -> Sample | None:
    """Pad the number."""
    return edit.substitute(
        sample, random, NUMBER, random.choice([r"〔\1〕第\3号", r"〔\1〕0\3号", r"〔\1〕00\3号"]), edit.body(sample)
    )


@fault(
    "文号年份晚于报告",
    "a document number of a year after the report",
    category="document-number",
    also=("year-slip", "legal-basis"),
    source=NUMBERS,
)
def number_of_future(sample: Sample, random: Random) -> Sample | None:
    """Give a document a year that had not come."""
    later = sample.year + random.choice([3, 5, 10, 20])
    return edit.substitute(sample, random, NUMBER, rf"〔{later}〕\2\3号", edit.body(sample))
