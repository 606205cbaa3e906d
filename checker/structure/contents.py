"""The sentence in which a report announces its parts (本报告由…六个部分组成)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.report import Contents
    from checker.ruleset.ruleset import Format
    from checker.structure.source import Source


def contents_of(source: Source, intro_end: int, form: Format) -> Contents | None:
    """Find the announcement in the introduction, which ends at ``intro_end``; None where there is none."""
    return None
