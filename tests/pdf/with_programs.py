"""Prints made-up reports with LibreOffice (from docx) and Chromium (from html), where they are installed."""

from __future__ import annotations

import html
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.pdf.look import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.pdf.content import Cell, Report
    from tests.pdf.look import Look

SECONDS = 180


def office() -> str | None:
    return shutil.which("soffice")


def browser() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def printed_by_office(reports: Sequence[tuple[str, Report, Look]], folder: Path) -> list[Path]:
    sources = []
    for name, report, look in reports:
        sources.append(folder / f"{name}.docx")
        _docx(report, look).save(str(sources[-1]))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        office() or "",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, sources),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [source.with_suffix(".pdf") for source in sources]


def printed_by_browser(name: str, report: Report, look: Look, folder: Path) -> Path:
    source, made = folder / f"{name}.html", folder / f"{name}.pdf"
    source.write_text(page_of(report, look), "utf-8")
    command = [browser() or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser"]
    if not look.head:
        command.append("--no-pdf-header-footer")
    command += [f"--print-to-pdf={made}", f"file://{source}"]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return made


def page_of(report: Report, look: Look) -> str:
    """A page of the report, for the browser to print."""
    left, top, right, bottom = look.margins
    border = "1px solid #000" if look.ruled else "0"
    rules = (
        f"@page {{ size: {look.width}pt {look.height}pt; margin: {top}pt {right}pt {bottom}pt {left}pt }}"
        f"body {{ font-size: {look.size}pt; line-height: {look.leading}pt; margin: 0 }}"
        f"p, h2 {{ text-indent: {2 if look.indented else 0}em; margin: 0 0 {0 if look.indented else 0.8}em 0;"
        f" text-align: {'justify' if look.justified else 'left'}; font-size: inherit }}"
        "h1 { text-align: center; font-size: 1.3em; line-height: 1.4 }"
        f"table {{ border-collapse: collapse; width: 100%; font-size: {look.table_size}pt; line-height: 1.3; margin: 8pt 0 }}"
        f"td {{ border: {border}; text-align: center; padding: {2 + look.tall_rows / 2}pt 2pt }}"
        ".upright { writing-mode: vertical-rl; text-orientation: upright }"
    )
    tags = {"title": "h1", "head": "h2", "para": "p"}
    body = "".join(
        _html_table(content, look) if kind == "table" else f"<{tags[kind]}>{html.escape(str(content))}</{tags[kind]}>"  # type: ignore[arg-type]
        for kind, content in report.parts
    )
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{report.title}</title><style>{rules}</style></head><body>{body}</body></html>"


def _html_table(rows: list[list[Cell]], look: Look) -> str:
    def cell(one: Cell) -> str:
        kind = " class=upright" if one.upright else ""
        return f"<td rowspan={one.rows} colspan={one.columns}{kind}>{one.text}</td>"

    weights = WEIGHTS[sum(one.columns for one in rows[0])]
    columns = "".join(f"<col style='width:{100 * one / sum(weights):.2f}%'>" for one in weights)
    lines = ["<tr>" + "".join(map(cell, row)) + "</tr>" for row in rows]
    if look.repeats and len(weights) == 10:
        lines = ["<thead>", *lines[:3], "</thead>", *lines[3:]]
    return f"<table>{columns}{''.join(lines)}</table>"


def _docx(report: Report, look: Look) -> Any:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(look.width), Pt(look.height)
    sides = ("left_margin", "top_margin", "right_margin", "bottom_margin")
    for side, value in zip(sides, look.margins, strict=True):
        setattr(section, side, Pt(value))
    if look.head:
        section.header.paragraphs[0].text = look.head
    if look.numbered:
        _numbered(section.footer.paragraphs[0], look.numbered)
    for kind, content in report.parts:
        if kind == "table":
            _docx_table(document, content, look, look.width - look.margins[0] - look.margins[2])  # type: ignore[arg-type]
        else:
            _docx_paragraph(document, kind, str(content), look)
    return document


def _docx_paragraph(document: Any, kind: str, words: str, look: Look) -> None:
    paragraph = document.add_paragraph()
    size = look.size * 1.3 if kind == "title" else look.size
    _run(paragraph, words, size)
    form = paragraph.paragraph_format
    form.space_after = Pt(0 if look.indented else look.size)
    form.line_spacing = Pt(max(look.leading, size * 1.3))
    if kind == "title":
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if look.justified else WD_ALIGN_PARAGRAPH.LEFT
        form.first_line_indent = Pt(2 * size if look.indented else 0)


def _docx_table(document: Any, rows: list[list[Cell]], look: Look, width: float) -> None:
    columns = sum(cell.columns for cell in rows[0])
    weights = WEIGHTS[columns]
    table = document.add_table(len(rows), columns, style="Table Grid" if look.ruled else None)
    table.autofit = False
    for at, weight in enumerate(weights):
        for cell in table.columns[at].cells:
            cell.width = Pt(width * weight / sum(weights))
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            last = table.cell(row + cell.rows - 1, column + cell.columns - 1)
            made = table.cell(row, column).merge(last)
            taken |= {(row + down, column + across) for down in range(cell.rows) for across in range(cell.columns)}
            _fill(made, cell, look)
    if look.repeats and columns == 10:
        for row in table.rows[:3]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _fill(made: Any, cell: Cell, look: Look) -> None:
    paragraph = made.paragraphs[0]
    _run(paragraph, cell.text, look.table_size)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(look.tall_rows / 2)
    paragraph.paragraph_format.space_before = Pt(look.tall_rows / 2)
    properties = made._tc.get_or_add_tcPr()  # noqa: SLF001
    if cell.upright:
        direction = OxmlElement("w:textDirection")
        direction.set(qn("w:val"), "tbRlV")
        properties.append(direction)
    middle = OxmlElement("w:vAlign")
    middle.set(qn("w:val"), "center")
    properties.append(middle)


def _run(paragraph: Any, words: str, size: float) -> None:
    run = paragraph.add_run(words)
    run.font.size = Pt(size)


def _numbered(paragraph: Any, form: str) -> None:
    before, _, after = form.partition("{}")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(before)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001
    paragraph.add_run(after)
