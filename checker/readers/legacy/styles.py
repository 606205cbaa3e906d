"""The paragraph styles of an old document (MS-DOC, 2.9.271), rewritten as those of a new one."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

from checker.readers.docx.vocabulary import word
from checker.readers.legacy.elements import made, printed, put
from checker.readers.legacy.header import STYLES
from checker.readers.legacy.modifiers import LEVEL, LIST, OUTLINE, modifiers, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

    from checker.readers.legacy.header import Header

_PARAGRAPH, _NORMAL = 1, 0
_HEADINGS = range(1, 10)
_NO_BASE = 0xFFF


def styles(header: Header) -> Element:
    """Rewrite the style sheet."""
    root = made("styles")
    for index, entry in enumerate(_entries(header.part(STYLES))):
        if len(entry[1]) > entry[0] + 2:
            _style(root, index, *entry)
    return root


def describe(properties: Element, found: Iterable[tuple[int, bytes]]) -> None:
    """Put in what a paragraph or style says of its heading level and its list."""
    said = dict(found)
    if OUTLINE in said:
        put(properties, "outlineLvl", number(said[OUTLINE]))
    if LIST in said or LEVEL in said:
        numbering = put(properties, "numPr")
        if LEVEL in said:
            put(numbering, "ilvl", number(said[LEVEL]))
        if LIST in said:
            put(numbering, "numId", max(0, number(said[LIST])))


def _entries(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the size of the fixed part of every style, and the style."""
    if len(part) < 6:
        return
    size, count, fixed = unpack_from("<HHH", part)
    at = 2 + size
    for _ in range(count):
        length = unpack_from("<H", part, at)[0]
        yield fixed, part[at + 2 : at + 2 + length]
        at += 2 + length + length % 2


def _style(root: Element, index: int, fixed: int, entry: bytes) -> None:
    builtin, relation = unpack_from("<HH", entry)
    builtin, kind, base = builtin & 0xFFF, relation & 0xF, relation >> 4
    if kind != _PARAGRAPH:
        return
    style = put(root, "style")
    style.set(word("styleId"), str(index))
    style.set(word("type"), "paragraph")
    if index == _NORMAL:
        style.set(word("default"), "1")
    length = unpack_from("<H", entry, fixed)[0]
    name = entry[fixed + 2 : fixed + 2 + 2 * length].decode("utf-16-le", "replace")
    put(style, "name", f"heading {builtin}" if builtin in _HEADINGS else printed(name))
    if base != _NO_BASE:
        put(style, "basedOn", base)
    at = fixed + 4 + 2 * length
    size = unpack_from("<H", entry, at)[0] if at + 2 <= len(entry) else 0
    describe(put(style, "pPr"), modifiers(entry[at + 4 : at + 2 + size]))
