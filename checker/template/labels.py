"""The labels of a table's axis as a tree: groups above labels, and over how much each of them goes."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.ruleset.ruleset import LabelFormat

Path = tuple[str, ...]
"""A label with the labels above it, outermost first."""


class LabelSpan(NamedTuple):
    """A printed label: the level at which it begins, the levels it takes, and the first and last line that it stands for."""

    level: int
    levels: int
    first: int
    last: int
    text: str


def paths(labels: Sequence[LabelFormat]) -> list[Path]:
    """Give every label with its groups; a group goes from its first label to its last and holds the groups between."""
    extents = _extents([one.group for one in labels])
    return [
        (*(group for group, (first, last) in extents if first <= at <= last), one.label)
        for at, one in enumerate(labels)
    ]


def depth(chains: Sequence[Path]) -> int:
    """Give the number of levels."""
    return max(map(len, chains))


def spans(chains: Sequence[Path], levels: int = 0) -> Iterator[LabelSpan]:
    """Give the cells in which labels are printed, on as many ``levels`` as asked, at least their depth."""
    levels = max(levels, depth(chains))
    for at, chain in enumerate(chains):
        for level, text in enumerate(chain):
            if level == len(chain) - 1:
                yield LabelSpan(level, levels - level, at, at, text)
            elif not at or chains[at - 1][: level + 1] != chain[: level + 1]:
                alike = takewhile(lambda one: one[: level + 1] == chain[: level + 1], chains[at:])  # noqa: B023 - used at once
                yield LabelSpan(level, 1, at, at + sum(1 for _ in alike) - 1, text)


def _extents(groups: Sequence[str]) -> list[tuple[str, tuple[int, int]]]:
    """Give the groups, the widest first. One with a single label heads all that follow: alone it would need no group."""
    found = []
    for group in dict.fromkeys(one for one in groups if one):
        members = [at for at, one in enumerate(groups) if one == group]
        found.append((group, (members[0], members[-1] if len(members) > 1 else len(groups) - 1)))
    return sorted(found, key=lambda one: one[1][0] - one[1][1])
