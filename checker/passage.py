"""Words with their clause around them, to be known again: 未出现危机国家安全 tells more than 危机."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.model.report import Report

_REACH = 24  # characters to each side


def in_clause(report: Report, span: Span) -> Span:
    """Give ``span`` with the words around it up to the next mark or line, at most 24 characters to each side."""
    text, extent = report.folded, report.extent
    before = compiled(r"[^,。;:!?、\n\t]*+\Z").search(text, max(extent.start, span.start - _REACH), span.start)
    after = compiled(r"[^,。;:!?、\n\t]*+").match(text, span.end, min(extent.end, span.end + _REACH))
    return Span(before.start() if before else span.start, after.end() if after else span.end)
