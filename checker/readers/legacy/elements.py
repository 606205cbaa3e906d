"""Elements of WordprocessingML, which an old document is rewritten in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from checker.patterns import compiled
from checker.readers.docx.vocabulary import VAL, word
from checker.readers.legacy.pieces import whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNPRINTED = r"[\x00-\x08\x0b-\x1f\ufffe\uffff]+"


def made(name: str) -> Element:
    """Make an element that stands in no other."""
    return etree.Element(word(name))


def put(parent: Element, name: str, value: str | int | None = None) -> Element:
    """Make the last element in ``parent``, with the value that most elements have."""
    element = etree.SubElement(parent, word(name))
    if value is not None:
        element.set(VAL, str(value))
    return element


def printed(units: str) -> str:
    """Give characters as they may stand in XML, without those that only control."""
    return compiled(_UNPRINTED).sub("", whole(units))
