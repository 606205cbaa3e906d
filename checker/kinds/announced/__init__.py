"""An announced number of items (以下三个方面：) is that of the items that follow directly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.announced.announcements import announcements_in
from checker.kinds.announced.items import items_from
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.announced.announcements import Announcement
    from checker.kinds.announced.items import Items
    from checker.model.report import Report
    from checker.model.result import Observation

_SHOWN = 16


class Params(NamedTuple):
    """``nouns`` are the words, as patterns, for what is numbered: 方面, 问题, 措施."""

    nouns: tuple[str, ...]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` of the announcement, the ``number`` announced and the number ``listed``."""
    return frozenset({"words", "number", "listed"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Hold every announcement against the list behind it, where that can be read without doubt."""
    checked, broken = 0, 0
    for announced in announcements_in(report, params.nouns):
        number = parse_number(announced.number)
        items = items_from(report, announced.end, int(number)) if number else None
        if items is None or number is None:
            continue
        checked += 1
        if items.number != number:
            broken += 1
            yield _broken(announced, items, int(number), report)
    if not broken:
        yield Held(checked)


def _broken(announced: Announcement, items: Items, number: int, report: Report) -> Broken:
    words = report.text[announced.words.start : announced.words.end]
    last = items.last._replace(end=min(items.last.start + _SHOWN, report.extent.end))
    return Broken((announced.words,), {"words": words, "number": number, "listed": items.number}, related=(last,))
