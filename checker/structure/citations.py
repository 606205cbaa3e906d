"""Instruments cited in the report: 《…条例》（国务院令第711号）, 国办公开办函〔2021〕30号, and their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.report import Citation
    from checker.structure.source import Source


def citations_of(source: Source) -> tuple[Citation, ...]:
    """Collect the citations of laws and notices in reading order."""
    return ()
