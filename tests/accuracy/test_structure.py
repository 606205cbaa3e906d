"""The checker reads title, year and parts of generated clean reports as these were made, however headings are set off."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from checker.model.report import Placement
from tests.accuracy.generator import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker import Report
    from tests.accuracy.model import Part, Sample
    from tests.conftest import Understand

SEEDS = range(60)
NUMBER = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\d+\.|[（(][一二三四五六七八九十]+[）)])\s*"
)
RENUMBERED = {"plain": "", "arabic": "{at}. ", "spaced": "　　{han} 、", "tab": "{han}、\t"}
HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三")
BOTH_NAMED = 2
"""Contents that one heading names; of more it may leave one to a heading below it."""

WIDE = str.maketrans("，：；（）", ",:;()")


@cache
def sample(seed: int, manner: str) -> Sample:
    made = generate(seed)
    if manner in ("lines", "glued"):
        return replace(made, style=manner)
    parts = tuple(
        replace(part, heading=RENUMBERED[manner].format(at=at, han=HAN[at - 1]) + NUMBER.sub("", part.heading))
        for at, part in enumerate(made.parts, 1)
    )
    return replace(made, style="lines", parts=parts)


def cases(*manners: str) -> Iterator[object]:
    for manner in manners:
        for seed in SEEDS:
            if manner != "arabic" or not counts_below(seed):
                yield pytest.param(seed, manner, id=f"{seed} {manner}")


def counts_below(seed: int) -> bool:
    """Tell whether the report counts with Arabic numbers below its parts, so that its parts may not be counted so."""
    lines = [line for part in generate(seed).parts for line in part.paragraphs]
    return any(re.match(r"\d+\.\D", line) for line in lines)


def places(made: Sample) -> Iterator[tuple[Part, int]]:
    """Give every part with the offset of its heading."""
    text = made.text()
    at = len("\n".join([*made.page_before, made.title, *made.introduction]))
    for part in made.parts:
        at = text.index(part.heading, at)
        yield part, at
        at += len(part.heading)


def stop(report: Report, start: int) -> int:
    """Give the end of what the main heading at ``start`` governs."""
    return next(one.stop for one in report.outline if one.level == 1 and one.start == start)


def plain(words: str) -> str:
    return "".join(words.translate(WIDE).split())


LINES = tuple(cases("lines"))
ALL = tuple(cases("lines", "glued", *RENUMBERED))
NUMBERED = tuple(cases("lines", "glued", "arabic", "spaced", "tab"))


def read(seed: int, manner: str, understand: Understand) -> Report:
    return understand(sample(seed, manner).text())


@pytest.mark.parametrize(("seed", "manner"), LINES)
def test_the_title_and_the_year_are_those_of_the_report(seed: int, manner: str, understand: Understand) -> None:
    made, report = sample(seed, manner), read(seed, manner, understand)
    assert report.year == made.year
    assert plain(made.title).endswith(plain(report.title))


@pytest.mark.parametrize(("seed", "manner"), ALL)
def test_every_part_is_found_under_its_own_heading(seed: int, manner: str, understand: Understand) -> None:
    made, report = sample(seed, manner), read(seed, manner, understand)
    for part, at in places(made):
        start = at + len(part.heading) - len(part.heading.lstrip())
        for key in part.keys[:1]:
            assert (report.sections[key].start, report.sections[key].placement) == (start, Placement.OWN)
        for key in part.keys[1:]:
            section = report.sections[key]
            assert section.placement is Placement.OWN or len(part.keys) > BOTH_NAMED
            assert start <= section.start < section.end <= stop(report, start)


@pytest.mark.parametrize(("seed", "manner"), ALL)
def test_a_section_s_heading_is_the_part_s(seed: int, manner: str, understand: Understand) -> None:
    made, report = sample(seed, manner), read(seed, manner, understand)
    for part, _ in places(made):
        if part.keys:
            assert plain(report.sections[part.keys[0]].heading) == plain(part.heading)


@pytest.mark.parametrize(("seed", "manner"), NUMBERED)
def test_nothing_else_is_a_main_heading(seed: int, manner: str, understand: Understand) -> None:
    made, report = sample(seed, manner), read(seed, manner, understand)
    found = [plain(one.title) for one in report.outline if one.level == 1 and one.style != "item"]
    assert found == [plain(NUMBER.sub("", part.heading.lstrip("　").replace(" 、", "、"))) for part in made.parts]
