"""Lists of numbers behind the words that introduce them: which numbers are items of one list, and where it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.structure.sums.lead import Lead
    from checker.structure.sums.tokens import Token

LONGEST = 80  # numbers looked at for one list
_SIDE = (
    r"(?:^|[,;、])(?:共?涉及|涵盖|参与|参加|接受|阅读|点击|浏览|关注|惠及|服务|覆盖|金额|累计|占|办结率)[^,;。]{0,10}$"
)
_VERBS = r"已|均|共|全部|全年|累计|总计|合计|共计|办结|答复|回复|办理|处理|结转|收到|受理|接到|接收|召开|举办|组织|开展|回应|编发|印发|制定|制发|修订|完成|更新|新增|本年度?新增|当年新增|占|接待|接听|培训|处置|转办|报送|按时|按期|未|没有|满意|另|此外|同时|并|还|截至|截止|目前|平均|人均"
_TELLS = r"均|全部|已|按时|按期|率|主要|涉及|反映|内容|没有|未|为了|通过此|同比|比上年|较上年"
_TOTAL = r"(?:共计|合计|总计|总数|总量|累计)"
_REST = r"(?:^|、)\s?(?:[^,]{0,6}的|和|及|以及|属于?|通过|采用|在|因|由|为|占|作|按|予以)*(?:其他|其它|其余)(?!组织|有关|县|市|区|部门|法人|途径|行政机关|机关|单位)"
_DIVIDED = r"(?:^|[,;])(?:按照?|从)[^,;。:、\d]{2,14}(?:分|看|划分)[,:为]?"
_GONE = r"[条件份篇项](?=[,;、])|若干|数[十百千]|[一-龥](?:xx|××|\*\*|__)"


class Item(NamedTuple):
    """One number of a list: where it stands among all numbers, and its name (the words before it, or behind)."""

    at: int
    name: str
    new: bool
    """It does not simply go on with the list: another statement may begin here."""


class Listing(NamedTuple):
    """The items of a list; ``gap_in`` tells that a number is missing between them, ``side`` the numbers of other units."""

    items: tuple[Item, ...]
    end: int
    gap_in: bool
    side: tuple[int, ...]


def listing(tokens: Sequence[Token], first: int, unit: str, lead: Lead | None, *, halt: bool) -> Listing:
    """Collect the items from ``first`` on that count in ``unit``; ``halt``: the list ends at a semicolon."""
    items = [Item(first, _name(tokens, first, lead.after if lead else tokens[first].gap), new=False)]
    side = []
    if tokens[first].unit not in (unit, ""):
        side = [items.pop().at]
    at, gone, nested, numbered = first + 1, False, False, tokens[first].item
    while at < min(len(tokens), first + LONGEST):
        token = tokens[at]
        if _ends(token, tokens[first].depth, items=numbered, halt=halt):
            break
        if token.depth == tokens[first].depth:
            if (items and _stands_alone(tokens, at)) or _begins(token.gap, nested=bool(items)):
                break
            nested = "其中" in token.gap or (nested and ";" not in token.gap)
            if not nested and token.unit in (unit, ""):
                gone = gone or bool(compiled(_GONE).search(token.gap))
                items.append(Item(at, _name(tokens, at, token.gap), bool(items) and _strange(tokens, at - 1, unit)))
            elif not nested and token.counts:
                side.append(at)
        at += 1
    return Listing(tuple(items), at, gone, tuple(side))


def _begins(gap: str, *, nested: bool) -> bool:
    """Tell whether another list of the same total begins in a gap; with ``nested``, 其中 may begin one of the part before."""
    if "其中" in gap and not (nested and not compiled(r"[;。)]\s*其中").search(gap)):
        return True
    return ("按" in gap or "从" in gap) and bool(compiled(_DIVIDED).search(gap))


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number behind a semicolon is a total with parts of its own (；10件新收申请中有9件办结)."""
    if at + 1 >= len(tokens) or not compiled(r";\s?(?:[^,;:。()\n]{0,12})$").search(tokens[at].gap[-16:]):
        return False
    return bool(compiled(r"^[^,;:。()\n]{0,20}(?<![其集])中,?(?:有|已|共)").search(tokens[at + 1].gap))


def _ends(token: Token, depth: int, *, items: bool, halt: bool) -> bool:
    if token.dipped < depth or (halt and ";" in token.gap):
        return True
    return token.ended and not (token.item and items)


def _strange(tokens: Sequence[Token], at: int, unit: str) -> bool:
    """Tell whether a number counts something else, and not in passing (涉及 43 项)."""
    token = tokens[at]
    return token.counts and token.unit not in (unit, "") and not compiled(_SIDE).search(token.gap)


def _name(tokens: Sequence[Token], at: int, words: str) -> str:
    """Give the words just before a number, or those behind it where none are before it."""
    name = words[-60:]
    chunk = compiled(r"[^,;、:。()\n]*+\Z").search(name)
    if chunk and chunk.group().strip() in ("", "有", "为", "对") and tokens[at].tail:
        return name[: chunk.start()] + tokens[at].tail
    return name


def breaks(item: Item, first: Item) -> bool:
    """Tell whether another statement begins at ``item``: not as the list began, by its verb or by a clause between."""
    if item.new:
        return True
    *between, own = compiled(r"[,;。:]").split(item.name)
    if any(len(one) > 5 and compiled(_TELLS).search(one) for one in between[1:]):
        return True
    verb = compiled(rf"\s?(?:{_VERBS})").match(own)
    return verb is not None and not compiled(rf"(?:^|[,;、:])\s?{verb.group().strip()}").search(first.name)


def is_whole(words: str) -> bool:
    """Tell whether a number is told as a total or up to now, not as a part."""
    return bool(compiled(_TOTAL).search(words))


def is_rest(name: str) -> bool:
    """Tell whether a part is what is left over (其他, 其余)."""
    own = compiled(r"[^,;:。()\n]*+\Z").search(name)
    return bool(compiled(_REST).search(own.group() if own else name))
