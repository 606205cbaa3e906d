"""What the text says of its numbers: a total and its parts, shares, growth, and key figures as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from checker.model.document import Span
    from checker.model.quantity import Quantity


class Sum(NamedTuple):
    """A total and the numbers that the text gives as its parts (总数与分项: 共 32 件，其中当面申请 12 件、网络申请 20 件).

    ``closed`` tells why the parts must make up the whole: ``rest`` (the list ends in 其他), ``announced`` (分为八类),
    ``partition`` (the parts are all that there can be: channels, applicants, results, ranks of organs), ``divided`` (按内容分,
    分别为), ``told`` (the total is told behind its parts: 共计); ``nearly`` promises nothing, but little is missing from a long
    list; empty where the text promises nothing. ``name`` is the partition's key in rules/lexicons/partitions.yaml. ``near`` is False where the list
    stands farther from its total than the next sentence or item; ``stated`` tells that one sentence says of three numbers or
    more that they are the total's parts (其中), so that nothing else can be meant.
    """

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: str = ""
    name: str = ""
    near: bool = True
    stated: bool = False


class Share(NamedTuple):
    """A percentage of a whole (占比): ``printed`` is what ``part`` is said to be of the whole.

    ``wholes`` are the numbers that the words allow as the whole, the likeliest first; ``named`` tells that the words name it
    (占受理总量的). ``together`` are the shares told in one list, this one among them. A whole that is not printed, the sum of a
    list's parts, has the place of these parts.
    """

    printed: Quantity
    part: Quantity
    wholes: tuple[Quantity, ...]
    named: bool = False
    together: tuple[Quantity, ...] = ()


class Growth(NamedTuple):
    """A change against an earlier number (增减): ``now`` and ``before`` as told, the difference and the rate as told.

    ``direction`` is 1 for growth, -1 for decline, 0 for 持平. ``rate`` is in per cent (翻番: 100; 增长 1.2 倍: 120). What is not told
    is None; at least two of the four numbers are. ``words`` is the whole passage, ``turn`` the word that tells the direction.
    """

    words: Span
    direction: int
    now: Quantity | None = None
    before: Quantity | None = None
    difference: Quantity | None = None
    rate: Quantity | None = None
    turn: Span | None = None


class Telling(NamedTuple):
    """A key figure as one passage tells it (同一数据的一次表述).

    ``key`` names the figure (applications_new, applications_carried_in, applications_total, granted, denied, review_total,
    suit_total, proactive_total, …; all in structure/tellings/words.py); the value lies in ``[low, high]``, counted in
    ``unit``, and is zero where the passage says that there was none (``none``). ``scope``: ``own`` (a whole figure of whoever
    ``whose`` names), ``part`` (of some organ, channel, kind or time, or perhaps so), ``other`` (another year's, a plan's, of
    all years together). ``whose`` is empty where the words do not say or say 我局, 本机关; an area is 全 and its kind (我市:
    全市), one level of it 本级, any other body has its name. ``number`` is its place, or that of the words that say none.
    """

    key: str
    words: Span
    number: Span
    low: Decimal
    high: Decimal
    none: bool = False
    scope: str = "own"
    whose: str = ""
    unit: str = ""

    def is_of(self, issuer: str) -> bool:
        """Tell whether this is the whole figure of ``issuer``, of its area or of nobody named."""
        unnamed = self.whose == "" or self.whose.startswith("全")
        itself = issuer != "" and (self.whose in issuer or self.whose.endswith(issuer))
        return self.scope == "own" and (unnamed or itself)

    @property
    def area(self) -> str:
        """The area whose figure this is (全市), or nothing where it is a body's own."""
        return self.whose if self.whose.startswith("全") else ""
