"""Modifiers: single properties of characters, paragraphs and table rows, each a code and an operand (MS-DOC, 2.2.5.1)."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_TABLE, ROW_END, DEPTH, INNER_CELL = 0x2416, 0x2417, 0x6649, 0x244B
OUTLINE, LIST, LEVEL = 0x2640, 0x460B, 0x260A
DELETED, INSERTED, HIDDEN, SYMBOL = 0x0800, 0x0801, 0x083C, 0x6A09
ROW, CELLS_DOWN = 0xD608, 0xD62B
LARGE = frozenset({0x6645, 0x6646})
"""Codes; those of LARGE say where in the data stream more modifiers are."""

_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)


def modifiers(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give codes with their operands as far as they are whole."""
    at = 0
    while at + 3 <= len(content):
        code = unpack_from("<H", content, at)[0]
        at += 2
        size = _SIZES[code >> 13]
        if code == ROW:
            size = unpack_from("<H", content, at)[0] - 1 if at + 2 <= len(content) else -1
            at += 2
        elif not size:
            size = content[at]
            at += 1
            if code == _TABS and size == 0xFF:  # its own way to count, and nothing that is read stands behind it
                return
        if size < 0 or at + size > len(content):
            return
        yield code, content[at : at + size]
        at += size


def number(operand: bytes) -> int:
    """Read an operand that is a number."""
    return int.from_bytes(operand, "little", signed=len(operand) > 1)
