"""The report for people at a terminal: each document with its findings, then one summary.

With more than ``MOST_DOCUMENTS`` reports the findings would run past anybody's eyes: then the summary alone is
written, with every file in it, and a line that says how to see the findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.rule import Bilingual
from checker.reporters.parts import tally
from checker.reporters.terminal import document, summary
from checker.reporters.terminal.page import DIM, Page

if TYPE_CHECKING:
    from checker.model.result import Run

MOST_DOCUMENTS = 20
"""Reports whose findings are written out."""

_MANY = Bilingual(
    "报告超过 {} 份，只列汇总。逐条意见请单独检查该报告，或用 --out markdown=文件、--out json=文件 另存。",
    "More than {} reports: only the summary is shown. For the findings check a report alone, or save them with --out markdown=FILE or --out json=FILE.",
)


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:
    """Give the text for a terminal ``width`` cells wide."""
    page = Page.blank(run, lang, width, colour=colour)
    judged = tally.judged(run)
    if len(judged) > MOST_DOCUMENTS:
        page.line(page.say(_MANY, MOST_DOCUMENTS), DIM)
        judged = ()
    for result in judged:
        document.write(page, result)
        page.line()
    summary.write(page)
    return "\n".join(page.lines) + "\n"
