"""Writes reports in the official format from one source: html, Markdown, plain text, structured data and Word (报告样稿)."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from checker.template.blank import blank
from checker.template.draft import Chapter, Draft

if TYPE_CHECKING:
    from checker.ruleset.ruleset import Format

__all__ = ["WRITERS", "Chapter", "Draft", "blank", "write"]

WRITERS = {"docx": "word", "html": "page", "json": "data", "md": "markdown", "txt": "plain"}
"""The module here that writes a file of each suffix."""


class Writer(Protocol):
    """The shape of a writer's module."""

    def write(self, draft: Draft, form: Format) -> bytes:
        """Make the content of a file."""


def write(draft: Draft, form: Format, suffix: str) -> bytes:
    """Write ``draft`` with the headings and tables of ``form`` as a file of that suffix (see WRITERS)."""
    writer = importlib.import_module(f"{__name__}.{WRITERS[suffix]}")
    return cast("Writer", writer).write(draft, form)
