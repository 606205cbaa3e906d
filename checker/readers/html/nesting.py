"""How deep a page nests, told from its tags alone as a parser would open and close elements, rather too deep than too flat.

A bound that is quickly found suffices for nearly every page; only the others are followed tag by tag.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.html.elements import EMPTY, names

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
_SPECIAL = names(
    "address article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2"
    " h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol p pre search section select summary table"
    " template ul"
)
_ENDING_PARAGRAPHS = _SPECIAL - names("button marquee object select template") | {"form"}
_PARTS_OF_TABLES = names("caption col colgroup tbody td tfoot th thead tr")
_ITEMS = names("dd dt li")
_ENDING_THEIR_LIKE = names("dd dt li p td th tr")
_SCOPES = names("button marquee object table template")
_ONCE = EMPTY | names("body head html")
_IGNORED = _ONCE | names("option optgroup")
_DRAWN = names("circle ellipse g line path polygon polyline rect stop text use")
_ALIKE = 3  # the standard's "Noah's Ark clause": as many formatting elements alike are opened again
_NEAR = 30


def is_surely_flat(tags: Iterable[tuple[str, str, str]], deepest: int, most_reopened: int) -> bool:
    """Tell pages that can be no deeper than ``deepest`` and open no more than ``most_reopened`` elements again.

    Each of ``tags`` ends in a slash or nothing, and a name as written or nothing. An end tag counts where it ends what was opened last,
    for then a parser ends that too, if it has not done so before; every other end tag is as good as none.
    """
    still_open = [""]
    formatting = reopened = 0
    for _, slash, written in tags:
        name = written.lower()
        if slash:
            if still_open[-1] == name:
                still_open.pop()
                formatting -= name in _FORMATTING
        elif name and name not in _ONCE and not (name == still_open[-1] and name in _ENDING_THEIR_LIKE):
            still_open.append(name)
            formatting += name in _FORMATTING
            if len(still_open) > deepest:
                return False
        reopened += formatting
    return reopened <= most_reopened


class _Open(NamedTuple):
    name: str
    tag: str


class _Frame(NamedTuple):
    """What is open inside a table (or an object, …), and formatting that the next block opens again."""

    names: list[_Open]
    counts: Counter[str]
    again: list[_Open]
    alike: Counter[_Open]

    @classmethod
    def empty(cls) -> _Frame:
        return cls([], Counter(), [], Counter())


class Nesting:
    """The open elements while tags go by; ``reopened`` counts formatting that is opened again in the next paragraph."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self.depth = 0
        self.reopened = 0
        self._frames = [_Frame.empty()]

    def follow(self, name: str, tag: str, *, closing: bool) -> None:
        """Take in one tag, ``name`` in small letters, ``tag`` as written."""
        frame = self._frames[-1]
        if closing and frame.names and frame.names[-1].name == name:  # as nearly always
            frame.names.pop()
            frame.counts[name] -= 1
            self.depth -= 1
        elif name in _PARTS_OF_TABLES:
            self._clear_cell()
        elif name in _IGNORED:
            return
        elif closing:
            self._close(name)
        else:
            self._open(name, tag)

    def _open(self, name: str, tag: str) -> None:
        frame = self._frames[-1]
        if name in _ENDING_PARAGRAPHS and frame.counts["p"]:
            self._pop("p")
        if name in _ITEMS and self._is_near(name):
            self._pop(name)
        if name in _DRAWN and frame.counts["svg"] and tag.endswith("/>"):
            return
        self._push(frame, _Open(name, tag))
        if name in _SCOPES:
            self._frames.append(_Frame.empty())
        elif frame.again:
            self.reopened += len(frame.again)
            for formatting in reversed(frame.again):
                self._push(frame, formatting)
            frame.again.clear()
            frame.alike.clear()

    def _push(self, frame: _Frame, opened: _Open) -> None:
        frame.names.append(opened)
        frame.counts[opened.name] += 1
        self.depth += 1

    def _close(self, name: str) -> None:
        if name in _SCOPES:
            self._leave(name)
        elif self._frames[-1].counts[name] and (name in _SPECIAL or self._is_near(name)):
            self._pop(name)

    def _leave(self, name: str) -> None:
        """End the innermost table (object, …) with all that is open in it."""
        if not any(frame.names[-1].name == name for frame in self._frames[:-1]):
            return
        while True:
            self.depth -= len(self._frames.pop().names)
            opener = self._frames[-1].names.pop()
            self._frames[-1].counts[opener.name] -= 1
            self.depth -= 1
            if opener.name == name:
                return

    def _clear_cell(self) -> None:
        frame = self._frames[-1]
        in_table = len(self._frames) > 1 and self._frames[-2].names[-1].name == "table"
        if in_table and (frame.names or frame.again):
            self.depth -= len(frame.names)
            self._frames[-1] = _Frame.empty()

    def _is_near(self, name: str) -> bool:
        """An inline element's end tag does not reach beyond a block; nor does a list item beyond its list."""
        for open_ in reversed(self._frames[-1].names[-_NEAR:]):
            if open_.name == name:
                return True
            if open_.name in _SPECIAL and not (name in _ITEMS and open_.name in ("div", "p", "address")):
                return False
        return False

    def _pop(self, name: str) -> None:
        """Close what is open up to ``name``; formatting inside is opened again behind it."""
        frame = self._frames[-1]
        while True:
            closed = frame.names.pop()
            frame.counts[closed.name] -= 1
            self.depth -= 1
            if closed.name == name:
                return
            if closed.name in _FORMATTING and frame.alike[closed] < _ALIKE:
                frame.alike[closed] += 1
                frame.again.append(closed)
