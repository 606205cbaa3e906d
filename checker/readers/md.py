"""Markdown: headings by ``#``, marks of strong emphasis, code and quotation left out, everything else as plain lines."""

from __future__ import annotations

from hashlib import sha256

from checker.model.document import Block, BlockKind, Document, Location
from checker.patterns import compiled
from checker.readers.decoding import decode

_MARKUP = r"\*\*|__|`|(?<=^) {0,3}>\s?|\\(?=[\\`*_{}\[\]()#+.!>-])"
_HEADING = r"^ {0,3}(#{1,6})[ \t]+(?=\S)"


def read(data: bytes, name: str) -> Document:
    """Read Markdown; its running text has no heading marks or emphasis, and columns still count them."""
    decoded = decode(data, name)
    pieces: list[str] = []
    blocks: list[Block] = []
    start = 0
    for number, line in enumerate(decoded.text.split("\n"), 1):
        marks = compiled(_HEADING).match(line)
        head = marks.end() if marks else 0
        text, turns = _strip(line[head:].rstrip("# ") if marks else line, start, Location(number, head + 1))
        if text.strip():
            kind = BlockKind.HEADING if marks else BlockKind.PARAGRAPH
            level = len(marks.group(1)) if marks else 0
            blocks.append(Block(kind, start, start + len(text), Location(number, head + 1), level, turns))
        pieces.append(text)
        start += len(text) + 1
    return Document(name, "md", sha256(data).hexdigest(), "\n".join(pieces), tuple(blocks), decoded.notes)


def _strip(line: str, start: int, place: Location) -> tuple[str, tuple[tuple[int, Location], ...]]:
    """Leave inline marks out of ``line``, which begins at ``place``, and say where its text goes on behind each."""
    kept: list[str] = []
    turns: list[tuple[int, Location]] = []
    at = length = 0
    for mark in compiled(_MARKUP).finditer(line):
        kept.append(line[at : mark.start()])
        length += mark.start() - at
        turns.append((start + length, place._replace(column=(place.column or 1) + mark.end())))
        at = mark.end()
    kept.append(line[at:])
    return "".join(kept), tuple(turns)
