"""Heads of a table without rules: the label of each column, and what stands above several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.readers.pdf.columns import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.columns import Column
    from checker.readers.pdf.pieces import Part

_EXACT = 0.3  # of a character's size
_PAGE = 1e5  # further down, a page
_LABELS = -1
_SHORTEST = 2  # characters of a label
_MODES = ("middle", "top")


class Heads(NamedTuple):
    """The label of each column by its number (-1: of the column of labels), and lines of words above them."""

    leaves: dict[int, Part]
    above: list[list[Part]]


def heads_of(parts: Sequence[Part], columns: Sequence[Column]) -> Heads | None:
    """Read the heads above the columns; None where it is not clear which words are a column's own."""
    stacks: dict[int, list[Part]] = {}
    for part in sorted(parts, key=_height):
        at = nearest(columns, part) if part.middle >= columns[0].left else _LABELS
        stacks.setdefault(at, []).append(part)
    counts = _counts(stacks)
    if counts is None:
        return None
    leaves = {at: _whole(stack[-counts[at] :]) for at, stack in stacks.items() if counts[at]}
    lines = _lines([part for at, stack in stacks.items() for part in stack[: len(stack) - counts[at]]])
    highest = min((_height(part) for part in leaves.values()), default=0.0)
    alone = {id(line[0]) for line in lines if len(line) == 1}
    own = [part for at, stack in stacks.items() if not counts[at] for part in stack]
    if any(id(part) not in alone or _height(part) > highest for part in own):
        return None
    if any(len(part.text) < _SHORTEST for part in leaves.values()):
        return None  # the tail of a label whose other lines ran into the next one's
    return Heads(leaves, lines)


def _counts(stacks: dict[int, list[Part]]) -> dict[int, int] | None:
    """Tell how many of the lowest lines above each column are its own label: as many as stand like the labels beside it.

    What is left above spans columns, and so has nothing beside it above the very next column.
    """
    if len(stacks) == 1:
        return dict.fromkeys(stacks, 1)
    mode = max(_MODES, key=lambda one: sum(bool(_partners(stacks, at, len(stacks[at]), one)) for at in stacks))
    possible = {
        at: [count for count in range(1, len(stack) + 1) if _partners(stacks, at, count, mode)]
        for at, stack in stacks.items()
    }
    while True:
        counts = {at: (of_column or [0])[0] for at, of_column in possible.items()}
        crowded = [at for at in counts if counts[at] and _is_crowded(stacks, counts, at)]
        if not crowded:
            return counts
        for at in crowded:
            if len(possible[at]) < 2:
                return None
            possible[at].pop(0)


def _is_crowded(stacks: dict[int, list[Part]], counts: dict[int, int], at: int) -> bool:
    """Tell whether words above the label of a column stand beside such words of the next column."""
    above = {round(part.y) for part in stacks[at][: len(stacks[at]) - counts[at]]}
    beside = [stacks[other][: len(stacks[other]) - counts[other]] for other in (at - 1, at + 1) if counts.get(other)]
    return any(round(part.y) in above for parts in beside for part in parts)


def _partners(stacks: dict[int, list[Part]], at: int, count: int, mode: str) -> list[int]:
    place, em = _place(stacks[at][-count:], mode), stacks[at][0].em
    return [other for other in stacks if other != at and abs(_place(stacks[other], mode) - place) < _EXACT * em]


def _place(stack: Sequence[Part], mode: str) -> float:
    top, bottom = _height(stack[0]), _height(stack[-1])
    return top if mode == "top" else (top + bottom) / 2


def _whole(stack: Sequence[Part]) -> Part:
    return stack[0]._replace(
        left=min(one.left for one in stack),
        right=max(one.right for one in stack),
        text="".join(one.text for one in stack),
    )


def _lines(parts: Sequence[Part]) -> list[list[Part]]:
    made: list[list[Part]] = []
    for part in sorted(parts, key=_height):
        if made and _height(part) - _height(made[-1][0]) < _EXACT * part.em:
            made[-1].append(part)
        else:
            made.append([part])
    return made


def _height(part: Part) -> float:
    return part.page * _PAGE + part.y
