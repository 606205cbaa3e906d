"""A report as understood: what it calls itself, its parts, and every number, date and year it mentions."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.rule import Organ, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from checker.model.document import Document
    from checker.model.quantity import Quantity
    from checker.model.relations import Growth, Share, Sum, Telling
    from checker.model.result import Status
    from checker.model.tables import StatTable


class Placement(StrEnum):
    """How a section is present: under its own main heading, nested under another, in a sentence, or not at all."""

    OWN = "own"
    NESTED = "nested"
    STATED = "stated"
    ABSENT = "absent"


class Issuer(NamedTuple):
    """The organ that reports (编制机关); ``region`` is its chain of places, outermost first."""

    name: str = ""
    tier: Tier = Tier.UNKNOWN
    organ: Organ = Organ.UNKNOWN
    region: tuple[str, ...] = ()
    span: Span | None = None


class Heading(NamedTuple):
    """A numbered or unnumbered heading. ``[start, end)`` is the heading itself, ``stop`` the end of what it governs.

    ``level`` counts from 1; ``style`` is how it is numbered: part, han, han_bracket, arabic, arabic_bracket, circled,
    item (一是), markup (the file says it is a heading) or none. ``title`` is the text without number and stop.
    """

    style: str
    level: int
    ordinal: int | None
    title: str
    start: int
    end: int
    stop: int


class Wording(StrEnum):
    """How a heading is worded: as the format has it, one character off, otherwise; or there is nothing to hold it against."""

    OFFICIAL = "official"
    NEAR = "near"
    OTHER = "other"
    FREE = "free"


class Section(NamedTuple):
    """A part of the report by its canonical key, from its heading (or sentence) to its end.

    ``body`` is where the text behind the heading begins; ``official`` the heading that the format prints.
    """

    key: str
    heading: str
    placement: Placement
    start: int
    end: int
    body: int = 0
    wording: Wording = Wording.FREE
    official: str = ""


class DateMention(NamedTuple):
    """A calendar date in the text; parts that are not written are None. ``valid`` is False for a 31 November."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    valid: bool = True

    def as_date(self) -> date | None:
        """Give the date when all three parts are written and such a day exists."""
        if self.valid and self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None


class YearMention(NamedTuple):
    """A year in a role that a rule may judge, e.g. ``plan`` or ``compared``; ``offset`` is year minus report year.

    ``[start, end)`` are the words to point at; ``digits`` the year with its 年 inside them.
    """

    start: int
    end: int
    value: int
    offset: int
    role: str
    digits: Span


class Damage(NamedTuple):
    """Text that lost or doubled characters in copying (文本受损): a ``date``, a ``document_number`` or other ``text``."""

    start: int
    end: int
    what: str


class Article(NamedTuple):
    """An article cited; ``[start, end)`` is its numeral (第三十一条: 三十一)."""

    start: int
    end: int
    number: int


class Citation(NamedTuple):
    """An instrument cited: the range of title and number together, the title in full, and the articles cited of it.

    ``title`` is folded, without 《》; an abbreviation that the report explains (以下简称《条例》) stands for what it means.
    ``number`` has one form however it is written: 国务院令第711号, 国办公开办函〔2021〕30号; ``numbered`` is its range. Either is
    empty where it is not given. ``basis`` tells that the sentence names what the report rests on (根据…编制本报告).
    """

    start: int
    end: int
    title: str
    number: str
    articles: tuple[Article, ...] = ()
    basis: bool = False
    numbered: Span | None = None


class Part(NamedTuple):
    """One announced part of the report: its name as written, and the section keys that the name stands for."""

    start: int
    end: int
    name: str
    keys: tuple[str, ...]


class Contents(NamedTuple):
    """The sentence that announces the report's parts (本报告由…六部分组成): the parts, and their number as written, if any.

    ``numeral`` is the range of that number.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    number: int | None = None
    numeral: Span | None = None


class FrontState(StrEnum):
    """State of an item of the front or end matter."""

    PRESENT = "present"
    PARTIAL = "partial"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


class Front(NamedTuple):
    """An item of front or end matter (title, period, contact, signoff, …): its place, its parts present and missing."""

    state: FrontState
    span: Span | None = None
    missing: tuple[str, ...] = ()


class Contact(NamedTuple):
    """How to reach the issuer (联系方式); empty strings for what is not given."""

    phone: str = ""
    email: str = ""
    postcode: str = ""
    address: str = ""


class Dated(NamedTuple):
    """A date of the report itself: its value, its place if it stands in the text, and who says it (page, option, text)."""

    value: date
    source: str
    span: Span | None = None


class Report(NamedTuple):
    """The report in ``document``: only what lies inside ``extent`` is judged.

    ``folded`` is the text width-folded, ``prose`` the same with titles, quotations and document numbers hollowed out to ``~``;
    both have line feeds for what is not judged, and the document's offsets. ``front`` has the keys title, title_name, period,
    legal_basis, contact, publication, signoff; ``topics`` those of the format; ``figures`` the keys applications_received (件)
    and proactive_total (条), where the text gives them.
    """

    document: Document
    status: Status
    extent: Span
    title: str = ""
    issuer: Issuer = Issuer()
    year: int | None = None
    format: str = ""
    period: tuple[date, date] | None = None
    published: Dated | None = None
    signed: Dated | None = None
    contact: Contact = Contact()
    outline: tuple[Heading, ...] = ()
    sections: Mapping[str, Section] = MappingProxyType({})
    front: Mapping[str, Front] = MappingProxyType({})
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    years: tuple[YearMention, ...] = ()
    figures: Mapping[str, Decimal] = MappingProxyType({})
    topics: Mapping[str, Front] = MappingProxyType({})
    contents: Contents | None = None
    citations: tuple[Citation, ...] = ()
    damages: tuple[Damage, ...] = ()
    sums: tuple[Sum, ...] = ()
    shares: tuple[Share, ...] = ()
    growths: tuple[Growth, ...] = ()
    tellings: tuple[Telling, ...] = ()
    tables: Mapping[str, StatTable] = MappingProxyType({})
    folded: str = ""
    prose: str = ""
    sentences: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The running text of the document."""
        return self.document.text

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence that holds ``offset``."""
        index = bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        return self.sentences[index] if index >= 0 else Span(offset, offset)

    def cell_at(self, offset: int) -> str | None:
        """Name the statutory cell at ``offset`` as table/row/column."""
        for table in self.tables.values():
            if table.span.start <= offset <= table.span.end:
                for row, column, cell in table.all_cells():
                    if cell.span.start <= offset < cell.span.end or offset == cell.span.start:
                        return f"{table.key}/{row}/{column}"
        return None

    def section_of(self, offset: int) -> Section | None:
        """Give the innermost section that holds ``offset``."""
        holding = [one for one in self.sections.values() if one.start <= offset < one.end]
        return min(holding, key=lambda one: one.end - one.start, default=None)

    def section_at(self, offset: int) -> str:
        """Give the key of the innermost section that holds ``offset``, or ``document``."""
        section = self.section_of(offset)
        return section.key if section else "document"
