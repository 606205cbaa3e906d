"""Labels of a table without rules: each row's lines stand around its height, those of a parent beside its rows."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.readers.pdf.columns import Values
    from checker.readers.pdf.pieces import Part

    Anchor = Callable[[Part], float]

_KINDS = (r"[一二三四五六七八九十]{1,3}、", r"[（(][一二三四五六七八九十]{1,3}[）)]", r"(?P<number>\d{1,2})[.．、]")
_LINE = 1.9  # of a character's size between lines of one label, at most
_ALIGNED = 0.4  # of a character's size
_EXACT = 0.3
_MOST = 14  # lines of a label


class Label(NamedTuple):
    """A label: its words, and the columns of labels it stands in."""

    parts: tuple[Part, ...]
    first: int
    behind: int

    @property
    def text(self) -> str:
        """Its words, lines put together."""
        return "".join(part.text for part in self.parts)


Slot = tuple[float, float]


def kind_of(text: str) -> int | None:
    """Give which kind of numbering a label begins with, the outermost first; None for none."""
    return next((kind for kind, pattern in enumerate(_KINDS) if compiled(pattern).match(text)), None)


def number_of(text: str) -> int:
    """Give the number at the beginning of a label of the innermost kind; 0 for none."""
    found = compiled(_KINDS[-1]).match(text)
    return int(found["number"]) if found else 0


def labels_of(parts: Sequence[Part], rows: Sequence[Values]) -> tuple[list[Label], list[Label], int] | None:
    """Give each row's label, the labels of parents, and how many columns they take; None where that is not clear."""
    parts = sorted(parts, key=_reading)
    for anchor in (attrgetter("middle"), attrgetter("left")):
        blocks = _blocks(parts, anchor)
        main = _extent(max(_groups(parts, anchor), key=len))
        leaves = [part for block in blocks if _meet(_extent(block), main) for part in block]
        others = [part for block in blocks if not _meet(_extent(block), main) for part in block]
        found = _by_height(sorted(leaves, key=_reading), others, rows)
        if found is not None:
            own = {id(part) for held in found for part in held}
            return _placed(found, [part for part in others if id(part) not in own], anchor)
    return None


def _placed(
    found: Sequence[list[Part]], others: Sequence[Part], anchor: Anchor
) -> tuple[list[Label], list[Label], int]:
    """Give labels their columns: those of parents come first, each as wide as its labels."""
    slots = _slots([_extent(block) for block in _blocks(others, anchor)])
    labels = []
    for held in found:
        left = _extent(held)[0]
        labels.append(Label(tuple(held), sum(slot[1] <= left + 1 for slot in slots), len(slots) + 1))
    return labels, list(_parents(others, slots)), len(slots) + 1


def _reading(part: Part) -> tuple[int, float, float]:
    return part.page, part.y, part.left


def _groups(parts: Sequence[Part], anchor: Anchor) -> list[list[Part]]:
    """Group lines that are centred, or begin, at one place."""
    made: list[list[Part]] = []
    for part in sorted(parts, key=anchor):
        if made and anchor(part) - anchor(made[-1][-1]) < _ALIGNED * part.em:
            made[-1].append(part)
        else:
            made.append([part])
    return made


def _blocks(parts: Sequence[Part], anchor: Anchor) -> list[list[Part]]:
    """Group lines that follow each other closely and are centred, or begin, at one place."""
    made: list[list[Part]] = []
    for part in parts:
        taking = next((block for block in reversed(made[-_MOST:]) if _goes_on(block[-1], part, anchor)), None)
        if taking:
            taking.append(part)
        else:
            made.append([part])
    return made


def _goes_on(last: Part, part: Part, anchor: Anchor) -> bool:
    if part.page != last.page or not _EXACT * part.em < part.y - last.y < _LINE * part.em:
        return False
    return abs(anchor(part) - anchor(last)) < _ALIGNED * part.em


def _extent(group: Sequence[Part]) -> Slot:
    return min(one.left for one in group), max(one.right for one in group)


def _meet(one: Slot, other: Slot) -> bool:
    return one[0] < other[1] - 1 and other[0] + 1 < one[1]


def _slots(extents: Sequence[Slot]) -> list[Slot]:
    """Give the columns of parents' labels: those that overlap are one."""
    made: list[Slot] = []
    for left, right in sorted(extents):
        if made and left < made[-1][1] - 1:
            made[-1] = made[-1][0], max(made[-1][1], right)
        else:
            made.append((left, right))
    return made


def _by_height(leaves: Sequence[Part], others: Sequence[Part], rows: Sequence[Values]) -> list[list[Part]] | None:
    """Share the lines of labels among the rows, page by page; a row may be cut by the end of a page."""
    made: list[list[Part]] = []
    for page in sorted({row.page for row in rows} | {part.page for part in leaves}):
        its, beside = ([part for part in parts if part.page == page] for parts in (leaves, others))
        shared = _of_page(its, beside, [row for row in rows if row.page == page])
        if shared is None:
            return None
        rest, found = shared
        if rest:
            if not made or kind_of(rest[0].text) is not None:
                return None
            made[-1] += rest
        made += found
    return made


def _of_page(
    leaves: Sequence[Part], others: Sequence[Part], rows: Sequence[Values]
) -> tuple[list[Part], list[list[Part]]] | None:
    """Share the lines of a page; gives what is left of the row above, and the lines of each row."""
    if not rows:
        return list(leaves), []
    for over in range(min(len(leaves), _MOST)):
        for mode in ("middle", "top", "bottom"):
            found = _shared(leaves[over:], others, rows, mode)
            if found:
                return list(leaves[:over]), found
    return None


def _shared(
    leaves: Sequence[Part], others: Sequence[Part], rows: Sequence[Values], mode: str
) -> list[list[Part]] | None:
    """Give each row the next lines that stand around its height; a label short of the column of labels stands there alone."""
    made: list[list[Part]] = []
    at = 0
    for number, row in enumerate(rows):
        end = next((end for end in _ends(leaves, at) if _stands(leaves[at:end], row, mode)), None)
        alone = [part for part in others if abs(part.y - row.y) < _EXACT * part.em] if end is None else []
        if end is None and not alone:
            if number < len(rows) - 1 or not _is_cut(leaves[at:], row):
                return None
            end = len(leaves)
        made.append([*leaves[at:end]] if end else [alone[-1]])
        at = end or at
    if at < len(leaves):
        if not _is_cut(leaves[at - len(made[-1]) :], rows[-1]):
            return None
        made[-1] += leaves[at:]
    return made


def _ends(leaves: Sequence[Part], start: int) -> Iterator[int]:
    """Give where a label that begins at ``start`` may end: its lines follow each other closely, and none is numbered."""
    for end in range(start + 1, min(len(leaves), start + _MOST) + 1):
        last = leaves[end - 1]
        if end > start + 1 and (last.y - leaves[end - 2].y > _LINE * last.em or kind_of(last.text) is not None):
            return
        yield end


def _stands(lines: Sequence[Part], row: Values, mode: str) -> bool:
    top, bottom = lines[0].y, lines[-1].y
    place = {"middle": (top + bottom) / 2, "top": top, "bottom": bottom}[mode]
    return abs(place - row.y) < _EXACT * lines[0].em


def _is_cut(lines: Sequence[Part], row: Values) -> bool:
    """Tell whether lines at the end of a page are the upper part of a row's label."""
    if not lines or any(kind_of(part.text) is not None for part in lines[1:]):
        return False
    return lines[0].y - lines[0].em < row.y < lines[-1].y + lines[0].em


def _parents(others: Sequence[Part], slots: Sequence[Slot]) -> Iterator[Label]:
    """Put the lines of parents' labels together."""
    for number, slot in enumerate(slots):
        held: list[Part] = []
        for part in others:
            if not _meet(_extent([part]), slot):
                continue
            begins = kind_of(part.text) is not None
            if held and (begins or (part.page == held[-1].page and part.y - held[-1].y > _LINE * part.em)):
                yield Label(tuple(held), number, number + 1)
                held = []
            held.append(part)
        yield Label(tuple(held), number, number + 1)
