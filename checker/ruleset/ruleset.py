"""The rule set in memory: rules, instruments, formats, lexicons and the scoring table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from checker.model.rule import Bilingual, Instrument, Rule


class RuleFileError(Exception):
    """A mistake in a rule file: where it is and what to do; never the fault of a document."""

    def __init__(self, file: str, line: int, column: int, message: str) -> None:
        """Keep the file's path relative to the rule set and the 1-based place in it."""
        super().__init__(f"{file}:{line}:{column}: {message}")
        self.file = file
        self.line = line
        self.column = column
        self.message = message


class SectionFormat(NamedTuple):
    """One part of a format: how its heading is worded and by which sentences its topic is stated without one.

    ``headings`` are patterns for a heading's title (spaces and brackets removed); ``topics`` for sentences. ``wordings`` are
    patterns for the whole of a title that is worded as the format has it; none where the era has no wording of its own.
    """

    key: str
    title: Bilingual
    headings: tuple[str, ...]
    topics: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()


class TopicFormat(NamedTuple):
    """A topic that a part must treat (e.g. 监督保障 within 总体情况): sections searched (none: all), and patterns by part.

    ``heading`` is the pattern of a heading of its own below the part's. ``headed``: where most topics of the part have one,
    this one is looked for in such headings alone, for words in passing say little there.
    """

    key: str
    within: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]
    heading: str = ""
    headed: bool = False


class LabelFormat(NamedTuple):
    """A row or column of a statutory table: its key, the label that the format prints, and patterns of its variants.

    ``group`` is the printed label above it (（三）不予公开). ``unit`` is that of its values (件, 万元), ``decimals`` and ``signed``
    tell whether they may have a fraction or a sign.
    """

    key: str
    label: str
    also: tuple[str, ...] = ()
    group: str = ""
    unit: str = "件"
    decimals: bool = False
    signed: bool = False


class TableBlock(NamedTuple):
    """Rows of a table with columns of their own, below a caption (第二十条第（一）项); most tables have one block."""

    caption: str
    columns: tuple[LabelFormat, ...]
    rows: tuple[LabelFormat, ...]


class TableFormat(NamedTuple):
    """A statutory table of a format (统计表): its section, and its blocks in the order in which they are printed.

    ``layout``: ``rows`` have their labels at the left; with ``heads`` the labels of rows stand above groups of columns, and there is
    one line of values; a ``list`` has one value a row, and labels that repeat below different rows (``group``). ``sign`` are patterns
    of words that only this table has, plain words for a list.
    """

    key: str
    title: Bilingual
    section: str
    layout: str
    sign: tuple[str, ...]
    blocks: tuple[TableBlock, ...]

    def may_be_in(self, text: str) -> bool:
        """Tell whether it is worth reading ``text`` for the table: a list is attached to few reports, and its words are plain."""
        return self.layout != "list" or any(word in text for word in (*self.sign, self.key))


class Format(NamedTuple):
    """The template of an era (格式): its report years, its parts in order, and table rows that look like headings.

    The first of these rows tells that the table is in a text. ``note`` is said of every report of the era.
    """

    id: str
    first_year: int
    last_year: int | None
    sections: tuple[SectionFormat, ...]
    table_rows: tuple[str, ...] = ()
    note: Bilingual | None = None
    topics: tuple[TopicFormat, ...] = ()
    tables: tuple[TableFormat, ...] = ()

    def covers(self, year: int) -> bool:
        """Tell whether reports about ``year`` follow this format."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


class Scoring(NamedTuple):
    """Points by section, losses by severity, grades (highest first) and the rules that gate (scoring.yaml)."""

    sections: Mapping[str, int]
    losses: Mapping[str, Fraction]
    grades: tuple[tuple[str, int], ...]
    gates: tuple[str, ...]


class Ruleset(NamedTuple):
    """A loaded rule set; ``digest`` identifies its files, ``lexicons`` are plain data by file name."""

    version: str
    digest: str
    rules: Mapping[str, Rule]
    instruments: Mapping[str, Instrument]
    formats: tuple[Format, ...]
    lexicons: Mapping[str, Mapping[str, object]]
    scoring: Scoring

    def format_for(self, year: int) -> Format | None:
        """Give the format that reports about ``year`` follow."""
        return next((one for one in self.formats if one.covers(year)), None)
