"""Faults of repetition and of what was left in by mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, topics
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

ERRORS = "variability.md §8.5"
NUMBERED = re.compile(r"^[（(]?([一二三四五六七八九十]+|\d+)([）)、.．]|是)|^[①-⑳]")


def plain(sample: Sample, least: int) -> list[edit.Slot]:
    """Give the paragraphs of prose that carry no number and are long enough."""
    return [
        slot for slot in edit.prose(sample) if len(slot.read(sample)) >= least and not NUMBERED.match(slot.read(sample))
    ]


@fault("同一段落重复", "a paragraph printed twice", category="duplicate-text", source=ERRORS)
def paragraph_repeated(sample: Sample, random: Random) -> Sample | None:
    """Print a paragraph again below itself."""
    found = [slot for slot in plain(sample, 25) if not re.search(r"[一二三]是", slot.read(sample))]
    if not found:
        return None
    slot = random.choice(found)
    return slot.write(sample, slot.read(sample), edit.mark(slot.read(sample)))


@fault(
    "段落出现在两个部分",
    "a paragraph of one part printed in another as well",
    category="duplicate-text",
    also=("copied-text",),
    source=ERRORS,
)
def paragraph_in_two_parts(sample: Sample, random: Random) -> Sample | None:
    """Print a paragraph again at the end of another part."""
    found = [slot for slot in plain(sample, 40) if not re.search(r"[一二三]是", slot.read(sample))]
    if not found:
        return None
    slot = random.choice(found)
    others = [other for other in plain(sample, 12) if other.part != slot.part and edit.is_prose(other.read(sample))]
    if not others:
        return None
    target = random.choice(others)
    return target.write(sample, target.read(sample), edit.mark(slot.read(sample)))


@fault(
    "同一部分内句子重复",
    "a sentence repeated within a part",
    category="duplicate-text",
    source=f"{ERRORS}（新闻发布会×2）",
)
def sentence_repeated(sample: Sample, random: Random) -> Sample | None:
    """Print a long sentence again behind its paragraph."""
    found = [
        (slot, one)
        for slot in edit.prose(sample)
        for one in topics.sentences(slot.read(sample))
        if len(one) > 24 and one.endswith("。") and not topics.BINDING.search(one) and slot.read(sample).endswith("。")
    ]
    if not found:
        return None
    slot, one = random.choice(found)
    return slot.write(sample, slot.read(sample) + edit.mark(one))


@fault(
    "词语连写两遍",
    "a word printed twice",
    category="duplicate-text",
    also=("typo",),
    source=f"{ERRORS}（审核审核、问题问题）",
)
def word_doubled(sample: Sample, random: Random) -> Sample | None:
    """Print a word twice."""
    words = [word for word in wordings("fault_words")["repeated_words"] if len(word) > 1]
    return edit.substitute(sample, random, "|".join(words), r"\g<0>\g<0>", edit.prose(sample))


@fault(
    "衍字（的的）",
    "a character printed twice",
    category="typo",
    also=("duplicate-text",),
    source=f"{ERRORS}（整体统一的的网站）",
)
def character_doubled(sample: Sample, random: Random) -> Sample | None:
    """Print a character twice."""
    chars = "".join(wordings("fault_words")["doubled"])
    return edit.substitute(
        sample, random, rf"(?<=[\u4e00-\u9fff])([{chars}])(?=[\u4e00-\u9fff])", r"\1\1", edit.prose(sample)
    )


@fault(
    "模板语句未删",
    "a leftover of the template",
    category="placeholder",
    also=("typo", "punctuation", "unbalanced-mark", "missing-unit"),
    source="regulation.md §4.1（该部分以表格形式报告）",
)
def template_leftover(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence of the template."""
    text = random.choice(wordings("fault_words")["leftovers"]).replace("«", OPEN).replace("»", CLOSE)
    return edit.add_sentence(sample, random, text, "overview", "proactive", "applications")


@fault(
    "机关名称处留有占位符",
    "a placeholder where the maker should be named",
    category="placeholder",
    also=("self-reference", "issuer-name"),
    source="design.md §8 placeholder",
)
def maker_placeholder(sample: Sample, random: Random) -> Sample | None:
    """Put a placeholder in the place of what the maker calls itself."""
    words = random.choice(["XX局", "××单位", "{单位}", "XXX", "某某局", "【单位名称】", "**局", "[单位]", "(单位名称)"])
    return edit.substitute(sample, random, re.escape(sample.maker.self_name), words, edit.prose(sample))


@fault(
    "数字处留有占位符",
    "a placeholder where a number should be",
    category="placeholder",
    also=("missing-unit", "garbled-date"),
    source="design.md §8 placeholder",
)
def number_placeholder(sample: Sample, random: Random) -> Sample | None:
    """Put a placeholder in the place of a number."""
    words = random.choice(["XX", "××", "__", "*", "N", "{数量}", "（）", "?"])
    return edit.substitute(
        sample, random, r"(?<![\d.])\d+(?=(条|件|次|期|篇|人次)[，,。；;、])", words, edit.prose(sample)
    )


@fault(
    "句子没写完",
    "a sentence that breaks off",
    category="typo",
    also=("unbalanced-mark", "punctuation", "placeholder"),
    source="variability.md §7",
)
def sentence_truncated(sample: Sample, random: Random) -> Sample | None:
    """Leave half a sentence at the end of a paragraph."""
    words = random.choice(wordings("fault_words")["truncated"])
    if "“" in words:
        words = words.partition("“")[0] + "谁公开"
    return edit.add_sentence(sample, random, edit.mark(words), "overview", "proactive", "improvements")


@fault(
    "段落末尾缺句号或多标点",
    "a paragraph that ends without a stop or with two",
    category="punctuation",
    also=("typo",),
    source=f"{ERRORS}（；；）",
)
def stop_wrong(sample: Sample, random: Random) -> Sample | None:
    """Spoil a mark between or behind sentences."""
    words = random.choice([r"\1。。", r"\1，。", r"\1；。", r"\1、。"])
    return edit.substitute(sample, random, r"([\u4e00-\u9fff]{2})。", words, edit.prose(sample))


@fault(
    "文字损坏（乱码、方框、星号）",
    "text damaged: wrong encoding, boxes, asterisks",
    category="typo",
    also=("placeholder", "garbled-date", "punctuation", "issuer-name"),
    source="variability.md §7（打码“主动***息”）",
)
def text_damaged(sample: Sample, random: Random) -> Sample | None:
    """Replace some characters by signs of damage."""
    words = random.choice(
        ["□□", "***", "锟斤拷", "鏀垮簻淇℃伅", "\ufffd\ufffd", "????", "■■■", "&nbsp;&nbsp;", "��开", "¹«¿ª"]
    )
    return edit.substitute(
        sample, random, r"(?<=[\u4e00-\u9fff])(公开|信息|政府|制度|工作)(?=[\u4e00-\u9fff])", words, edit.prose(sample)
    )
