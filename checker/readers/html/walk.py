"""From elements to lines: what a browser would show, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled
from checker.readers.html.containers import HOLDING, Containers
from checker.readers.html.elements import BLOCKS, HEADINGS, HIDDEN, STRUCK, UNSEEN, names
from checker.readers.html.metadata import MetaTags
from checker.readers.html.pieces import Grid, Line, PageCell, is_layout

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from checker.readers.html.containers import Attributes
    from checker.readers.html.pieces import Piece

_BLANKS = r"[ \t\n\r\f]+"
_RUNS_OF_BLANKS = ("  ", "\n", "\t", "\r", "\f")
# A line break in the source between two Chinese characters is no blank (CSS Text 3, segment break transformation).
_BREAK_IN_WORDS = r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t\r\f]*\n[ \t\n\r\f]*(?=[\u2e80-\u9fff\uff00-\uffef])"
_NUMBERED = r"[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]"
_NO_MARKER = r"(?i)list-style[^;]{0,40}none"
_FILE = r"(?i)\.(?:pdf|docx?|wps|xlsx?|et|ofd|rtf|zip|rar)(?:$|[?#])"
_EMBEDDING = names("embed frame iframe object")
_PLAIN = BLOCKS - HOLDING - HEADINGS.keys() - names("dir li menu ol pre th tr ul")
_MATTERING = BLOCKS | {"a"}


class Shown(NamedTuple):
    """What a page shows: its lines and tables, places of its containers, meta tags, attached files, and whether it has scripts."""

    pieces: list[Piece]
    containers: Containers
    meta: MetaTags
    attached: list[str]
    scripted: bool


class _Table(NamedTuple):
    outside: list[Piece]
    rows: list[list[PageCell]]


def shown(parser: LexborHTMLParser) -> Shown:
    """Walk through the page without recursion: it may be nested deeper than Python's stack.

    Words struck out are left out, but where they are most of the page: that is a tag someone forgot to close.
    """
    hidden = {node.mem_id for node in parser.css(HIDDEN)}
    walk = _Walk(hidden, UNSEEN | STRUCK)
    walk.through(parser.root)
    if walk.struck > walk.containers.weight_of(None):
        walk = _Walk(hidden, UNSEEN)
        walk.through(parser.root)
    return Shown(walk.pieces, walk.containers, walk.meta, walk.attached, walk.scripted)


class _Walk:
    def __init__(self, hidden: set[int], unseen: frozenset[str]) -> None:
        self.pieces: list[Piece] = []
        self.containers = Containers()
        self.meta = MetaTags()
        self.attached: list[str] = []
        self.scripted = False
        self.struck = 0  # characters
        self._hidden = hidden
        self._passed_by = unseen
        self._sink = self.pieces
        self._tables: list[_Table] = []
        self._words: list[str] = []
        self._number = 0
        self._linked = 0
        self._links = self._preformatted = self._level = 0
        self._lists: list[int | None] = []
        self._marker = ""

    def through(self, root: LexborNode | None) -> None:
        open_nodes = [(root, "html")]
        node = root.first_child if root else None
        while open_nodes:
            if node is None:
                closed, tag = open_nodes.pop()
                if tag in _MATTERING:
                    self._leave(tag)
                node = closed.next if closed and open_nodes else None
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag[0] not in "-!" and self._enter(node, tag):
                open_nodes.append((node, tag))
                node = node.first_child
                continue
            node = node.next

    def _add(self, words: str) -> None:
        if self._preformatted and "\n" in words:
            first, *rest = words.split("\n")
            self._add(first)
            for line in rest:
                self._flush()
                self._add(line)
            return
        self._words.append(words)
        if self._links:
            self._linked += len(words)

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Take note of an element; False when nothing inside it is shown."""
        if tag in self._passed_by:
            self._unseen(node, tag)
            return False
        if self._hidden and node.mem_id in self._hidden:
            return False
        if tag in BLOCKS:
            if self._words:
                self._flush()
            self._begin(node, tag)
        elif tag == "a":
            self._links += 1
            self._attach(node.attributes.get("href"))
        return True

    def _unseen(self, node: LexborNode, tag: str) -> None:
        if tag == "script":
            self.scripted = True
        elif tag in STRUCK:
            self.struck += len(node.text())
        elif tag == "head":
            for one in node.css("meta, title"):
                self._unseen(one, one.tag or "")
            self.scripted = self.scripted or node.css_first("script") is not None
        elif tag in ("meta", "title"):
            self.meta.take(tag, node)
        elif tag in _EMBEDDING:
            self._attach(node.attributes.get("src") or node.attributes.get("data"))

    def _attach(self, address: str | None) -> None:
        if address and compiled(_FILE).search(address[-300:]):
            self.attached.append(address.rpartition("/")[2])

    def _begin(self, node: LexborNode, tag: str) -> None:
        if tag in _PLAIN:
            return
        said = node.attributes if tag in HOLDING or tag in ("ol", "li", "th") else {}
        if tag == "tr":
            self._row()
        elif tag in ("td", "th"):
            self._cell(said)
        elif tag == "table":
            self._tables.append(_Table(self._sink, []))
        elif tag in HEADINGS:
            self._level = HEADINGS[tag]
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_first_number(said) if tag == "ol" else None)
        elif tag == "li":
            self._item(said)
        elif tag == "pre":
            self._preformatted += 1
        self.containers.enter(said, tag, self._number)

    def _row(self) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _cell(self, said: Attributes) -> None:
        if self._tables and self._tables[-1].rows:
            cell = PageCell(_span(said.get("colspan")), _span(said.get("rowspan")), [])
            self._tables[-1].rows[-1].append(cell)
            self._sink = cell.pieces

    def _item(self, said: Attributes) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            value = said.get("value") or ""
            number = int(value) if value.isdecimal() and len(value) < 5 else number
            self._lists[-1] = number + 1
            self._marker = f"{number}. "

    def _leave(self, tag: str) -> None:
        if tag == "a":
            self._links -= 1
            return
        if self._words:
            self._flush()
        if tag in _PLAIN:
            return
        self.containers.leave(tag, self._number)
        if tag in ("td", "th") and self._tables:
            self._sink = self._tables[-1].outside
        elif tag == "table":
            self._end_table()
        elif tag in HEADINGS:
            self._level = 0
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag == "pre":
            self._preformatted -= 1

    def _end_table(self) -> None:
        outside, rows = self._tables.pop()
        self._sink = outside
        grid = Grid(rows)
        if not is_layout(grid):
            outside.append(grid)
            return
        for row in rows:
            for cell in row:
                outside.extend(cell.pieces)

    def _flush(self) -> None:
        text = "".join(self._words).strip()
        if "\n" in text:
            text = compiled(_BREAK_IN_WORDS).sub("", text)
        if any(map(text.__contains__, _RUNS_OF_BLANKS)):
            text = compiled(_BLANKS).sub(" ", text)
        if text:
            if self._marker and not compiled(_NUMBERED).match(text):
                text = self._marker + text
            self._marker = ""
            self._sink.append(Line(text, self._level, self._number))
            self.containers.weigh(max(0, len(text) - self._linked))
            self._number += 1
        self._words.clear()
        self._linked = 0


def _span(asked: str | None) -> int:
    """Read a span as browsers do; 0 of rowspan, to the end of the table, is taken as very many."""
    if not asked or asked == "1":
        return 1
    digits = compiled(r"\s*(\d{1,9})").match(asked)
    return int(digits.group(1)) if digits else 1


def _first_number(said: Attributes) -> int | None:
    """Give the number a decimal list begins with; None for a list of other marks."""
    if (said.get("type") or "1") != "1" or compiled(_NO_MARKER).search(said.get("style") or ""):
        return None
    start = said.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 5 else 1
