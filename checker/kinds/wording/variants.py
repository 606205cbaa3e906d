"""What becomes of a fixed term with one slip: a character lost, two swapped, one taken for another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.kinds.wording.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_LOSES_FROM = 5  # characters; what remains of a shorter term is too often something else
# A character left alone at the edge may belong to the word beside it (行政|信息公开), unless that cannot form one with it.
_APART_BEFORE = r"\A|\P{Han}|[的和及与对将等各本了由把从以是]|(?:年|年度)"
_APART_AFTER = r"\Z|\P{Han}|[的和及与等是]|工作|情况|制度"


def variants(terms: Iterable[str], confused: Mapping[str, str]) -> Iterator[tuple[str, Callable[[], Entry]]]:
    """Give the broken forms of ``terms``: two characters that the form has, and what makes its entry once they are seen.

    ``confused`` are the characters that each may be taken for.
    """
    for term in terms:
        last = len(term) - 1
        for at in range(1, last) if last >= _LOSES_FROM - 1 else ():
            if term[at] != term[at - 1]:
                yield term[at - 1] + term[at + 1], partial(_lost, term, at)
        for at in range(last):
            if term[at] != term[at + 1]:
                yield term[at + 1] + term[at], partial(_swapped, term, at)
        for at, char in enumerate(term):
            for other in confused.get(char, ""):
                yield term[at - 1] + other if at else other + term[1], partial(_mistaken, term, at, other)


def _lost(term: str, at: int) -> Entry:
    before = _APART_BEFORE if at == 1 else ""
    return Entry(term[:at] + term[at + 1 :], term, before, _APART_AFTER if at == len(term) - 2 else "")


def _swapped(term: str, at: int) -> Entry:
    return Entry(term[:at] + term[at + 1] + term[at] + term[at + 2 :], term)


def _mistaken(term: str, at: int, other: str) -> Entry:
    before = _APART_BEFORE if at == 0 else ""
    return Entry(term[:at] + other + term[at + 1 :], term, before, _APART_AFTER if at == len(term) - 1 else "")
