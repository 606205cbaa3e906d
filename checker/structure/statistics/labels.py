"""Which row or column of a format a printed label stands for, however it is spaced, numbered, shortened or damaged."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.ruleset.ruleset import LabelFormat, TableFormat

_MARKS = r"[\s\p{P}\p{S}]+"
_NUMBERING = r"^\s*(?:[一二三四五六七八九十]{1,3}\s?[、.,]|\(\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?\)|\d{1,2}\s?[、.,](?!\d)|[①-⑩])\s*"
_LEAST = 4  # characters; shorter labels must be whole
_LOST_MOST = 1  # character of the shortest
_KEPT = 0.6  # the share of an official label that a damaged one must still have
_LONGEST = 80


class Axis(NamedTuple):
    """The labels of one axis of a table, ready to be looked up."""

    exact: Mapping[str, LabelFormat]
    patterns: tuple[tuple[str, LabelFormat], ...]
    official: tuple[tuple[str, LabelFormat], ...]

    def find(self, text: str, *, damaged: bool = True) -> LabelFormat | None:
        """Give the label that ``text`` prints; with ``damaged`` also where characters were lost or changed."""
        plain = normal(text)
        if not plain:
            return None
        found = self.exact.get(plain)
        if found or len(plain) > _LONGEST:
            return found
        for pattern, label in self.patterns:
            if compiled(pattern).fullmatch(plain):
                return label
        return self._nearest(plain) if damaged else None

    def _nearest(self, plain: str) -> LabelFormat | None:
        if len(plain) < _LEAST - _LOST_MOST:
            return None
        near = [label for words, label in self.official if _is_damaged(plain, words)]
        return near[0] if len({label.key for label in near}) == 1 else None


class Axes(NamedTuple):
    """Both axes of a table."""

    rows: Axis
    columns: Axis


@lru_cache(maxsize=32)
def axes_of(table: TableFormat) -> Axes:
    """Make the labels of a table's rows and columns ready to be looked up."""
    return Axes(
        _axis(label for block in table.blocks for label in block.rows),
        _axis(label for block in table.blocks for label in block.columns),
    )


def normal(text: str) -> str:
    """Leave out numbering, blanks and marks, which vary most."""
    return compiled(_MARKS).sub("", compiled(_NUMBERING).sub("", fold(text)))


def _axis(labels: Iterable[LabelFormat]) -> Axis:
    kept = list(labels)
    exact: dict[str, LabelFormat] = {}
    for label in kept:
        exact.setdefault(normal(label.label), label)
        exact.setdefault(normal(label.key), label)  # tables in a rule's examples are written with keys
    patterns = tuple((pattern, label) for label in kept for pattern in label.also)
    return Axis(exact, patterns, tuple((normal(label.label), label) for label in kept))


def _is_damaged(plain: str, official: str) -> bool:
    """Tell whether characters of ``official`` were lost, or one in six is another (a swap counts as two)."""
    if len(official) < _LEAST or not len(official) * _KEPT <= len(plain) <= len(official) + 2:
        return False
    rest = iter(official)
    if all(one in rest for one in plain):
        return True
    differing = sum(a != b for a, b in zip(plain, official, strict=False))
    return len(plain) == len(official) and differing <= max(1, len(official) // 6)
