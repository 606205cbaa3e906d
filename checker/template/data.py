"""Writes a report as structured data: the figures of its tables by the keys of rows and columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.template.draft import table_of

if TYPE_CHECKING:
    from checker.ruleset.ruleset import Format
    from checker.template.draft import Chapter, Draft

_SIMPLE = 9  # digits; a longer number stays as it is printed


def write(draft: Draft, form: Format) -> bytes:
    """Write the report; a cell is a number, null where it is blank, or what is printed in it."""
    data = {
        "title": draft.title,
        "issuer": {"name": draft.issuer},
        "report_year": draft.year,
        "introduction": list(draft.introduction),
        "sections": [_section(heading, chapter) for heading, chapter in draft.numbered()],
        "tables": {one.table: _table(draft, form, one.table) for one in draft.chapters if one.table},
        "closing": list(draft.closing),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _section(heading: str, chapter: Chapter) -> dict[str, Any]:
    section = {"key": chapter.key, "heading": heading, "paragraphs": list(chapter.paragraphs)}
    return section | ({"table": chapter.table} if chapter.table else {})


def _table(draft: Draft, form: Format, key: str) -> dict[str, dict[str, int | str | None]]:
    return {
        row.key: {column.key: _cell(draft.printed(key, row.key, column.key)) for column in block.columns}
        for block in table_of(form, key).blocks
        for row in block.rows
    }


def _cell(printed: str) -> int | str | None:
    if not printed.strip():
        return None
    is_count = printed.isascii() and printed.isdecimal() and len(printed) <= _SIMPLE and str(int(printed)) == printed
    return int(printed) if is_count else printed
