"""Totals that are told without words that introduce parts: behind their parts, and beside another list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.relations import Sum
from checker.patterns import compiled
from checker.structure.sums.lead import lead_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.quantity import Quantity
    from checker.structure.sums.claims import Claim
    from checker.structure.sums.tokens import Token

_BACK = 12  # numbers
_FAR = 300  # characters
_SUMMED = r"(?:^|[,、;。()\n])(?:以上)?(?:共计|合计|总计|总共|共)(?:为|有|达)?\s?$"
_OTHER_TOTAL = r"累计|共|总|收到|受理|接到"


def summed(prose: str, tokens: Sequence[Token], at: int) -> Sum | None:
    """Read a total told behind its parts (建议 12 件、提案 20 件，共计 32 件)."""
    token = tokens[at]
    if token.ended or not token.unit or not compiled(_SUMMED).search(token.gap):
        return None
    if not compiled(r"[,。;)\n]|$").match(prose, token.quantity.end):
        return None
    parts: list[Quantity] = []
    for back in range(at - 1, max(at - 1 - _BACK, -1), -1):
        one = tokens[back]
        if one.unit != token.unit or one.against or one.depth != token.depth:
            break
        if compiled(_OTHER_TOTAL).search(one.chunk):
            return None
        parts.insert(0, one.quantity)
        if one.ended or lead_in(one, inside=False):
            break
    repeated = any(part.value == token.quantity.value for part in parts)
    return None if len(parts) < 2 or repeated else Sum(token.quantity, tuple(parts), "told")


def beside(tokens: Sequence[Token], claim: Claim) -> Sum | None:
    """Read what each item of a list has beside its own number (6 家,涉及事项 43 项;7 家,涉及事项 206 项), and its total."""
    side = [tokens[at] for at in claim.listing.side if at > claim.items[0].at]
    kinds = {(one.chunk.strip(), one.unit) for one in side}
    if len(side) < 2 or len(side) != len(claim.listing.items) or len(kinds) > 1:
        return None
    words, unit = kinds.pop()
    noun = words[-2:]
    for at in range(claim.head - 1, max(claim.head - _BACK, -1), -1):
        one = tokens[at]
        if not noun or claim.totals[0].start - one.quantity.start > _FAR:
            return None
        if one.unit == unit and one.chunk.rstrip().endswith(noun) and not one.against:
            return Sum(one.quantity, tuple(part.quantity for part in side))
    return None
