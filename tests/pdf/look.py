"""How a made-up report is printed: paper, margins, fonts, rules, page numbers, all from the seed."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

WEIGHTS = {10: [2.0, 4.4, 6.6] + [2.6] * 7, 4: [5.0, 3.0, 3.0, 3.0], 15: [2.0] * 15}
"""The widths of the columns of a table, by their number, in shares."""


class Look(NamedTuple):
    width: float
    height: float
    margins: tuple[float, float, float, float]
    """Left, top, right, bottom, in points."""
    size: float
    leading: float
    table_size: float
    indented: bool
    justified: bool
    ruled: bool
    numbered: str
    """How pages are numbered, with {} for the number; empty for not at all."""
    head: str
    repeats: bool
    """Whether the head of a table is repeated on each page."""
    tall_rows: float


def look_of(seed: int, *, ruled: bool = True) -> Look:
    random = Random(seed * 7919 + 1)  # noqa: S311 - made-up looks
    sizes = [(595.3, 841.9), (841.9, 595.3), (612.0, 792.0), (595.3, 841.9)]
    width, height = random.choice(sizes)
    margins = tuple(random.choice([48.0, 60.0, 72.0, 80.0]) for _ in range(4))
    size = random.choice([10.5, 12.0, 14.0, 16.0])
    return Look(
        width,
        height,
        margins,  # type: ignore[arg-type]
        size,
        size * random.choice([1.4, 1.6, 1.8]),
        random.choice([8.0, 9.0, 10.5]),
        indented=random.random() < 0.8,
        justified=random.random() < 0.6,
        ruled=ruled,
        numbered=random.choice(["", "— {} —", "-{}-", "{}", "第 {} 页"]),
        head=random.choice(["", "", "政府信息公开工作年度报告"]),
        repeats=random.random() < 0.3,
        tall_rows=random.choice([0.0, 4.0, 9.0]),
    )
