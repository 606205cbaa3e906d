"""Words that introduce the parts of a total: 其中, 按…分, 分别为, 分为八类, an opening bracket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.structure.sums.tokens import Token

# Each pattern is tried only where one of its words is in the gap: most gaps have none.
_LEADS = (
    ("among", ("其中",), "其中"),
    (
        "divided",
        ("按", "从", "依"),
        r"(?<![一-龥])(?:按照?|依|从)(?!上|规|期|要求)[^,;。:、()\n\d]{2,14}?(?:来分|区分|划分|统计|分类|分析|来看|上看|看|分(?![配别公析局工类管布期散明解部]))(?=[,:为]|[^,;。:()\n]{2,14}$|$)",
    ),
    ("divided", ("分别",), r"分别(?:为|是|有|来自|通过|按)?(?=[^,;。])"),
    ("within", ("中,", "中:"), r"(?:^|(?<=[。\n]))[^,;。:、()\n]{0,24}(?<![其集])中[,:]"),
    ("includes", ("包括", "包含", "分为"), r"包括|包含|(?:具体|主要|大致|共|可|又|其?类别|类型|种类)?分为"),
    (
        "includes",
        (":", "有", "为", "涉及", "是"),
        r"(?:情况|结果|类别|类型|渠道|方式|途径|分布|构成|形式|内容|分类|具体)(?:主要)?(?:(?:为|有|是|如下|涉及|看)?:|(?<!情况|途径|分布|构成|分类|具体)(?:有|为|涉及|是))",
    ),
)
_ANEW = "按从依"
_OPEN = r"(?:等|主要|重点|部分内容|不含|不包括|未包括|例如|如[:,])"


class Lead(NamedTuple):
    """What introduces a list: ``how`` (among, divided, within, includes, bracket), and the words of the gap on both sides.

    ``joined``: it goes on in a clause of its sentence, so that it may belong to the number just before.
    ``anew``: it names a way of dividing (从…看, 按…分), so that what was divided before may be divided once more.
    """

    how: str
    before: str
    after: str
    open: bool
    joined: bool
    anew: bool = False


def lead_in(token: Token, *, inside: bool) -> Lead | None:
    """Give the last words in a number's gap that introduce parts; ``inside``: the bracket opened here counts too."""
    how, start, end = _last(token.gap)
    if how:
        before, after = token.gap[:start], token.gap[end:]
        if compiled(r"[。!?\n]").search(after) and not token.item:
            return None
        joined = bool(compiled(r"[,(、:]\s*$").search(before))
        opens = bool(compiled(_OPEN).search(before[-8:] + token.gap[start:end]))
        anew = how == "divided" and token.gap[start] in _ANEW and not before.endswith("(")
        return Lead(how, before, after, opens, joined, anew)
    head, mark, after = token.gap.partition("(")
    if inside and mark and len(head) < 14 and not compiled(r"[,;。:()\n]").search(head + after):
        return Lead("bracket", head, after, open=True, joined=True)
    return None


def _last(gap: str) -> tuple[str, int, int]:
    """Give the last of the introducing words in a gap, and where they stand."""
    found = ("", -1, -1)
    for how, words, pattern in _LEADS:
        if any(word in gap for word in words):
            for match in compiled(pattern).finditer(gap):
                if match.start() > found[1]:
                    found = (how, *match.span())
    return found


def announced(words: str) -> bool:
    """Tell whether ``words`` say how many kinds or aspects there are (分为八类, 以下五个方面)."""
    return bool(compiled(r"分为[^。\n]{0,120}$|(?:分|包括|以下|共|涉及)[^,;。\n]{0,6}$").search(words))
