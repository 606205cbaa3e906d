"""Faults of punctuation and spacing: widths, quotes, stops in lists, lost stops, stray blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.told import first_of, is_full_width, put_exactly, tell
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

FILE = "fault_signs"
STANDARD, SPACES = "GB/T 15834", "variability.md §1、§2"
BLANKS = [" ", " ", "  ", "　", "\u00a0"]


@fault(
    "全角文中用半角括号",
    "half-width brackets around words of a full-width text",
    category="punctuation",
    also=("unbalanced-mark",),
    source=STANDARD,
)
def half_width_brackets(sample: Sample, random: Random) -> Sample | None:
    """Print a pair of brackets at half width."""
    if not is_full_width(sample) or sample.text().count("（") < 3:
        return None
    words = r"（(?![一二三四五六七八九十\d]+）)([^（）\n]*[\u4e00-\u9fff]{2}[^（）\n]*)）"
    return put_exactly(sample, random, words, lambda m: edit.mark(f"({m[1]})"), edit.body(sample))


@fault(
    "全角文中用半角冒号",
    "a half-width colon in a full-width text",
    category="punctuation",
    also=("contact",),
    source=STANDARD,
)
def half_width_colon(sample: Sample, random: Random) -> Sample | None:
    """Print a colon at half width, behind a Chinese character."""
    if not is_full_width(sample) or sample.text().count("：") < 3:
        return None
    return put_exactly(sample, random, r"([\u4e00-\u9fff])：", lambda m: edit.mark(f"{m[1]}:"), edit.body(sample))


@fault(
    "中文句中用直引号",
    "straight quotes in Chinese text",
    category="punctuation",
    also=("unbalanced-mark",),
    source=STANDARD,
)
def straight_quotes(sample: Sample, random: Random) -> Sample | None:
    """Put straight quotes around what is quoted."""
    quote = random.choice(['"', '"', "'", "＂", "''"])
    inner = r"“([^“”\n]{2,40})”"
    return put_exactly(sample, random, inner, lambda m: edit.mark(f"{quote}{m[1]}{quote}"), edit.prose(sample))


@fault(
    "“和”“及”“等”之前用顿号",
    "an enumeration comma before “and” or “and so on”",
    category="punctuation",
    also=("typo",),
    source=STANDARD,
)
def stop_before_and(sample: Sample, random: Random) -> Sample | None:
    """Put 、 before the word that joins the last item, or add a list that has it."""
    joined = r"(?<=、)([\u4e00-\u9fff]{2,6}?)(和|以及|等)(?=[\u4e00-\u9fff“《])(?!其他|地|国|谐|平)"
    return first_of(
        random,
        lambda: edit.substitute(sample, random, joined, r"\1、\2", edit.prose(sample)),
        lambda: tell(sample, random, FILE, "and_with_stop"),
    )


@fault(
    "并列短语中顿号误作逗号",
    "a comma in a list of short terms that otherwise has enumeration commas",
    category="punctuation",
    source=STANDARD,
)
def comma_in_list(sample: Sample, random: Random) -> Sample | None:
    """Put ， in the place of one 、 of a fixed list, or add such a list."""
    fixed = r"(知情权、参与权|公民、法人|参与权、监督权|公安局、司法局|登记、审核)"

    def widen(match: re.Match[str]) -> str:
        return match[0].replace("、", "，")

    return first_of(
        random,
        lambda: edit.substitute(sample, random, fixed, widen, edit.body(sample)),
        lambda: tell(sample, random, FILE, "comma_in_list"),
    )


@fault(
    "段落末尾没有句号",
    "a paragraph of prose without its final stop",
    category="punctuation",
    also=("typo",),
    source=STANDARD,
)
def final_stop_lost(sample: Sample, random: Random) -> Sample | None:
    """Take the stop off the end of a paragraph; its last words are marked."""
    found = [slot for slot in edit.prose(sample) if re.search(r"。.*[\u4e00-\u9fff]{6}。$", slot.read(sample))]
    if not found:
        return None
    slot = random.choice(found)
    text = slot.read(sample)[:-1]
    return slot.write(sample, text[:-6] + edit.mark(text[-6:]))


@fault(
    "两个字的残句（推进。做好……）",
    "a sentence of two characters, cut off",
    category="punctuation",
    also=("typo", "duplicate-text"),
    source="variability.md §8.5",
)
def sentence_of_two_characters(sample: Sample, random: Random) -> Sample | None:
    """Leave two characters with a stop before a sentence."""
    rest = random.choice(wordings(FILE)["short_sentence"])
    return put_exactly(sample, random, r"(?<=。)(?=[\u4e00-\u9fff\d])", lambda _: edit.mark(rest), edit.prose(sample))


@fault(
    "标点之前有空格",
    "a blank before a mark",
    category="spacing",
    also=("punctuation",),
    source=SPACES,
)
def blank_before_mark(sample: Sample, random: Random) -> Sample | None:
    """Put a blank before a mark of punctuation."""
    blank = random.choice(BLANKS)
    marks = r"([\u4e00-\u9fff\d])([，。；：、,;:])(?=[\u4e00-\u9fff])"
    return put_exactly(sample, random, marks, lambda m: m[1] + edit.mark(blank + m[2]), edit.prose(sample))


@fault(
    "数字中间有空格",
    "a blank inside a number",
    category="spacing",
    also=("garbled-date",),
    source=SPACES,
)
def blank_in_number(sample: Sample, random: Random) -> Sample | None:
    """Put a blank between the digits of a year or a count."""

    def split(match: re.Match[str]) -> str:
        at = random.randrange(1, len(match[1]))
        return edit.mark(match[1][:at] + random.choice(BLANKS) + match[1][at:] + match[2])

    number = r"(?<![\d.〔—/-])(\d{2,})(年|条|件|次|期|篇|份|人次|个|项)"
    return put_exactly(sample, random, number, split, edit.prose(sample))
