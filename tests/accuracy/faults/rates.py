"""Faults in percentages: shares and growth that the numbers beside them refute."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.sums import LOGIC, swap_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample


def shares(sample: Sample) -> list[tuple[Sample, edit.Slot, re.Match[str]]]:
    """Give the shares that stand beside their count, in a report that tells the total."""
    return [
        (sample, slot, match)
        for slot in edit.prose(sample, "overview", "proactive")
        for match in re.finditer(
            r"(?<=占)(\d+\.\d+)(?=%)|(?<=占总数的)(\d+\.\d+)(?=%)|(?<=信息总数的)(\d+\.\d+)(?=%)", slot.read(sample)
        )
        if re.search(r"\d+条[^。\d]*$", slot.read(sample)[: match.start()])
    ]


def growths(sample: Sample) -> list[tuple[Sample, edit.Slot, re.Match[str]]]:
    """Give the rates of growth of the total, in a sample that tells last year's number beside it."""
    total, before = sample.facts["proactive_total"], sample.facts["prev_total"]
    for slot in edit.prose(sample, "overview", "proactive"):
        text = slot.read(sample)
        match = re.search(
            rf"(?<!\d){total}条([（(]\d{{4}}年为{before}条[）)])?[，,][^，,。]{{2,12}}?(\d+(?:\.\d+)?)%", text
        )
        if match:
            told = "" if match[1] else edit.adapt(sample, f"（{sample.year - 1}年为{before}条）")
            at = match.start() + len(f"{total}条")
            changed = slot.write(sample, text[:at] + told + text[at:])
            found = re.compile(r"\d+(?:\.\d+)?(?=%)").search(slot.read(changed), at + len(told))
            return [(changed, slot, found)] if found else []
    return []


def spoil_rate(rate: str, random: Random, way: str) -> str | None:
    """Give a wrong rate: another value, digits swapped, or the point moved."""
    if way == "value":
        step = Decimal(random.choice(["1.3", "3", "10", "7.25"]))
        return str(abs(Decimal(rate) + random.choice([step, -step])))
    if way == "point":
        return f"{(Decimal(rate) * Decimal(random.choice(['10', '0.1']))).normalize():f}"
    digits = rate.replace(".", "")
    others = sorted({"".join(one) for one in permutations(digits)} - {digits}) if len(digits) < 6 else []
    point = rate.find(".")
    others = [f"{one[:point]}.{one[point:]}" if point >= 0 else one for one in others if one[0] != "0"]
    return random.choice(others) if others else None


RATES = {
    "share": ("占比", "a share", shares, "prose-share"),
    "growth": ("增长率", "a rate of growth", growths, "prose-growth"),
}
WAYS = {
    "value": ("数值错", "with a wrong value"),
    "digits": ("数字颠倒", "with its digits swapped"),
    "point": ("小数点错位", "with its point moved"),
}


def rate_fault(places: Callable[[Sample], list[tuple[Sample, edit.Slot, re.Match[str]]]], way: str) -> Body:
    """Make an injector that spoils a percentage."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        found = places(sample)
        random.shuffle(found)
        for told, slot, match in found:
            wrong = spoil_rate(match[0], random, way)
            if wrong and abs(Decimal(wrong) - Decimal(match[0])) > Decimal("0.1"):
                return swap_number(told, slot, match, wrong)
        return None

    return inject


for _rate, (_zh, _en, _places, _category) in RATES.items():
    for _way, (_how, _how_en) in WAYS.items():
        fault(f"{_zh}{_how}", f"{_en} {_how_en}", category=_category, source=LOGIC, name=f"{_rate}_{_way}_wrong")(
            rate_fault(_places, _way)
        )


@fault("增减方向写反", "growth where there was decline, or the other way round", category="prose-growth", source=LOGIC)
def growth_direction_wrong(sample: Sample, random: Random) -> Sample | None:
    """Turn the direction where both totals are told in the sentence."""
    turned = {"增长": "下降", "增加": "减少", "下降": "增长", "减少": "增加"}
    del random
    for told, slot, match in growths(sample):
        text = slot.read(told)
        word = text[match.start() - 2 : match.start()]
        if word in turned:
            return slot.write(
                told, text[: match.start() - 2] + edit.mark(turned[word] + match[0]) + text[match.end() :]
            )
    return None
