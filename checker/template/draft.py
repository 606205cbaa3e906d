"""The one source of a report: its words, and what is printed in the cells of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.ruleset.ruleset import Format, TableFormat

_NUMERALS = "一二三四五六七八九十"
_ZERO = "0"
_LONGEST_HEADING = 30  # characters


class Chapter(NamedTuple):
    """A part of a report: its section, its heading without number, its paragraphs, and the table that stands below them."""

    key: str
    heading: str
    paragraphs: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it is a file; ``tables`` hold what is printed by table, row and column, zero where they say nothing."""

    title: str
    issuer: str
    year: int
    introduction: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    tables: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=lambda: MappingProxyType({}))
    closing: tuple[str, ...] = ()

    def printed(self, table: str, row: str, column: str) -> str:
        """Give what is printed in a cell."""
        return self.tables.get(table, {}).get(row, {}).get(column, _ZERO)

    def numbered(self) -> Iterator[tuple[str, Chapter]]:
        """Give every chapter with its heading as printed (一、总体情况)."""
        for numeral, chapter in zip(_NUMERALS, self.chapters, strict=False):
            yield f"{numeral}、{chapter.heading}", chapter


def table_of(form: Format, key: str) -> TableFormat:
    """Give the table of a format by its key."""
    return next(one for one in form.tables if one.key == key)


def is_subheading(paragraph: str) -> bool:
    """Tell a heading below that of a chapter (（一）主动公开) from a sentence."""
    return paragraph.startswith("（") and len(paragraph) <= _LONGEST_HEADING and not paragraph.endswith("。")
