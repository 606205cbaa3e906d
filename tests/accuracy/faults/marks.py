"""Faults of marks: what a word processor or a page left behind, and marks that cross, nest or pair wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.told import first_of, put_exactly, tell
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    import re
    from random import Random

    from tests.accuracy.model import Sample

FILE = "fault_signs"
REMAINS, PAIRS = "variability.md §5、§7（Word 条件注释、&nbsp;）", "variability.md §6；GB/T 15834"
BETWEEN_WORDS = r"(?<=[\u4e00-\u9fff，。、；])(?=[\u4e00-\u9fff])"
NUMBER = r"^(?:[一二三四五六七八九]是|[（(][一二三四五六七八九][）)]|\d[.、]|[①-⑩])"
LEFT = ("punctuation", "typo", "spacing")


@fault(
    "Word 列表注释残留",
    "a word processor's comments on a list left in",
    category="placeholder",
    also=LEFT,
    source=REMAINS,
)
def list_comment_left(sample: Sample, random: Random) -> Sample | None:
    """Put conditional comments around the number of an item, before a paragraph that has none, or behind one."""
    said = wordings(FILE)
    before, behind = random.choice(said["list_comments"])
    bare, end = random.choice(said["list_heads"]), random.choice(said["list_ends"])

    def wrap(match: re.Match[str]) -> str:
        return edit.mark(before) + match[0] + edit.mark(behind)

    return first_of(
        random,
        lambda: put_exactly(sample, random, NUMBER, wrap, edit.prose(sample)),
        lambda: put_exactly(sample, random, f"^(?!{NUMBER[1:]})", lambda _: edit.mark(bare), edit.prose(sample)),
        lambda: put_exactly(sample, random, r"(?<=。)$", lambda _: edit.mark(end), edit.prose(sample)),
    )


def inserted(sample: Sample, random: Random, pool: str) -> Sample | None:
    """Put what was left behind between two words."""
    rest = random.choice(wordings(FILE)[pool])
    return put_exactly(sample, random, BETWEEN_WORDS, lambda _: edit.mark(rest), edit.prose(sample))


@fault("网页空格代码残留", "the code of a blank left in", category="placeholder", also=LEFT, source=REMAINS)
def entity_left(sample: Sample, random: Random) -> Sample | None:
    """Put an entity of HTML between two words."""
    return inserted(sample, random, "entities")


@fault("网页标签残留", "a tag of a page left in", category="placeholder", also=LEFT, source=REMAINS)
def tag_left(sample: Sample, random: Random) -> Sample | None:
    """Put a tag between two words."""
    return inserted(sample, random, "tags")


@fault(
    "域代码残留（{PAGE}）",
    "a field code left in",
    category="placeholder",
    also=(*LEFT, "unbalanced-mark"),
    source=REMAINS,
)
def field_code_left(sample: Sample, random: Random) -> Sample | None:
    """Put a field code between two sentences or words."""
    return inserted(sample, random, "field_codes")


@fault(
    "交叉引用出错（错误!未找到引用源）",
    "a cross-reference that failed",
    category="placeholder",
    also=LEFT,
    source=REMAINS,
)
def reference_failed(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence whose reference was not found."""
    return tell(sample, random, FILE, "field_errors")


@fault(
    "书名号与引号、括号交叉",
    "title marks that cross other marks",
    category="unbalanced-mark",
    also=("punctuation", "legal-basis"),
    source=PAIRS,
)
def marks_crossed(sample: Sample, random: Random) -> Sample | None:
    """Cross the marks around a title or a quotation."""
    title = random.choice([r"《“\1》”", r"“《\1”》", r"（《\1）》", r"《（\1》）"])
    quote = random.choice([r"“（\1”）", r"（“\1）”", r"“《\1”》"])
    return first_of(
        random,
        lambda: edit.substitute(sample, random, r"《([^《》“”（）()〈〉\n]{2,40})》", title, edit.body(sample)),
        lambda: edit.substitute(sample, random, r"“([^《》“”（）()〈〉\n]{2,30})”", quote, edit.body(sample)),
    )


@fault(
    "书名号之内又用双书名号",
    "double title marks within double ones",
    category="unbalanced-mark",
    also=("punctuation",),
    source=PAIRS,
)
def titles_nested(sample: Sample, random: Random) -> Sample | None:
    """Put 《》 in the place of 〈〉, or add a title within a title."""
    return first_of(
        random,
        lambda: edit.substitute(sample, random, r"〈([^〈〉\n]+)〉", r"《\1》", edit.body(sample)),
        lambda: tell(sample, random, FILE, "title_in_title"),
    )


@fault(
    "括号一半全角一半半角",
    "a bracket of one width closed by one of the other",
    category="unbalanced-mark",
    also=("punctuation",),
    source=PAIRS,
)
def bracket_widths_mixed(sample: Sample, random: Random) -> Sample | None:
    """Change the width of one bracket of a pair."""

    def mix(match: re.Match[str]) -> str:
        opened, closed = random.choice([("(", "）"), ("（", ")")])
        return edit.mark(opened + match[1] + closed)

    return put_exactly(sample, random, r"[（(]([^（）()\n]{2,60})[）)]", mix, edit.body(sample))
