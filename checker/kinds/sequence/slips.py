"""Numbers that do not fit their list, reading it once; lists within lists in the same style are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.sequence.lists import Siblings
    from checker.model.report import Heading

_OPEN_AT_ONCE = 4
_ONE_SENTENCE, _PARAGRAPH = 150, 1500
_SECOND, _THIRD = 2, 3
_FAR = 3  # a number farther ahead than this counts something else


class Slip(NamedTuple):
    """A number that does not fit, the one before it, the number expected there, and where a copy may have lost it.

    The ``sought`` numbers, if written anywhere in ``[since, until)``, are not missing: they were not recognised. ``sure``: the
    numbers around leave no other reading than the expected one.
    """

    flaw: str
    heading: Heading
    previous: Heading | None
    expected: int
    since: int
    until: int
    sought: tuple[int, ...]
    sure: bool = False


def slips_of(siblings: Siblings, text: str) -> Iterator[Slip]:
    """Read the list and give what does not fit."""
    if [one.ordinal for one in siblings.members] == [1]:
        only = siblings.members[0]
        yield Slip("lone", only, None, 2, only.start + 1, siblings.stop, (2,))
        return
    yield from _Reading(siblings, text).slips()


class _Reading:
    """One pass over a list: the last number of every list that is open, the innermost last."""

    def __init__(self, siblings: Siblings, text: str) -> None:
        self._siblings = siblings
        self._text = text
        self._open: list[Heading] = []
        self._begun = False
        self._first = siblings.members[0]

    def slips(self) -> Iterator[Slip]:
        members = self._siblings.members
        passed_over = False
        for heading, following in zip(members, [*members[1:], None], strict=True):
            if passed_over:
                passed_over = False
                self._open[-1:] = [max(self._open[-1], heading, key=_number)]
                continue
            slip = self._take(heading, following)
            if slip and (slip.sure or _number(heading) <= slip.expected + _FAR):
                yield slip
                passed_over = slip.flaw == "disorder" and following is not None and _number(following) == slip.expected

    def _take(self, heading: Heading, following: Heading | None) -> Slip | None:
        number = _number(heading)
        slip = None
        self._first = heading if number == 1 else self._first
        if not self._continues(heading):
            slip = self._repeated_one(heading, following) if number == 1 else self._unfitting(heading, following)
            if number == 1 and not slip:
                self._open.append(heading)  # a list within the list, or a new one
                del self._open[:-_OPEN_AT_ONCE]
        self._begun = self._begun or number == 1
        mended = slip is not None and slip.sure and slip.heading is heading
        self._open[-1:] = [heading._replace(ordinal=slip.expected) if slip and mended else heading]
        return slip

    def _continues(self, heading: Heading) -> bool:
        for index in reversed(range(len(self._open))):
            if _number(self._open[index]) == _number(heading) - 1:
                if index + 1 < len(self._open) and self._is_set_apart(self._open[index], heading):
                    return False
                del self._open[index + 1 :]
                return True
        return False

    def _is_set_apart(self, outer: Heading, heading: Heading) -> bool:
        """The items in one paragraph, and headings that a line leads to, are a list of their own, not part of that before."""
        if heading.style == "item":
            apart = self._text.find("\n", outer.end, self._first.start) >= 0
            return apart and self._text.find("\n", max(self._first.end, heading.start - _PARAGRAPH), heading.start) < 0
        led = self._text[max(outer.end, self._first.start - _PARAGRAPH) : self._first.start].rstrip()
        return not self._siblings.main and "\n" in led and led.endswith(":")

    def _repeated_one(self, heading: Heading, following: Heading | None) -> Slip | None:
        """A first one that no second follows: it goes on with the list before, where its place tells so."""
        top = self._open[-1] if self._open else None
        if not top or (following and _number(following) == _SECOND):
            return None
        if top.style == "item":
            return self._repeated_item(top, heading, following) if _number(top) == 1 else None
        if following or (_number(top) > 1 and not self._siblings.main):
            return None  # where a later number follows, it tells more
        return Slip("restart", heading, top, _number(top) + 1, top.start + 1, heading.start, (_number(top) + 1,))

    def _repeated_item(self, top: Heading, heading: Heading, following: Heading | None) -> Slip | None:
        """一是…；一是… in one sentence."""
        between = self._text[top.end : heading.start]
        if len(between) > _ONE_SENTENCE or compiled(r"[。!?\n]").search(between):
            return None
        sure = following is not None and _number(following) == _THIRD
        return Slip("repeat", heading, top, 2, top.start + 1, heading.start, (2,), sure)

    def _unfitting(self, heading: Heading, following: Heading | None) -> Slip | None:
        number = _number(heading)
        if not self._open or (number < _number(self._open[-1]) and self._begins_anew(heading)):
            since = self._open[-1].start + 1 if self._open else self._siblings.start
            return Slip("first", heading, None, 1, since, heading.start, (1, number - 1))
        top = self._open[-1]
        if len(self._open) > 1 and self._is_misnumbered(top, self._open[-2], number):
            outer = self._open[-2]
            del self._open[-1]
            return Slip("restart", top, outer, number - 1, outer.start + 1, heading.start, (number - 1,), sure=True)
        if len(self._open) > 1 and top.style != "item" and not self._is_set_apart(self._open[-2], heading):
            return None  # it may belong to either list
        return self._beside(top, heading, following)

    def _begins_anew(self, heading: Heading) -> bool:
        """No first one has been seen at all, or not in the paragraph that such items stand in."""
        return not self._begun or (heading.style == "item" and "\n" in self._text[self._open[-1].end : heading.start])

    def _is_misnumbered(self, top: Heading, outer: Heading, number: int) -> bool:
        """一…一…三: the second must be 二; items in another paragraph may be counted anew."""
        if _number(top) != 1 or _number(outer) != number - 2:
            return False
        return top.style != "item" or "\n" not in self._text[outer.end : top.start]

    def _beside(self, top: Heading, heading: Heading, following: Heading | None) -> Slip:
        number, expected, then = _number(heading), _number(top) + 1, _number(following) if following else 0
        flaw, sure = "disorder", False
        sought: tuple[int, ...] = (1, number - 1)
        if then == expected + 1 and number != then:
            flaw, sought, sure = "repeat" if number < expected else "disorder", (expected,), True
        elif number == expected - 1:
            flaw = "repeat"
        elif number > expected:
            flaw, sought = ("disorder", ()) if then == expected else ("gap", tuple(range(expected, number)))
        return Slip(flaw, heading, top, expected, top.start + 1, heading.start, sought, sure)


def _number(heading: Heading) -> int:
    return heading.ordinal or 0
