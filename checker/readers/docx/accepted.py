"""The accepted view of tracked changes: what was struck out or moved away is taken out of the tree, and changes are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.docx.vocabulary import (
    CELL_DEL,
    DEL,
    INS,
    MOVED_FROM,
    MOVED_TO,
    PPR,
    RPR,
    TC,
    TR,
    TRPR,
    P,
    drop,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

_LOOKS = tuple(
    word(f"{what}Change")
    for what in ("numbering", "pPr", "rPr", "sectPr", "tblGrid", "tblPr", "tblPrEx", "tcPr", "trPr")
)
CHANGES = (INS, DEL, MOVED_FROM, MOVED_TO, CELL_DEL, word("cellIns"), word("cellMerge"), *_LOOKS)
"""Every element that keeps a change."""


def accept_changes(odd: Mapping[str, Sequence[Element]]) -> int:
    """Accept all of the changes among the elements of a document; gives how many there were."""
    for element in (*odd.get(DEL, ()), *odd.get(MOVED_FROM, ())):
        kept_in = element.getparent()
        if kept_in is not None and kept_in.tag == TRPR:
            _drop_around(element, TR)
        elif kept_in is not None and kept_in.tag != RPR:
            drop(element)
    for element in odd.get(CELL_DEL, ()):
        _drop_around(element, TC)
    join_at([*odd.get(DEL, ()), *odd.get(MOVED_FROM, ())])
    return sum(len(odd.get(tag, ())) for tag in CHANGES)


def join_at(properties: Sequence[Element]) -> None:
    """Join paragraphs to the next where one of ``properties`` says that the paragraph's end is gone.

    From the last to the first, so that of many in a row each is moved once.
    """
    for element in reversed(properties):
        paragraph = _ended_by(element)
        following = paragraph.getnext() if paragraph is not None else None
        if paragraph is None or following is None or following.tag != P:
            continue
        first = next(iter(following), None)  # properties stand first; to search for them would be quadratic
        for child in reversed([one for one in paragraph if one.tag != PPR]):
            if first is None or first.tag != PPR:
                following.insert(0, child)
            else:
                first.addnext(child)
        drop(paragraph)


def _ended_by(element: Element) -> Element | None:
    """Give the paragraph whose end an element of run properties is about."""
    run_properties = element.getparent()
    properties = run_properties.getparent() if run_properties is not None and run_properties.tag == RPR else None
    return properties.getparent() if properties is not None and properties.tag == PPR else None


def _drop_around(element: Element, tag: str) -> None:
    around = next(element.iterancestors(tag), None)
    if around is not None:
        drop(around)
