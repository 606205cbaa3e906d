"""Sentences drawn from a file of wordings, and words put in the place of others as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.drawn import filled
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from tests.accuracy.model import Sample

ANYWHERE = ("overview", "proactive", "problems", "improvements")


def tell(
    sample: Sample, random: Random, file: str, name: str, *, keys: tuple[str, ...] = ANYWHERE, **values: object
) -> Sample | None:
    """Add a sentence of a pool to the parts that hold the keys."""
    sentence = filled(random.choice(wordings(file)[name]), sample, **values)
    return edit.add_sentence(sample, random, sentence, *keys)


def put_exactly(
    sample: Sample,
    random: Random,
    pattern: str,
    new: Callable[[re.Match[str]], str],
    slots: Iterable[edit.Slot],
) -> Sample | None:
    """Replace one match by what ``new`` gives, marks and widths as it gives them."""
    found = [(slot, match) for slot in slots for match in re.finditer(pattern, slot.read(sample))]
    if not found:
        return None
    slot, match = random.choice(found)
    text = match.string
    return slot.write(sample, text[: match.start()] + new(match) + text[match.end() :])


def first_of(random: Random, *ways: Callable[[], Sample | None]) -> Sample | None:
    """Try the ways in an order drawn, and give what the first that fits gives."""
    drawn = list(ways)
    random.shuffle(drawn)
    return next((made for way in drawn if (made := way()) is not None), None)


def is_full_width(sample: Sample) -> bool:
    """Tell texts with Chinese marks throughout from those typed with half-width ones."""
    return sample.text().count("，") > 10
