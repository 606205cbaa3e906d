"""What a report is written from: one organ, one year, its figures, and sentences that are said at most once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.accuracy.generator.wording import Entry, entries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from tests.accuracy.model import Maker

SLOT = re.compile(r"\{([^{}]+)\}")
RANGE = re.compile(r"([\d.]+)-([\d.]+)")
COUNTS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Scene:
    """The state of writing one report."""

    random: Random
    year: int
    regime: str
    maker: Maker
    facts: dict[str, int]
    slots: dict[str, str]
    living: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def chance(self, share: float) -> bool:
        """Draw yes with this probability."""
        return self.random.random() < share

    def fill(self, text: str, **extra: str) -> str:
        """Put values into the slots of a wording."""
        while SLOT.search(text):
            text = SLOT.sub(lambda match: self._value(match[1], extra), text)
        return text

    def fitting(self, name: str, pool: str) -> list[Entry]:
        """Give the entries of a pool that may still be said."""
        return [
            found
            for found in entries(name, pool)
            if found.fits(self.year, self.maker.tier, self.maker.organ, self.facts) and found.topic not in self.used
        ]

    def take(self, name: str, pool: str, count: int = 1) -> list[tuple[str, str]]:
        """Draw entries as pairs of lead and sentence; never the same topic twice."""
        drawn: list[tuple[str, str]] = []
        for _ in range(count):
            if not (left := self.fitting(name, pool)):
                break
            chosen = self.random.choice(left)
            self.used.add(chosen.topic)
            drawn.append((chosen.lead, self.fill(chosen.text)))
        return drawn

    def say(self, pool: str, name: str = "prose", **extra: str) -> str:
        """Draw one sentence from a pool; what is said stays free for no other place."""
        fitting = self.fitting(name, pool)
        if not fitting:
            return ""
        chosen = self.random.choice(fitting)
        self.used.add(chosen.topic)
        return self.fill(chosen.text, **extra)

    def _value(self, slot: str, extra: Mapping[str, str]) -> str:
        if slot in extra:
            return extra[slot]
        if bounds := RANGE.fullmatch(slot):
            return self._between(bounds[1], bounds[2])
        if slot in self.slots:
            return self.slots[slot]
        if slot in self.living:
            return self.living[slot]()
        return str(self.facts[slot])

    def _between(self, low: str, high: str) -> str:
        places = len(low.partition(".")[2])
        scale = 10**places
        drawn = self.random.randint(int(Decimal(low) * scale), int(Decimal(high) * scale))
        return str(drawn) if not places else f"{Decimal(drawn) / scale:.{places}f}"


def numeral(number: int) -> str:
    """Write a small number in Chinese."""
    tens, ones = divmod(number, 10)
    if number <= 10:
        return COUNTS[number]
    return ("" if tens == 1 else COUNTS[tens]) + "十" + (COUNTS[ones] if ones else "")


def chinese_date(year: int, month: int, day: int) -> str:
    """Write a date in Chinese numerals."""
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    return f"{digits}年{numeral(month)}月{numeral(day)}日"
