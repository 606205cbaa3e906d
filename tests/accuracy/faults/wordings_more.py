"""Faults of single words: 的 and 地, look-alike pairs, labels of tables, a verb or a word said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.shapes import reworded
from tests.accuracy.faults.told import first_of, tell
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

FILE = "fault_language"
ERRORS = "variability.md §8.5"


@fault("“地”误作“的”", "的 for 地 before a verb", category="typo", source=f"{ERRORS}（较好的完成）")
def de_for_di(sample: Sample, random: Random) -> Sample | None:
    """Write 的 before a verb."""
    adverb = r"(较好|有力|有效|切实|及时|积极|不断|全面|扎实|稳步|更好)地(?=[\u4e00-\u9fff]{2})"
    return first_of(
        random,
        lambda: edit.substitute(sample, random, adverb, r"\1的", edit.prose(sample)),
        lambda: tell(sample, random, FILE, "de_for_di"),
    )


@fault("“的”“得”“地”混用", "的, 得 and 地 confused otherwise", category="typo", source=ERRORS)
def de_confused(sample: Sample, random: Random) -> Sample | None:
    """Write one particle for another."""
    return tell(sample, random, FILE, "de_confused")


def word_fault(right: str, wrong: str, pool: str) -> Body:
    """Make an injector that writes one word for another, where it stands or in a new sentence."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        if wrong in sample.text():
            return None
        return first_of(
            random,
            lambda: edit.substitute(sample, random, right, wrong, edit.prose(sample)),
            lambda: tell(sample, random, FILE, pool),
        )

    return inject


WORDS = {
    "until_written_stop": ("截至", "截止", r"截至(?=\d{4}年|\d+月)", "until"),
    "other_written_old": ("其他", "其它", r"其他", "other"),
    "account_written_old": ("账", "帐", r"账(?=号|户|目)|(?<=台)账", "account"),
    "serve_as_written_do_as": ("作为", "做为", r"作为", "serve_as"),
}
for _name, (_good, _bad, _pattern, _pool) in WORDS.items():
    fault(f"“{_good}”误作“{_bad}”", f"{_bad} for {_good}", category="typo", source=ERRORS, name=_name)(
        word_fault(_pattern, _bad, _pool)
    )


@fault(
    "法定表格的行名有错字或丢字",
    "a printed label of a row with a wrong or a lost character",
    category="typo",
    also=("table-shape",),
    source="regulation.md §3、§4.4、§4.5；variability.md §5",
)
def row_label_slip(sample: Sample, random: Random) -> Sample | None:
    """Spoil the label of a row of a statutory table."""
    return reworded(sample, random, wordings(FILE)["labels"], ("proactive", "applications"))


@fault(
    "同一动词在宾语前后各说一遍",
    "a verb said before and behind its object",
    category="typo",
    also=("duplicate-text",),
    source=f"{ERRORS}（累计受理…诉求累计受理）",
)
def verb_twice(sample: Sample, random: Random) -> Sample | None:
    """Say the verb again behind its object."""
    verbs = "组织|开展|发布|编发|编印|举办|制作|修订|新增|办理|接待|接听"
    counted = rf"({verbs})([\u4e00-\u9fff]{{2,8}})(\d+)(?=[期次件条份篇场个项]|人次)"
    again = random.choice([r"\1\2\1\3", r"\1\2累计\1\3", r"累计\1\2累计\1\3"])
    return first_of(
        random,
        lambda: edit.substitute(sample, random, counted, again, edit.prose(sample)),
        lambda: tell(sample, random, FILE, "verb_twice", n=random.randint(12, 90)),
    )


@fault(
    "逗号前后同一个词",
    "the same word on both sides of a comma",
    category="typo",
    also=("duplicate-text",),
    source=f"{ERRORS}（…的通知》要求，要求各部门）",
)
def word_around_comma(sample: Sample, random: Random) -> Sample | None:
    """Say the last word of a clause again at the head of the next."""
    words = "|".join(map(re.escape, wordings(FILE)["words_at_comma"]))
    pattern = rf"({words})([，,])(?=[\u4e00-\u9fff]{{2}})"
    return first_of(
        random,
        lambda: edit.substitute(sample, random, pattern, r"\1\2\1", edit.prose(sample)),
        lambda: tell(sample, random, FILE, "around_comma"),
    )
