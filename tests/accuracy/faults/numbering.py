"""Numbers of headings and the list of parts that the introduction announces, kept in step when parts change."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit

if TYPE_CHECKING:
    from tests.accuracy.faults.edit import Slot
    from tests.accuracy.model import Sample

DIGITS = "零一二三四五六七八九"
NUMBER = re.compile(r"^((?:第|[（(])?)([一二三四五六七八九十]+|\d+)(部分[\s　:：]*|[）)][、.]?\s*|[、.．，,\s　]+\s*)")
COUNT = re.compile(r"([一二三四五六七八九十]+|\d+)(?=\s*个?(?:大)?部分)")


def hanzi(number: int) -> str:
    """Write a number below 100 in Chinese."""
    tens, units = divmod(number, 10)
    ten = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return ten + (DIGITS[units] if units or not tens else "")


def numeral(text: str) -> int:
    """Read a number below 100."""
    if text.isdigit():
        return int(text)
    tens, ten, units = text.rpartition("十")
    return (DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.index(units) if units else 0)


def written(number: int, like: str) -> str:
    """Write a number in the way another one is written."""
    return str(number) if like.isdigit() else hanzi(number)


def bare(heading: str) -> str:
    """Give a heading without its number."""
    return NUMBER.sub("", heading).strip()


def number_of(heading: str) -> int | None:
    """Give the number of a heading."""
    match = NUMBER.match(heading)
    return numeral(match[2]) if match else None


def with_number(heading: str, number: int) -> str:
    """Give a heading another number, written alike."""
    return NUMBER.sub(lambda m: f"{m[1]}{written(number, m[2])}{m[3]}", heading, count=1)


def renumber(sample: Sample) -> Sample:
    """Number the headings of the parts from one on."""
    parts, number = [], 0
    for part in sample.parts:
        if number_of(part.heading) is None:
            parts.append(part)
            continue
        number += 1
        parts.append(replace(part, heading=with_number(part.heading, number)))
    return replace(sample, parts=tuple(parts))


def announcement(sample: Sample) -> Slot | None:
    """Find the paragraph that lists the parts: it names at least half of the headings, in so many words."""
    for slot in edit.introduction(sample):
        text = slot.read(sample)
        named = sum(bare(part.heading) in text for part in sample.parts)
        if named >= 3 and 2 * named >= len(sample.parts):
            return slot
    return None


def counted(text: str, by: int) -> str:
    """Change the announced number of parts."""
    return COUNT.sub(lambda m: written(numeral(m[1]) + by, m[1]), text)


def unannounce(sample: Sample, name: str, *, by: int = -1) -> Sample | None:
    """Take a part out of the announced list; None where the list names it in a way that cannot be undone."""
    slot = announcement(sample)
    if slot is None:
        return sample
    text, item = slot.read(sample), re.escape(name)
    for pattern in (rf"[、；]{item}(?=[、；。]|等|\d|[一二三四五六七八九十]+个?部分)", rf"{item}[、；]"):
        changed, times = re.subn(pattern, "", text, count=1)
        if times:
            return slot.write(sample, counted(changed, by))
    return None


def without_part(sample: Sample, index: int) -> Sample | None:
    """Take a part out, renumber the others and shorten the announced list."""
    shorter = unannounce(sample, bare(sample.parts[index].heading))
    return None if shorter is None else renumber(shorter.with_part(index, None))
