"""What paragraphs, rows and cells say of themselves, gathered once for the whole document: most say nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.docx.styles import level_of, list_place
from checker.readers.docx.vocabulary import NUMPR, OUTLINE, PSTYLE, TC, TR, VAL, P, number_of, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

_SPAN, _DOWN, _ACROSS, _BEFORE = map(word, ("gridSpan", "vMerge", "hMerge", "gridBefore"))
_MERGED = "continue"
PROPERTIES = (PSTYLE, OUTLINE, NUMPR, _SPAN, _DOWN, _ACROSS, _BEFORE)
"""The elements that say it."""


class Said(NamedTuple):
    """Properties by element; an element that is in none of them has the usual ones.

    ``from_above`` tells cells that begin what others go on with (False) from those that go on (True); likewise ``from_left``.
    """

    styles: Mapping[Element, str]
    levels: Mapping[Element, int]
    places: Mapping[Element, tuple[str | None, int | None]]
    columns: Mapping[Element, int]
    from_above: Mapping[Element, bool]
    from_left: Mapping[Element, bool]
    before: Mapping[Element, int]


def said_in(odd: Mapping[str, Sequence[Element]]) -> Said:
    """Gather the properties of paragraphs, cells and rows, without those that a tracked change has replaced."""
    return Said(
        {one: part.get(VAL, "") for one, part in _of(odd, PSTYLE, P)},
        {one: level_of(part) for one, part in _of(odd, OUTLINE, P)},
        {one: list_place(part) for one, part in _of(odd, NUMPR, P)},
        {one: max(1, number_of(part, 1)) for one, part in _of(odd, _SPAN, TC)},
        {one: part.get(VAL, _MERGED) == _MERGED for one, part in _of(odd, _DOWN, TC)},
        {one: part.get(VAL, _MERGED) == _MERGED for one, part in _of(odd, _ACROSS, TC)},
        {one: number_of(part, 0) for one, part in _of(odd, _BEFORE, TR)},
    )


def _of(odd: Mapping[str, Sequence[Element]], tag: str, owner: str) -> Iterator[tuple[Element, Element]]:
    for part in odd.get(tag, ()):
        properties = part.getparent()
        around = properties.getparent() if properties is not None else None
        if around is not None and around.tag == owner:
            yield around, part
