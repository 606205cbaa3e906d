"""One self-contained page (HTML) for people: index, scores, every report's own text with what was found marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.htmlpage import index, report, shell
from checker.reporters.htmlpage.sheet import sheets

if TYPE_CHECKING:
    from checker.model.result import Run


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the page; ``lang`` is the language that it opens in, the other is in it too."""
    shown = sheets(run)
    return shell.page(run, shown, lang, [*index.overview(run, shown), *map(report.section, shown)])
