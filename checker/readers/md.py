"""Markdown: headings by ``#``, inline emphasis left out, everything else as plain lines."""

from __future__ import annotations

from hashlib import sha256

from checker.model.document import Block, BlockKind, Document, Location
from checker.patterns import compiled
from checker.readers.decoding import decode

_MARKUP = r"\*\*|__|`|(?<=^) {0,3}>\s?|\\(?=[\\`*_{}\[\]()#+.!>-])"
_HEADING = r"^ {0,3}(#{1,6})[ \t]+(?=\S)"


def read(data: bytes, name: str) -> Document:
    """Read Markdown; its running text has no heading marks or emphasis, and columns still count them."""
    lines = decode(data, name).split("\n")
    pieces: list[str] = []
    blocks: list[Block] = []
    start = 0
    for number, line in enumerate(lines, 1):
        marks = compiled(_HEADING).match(line)
        head = marks.end() if marks else 0
        text, shifts = _strip(line[head:].rstrip("# ") if marks else line, start)
        if text.strip():
            kind = BlockKind.HEADING if marks else BlockKind.PARAGRAPH
            level = len(marks.group(1)) if marks else 0
            blocks.append(Block(kind, start, start + len(text), Location(number, head + 1), level, shifts))
        pieces.append(text)
        start += len(text) + 1
    return Document(name, "md", sha256(data).hexdigest(), "\n".join(pieces), tuple(blocks))


def _strip(line: str, start: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Leave inline marks out of ``line`` and say at which offsets of the running text columns were dropped."""
    kept: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = length = 0
    for mark in compiled(_MARKUP).finditer(line):
        kept.append(line[at : mark.start()])
        length += mark.start() - at
        shifts.append((start + length, mark.end() - mark.start()))
        at = mark.end()
    kept.append(line[at:])
    return "".join(kept), tuple(shifts)
