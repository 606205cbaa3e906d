"""Prints a draft with reportlab, as the other formats are written by the product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.template.sheet import sheet_of
from tests.pdf.content import Cell, Report
from tests.pdf.look import look_of
from tests.pdf.with_reportlab import printed

if TYPE_CHECKING:
    from checker.ruleset.ruleset import Format
    from checker.template import Draft

LOOK = look_of(1)._replace(width=595.3, height=841.9, numbered="— {} —", head="", indented=True)


def write_pdf(draft: Draft, form: Format) -> bytes:
    return printed(report_of(draft, form), LOOK)


def report_of(draft: Draft, form: Format) -> Report:
    report = Report(draft.year, draft.title, [("title", draft.title)])
    report.parts += [("para", words) for words in draft.introduction]
    for heading, chapter in draft.numbered():
        report.parts.append(("head", heading))
        report.parts += [("para", words) for words in chapter.paragraphs]
        if chapter.table:
            lines = sheet_of(draft, form, chapter.table).lines()
            report.parts.append(("table", [[Cell(one.text, one.rows, one.columns) for one in line] for line in lines]))
    report.parts += [("para", words) for words in draft.closing]
    return report
