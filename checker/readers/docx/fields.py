"""Fields: their results are text, what they are computed from is none; nor are page numbers in a table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.readers.docx.vocabulary import T, drop, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

FIELD_MARK, FIELD = map(word, ("fldChar", "fldSimple"))
_INSTRUCTION, _KIND, _SAID = map(word, ("instrText", "fldCharType", "instr"))
_CONTENTS_PAGE = r"(?i)\s*PAGEREF\s+_Toc"


def keep_results(root: Element, odd: Mapping[str, Sequence[Element]]) -> None:
    """Take out of the tree what fields have beside their results; leaves all of it where their marks do not match."""
    for field in odd.get(FIELD, ()):
        if compiled(_CONTENTS_PAGE).match(field.get(_SAID, "")):
            drop(field)
    if FIELD_MARK not in odd:
        return
    concealed = _Concealed()
    for element in root.iter(FIELD_MARK, _INSTRUCTION, T):
        concealed.take(element)
    if concealed.matching and not concealed.open:
        for text in concealed.texts:
            text.text = None


class _Concealed:
    def __init__(self) -> None:
        self.texts: list[Element] = []
        self.matching = True
        self.open: list[tuple[str, bool]] = []  # instruction, whether what comes is concealed
        self._depth = 0

    def take(self, element: Element) -> None:
        if element.tag == T:
            if self._depth:
                self.texts.append(element)
        elif element.tag == _INSTRUCTION:
            if self.open:
                said, conceals = self.open[-1]
                self.open[-1] = (said or element.text or "", conceals)
        else:
            self._mark(element.get(_KIND, ""))

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(("", True))
            self._depth += 1
        elif not self.open:
            self.matching = False
        elif kind == "separate":
            said, _ = self.open[-1]
            conceals = compiled(_CONTENTS_PAGE).match(said) is not None
            self.open[-1] = (said, conceals)
            self._depth -= not conceals
        elif kind == "end":
            self._depth -= self.open.pop()[1]
