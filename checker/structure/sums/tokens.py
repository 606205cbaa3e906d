"""The numbers of a text in a row, each with the words before it: what sums are read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import RATES
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.model.quantity import Quantity

_REACH = 160  # characters before a number that are looked at
_ENDS = frozenset("。!?\n")
_CHUNK = r"[^,;:。()\n]*+\Z"
_ITEM = r"(?:^|[。;:,\n!?)(])\s*(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,2}[,是类]|\(?\d{1,2}[.、)](?!\d)|\([一二三四五六七八九十]{1,2}\)|[①-⑳])[^。\n]{0,50}\Z"
_AGAINST = r"(?:(?<!可)比|较|同比|环比|上年|去年|同期|往年)[^,;。]{0,16}$|(?:增加|减少|增长|增多|上升|下降|提高|多|(?<!至|不)少)了?(?:近|约|超过?|至)?$|(?:目标|任务|计划)(?:数|为)?$"
_EARLIER = r"(?:19|20)\d\d年|上年|去年|同期|历年|以来"
_ITEM_REACH = 70
_MONEY = frozenset({"元", "万元", "亿元", "美元", "分", "万亿元"})


class Token(NamedTuple):
    """One number: ``gap`` are the words between the number before and this one, ``tail`` those behind it in its clause.

    ``ended`` tells that a sentence ends in the gap, ``depth`` how many brackets are open at the number, ``dipped`` how few
    were in its gap.
    """

    quantity: Quantity
    gap: str
    tail: str
    ended: bool
    depth: int
    dipped: int

    @property
    def unit(self) -> str:
        """The unit as written."""
        return self.quantity.unit

    @property
    def counts(self) -> bool:
        """Tell whether it is a count: no rate, no amount of money."""
        return self.unit not in RATES and self.unit not in _MONEY

    @property
    def item(self) -> bool:
        """Tell whether the gap begins a numbered item in which this is the first number."""
        return bool(compiled(_ITEM).search(self.gap[-_ITEM_REACH:]))

    @property
    def chunk(self) -> str:
        """The words of its clause before it, lists of nouns with 、 included."""
        match = compiled(_CHUNK).search(self.gap)
        return match.group() if match else self.gap

    @property
    def words(self) -> str:
        """The words of its clause, before and behind it."""
        return self.chunk + self.tail

    @property
    def against(self) -> bool:
        """Tell whether it is a difference, an aim, or a number of an earlier year."""
        chunk = self.chunk
        return bool(compiled(_AGAINST).search(chunk)) or (
            self.depth > 0 and bool(compiled(_EARLIER).search(chunk[-14:]))
        )


def tokens_of(prose: str, quantities: Sequence[Quantity], in_table: Callable[[int], bool]) -> list[Token]:
    """Give the numbers outside tables in reading order."""
    found: list[Token] = []
    end = depth = 0
    told = [one for one in quantities if not in_table(one.start)]
    for index, one in enumerate(told):
        start = max(end, one.start - _REACH)
        gap = prose[start : one.start]
        ended = start > end or not _ENDS.isdisjoint(gap)
        dipped, depth = _brackets(gap, 0 if ended else depth)
        until = min(one.end + 30, told[index + 1].start if index + 1 < len(told) else one.end + 30)
        match = compiled(r"[^,;、。:()!?\n]*+").match(prose, one.end, until)
        found.append(Token(one, gap, match.group() if match else "", ended, depth, dipped))
        end = one.end
    return found


def _brackets(gap: str, depth: int) -> tuple[int, int]:
    """Give the least and the last number of open brackets in ``gap``; an end without beginning counts nothing."""
    least = depth
    if "(" not in gap and ")" not in gap:
        return depth, depth
    for mark in compiled(r"[()](?!\d{1,2}\))").findall(gap):
        depth = depth + 1 if mark == "(" else max(depth - 1, 0)
        least = min(least, depth)
    return least, depth
