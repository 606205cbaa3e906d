"""The names that Word documents use for what this reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STRICT, COMMON = b"http://purl.oclc.org/ooxml/wordprocessingml/main", _WORD.encode()
"""What the strict and the common form of the standard (ISO/IEC 29500) call WordprocessingML."""

_OFF = frozenset({"0", "false", "off", "none"})


def word(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return f"{{{_WORD}}}{name}"


DOCUMENT = word("document")
P, R, T, TBL, TR, TC = map(word, ("p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, TRPR, TCPR = map(word, ("pPr", "rPr", "trPr", "tcPr"))
PSTYLE, RSTYLE, NUMPR, NUM_ID, ILVL, OUTLINE = map(word, ("pStyle", "rStyle", "numPr", "numId", "ilvl", "outlineLvl"))
VANISH, BASED_ON, NAME, STYLE = map(word, ("vanish", "basedOn", "name", "style"))
INS, DEL, MOVED_TO, MOVED_FROM, CELL_DEL = map(word, ("ins", "del", "moveTo", "moveFrom", "cellDel"))
VAL = word("val")
ALTERNATE, _CHOICE, _FALLBACK = (f"{{{_COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
CONTAINERS = frozenset(
    {*map(word, ("sdt", "sdtContent", "customXml", "smartTag")), INS, MOVED_TO, ALTERNATE, _CHOICE, _FALLBACK}
)
"""Elements that hold paragraphs, rows or cells and are nothing themselves."""


def is_on(switch: Element) -> bool:
    """Tell whether an element such as ``w:vanish`` switches its property on."""
    return switch.get(VAL, "1").lower() not in _OFF


def number_of(element: Element | None, default: int) -> int:
    """Read the whole number that an element has as its value, within reason."""
    digits = element.get(VAL, "") if element is not None else ""
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else default


def drop(element: Element) -> None:
    """Take an element out of the tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
