"""Paragraph styles, as far as they make headings, number paragraphs, or hide them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.readers.docx.vocabulary import (
    BASED_ON,
    ILVL,
    NAME,
    NUM_ID,
    NUMPR,
    OUTLINE,
    PPR,
    RPR,
    STYLE,
    VAL,
    VANISH,
    is_on,
    number_of,
    word,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLE_ID, _TYPE, _DEFAULT = map(word, ("styleId", "type", "default"))
_LONGEST_CHAIN = 30
_HEADING = r"(?i)(?:heading|标题) ?([1-9])"
_TITLES = frozenset({"title", "标题"})
_DEEPEST = 9
BODY_TEXT = 9
"""The outline level that is none."""


class Look(NamedTuple):
    """What a style says: the level of a heading or 0, a list and the level in it, whether its words are hidden.

    ``owner`` is the style that names the list, for a list's levels name styles in turn.
    """

    level: int = 0
    list_id: str = ""
    depth: int = 0
    owner: str = ""
    hidden: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Take in the styles part, if there is one."""
        self._elements = {one.get(_STYLE_ID, ""): one for one in root.iterchildren(STYLE)} if root is not None else {}
        self._default = next((name for name, one in self._elements.items() if _is_default(one)), "")
        self._some_hide = root is not None and next(root.iter(VANISH), None) is not None
        self._looks: dict[str, Look] = {}

    def look(self, style: str | None) -> Look:
        """Give the look of a style, with what it takes over from those it is based on; the default for None."""
        name = self._default if style is None else style
        known = self._looks.get(name)
        if known is None:
            known = self._looks[name] = self._resolve(name)
        return known

    def hiding(self) -> frozenset[str]:
        """Give the ids of styles that hide their words."""
        if not self._some_hide:
            return frozenset()
        return frozenset(name for name in self._elements if self.look(name).hidden)

    def list_of(self, style: str) -> str:
        """Give the list that a numbering style stands for."""
        return self.look(style).list_id

    def _resolve(self, name: str) -> Look:
        chain: list[tuple[str, Element]] = []
        while name in self._elements and len(chain) < _LONGEST_CHAIN:
            chain.append((name, self._elements[name]))
            name = _value(self._elements[name], BASED_ON)
        look = Look()
        for owner, element in reversed(chain):
            look = _changed(look, owner, element)
        return look


def _changed(look: Look, owner: str, element: Element) -> Look:
    """Give what becomes of the look of a style in one that is based on it."""
    for part in element:
        if part.tag == NAME:
            look = look._replace(level=_named_level(part.get(VAL, "")) or look.level)
        elif part.tag == RPR:
            look = look._replace(hidden=next(map(is_on, part.iterchildren(VANISH)), look.hidden))
        elif part.tag == PPR:
            look = _paragraph_look(look, owner, part)
    return look


def _paragraph_look(look: Look, owner: str, properties: Element) -> Look:
    for part in properties:
        if part.tag == OUTLINE:
            look = look._replace(level=level_of(part))
        elif part.tag == NUMPR:
            list_id, depth = list_place(part)
            look = look._replace(depth=look.depth if depth is None else depth)
            if list_id is not None:
                look = look._replace(list_id=list_id, owner=owner)
    return look


def level_of(outline: Element) -> int:
    """Give the heading level of an outline level; 0 for body text."""
    level = number_of(outline, BODY_TEXT)
    return level + 1 if level < BODY_TEXT else 0


def list_place(numbering: Element) -> tuple[str | None, int | None]:
    """Give the list that a paragraph or style belongs to, "0" for none, and its level there; None for what is not said."""
    list_id = depth = None
    for part in numbering:
        if part.tag == NUM_ID:
            list_id = part.get(VAL)
        elif part.tag == ILVL:
            depth = min(number_of(part, 0), _DEEPEST - 1)
    return list_id, depth


def _named_level(name: str) -> int:
    found = compiled(_HEADING).fullmatch(name)
    return int(found.group(1)) if found else int(name.lower() in _TITLES)


def _value(style: Element, tag: str) -> str:
    return next((one.get(VAL, "") for one in style.iterchildren(tag)), "")


def _is_default(style: Element) -> bool:
    return style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in {"1", "true", "on"}
