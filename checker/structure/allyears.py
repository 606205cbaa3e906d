"""Sums of all years so far (截至2012年底累计486条, 自2008年以来, 历年), told apart from those of the report year (全年累计)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    import regex

    from checker.model.document import Span

_YEAR = r"(?<!\d)(?:19|20)\d{2}(?=\s?年)"
_MARKS = (
    r"(?P<own>全年|(?:本年度?|今年|当年|年初|一年)(?:以?来)?)|(?P<ever>历年|历次|迄今)"
    rf"|[自从由]\s?(?P<since>{_YEAR})[^。;,\n]{{0,60}}"
    rf"|(?P<from>{_YEAR})[^。;,\n]{{0,30}}?以来|(?P<loose>以来|至今)"
    rf"|(?P<as_of>截[至止]到?[^。;,\n]{{0,24}}?(?:[底末日止]|\d月(?!\s?\d)|目前))|(?P<plain>{_YEAR})"
)
_SUM = r"累计|总计"


def of_all_years(prose: str, span: Span, report_year: int | None) -> bool:
    """Tell whether the number at the end of ``span`` counts more than the report year: the last word on time decides."""
    so_far = own = False
    for mark in compiled(_MARKS).finditer(prose, span.start, span.end):
        if mark["as_of"]:
            so_far = not own and bool(compiled(_SUM).search(prose, mark.end(), span.end))
        else:
            own = _is_own(mark, report_year)
            so_far = not own and not mark["plain"]
    return so_far


def own_part(report_year: int | None) -> str:
    """Give the pattern of the words that tell the report year's part of such a sum: 其中2012年公开, 本年新增."""
    year = rf"|(?<!截[至止]|截[至止]到){report_year}\s?年度?(?![底末])" if report_year else ""
    return rf"(?:本年度?|今年|当年|全年{year})(?:新增|[^。;\n\d增减比较多少]){{0,16}}(?=\d)"


def _is_own(mark: regex.Match[str], report_year: int | None) -> bool:
    year = mark["since"] or mark["from"] or mark["plain"]
    return bool(mark["own"]) or (year is not None and report_year in (None, int(year)))
