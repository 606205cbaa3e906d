"""Everything in a paragraph that is read as text, made text: tabs, line breaks, symbols; text boxes set behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from checker.patterns import compiled
from checker.readers.docx.vocabulary import ALTERNATE, P, R, T, drop, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

TEXT_BOX, RUBY_TEXT, SYMBOL = map(word, ("txbxContent", "rt", "sym"))
LINE_END = "\u2028"
"""A line break within a paragraph."""
SIGNS = {
    word("tab"): " ",
    word("ptab"): " ",
    word("br"): LINE_END,
    word("cr"): LINE_END,
    word("noBreakHyphen"): "-",
}
_FONT, _CODE = word("font"), word("char")
_PRIVATE = 0xD800  # behind it no character has a meaning of its own
_CIRCLED = {
    **{0x81 + n: chr(0x2460 + n) for n in range(10)},
    **{0x8C + n: chr(0x2776 + n) for n in range(10)},
}
_DRAWN = {
    "wingdings": {**_CIRCLED, 0x6C: "●", 0x6E: "■", 0x6F: "□", 0xA8: "□", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x54: "☒", 0xA3: "□"},
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB1: "±", 0xB0: "°"},
}


def drop_alternatives(root: Element) -> None:
    """Leave the first of the forms that a drawing is given in, the others being for older programs."""
    for alternate in list(root.iter(ALTERNATE)):
        for form in list(alternate)[1:]:
            alternate.remove(form)


def make_plain(odd: Mapping[str, Sequence[Element]]) -> None:
    """Turn signs into text, leave the reading aids of ruby out, and put the paragraphs of text boxes behind their own."""
    for aid in odd.get(RUBY_TEXT, ()):
        drop(aid)
    for tag, sign in SIGNS.items():
        for element in odd.get(tag, ()):
            parent = element.getparent()
            if parent is not None and parent.tag == R:  # a tab stop is named like a tab
                _put(element, sign)
    for element in odd.get(SYMBOL, ()):
        _put(element, _symbol(element.get(_FONT, ""), element.get(_CODE, "")))
    for box in reversed(odd.get(TEXT_BOX, ())):
        _set_behind(box)


def text_of(element: Element) -> str:
    """Join all texts in an element."""
    return "".join(cast("Iterator[str]", element.itertext(T, with_tail=False)))


def _put(element: Element, text: str) -> None:
    element.tag = T
    element.text = text


def _symbol(font: str, code: str) -> str:
    """Give the character that a symbol font draws, where it is one of those that reports have."""
    if not compiled(r"[0-9A-Fa-f]{1,4}").fullmatch(code):
        return ""
    number = int(code, 16)
    if _PRIVATE > number > 0xFF:
        return chr(number)
    return _DRAWN.get(font.lower(), {}).get(number & 0xFF, "")


def _set_behind(box: Element) -> None:
    paragraph = next(box.iterancestors(P), None)
    if paragraph is None:
        return
    for child in reversed(list(box)):
        paragraph.addnext(child)
