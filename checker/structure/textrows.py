"""Rows of tables in a copy as running text: cells parted by tabs or bars, figures in a row, a cell a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.structure.source import Source

_REACH = 400
_LEAST_MARKS = 2
_MARKS = "\t|"
_FIGURE = r"-?\d[\d,.]{0,15} ?(?:[条件篇份个人次宗笔元]|万元|人次)?|[/-]"
_IN_A_ROW = (
    rf"[^\d。]{{1,60}}?(?:[ ]{{1,9}}(?:{_FIGURE})){{2,30}}\s{{0,9}}|[^\d。]{{1,60}}[\d ]{{0,30}}000[\d ]{{0,30}}"
)
_BELOW = r"(?:\n[ ]{0,9}\d{1,9}[ ]{0,9}){2}(?:\n|\Z)"


def is_row(source: Source, at: int, *, headed: bool) -> bool:
    """Tell whether the words at ``at``, behind a number, are the label of a table's row.

    ``headed``: they are worded as a part's heading, and only figures behind them make them a row.
    """
    text = source.document.text
    end = text.find("\n", at, at + _REACH)
    end = min(at + _REACH, len(text)) if end < 0 else end
    line = text[at:end].lstrip()
    if "\t" in line or "|" in line:
        cells = [one.strip() for one in line.replace("|", "\t").split("\t")]
        figures = any(compiled(_FIGURE).fullmatch(one) for one in cells)
        return figures or (not headed and len(cells) > _LEAST_MARKS) or _begins_with_bar(source, at)
    return _before_figures(source.text, at, end)


def has_cells(line: str) -> bool:
    """Tell whether a line is parted into cells; a tab or bar at either end parts nothing."""
    return any(mark in line.strip(f" {_MARKS}\u3000\xa0") for mark in _MARKS) or line.lstrip().startswith("|")


def _begins_with_bar(source: Source, at: int) -> bool:
    text = source.document.text
    return text[text.rfind("\n", max(0, at - _REACH), at) + 1 : at].lstrip().startswith("|")


def _before_figures(text: str, at: int, end: int) -> bool:
    behind = text[end + 1 : end + 2]
    if text[end - 1 : end].isdigit() or text[end - 1 : end] in ("-", "/"):
        return compiled(_IN_A_ROW).fullmatch(text[at:end]) is not None
    return (behind.isdigit() or behind == " ") and compiled(_BELOW).match(text, end) is not None
