"""Plain text: every line that is not blank is a paragraph; lines broken at a fixed width are joined."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Document, Location
from checker.readers.decoding import decode
from checker.readers.wrapping import joined_lines

if TYPE_CHECKING:
    from collections.abc import Sequence


def read(data: bytes, name: str) -> Document:
    """Read text in any of the known encodings; raises ReadError."""
    decoded = decode(data, name)
    lines = decoded.text.split("\n")
    text, blocks = paragraphs(lines, joined_lines(lines))
    return Document(name, "txt", sha256(data).hexdigest(), text, blocks, decoded.notes)


def paragraphs(lines: Sequence[str], joined: frozenset[int]) -> tuple[str, tuple[Block, ...]]:
    """Put lines together to a running text, without the breaks behind those in ``joined``."""
    pieces: list[str] = []
    blocks: list[Block] = []
    start = at = 0
    turns: list[tuple[int, Location]] = []
    for index, line in enumerate(lines):
        words = line.rstrip() if index in joined else line
        pieces.append(words)
        at += len(words)
        if index in joined:
            turns.append((at, Location(index + 2, 1)))
            continue
        if at > start and (turns or line.strip()):
            first = index + 1 - len(turns)
            blocks.append(Block(BlockKind.PARAGRAPH, start, at, Location(first, 1), turns=tuple(turns)))
        pieces.append("\n")
        at += 1
        start, turns = at, []
    return "".join(pieces[:-1]), tuple(blocks)
