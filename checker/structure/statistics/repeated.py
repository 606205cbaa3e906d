"""Labels of a long list of rows, of which some are printed twice (其他情形数 of 复议 and of 诉讼): told apart by what stands above."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.statistics.labels import normal
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.ruleset.ruleset import LabelFormat, TableFormat

UNIT = r"万元|亿元|元|人次|件次|[条件次篇个人份期]"
_REMARK = r"\([^()]{0,60}\)"
_AMONG = r"^\s*其中\s?:?"
_UNIT_BEHIND = rf"(?<=[数量])(?:{UNIT})$"
_TALLY_BEHIND = r"(?<=.)(?:总?次数|总数量?|总量|数量?)$"
_LONGEST = 160  # characters


class Book(NamedTuple):
    """The rows of a list by their plain labels; ``groups`` are the plain labels below which other rows stand."""

    exact: Mapping[str, tuple[LabelFormat, ...]]
    patterns: tuple[tuple[str, LabelFormat], ...]
    groups: frozenset[str]

    def find(self, text: str, above: Sequence[str]) -> LabelFormat | None:
        """Give the row that ``text`` is the label of; ``above`` are the groups printed before it, the last one last."""
        words = plain(text)
        if not words:
            return None
        found = list(self.exact.get(words, ()))
        found += [row for pattern, row in self.patterns if row not in found and compiled(pattern).fullmatch(words)]
        if len(found) == 1:
            return found[0]
        return next((row for group in reversed(above) for row in found if plain(row.group) == group), None)

    def chain(self, row: LabelFormat) -> set[str]:
        """Give the plain labels of the row and of all groups that hold it."""
        names = {plain(row.label)}
        group = plain(row.group)
        while group and group not in names:
            names.add(group)
            group = plain(next((one.group for one in self.exact.get(group, ())), ""))
        return names


@lru_cache(maxsize=8)
def book_of(table: TableFormat) -> Book:
    """Make the labels of a table's rows ready to be looked up."""
    rows = [row for block in table.blocks for row in block.rows]
    exact: dict[str, tuple[LabelFormat, ...]] = {}
    for row in rows:
        for words in (plain(row.label), plain(row.key)):
            exact[words] = (*exact.get(words, ()), row)
    patterns = tuple((pattern, row) for row in rows for pattern in row.also)
    return Book(exact, patterns, frozenset(plain(row.group) for row in rows if row.group))


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Leave out numbering, blanks, marks, remarks in brackets, 其中, a unit behind the words and 数 at their end."""
    if len(text) > _LONGEST:
        return ""
    words = compiled(_REMARK).sub("", fold(text).replace("\n", ""))
    words = normal(compiled(_AMONG).sub("", words))
    return compiled(_TALLY_BEHIND).sub("", compiled(_UNIT_BEHIND).sub("", words))
