"""Writes a report as plain text; the cells of its tables are set off by tabs, as when a table is copied from a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.template.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.ruleset.ruleset import Format
    from checker.template.draft import Draft


def write(draft: Draft, form: Format) -> bytes:
    """Write the report, a paragraph or a row of a table a line."""
    return "\n".join((*_lines(draft, form), "")).encode()


def _lines(draft: Draft, form: Format) -> Iterator[str]:
    yield draft.title
    yield from draft.introduction
    for heading, chapter in draft.numbered():
        yield heading
        yield from chapter.paragraphs
        if chapter.table:
            yield from ("\t".join(row) for row in sheet_of(draft, form, chapter.table).filled())
    yield from draft.closing
