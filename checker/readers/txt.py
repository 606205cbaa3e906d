"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import Block, BlockKind, Document, Location
from checker.readers.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(data: bytes, name: str) -> Document:
    """Read text in any of the known encodings; raises ReadError."""
    text = decode(data, name)
    return Document(name, "txt", sha256(data).hexdigest(), text, tuple(_lines(text)))


def _lines(text: str) -> Iterator[Block]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, start, start + len(line), Location(number, 1))
        start += len(line) + 1
