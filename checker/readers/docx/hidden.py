"""Hidden text: what Word neither shows nor prints, by its own word or by that of its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.docx.accepted import join_at
from checker.readers.docx.plain import text_of
from checker.readers.docx.vocabulary import PSTYLE, RPR, RSTYLE, VAL, VANISH, P, R, drop, is_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from checker.readers.docx.styles import Styles


def remove_hidden(root: Element, odd: Mapping[str, Sequence[Element]], styles: Styles) -> int:
    """Take hidden text out of the tree; gives its characters."""
    switches = [one for one in odd.get(VANISH, ()) if is_on(one)]
    runs = [run for one in switches if (run := _run_of(one)) is not None]
    runs += _styled(root, styles.hiding())
    characters = sum(len(text_of(run).strip()) for run in runs)
    for run in runs:
        drop(run)
    join_at(switches)
    return characters


def _run_of(switch: Element) -> Element | None:
    properties = switch.getparent()
    run = properties.getparent() if properties is not None and properties.tag == RPR else None
    return run if run is not None and run.tag == R else None


def _styled(root: Element, hiding: frozenset[str]) -> Iterator[Element]:
    """Find the runs that a style hides and that do not say otherwise."""
    for style in root.iter(RSTYLE, PSTYLE) if hiding else ():
        properties = style.getparent()
        around = properties.getparent() if properties is not None else None
        if around is not None and around.tag in {R, P} and style.get(VAL) in hiding:
            yield from (run for run in around.iter(R) if next(run.iter(VANISH), None) is None)
