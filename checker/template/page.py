"""Writes a report as an html page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from checker.template.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.ruleset.ruleset import Format
    from checker.template.draft import Draft
    from checker.template.sheet import Place, Sheet

_HEAD = '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n</head>\n<body>'
_FOOT = "</body>\n</html>\n"


def write(draft: Draft, form: Format) -> bytes:
    """Write the report with merged cells as the template has them."""
    lines = (_HEAD.format(title=escape(draft.title)), *_body(draft, form), _FOOT)
    return "\n".join(lines).encode()


def _body(draft: Draft, form: Format) -> Iterator[str]:
    yield f"<h1>{escape(draft.title)}</h1>"
    yield from map(_paragraph, draft.introduction)
    for heading, chapter in draft.numbered():
        yield f"<h2>{escape(heading)}</h2>"
        yield from map(_paragraph, chapter.paragraphs)
        if chapter.table:
            yield from _table(sheet_of(draft, form, chapter.table))
    yield from map(_paragraph, draft.closing)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _table(sheet: Sheet) -> Iterator[str]:
    yield "<table>"
    for line in sheet.lines():
        yield f"<tr>{''.join(map(_cell, line))}</tr>"
    yield "</table>"


def _cell(place: Place) -> str:
    asked = (("rowspan", place.rows), ("colspan", place.columns))
    spans = "".join(f' {name}="{count}"' for name, count in asked if count > 1)
    return f"<td{spans}>{escape(place.text)}</td>"
