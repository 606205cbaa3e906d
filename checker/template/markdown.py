"""Writes a report as Markdown; merged labels are repeated in its tables, for Markdown has no merged cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.template.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.ruleset.ruleset import Format
    from checker.template.draft import Draft
    from checker.template.sheet import Sheet

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_#"})


def write(draft: Draft, form: Format) -> bytes:
    """Write the report with headings by #, and tables of bars."""
    return "\n\n".join((*_blocks(draft, form), "")).encode()


def _blocks(draft: Draft, form: Format) -> Iterator[str]:
    yield f"# {_plain(draft.title)}"
    yield from map(_plain, draft.introduction)
    for heading, chapter in draft.numbered():
        yield f"## {_plain(heading)}"
        yield from map(_plain, chapter.paragraphs)
        if chapter.table:
            yield "\n".join(_table(sheet_of(draft, form, chapter.table)))
    yield from map(_plain, draft.closing)


def _plain(text: str) -> str:
    return text.translate(_MARKS)


def _in_cell(text: str) -> str:
    return _plain(text).replace("|", r"\|")


def _table(sheet: Sheet) -> Iterator[str]:
    for number, row in enumerate(sheet.filled()):
        yield f"| {' | '.join(map(_in_cell, row))} |"
        if number == 0:
            yield f"|{' --- |' * sheet.columns}"
