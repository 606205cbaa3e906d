"""Runs of a Word document, cut where a comment begins or ends; everything else stays as it is."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.docx.vocabulary import CONTAINERS, RPR, TBL, TC, TR, P, R, word

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.reporters.wordfile.places import Point

_BODY = (*map(word, ("document", "body")), TBL, TR, TC, P)
_INLINE = frozenset({*CONTAINERS, *map(word, ("hyperlink", "fldSimple", "bdo", "dir"))})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Host(NamedTuple):
    """What a comment can be put around: a run, and whether it can be cut at the text it is asked for."""

    run: Element
    divisible: bool


class Runs:
    """The runs of a document while they are cut: what became of every text."""

    def __init__(self) -> None:
        """Begin with nothing cut."""
        self._parts: dict[Element, list[tuple[int, Element]]] = {}

    def around(self, first: Point, last: Point) -> tuple[Element, Element] | None:
        """Cut runs so that the first begins and the last ends at these characters; None where there is no run."""
        begin, end = host(first.element), host(last.element)
        if begin is None or end is None:
            return None
        if end.divisible:
            self._cut(last.element, last.offset + 1)
        if begin.divisible:
            self._cut(first.element, first.offset)
        return (
            self._run(first) if begin.divisible else begin.run,
            self._run(last) if end.divisible else end.run,
        )

    def _run(self, point: Point) -> Element:
        run = self._part(point.element, point.offset)[1].getparent()
        assert run is not None  # noqa: S101 - a divisible text stands in a run
        return run

    def _part(self, text: Element, offset: int) -> tuple[int, Element]:
        parts = self._parts.setdefault(text, [(0, text)])
        return next(part for part in reversed(parts) if part[0] <= offset)

    def _cut(self, text: Element, offset: int) -> None:
        """Let a run begin at the character ``offset`` of what was one text, or behind the text's end."""
        start, part = self._part(text, offset)
        if 0 < offset - start < len(part.text or ""):
            behind = _halved(part, offset - start)
            self._parts[text] = sorted([*self._parts[text], (offset, behind)], key=lambda one: one[0])
            _begin_run_at(behind)
        elif offset == start:
            _begin_run_at(part)
        else:
            following = part.getnext()
            if following is not None:
                _begin_run_at(following)


def host(text: Element) -> Host | None:
    """Give the run that a comment on a text goes around: what stands in a text box or above a ruby has that of the whole."""
    run: Element | None = None
    for around in text.iterancestors():
        if around.tag == R and run is None:
            run = around
        elif around.tag not in _INLINE and around.tag not in _BODY:
            run = None
    return None if run is None else Host(run, run is text.getparent())


def paragraph_of(element: Element) -> Element:
    """Give the paragraph of the text itself that an element stands in or is: text boxes take no comments."""
    return [element, *element.iterancestors(P)][-1]


def _halved(text: Element, offset: int) -> Element:
    """Cut a text in two; gives the second."""
    words = text.text or ""
    behind = deepcopy(text)
    text.text, behind.text, behind.tail = words[:offset], words[offset:], None
    for half in (text, behind):
        half.set(_SPACE, "preserve")
    text.addnext(behind)
    return behind


def _begin_run_at(child: Element) -> None:
    """Move a child of a run and all behind it to a run of their own, which looks the same."""
    run = child.getparent()
    assert run is not None  # noqa: S101 - whatever is cut stands in a run
    content = [one for one in run if one.tag != RPR]
    if content[0] is child:
        return
    behind = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    behind.extend([deepcopy(one) for one in run.iterchildren(RPR)])
    behind.extend(content[content.index(child) :])
    run.addnext(behind)
