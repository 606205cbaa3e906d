"""A report's own text, block by block, with the words marked that findings point at; its tables as tables."""

from __future__ import annotations

from collections import deque
from itertools import groupby
from typing import TYPE_CHECKING

from checker.model.document import BlockKind
from checker.model.record import NamedTuple
from checker.model.rule import Bilingual
from checker.reporters.htmlpage.markup import both, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.document import Block, Cell, Document, Span, Table
    from checker.reporters.htmlpage.marks import Marks

_METADATA = Bilingual("文件自带的信息", "What the file says of itself")
_OUTSIDE = Bilingual("报告正文以外的文字（{} 段），未检查", "Text around the report ({} paragraphs), not judged")
_MOST_CELLS = 20_000  # grids above this are shown line by line


class _Part(NamedTuple):
    """A block or a table as markup; ``judged`` tells that it lies within the report."""

    judged: bool
    markup: str


def text(document: Document, extent: Span, marks: Marks) -> str:
    """Give the text; what lies outside ``extent`` is not judged and is folded away."""
    runs = groupby(_parts(document, extent, marks), key=lambda part: part.judged)
    return "".join(_run([part.markup for part in parts], judged=judged) for judged, parts in runs)


def _run(parts: list[str], *, judged: bool) -> str:
    return "".join(parts) if judged else fold(both(_OUTSIDE, len(parts)), "".join(parts), "fold outside")


def _parts(document: Document, extent: Span, marks: Marks) -> Iterator[_Part]:
    tables = deque(one for one in document.tables if one.cells and one.rows * one.columns <= _MOST_CELLS)
    end = -1  # of the table that the blocks at hand are rows of
    for block in document.blocks:
        while tables and tables[0].end <= block.start:
            tables.popleft()
        if block.start < end:
            continue
        inside = bool(tables) and tables[0].start <= block.start
        end = tables[0].end if inside else end
        markup = _table(document, tables[0], marks) if inside else _block(document, block, marks)
        if markup:
            yield _Part(block.start < extent.end and block.end > extent.start, markup)


def _block(document: Document, block: Block, marks: Marks) -> str:
    words = marks.text(document.text, block.start, block.end)
    if not words.strip():
        return ""
    if block.kind is BlockKind.METADATA:
        return fold(both(_METADATA), f'<p class="row">{words}</p>', "fold meta")
    kind = {BlockKind.HEADING: "heading", BlockKind.ROW: "row"}.get(block.kind, "para")
    return f'<p class="{kind}">{words}</p>'


def _table(document: Document, table: Table, marks: Marks) -> str:
    lines: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda one: (one.row, one.column)):
        lines.setdefault(cell.row, []).append(_cell(document, cell, marks))
    rows = "".join(f"<tr>{''.join(lines.get(row, ()))}</tr>" for row in range(table.rows))
    return f'<div class="scroll" tabindex="0" role="group"><table class="printed">{rows}</table></div>'


def _cell(document: Document, cell: Cell, marks: Marks) -> str:
    across = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    down = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<td{across}{down}>{marks.text(document.text, cell.start, cell.end)}</td>"
