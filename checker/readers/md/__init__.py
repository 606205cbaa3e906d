"""Markdown: headings by ``#``, tables, marks of strong emphasis, code and quotation left out, everything else as plain lines."""

from __future__ import annotations

from hashlib import sha256

from checker.model.document import BlockKind, Document, ReadError
from checker.patterns import compiled
from checker.readers.decoding import decode
from checker.readers.md.bars import Bars, grid_table, pipe_table
from checker.readers.md.inline import words_of
from checker.readers.md.pages import HtmlTables, put_html
from checker.readers.running import RunningText

_MOST_BARS = 300_000
_HEADING = r"^ {0,3}(#{1,6})[ \t]+(?=\S)"


def read(data: bytes, name: str) -> Document:
    """Read Markdown; its running text has no heading marks or emphasis, and columns still count them."""
    decoded = decode(data, name)
    if decoded.text.count("|") > _MOST_BARS:
        raise _too_many_cells(name)
    lines = decoded.text.split("\n")
    running = RunningText()
    bars, pages = Bars(lines), HtmlTables(lines)
    at = 0
    while at < len(lines):
        at += _table(running, bars, pages, at, name) or _line(running, lines[at], at + 1)
    digest = sha256(data).hexdigest()
    return Document(name, "md", digest, running.text, tuple(running.blocks), decoded.notes, tuple(running.tables))


def _too_many_cells(name: str) -> ReadError:
    reason = ("表格单元格过多，不像一份报告", "its tables have far more cells than any report")
    return ReadError(name, reason, ("请核对文件", "check the file"))


def _table(running: RunningText, bars: Bars, pages: HtmlTables, at: int, name: str) -> int:
    """Put in the table that begins at a line; gives the number of its lines, 0 where there is none."""
    lines = bars.lines
    if (taken := pages.length(at)) > 0:
        put_html(running, lines[at : at + taken], at, name)
        return taken
    found = grid_table(lines, at) or pipe_table(bars, at)
    if found is None:
        return 0
    rows, taken = found
    running.table(rows)
    return taken


def _line(running: RunningText, line: str, number: int) -> int:
    marks = compiled(_HEADING).match(line)
    if marks:
        words = line.rstrip("# ")
        running.line(
            words_of(words, marks.end(), len(words), (number, marks.end() + 1)), BlockKind.HEADING, len(marks.group(1))
        )
    else:
        running.line(words_of(line, 0, len(line), (number, 1)))
    return 1
