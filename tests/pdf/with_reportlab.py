"""Prints a made-up report with reportlab, in a Chinese font that needs no file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from tests.pdf.grid import Grid, grid_of
from tests.pdf.look import WEIGHTS

if TYPE_CHECKING:
    from tests.pdf.content import Cell, Report
    from tests.pdf.look import Look

FONT = "STSong-Light"


def printed(report: Report, look: Look) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    left, top, right, bottom = look.margins
    document = SimpleDocTemplate(
        out,
        pagesize=(look.width, look.height),
        leftMargin=left,
        topMargin=top,
        rightMargin=right,
        bottomMargin=bottom,
    )
    story: list[Any] = []
    for kind, content in report.parts:
        if kind == "table":
            story += [Spacer(1, 8), _table(content, look, look.width - left - right - 14), Spacer(1, 8)]  # type: ignore[arg-type]
        else:
            story.append(Paragraph(str(content), _style(kind, look)))
    document.build(
        story, onFirstPage=lambda *one: _decorate(look, *one), onLaterPages=lambda *one: _decorate(look, *one)
    )
    return out.getvalue()


def _decorate(look: Look, canvas: Any, document: Any) -> None:
    canvas.setFont(FONT, 9)
    if look.numbered:
        canvas.drawCentredString(look.width / 2, 24, look.numbered.format(document.page))
    if look.head:
        canvas.drawCentredString(look.width / 2, look.height - 28, look.head)


def _style(kind: str, look: Look) -> ParagraphStyle:
    size = look.size * 1.3 if kind == "title" else look.size
    return ParagraphStyle(
        kind,
        fontName=FONT,
        fontSize=size,
        leading=max(look.leading, size * 1.3),
        alignment=TA_CENTER if kind == "title" else TA_JUSTIFY if look.justified else TA_LEFT,
        firstLineIndent=2 * size if look.indented and kind != "title" else 0,
        wordWrap="CJK",
        spaceAfter=0 if look.indented else look.size,
    )


def _table(rows: list[list[Cell]], look: Look, width: float) -> Grid:
    return grid_of(rows, WEIGHTS[sum(cell.columns for cell in rows[0])], width, look, FONT)
