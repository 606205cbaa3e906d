"""From markup to lines: what a browser would show, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.html.attributes import first_number, number_of, span
from checker.readers.html.containers import MARGINAL, Containers
from checker.readers.html.elements import EMPTY, HEADINGS, HOLDING, LISTS, STRUCK, UNSEEN
from checker.readers.html.markup import BREAK
from checker.readers.html.pieces import Grid, Line, PageCell, is_layout
from checker.readers.html.words import as_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.readers.html.pieces import Piece

_NUMBERED = r"[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]"
_ORDER = {"thead": -1, "tfoot": 1}  # where a browser puts them, wherever they are written
_SKIPPED = UNSEEN - EMPTY
_WORDS = rf"(?:[^<]++|{BREAK})*+"
_PLAIN_CELL = re.compile(rf"<t([dh])((?: [^>]*+)?)>(?:{BREAK})?+({_WORDS})</t[dh]>")
_PLAIN_ROW = re.compile(rf"(<tr(?: [^>]*+)?>(?:\s*+<t[dh](?: [^>]*+)?>{_WORDS}</t[dh]>)++\s*+</tr>)")


class Shown(NamedTuple):
    """What a page shows: its lines and tables, and the places of its containers."""

    pieces: list[Piece]
    containers: Containers


class _Table(NamedTuple):
    outside: list[Piece]
    rows: list[list[PageCell]]
    groups: list[tuple[str, int]]
    """Groups of rows by name, each with the number of rows before it."""


def shown(page: str) -> Shown:
    """Walk through simplified markup.

    Words struck out are left out, but where they are most of the page: that is a tag someone forgot to close.
    """
    walk = _Walk(_SKIPPED | STRUCK)
    walk.through(page)
    if walk.struck > walk.containers.weight_of(None):
        walk = _Walk(_SKIPPED)
        walk.through(page)
    return Shown(walk.pieces, walk.containers)


class _Walk:
    def __init__(self, skipped: frozenset[str]) -> None:
        self.pieces: list[Piece] = []
        self.containers = Containers()
        self.struck = 0  # characters
        self._skipped = skipped
        self._sink = self.pieces
        self._tables: list[_Table] = []
        self._words: list[str] = []
        self._linked = 0
        self._links = self._preformatted = self._level = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._passed, self._depth = "", 0  # the element that is left out, and how many of its name are open
        self._acts = self._actions()

    def _actions(self) -> dict[str, Callable[[str, str], None]]:
        """Say what each tag does that ends a line."""
        acts: dict[str, Callable[[str, str], None]] = {}
        for name in HOLDING:
            acts[name], acts[f"/{name}"] = self._hold, self._let_go
        for name in HEADINGS:
            acts[name], acts[f"/{name}"] = self._head, self._end_head
        for name in LISTS:
            acts[name], acts[f"/{name}"] = self._list, self._end_list
        for name in ("thead", "tbody", "tfoot"):
            acts[name] = acts[f"/{name}"] = self._group
        for name in ("td", "th"):
            acts[name], acts[f"/{name}"] = self._cell, self._end_cell
        return acts | {
            "table": self._table,
            "/table": self._end_table,
            "tr": self._row,
            "/tr": self._nothing,
            "li": self._item,
            "/li": self._end_item,
            "pre": self._preformat,
            "/pre": self._preformat,
        }

    def through(self, page: str) -> None:
        for index, part in enumerate(_PLAIN_ROW.split(page)):
            if index % 2 and not (self._preformatted or self._depth or self._links or self._marker):
                self._plain_row(part)
            else:
                self._tags(part)
        self._flush()

    def _tags(self, page: str) -> None:
        acts, words = self._acts, self._words
        first, *parts = page.split("<")
        rest = iter(parts)
        text = self._pass_by(first, rest) if self._depth else first
        if text:
            self._say(text)
        for part in rest:
            tag, _, text = part.partition(">")
            name = tag.partition(" ")[0]
            act = acts.get(name)
            if act or not tag:
                if words:
                    self._flush()
                if act:
                    act(tag, name)
            elif name == "a":
                self._links += 1
            elif name == "/a":
                self._links -= 1
            elif name in self._skipped:
                self._passed, self._depth = name, 1
                text = self._pass_by(text, rest)
            if text and (words or not text.isspace()):
                self._say(text)

    def _pass_by(self, text: str, parts: Iterator[str]) -> str:
        """Skip an element that begins with ``text``, as far as ``parts`` reach; gives the text behind it."""
        name, struck = self._passed, self._passed in STRUCK
        self.struck += len(as_seen(text)) if struck else 0
        for part in parts:
            tag, _, text = part.partition(">")
            if tag == f"/{name}":
                self._depth -= 1
                if not self._depth:
                    return text
            elif tag.partition(" ")[0] == name:
                self._depth += 1
            self.struck += len(as_seen(text)) if struck else 0
        return ""

    def _say(self, text: str) -> None:
        first, *rest = text.split("\n") if self._preformatted else (text,)
        self._words.append(first)
        if self._links:
            self._linked += len(first)
        for line in rest:
            self._flush()
            self._words.append(line)
            self._linked = len(line) if self._links else 0

    def _flush(self) -> None:
        words = self._words
        line = self._line(words[0] if len(words) == 1 else "".join(words))
        words.clear()
        self._linked = 0
        if line:
            self._sink.append(line)

    def _line(self, words: str) -> Line | None:
        """Make a line as a browser shows it; None for blanks."""
        text = words.strip()
        if not text:
            return None
        text = as_seen(text)
        if self._marker:
            text = text if compiled(_NUMBERED).match(text) else self._marker + text
            self._marker = ""
        weights = self.containers.weights
        line = Line(text, self._level, len(weights))
        weights.append(max(0, len(text) - self._linked) if self._linked else len(text))
        return line

    def _plain_row(self, row: str) -> None:
        """Read a row whose cells hold words alone."""
        self._flush()
        cells: list[PageCell] = []
        weights, level = self.containers.weights, self._level
        for kind, said, words in _PLAIN_CELL.findall(row):
            start, text = len(weights), words.strip()
            lines: list[Piece] = []
            if BREAK in text:
                lines = [line for one in text.split(BREAK) if (line := self._line(one))]
            elif text:
                lines = [Line(as_seen(text), level, start)]
                weights.append(len(text))
            columns, rows = (span(said, "colspan"), span(said, "rowspan")) if "span=" in said else (1, 1)
            cells.append(PageCell(columns, rows, lines))
            if lines and kind == "d" and (said or len(lines) > 1 or len(text) > MARGINAL):
                self.containers.hold(start, f"td{said}")
        if self._tables:
            self._tables[-1].rows.append(cells)

    def _hold(self, tag: str, _name: str) -> None:
        self.containers.enter(tag)

    def _let_go(self, _tag: str, _name: str) -> None:
        self.containers.leave()

    def _nothing(self, _tag: str, _name: str) -> None:
        """End a line."""

    def _row(self, _tag: str, _name: str) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _group(self, _tag: str, name: str) -> None:
        if self._tables:
            self._tables[-1].groups.append((name, len(self._tables[-1].rows)))

    def _cell(self, tag: str, name: str) -> None:
        if self._tables and self._tables[-1].rows:
            pieces: list[Piece] = []
            spans = "span=" in tag
            columns, rows = (span(tag, "colspan"), span(tag, "rowspan")) if spans else (1, 1)
            self._tables[-1].rows[-1].append(PageCell(columns, rows, pieces))
            self._sink = pieces
        if name == "td":
            self.containers.enter(tag)

    def _end_cell(self, _tag: str, name: str) -> None:
        if name == "/td":
            self.containers.leave()
        if self._tables:
            self._sink = self._tables[-1].outside

    def _table(self, tag: str, _name: str) -> None:
        self._tables.append(_Table(self._sink, [], []))
        self.containers.enter(tag)

    def _end_table(self, _tag: str, _name: str) -> None:
        self.containers.leave()
        if not self._tables:
            return
        table = self._tables.pop()
        self._sink = table.outside
        rows = _as_shown(table)
        if not is_layout(rows):
            table.outside.append(Grid(rows))
            return
        for row in rows:
            for cell in row:
                table.outside.extend(cell.pieces)

    def _head(self, _tag: str, name: str) -> None:
        self._level = HEADINGS[name]

    def _end_head(self, _tag: str, _name: str) -> None:
        self._level = 0

    def _list(self, tag: str, name: str) -> None:
        self._lists.append(first_number(tag) if name == "ol" else None)

    def _end_list(self, _tag: str, _name: str) -> None:
        if self._lists:
            self._lists.pop()

    def _item(self, tag: str, _name: str) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            number = number_of(tag, "value", number)
            self._lists[-1] = number + 1
            self._marker = f"{number}. "

    def _end_item(self, _tag: str, _name: str) -> None:
        self._marker = ""

    def _preformat(self, _tag: str, name: str) -> None:
        self._preformatted += -1 if name[0] == "/" else 1


def _as_shown(table: _Table) -> list[list[PageCell]]:
    """Put the head of a table first and its foot last."""
    if not any(name == "tfoot" for name, _ in table.groups):
        return table.rows
    starts = [("", 0), *table.groups]
    ends = [start for _, start in starts[1:]] + [len(table.rows)]
    groups = [(_ORDER.get(name, 0), start, end) for (name, start), end in zip(starts, ends, strict=True)]
    return [row for _, start, end in sorted(groups) for row in table.rows[start:end]]
