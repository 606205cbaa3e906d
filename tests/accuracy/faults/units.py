"""Faults in units: a number without one, one without a number, one printed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    import re
    from random import Random

    from tests.accuracy.model import Sample

UNITS = r"条|件|次|篇|期|份|人次|个|名|项|元|万元"
ENDS = r"(?=[，,；;。、）)])"
SOURCE = "variability.md §8.5；design.md §8"


@fault("数字后缺单位", "a number without its unit", category="missing-unit", source=SOURCE)
def unit_missing(sample: Sample, random: Random) -> Sample | None:
    """Take the unit off a number."""
    return edit.substitute(sample, random, rf"(?<![\d.])([1-9]\d*)({UNITS}){ENDS}", r"\1", edit.prose(sample))


@fault(
    "单位前缺数字", "a unit without its number", category="missing-unit", also=("typo", "placeholder"), source=SOURCE
)
def number_missing(sample: Sample, random: Random) -> Sample | None:
    """Take the number off a unit, the word before it marked as well."""
    pattern = (
        rf"(公开|信息|申请|培训班|稿件|会议|决算|发布会|访谈|留言|收到|举办|办结)(\d+)(条|件|次|篇|期|份|人次){ENDS}"
    )
    return edit.substitute(sample, random, pattern, r"\1\3", edit.prose(sample))


@fault("单位重复", "a unit printed twice", category="missing-unit", also=("duplicate-text", "typo"), source=SOURCE)
def unit_doubled(sample: Sample, random: Random) -> Sample | None:
    """Print a unit twice, or two units."""

    def twice(match: re.Match[str]) -> str:
        number, unit = match[1], match[2]
        # 件次, 条次 and the like are units themselves.
        other = random.choice([one for one in ("条", "件", "个") if one != unit])
        return f"{number}{unit}{random.choice([unit, unit, other])}"

    return edit.substitute(sample, random, rf"(?<![\d.])(\d+)(条|件|次|篇|期|份|个){ENDS}", twice, edit.prose(sample))
