"""Numbers that Word prints in front of paragraphs and that stand nowhere in the text: 一、 （一） 1.1."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.readers.docx.numerals import numeral
from checker.readers.docx.vocabulary import ILVL, VAL, VANISH, is_on, number_of, word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element as Element

    from checker.readers.docx.styles import Styles

_LIST, _DEFINITION, _OVERRIDE, _LEVEL = map(word, ("num", "abstractNum", "lvlOverride", "lvl"))
_LIST_ID, _DEFINITION_ID, _LINK = map(word, ("numId", "abstractNumId", "numStyleLink"))
_START, _FORM, _TEXT, _SUFFIX = map(word, ("start", "numFmt", "lvlText", "suff"))
_RESTART, _LEGAL, _STYLE, _OTHER_START = map(word, ("lvlRestart", "isLgl", "pStyle", "startOverride"))
_ALL = (_START, _FORM, _TEXT, _SUFFIX, _RESTART, _LEGAL, _STYLE, VANISH)
_DEPTHS = 9
_LONGEST_CHAIN = 10
_LONGEST_TEXT = 60
_PLACE = r"%([1-9])"
_BLANKLESS = tuple("、）．】。：》〕")


class Level(NamedTuple):
    """A level of a list: where it starts, how its numbers are printed, and with which words around them.

    ``restart`` is the level (from 1) that makes this one start anew, 0 for none; None for every one above.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


class _List(NamedTuple):
    levels: Mapping[int, Level]
    starts: dict[int, int]  # what this list says anew, each once
    counts: dict[int, int]  # shared by all lists of one definition


class Numbering:
    """The lists of a document and how far each has come; the part is read when the first paragraph has a number."""

    def __init__(self, part: Callable[[], Element | None], styles: Styles) -> None:
        """Take note of where the numbering part comes from."""
        self._part = part
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def depth_of(self, list_id: str, style: str, default: int) -> int:
        """Give the level that a list keeps for a style."""
        known = self._list(list_id)
        levels = known.levels.items() if known else ()
        return next((depth for depth, level in levels if level.style == style), default)

    def mark(self, list_id: str, depth: int) -> str:
        """Count on, and give what stands in front of the next paragraph of a list."""
        known = self._list(list_id)
        if known is None or depth not in known.levels:
            return ""
        _count(known, depth)
        level = known.levels[depth]
        text = compiled(_PLACE).sub(lambda found: _printed(known, int(found.group(1)) - 1, level), level.text)
        return "" if level.form == "bullet" else _set_off(text, level.suffix)

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str) -> _List | None:
        element = self._elements[_LIST].get(list_id)
        definition = self._definition(list_id)
        if element is None or definition is None:
            return None
        levels = dict(map(_level, definition.iterchildren(_LEVEL)))
        starts: dict[int, int] = {}
        for override in element.iterchildren(_OVERRIDE):
            levels.update(map(_level, override.iterchildren(_LEVEL)))
            for start in override.iterchildren(_OTHER_START):
                starts[_depth(override)] = number_of(start, 1)
        counts = self._counts.setdefault(definition.get(_DEFINITION_ID, ""), {})
        return _List(levels, starts, counts)

    def _definition(self, list_id: str) -> Element | None:
        """Find what a list is defined by, which may be that of the list a numbering style stands for."""
        for _ in range(_LONGEST_CHAIN):
            element = self._elements[_LIST].get(list_id)
            definition = self._elements[_DEFINITION].get(_said(element, _DEFINITION_ID))
            link = _said(definition, _LINK)
            if not link:
                return definition
            list_id = self._styles.list_of(link)
        return None

    @cached_property
    def _elements(self) -> dict[str, dict[str, Element]]:
        root = self._part()
        found: dict[str, dict[str, Element]] = {_LIST: {}, _DEFINITION: {}}
        for one in root.iterchildren(_LIST, _DEFINITION) if root is not None else ():
            found[str(one.tag)][one.get(_LIST_ID if one.tag == _LIST else _DEFINITION_ID, "")] = one
        return found


def _level(element: Element) -> tuple[int, Level]:
    said = {str(one.tag): one for one in element.iter(*_ALL)}  # of two forms the last is the one for every program
    values = {tag: one.get(VAL, "") for tag, one in said.items()}
    restart = number_of(said[_RESTART], 0) if _RESTART in said else None
    text = "" if VANISH in said and is_on(said[VANISH]) else values.get(_TEXT, "")
    legal = _LEGAL in said and is_on(said[_LEGAL])
    start = number_of(said.get(_START), 1)
    form, suffix = values.get(_FORM, "decimal"), values.get(_SUFFIX, "tab")
    return _depth(element), Level(start, form, text[:_LONGEST_TEXT], suffix, restart, legal, values.get(_STYLE, ""))


def _depth(element: Element) -> int:
    depth = element.get(ILVL, "")
    return int(depth) if depth in set("012345678") else _DEPTHS


def _said(element: Element | None, tag: str) -> str:
    children = element.iterchildren(tag) if element is not None else ()
    return next((one.get(VAL, "") for one in children), "")


def _count(one: _List, depth: int) -> None:
    counts = one.counts
    if depth in one.starts:
        counts[depth] = one.starts.pop(depth)
    else:
        counts[depth] = counts[depth] + 1 if depth in counts else one.levels[depth].start
    for lower in [lower for lower in counts if lower > depth]:
        restart = one.levels[lower].restart if lower in one.levels else None
        if restart is None or depth < restart:
            del counts[lower]


def _printed(one: _List, depth: int, level: Level) -> str:
    """Print the number of a level, that of one not counted yet being its first."""
    its = one.levels.get(depth, Level())
    if its.form in {"none", "bullet"}:
        return ""
    return numeral(one.counts.get(depth, its.start), "decimal" if level.legal else its.form)


def _set_off(text: str, suffix: str) -> str:
    return text if not text or suffix == "nothing" or text.endswith(_BLANKLESS) else f"{text.rstrip()} "
