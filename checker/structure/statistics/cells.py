"""What stands in a cell of a statutory table: a number, nothing, a mark for nothing, or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.tables import CellState, StatCell
from checker.patterns import compiled
from checker.text import ARABIC_NUMBER, fold, parse_number

if TYPE_CHECKING:
    from checker.model.document import Span

_DASH = r"[-—–―−/\\~·…_*]+|无|空|不适用|[xX]"
_UNIT = r"万元|亿元|元|件次|人次|[件项条个份笔宗起次例部篇]"
_VALUE = rf"(?P<sign>[+\-−–]?|(?:增加?|减少?)) ?(?P<digits>{ARABIC_NUMBER}) ?(?P<unit>{_UNIT})?"
_LONGEST = 40  # characters; longer cells are words
_LOST = "\ufffd"


def read_cell(raw: str, span: Span, *, sure: bool = True) -> StatCell:
    """Read one cell; the raw words stay as they are."""
    plain = fold(raw).strip()
    if _LOST in plain:
        return StatCell(raw, None, CellState.UNREADABLE, span, sure=sure)
    if not plain:
        return StatCell(raw, None, CellState.BLANK, span, sure=sure)
    number = compiled(_VALUE).fullmatch(plain) if len(plain) <= _LONGEST else None
    if number:
        value = parse_number(number["digits"])
        sign = number["sign"]
        if value is not None:
            signed = -value if sign[:1] in ("-", "−", "–", "减") and sign else value
            return StatCell(raw, signed, CellState.NUMBER, span, number["unit"] or "", sure)
    state = CellState.DASH if compiled(_DASH).fullmatch(plain) else CellState.TEXT
    return StatCell(raw, None, state, span, sure=sure)
