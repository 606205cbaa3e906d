"""Years in the roles that a rule may judge: what each year is doing in its sentence.

A year in a title 《》, a quotation, a document number or an address never has a role (``Source.prose`` hides it), nor has
one that is merely told: laws, budgets, settled comparisons, spans of planning, history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import YearMention
from checker.patterns import compiled
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model.report import Dated
    from checker.structure.sentenceyears import RoleFinder
    from checker.structure.source import Source

YEAR = r"(?<![\d.])(?:(?:19|20)\d{2}|二[○〇零0OoＯ][○〇零一二三四五六七八九0Oo]{2})\s?年"
_YEAR_IN_TITLE = rf"{YEAR}|(?<![\d.])(?:19|20)\d{{2}}(?!\d)"
_YEAR_IN_PERIOD = rf"{YEAR}|(?<![\d.])(?:19|20)\d{{2}}(?=[./-]\d{{1,2}}[./-]\d)"
_DECEMBER = 12


def year_value(words: str) -> int | None:
    """Read 2017年, 2017 年 or 二○一七年."""
    digits = words.rstrip("年 ").translate(str.maketrans("OoＯ0", "○○○○")) if words[0] == "二" else words.rstrip("年 ")
    value = parse_number(digits)
    return int(value) if value is not None else None


def years_of(
    source: Source, finder: RoleFinder, named: Iterable[tuple[str, Span]], signed: Dated | None
) -> tuple[YearMention, ...]:
    """Collect the years that have a role; ``named`` are spans whose years have the role named with them."""
    report_year = finder.report_year
    found = list(_named(source, report_year, named))
    if signed and signed.span and (signed.value.year != report_year or signed.value.month < _DECEMBER):
        offset = signed.value.year - report_year
        digits = Span(
            signed.span.start, source.text.find("年", signed.span.start, signed.span.end) + 1 or signed.span.start + 4
        )
        found.append(YearMention(signed.span.start, signed.span.end, signed.value.year, offset, "signed", digits))
    taken = {mention.digits.start for mention in found}
    for match in compiled(YEAR).finditer(source.prose, source.extent.start, source.extent.end):
        value = year_value(match.group())
        if value is None or match.start() in taken:
            continue
        role = finder.role_of(match.start(), match.end(), value)
        if role:
            found.append(YearMention(role.start, role.end, value, value - report_year, role.name, Span(*match.span())))
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _named(source: Source, report_year: int, named: Iterable[tuple[str, Span]]) -> Iterator[YearMention]:
    for role, span in named:
        pattern = _YEAR_IN_TITLE if role == "title" else _YEAR_IN_PERIOD
        for match in compiled(pattern).finditer(source.text, span.start, span.end):
            value = year_value(match.group())
            if value is not None:
                yield YearMention(span.start, span.end, value, value - report_year, role, Span(*match.span()))
