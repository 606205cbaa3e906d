"""Wordings with «» for marks, drawn and filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample


def pool(name: str) -> Any:
    """Give a list of wordings."""
    return wordings("fault_more")[name]


def filled(text: str, sample: Sample, /, **values: object) -> str:
    """Fill a wording in and put marks where «» stand."""
    maker = sample.maker
    place = maker.places[-1] if maker.places else maker.name
    words = {"self": maker.self_name, "name": maker.name, "place": place, "year": sample.year}
    words |= {"prev": sample.year - 1, "next": sample.year + 1}
    return text.format(**{**words, **values}).replace("«", OPEN).replace("»", CLOSE)


def draw(sample: Sample, random: Random, name: str, /, **values: object) -> str:
    """Draw a wording and fill it in."""
    return filled(random.choice(pool(name)), sample, **values)
