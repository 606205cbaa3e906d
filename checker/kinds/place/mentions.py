"""Where a text names a province, prefecture or county: full names, alone or in a chain (安徽省芜湖市无为市)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.place.gazetteer import Gazetteer, Place
    from checker.model.document import Span

_ENDING = r"[省市县区旗州盟]"
# What stands behind a place's rank where the word is longer: 县级, 区域, 市民, 市场, 市政工程, 州际.
_LONGER = r"[级域划间段场值貌际立界面情]|民(?![政族宗防])|[市县]区|城[区乡镇]|政(?=工程|设施|管理|园林|建设|道路|公用)|长(?![办江沙安春宁兴乐征城虹寿])|内(?!容)"
_PARTICLES = "在由到向对与及是的了为将把经从至于,、:;。!?()《》“”〈〉〔〕[]【】 　\t\n\"'·-—/|"
_SHORT = 2


class Mention(NamedTuple):
    """A place named in the text and what it may be; ``common`` tells that the words may be no place's name at all."""

    start: int
    end: int
    places: tuple[Place, ...]
    common: bool = False


def mentions_of(text: str, extent: Span, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Collect the places in reading order; a chain of them is one mention of the innermost."""
    found: list[Mention] = []
    for one in _single(text, extent, gazetteer):
        if found and found[-1].end == one.start:
            found[-1] = _chained(found[-1], one)
        else:
            found.append(one)
    return tuple(found)


def _single(text: str, extent: Span, gazetteer: Gazetteer) -> Iterator[Mention]:
    reached = extent.start
    for match in compiled(_ENDING).finditer(text, extent.start, extent.end):
        name = gazetteer.ending_at(text, match.end())
        start = match.end() - len(name)
        if not name or start < reached or compiled(_LONGER).match(text, match.end(), match.end() + 3):
            continue
        alone = start == reached and reached > extent.start  # behind its parent
        if len(name) == _SHORT and not (alone or start == 0 or text[start - 1] in _PARTICLES):
            continue
        reached = match.end()
        yield Mention(start, reached, gazetteer.places(name), common=name in gazetteer.common)


def _chained(outer: Mention, inner: Mention) -> Mention:
    """Of several places of one name, the outer one tells which is meant; what it does not know stands as it is."""
    within = tuple(one for one in inner.places if any(above.holds(one) for above in outer.places))
    common = inner.common and not within
    return Mention(outer.start, inner.end, within or inner.places, common)
