"""Document to report: the one function that wires the structure layer."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Dated, Front, FrontState, Issuer, Placement, Report, Section
from checker.model.result import Status
from checker.patterns import compiled
from checker.structure import dates as date_mentions
from checker.structure import quantities as quantity_mentions
from checker.structure.citations import citations_of
from checker.structure.contents import contents_of
from checker.structure.damage import damages_of
from checker.structure.doubt import doubtful_dates, doubtful_period, doubtful_signature
from checker.structure.extent import Page, find_extent
from checker.structure.figures import figures_of
from checker.structure.front import basis_of, contact_of, period_of, publication_of, signoff_of
from checker.structure.genre import OF_THE_TOPIC, Genre, genre_of, lists_reports, says_other, says_report
from checker.structure.identity import Names, names_of, title_front
from checker.structure.issuer import issuer_of
from checker.structure.leftover import told_of
from checker.structure.outline import outline_of
from checker.structure.rates import growths_of, shares_of
from checker.structure.reportyear import Clues, report_year_of
from checker.structure.sections import keys_of, sections_of
from checker.structure.sentenceyears import RoleFinder, named_at
from checker.structure.source import Source, source_of
from checker.structure.sums import sums_of
from checker.structure.tellings import tellings_of
from checker.structure.topics import topics_of
from checker.structure.years import years_of
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.model.document import Document
    from checker.model.report import DateMention, Heading, YearMention
    from checker.model.rule import Organ, Tier
    from checker.model.tables import StatTable
    from checker.ruleset.ruleset import Format, Ruleset

_INTRO_AT_MOST = 3000
_CORE_SECTIONS = ("proactive", "applications", "review_litigation")
_TELLING_SECTIONS = (*_CORE_SECTIONS, "problems")  # of a title that says otherwise, all of them
_CLEARLY = 2  # one heading may be a coincidence


class Hints(NamedTuple):
    """What the user says of a report; it goes before what the report says of itself."""

    year: int | None = None
    tier: Tier | None = None
    organ: Organ | None = None
    published: date | None = None


def build(document: Document, ruleset: Ruleset, hints: Hints) -> Report:
    """Understand ``document`` as a report; never fails: doubt becomes a state or a status."""
    folded = fold(document.text)
    page = find_extent(document, folded, _lexicon(ruleset, "page"))
    source = source_of(document, folded, page.extent, page.holes)
    dates = date_mentions.collect(source.text, source.extent)
    published = _published(hints, folded, page)
    outline = _outline(source, ruleset.formats)
    intro_end = next(
        (h.start for h in outline if h.style != "item"), min(source.extent.end, source.extent.start + _INTRO_AT_MOST)
    )
    names = names_of(source, page.title, intro_end)
    period_front, period = period_of(source, dates)
    last_heading = max((h.start for h in outline if h.level == 1), default=source.extent.start)
    signoff, signed = signoff_of(source, dates, last_heading)
    year = hints.year or report_year_of(source, Clues(names, page.page_title, period, signed, published))
    form = ruleset.format_for(year) if year else None
    sections = sections_of(source, outline, form or ruleset.formats[-1])
    named_itself = (names.best or page.page_title) is not None
    dated = period_front.state is not FrontState.ABSENT
    is_report = _is_report(source, page, sections, named=named_itself, dated=dated)
    known = Status.CHECKED if year and form else Status.YEAR_UNKNOWN
    status = known if is_report else Status.NOT_A_REPORT
    contact_front, contact = contact_of(source)
    damages = damages_of(source)
    doubtful = doubtful_dates(damages, dates)
    issuer = _forced(_issuer(document, ruleset, _naming(names, page, signoff, signed)), hints)
    named = [("title", names.title), ("self_name", names.self_name), ("period", period_front.span)]
    report = Report(
        document,
        status,
        Span(min(source.extent.start, names.title.start), source.extent.end) if names.title else source.extent,
        title="".join(_words(document, names.title or page.page_title).split()),
        issuer=issuer,
        year=year,
        format=form.id if form else "",
        period=period,
        published=published,
        signed=signed,
        contact=contact,
        outline=outline,
        sections=MappingProxyType(sections),
        front=MappingProxyType(
            {
                **title_front(source, names, page.page_title),
                "period": doubtful_period(period_front, source.text, doubtful),
                "legal_basis": basis_of(source),
                "contact": contact_front,
                "publication": publication_of(source, intro_end),
                "signoff": doubtful_signature(signoff, source.text, doubtful, last_heading),
            }
        ),
        dates=dates,
        contents=contents_of(source, intro_end, form or ruleset.formats[-1]),
        topics=MappingProxyType(topics_of(source, sections, form, outline) if form else {}),
        damages=damages,
        tables=MappingProxyType(_tables(source, form, ruleset.formats)),
    )
    partitions = _lexicon(ruleset, "partitions")
    return _with_mentions(report, source, [(role, span) for role, span in named if span], partitions)


def build_fragment(document: Document, ruleset: Ruleset, hints: Hints, section: str | None) -> Report:
    """Understand a piece of a report, as in a rule's example, as the whole of ``section``."""
    extent = Span(0, len(document.text))
    source = source_of(document, fold(document.text), extent, ())
    form = ruleset.format_for(hints.year) if hints.year else None
    outline = _outline(source, ruleset.formats)
    sections = {section: Section(section, "", Placement.OWN, 0, extent.end)} if section else {}
    dates = date_mentions.collect(source.text, extent)
    period_front, period = period_of(source, dates)
    named = [("period", period_front.span)] if period_front.span else []
    report = Report(
        document,
        Status.CHECKED,
        extent,
        issuer=_forced(Issuer(), hints),
        year=hints.year,
        format=form.id if form else "",
        period=period,
        published=Dated(hints.published, "option") if hints.published else None,
        outline=outline,
        sections=MappingProxyType(sections),
        dates=dates,
        contents=contents_of(source, extent.end, form or ruleset.formats[-1]),
        topics=MappingProxyType(topics_of(source, sections, form, outline) if form else {}),
        damages=damages_of(source),
        tables=MappingProxyType(_tables(source, form, ruleset.formats)),
    )
    return _with_mentions(report, source, named, _lexicon(ruleset, "partitions"))


def _with_mentions(
    report: Report, source: Source, named: list[tuple[str, Span]], partitions: Mapping[str, Any]
) -> Report:
    quantities = quantity_mentions.collect(source.text, report.extent)
    years: tuple[YearMention, ...] = ()
    if report.year:
        text_starts = frozenset(_behind(source.text, heading.end) for heading in report.outline)
        plans = [one.start for key, one in report.sections.items() if key in ("problems", "improvements")]
        plans_from = min(plans, default=len(source.text))
        named_here = named_at(source, report.year)
        told = told_of(source, named_here, report.year)
        days = [dated.value for dated in (report.signed, report.published) if dated]
        finder = RoleFinder(
            source, report.year, report.section_of, text_starts, plans_from, named_here, told, max(days, default=None)
        )
        years = years_of(source, finder, named, report.signed)
    figures = figures_of(source, report.sections, quantities, report.year)
    table = report.tables.get("applications")
    received = table.cell("new", "total") if table else None
    if received and received.value is not None:
        figures["applications_received"] = received.value  # the text may tell of one office alone
    return report._replace(
        quantities=quantities,
        years=years,
        figures=MappingProxyType(figures),
        citations=citations_of(source),
        sums=sums_of(source, quantities, report.outline, partitions),
        shares=shares_of(source, quantities),
        growths=growths_of(source, quantities, report.year),
        tellings=tellings_of(source, quantities, report.sections, report.year),
        folded=source.text,
        prose=source.prose,
        sentences=source.sentences,
    )


def _tables(source: Source, form: Format | None, formats: Sequence[Format]) -> dict[str, StatTable]:
    if form is None or not any(table.may_be_in(source.document.text) for table in form.tables):
        return {}
    from checker.structure.statistics import tables_of  # most reports of before 2019 need none of it

    return tables_of(source, form, formats)


def _behind(text: str, end: int) -> int:
    """Give the place of the first word behind a heading, however it is set off."""
    while end < len(text) and text[end] in " \n:。.":
        end += 1
    return end


def _lexicon(ruleset: Ruleset, name: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", ruleset.lexicons.get(name, {}))


def _words(document: Document, span: Span | None) -> str:
    return document.text[span.start : span.end] if span else ""


def _outline(source: Source, formats: Sequence[Format]) -> tuple[Heading, ...]:
    """The outline shows what parts there are before the year, and so the format, is known: all formats serve."""

    @lru_cache(maxsize=4096)
    def is_part(title: str) -> bool:
        return any(keys_of(title, form) for form in formats)

    attached = [form.table_rows for form in formats if form.table_rows and form.table_rows[0] in source.text]
    return outline_of(source, is_part, {row for rows in attached for row in rows})


def _published(hints: Hints, folded: str, page: Page) -> Dated | None:
    if hints.published:
        return Dated(hints.published, "option")
    if page.published:
        found: Sequence[DateMention] = date_mentions.collect(
            folded, Span(page.published.start, min(len(folded), page.published.end + 1))
        )
        value = found[0].as_date() if found else None
        return Dated(value, "page", page.published) if value else None
    return None


def _is_report(source: Source, page: Page, sections: Mapping[str, Section], *, named: bool, dated: bool) -> bool:
    """Judge by the title first, then by the parts: those under headings of their own, and those that are stated."""
    text = source.text
    headed = {key for key, one in sections.items() if one.placement is not Placement.STATED}
    parts = len(headed.intersection(_CORE_SECTIONS))
    if not compiled(OF_THE_TOPIC).search(text):
        return False
    genre = genre_of(fold(source.quote(span)) for span in page.heads)
    if genre is Genre.OTHER:
        return dated or says_report(text) or headed.issuperset(_TELLING_SECTIONS)
    if genre is Genre.COMPILING or (not parts and lists_reports(fold(source.document.text))):
        return False
    if genre is Genre.CARRIER and not parts:
        return len(sections.keys() & set(_CORE_SECTIONS)) >= _CLEARLY
    return named or (parts >= _CLEARLY and not says_other(text))


def _naming(names: Names, page: Page, signoff: Front, signed: Dated | None) -> list[Span]:
    """List the places that name the issuer, best first."""
    organ = None
    if signoff.span and signed and signed.span and "organ" not in signoff.missing:
        organ = Span(signoff.span.start, signed.span.start)
    return [span for span in (names.title, names.self_name, page.page_title, organ, page.publisher) if span]


def _issuer(document: Document, ruleset: Ruleset, naming: list[Span]) -> Issuer:
    regions = cast("Mapping[str, Sequence[str]]", ruleset.lexicons.get("regions", {}).get("provinces", {}))
    issuers = [issuer for span in naming if (issuer := issuer_of(_words(document, span), regions, span)).name]
    placed = next((issuer for issuer in issuers if issuer.region), None)
    return placed or next(iter(issuers), Issuer())


def _forced(issuer: Issuer, hints: Hints) -> Issuer:
    return issuer._replace(tier=hints.tier or issuer.tier, organ=hints.organ or issuer.organ)
