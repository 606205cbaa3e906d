"""A statutory table in the language of Word documents (WordprocessingML)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.template.sheet import Place, Sheet

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT_WIDTH = 8845  # twentieths of a point: 156 mm
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    f'<w:tblPr><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
    f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
)
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_NARROW, _WIDE = 4, 16  # characters
_PARAGRAPH = '<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
_RUN = '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'


def table_xml(sheet: Sheet) -> str:
    """Give the table; a cell that goes over several rows is there once in each of them, as Word has it."""
    widths = _widths(sheet)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(f"<w:tr>{_WHOLE}{''.join(_row(sheet, row, widths))}</w:tr>" for row in range(sheet.rows))
    return f"<w:tbl {_NAMESPACE}>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _widths(sheet: Sheet) -> list[int]:
    """Share the width of the text between the columns by the longest label that stands in one of them alone."""
    weights = [_NARROW] * sheet.columns
    for place in sheet.places:
        if place.is_label and place.columns == 1:
            weights[place.column] = max(weights[place.column], min(len(place.text), _WIDE))
    return [_TEXT_WIDTH * weight // sum(weights) for weight in weights]


def _row(sheet: Sheet, row: int, widths: Sequence[int]) -> Iterator[str]:
    reaching = [one for one in sheet.places if one.row <= row < one.row + one.rows]
    for place in sorted(reaching, key=lambda one: one.column):
        width = sum(widths[place.column : place.column + place.columns])
        yield _cell(place, width, goes_on=place.row < row)


def _cell(place: Place, width: int, *, goes_on: bool) -> str:
    across = f'<w:gridSpan w:val="{place.columns}"/>' if place.columns > 1 else ""
    down = "" if place.rows == 1 else "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
    words = "" if goes_on else f'<w:r>{_RUN}<w:t xml:space="preserve">{escape(place.text)}</w:t></w:r>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{_PARAGRAPH}{words}</w:p></w:tc>"
    )
