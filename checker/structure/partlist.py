"""Cuts an enumeration of a report's parts into the parts: a comma does not always separate two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Part
from checker.patterns import compiled
from checker.structure.wording import HAN
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import regex

NUMBERS = (
    rf"(?P<part>第{HAN}{{1,3}}部分[:、,是为]?)|(?P<han>(?<![{HAN[1:-1]}第]){HAN}{{1,3}}[、.])|(?P<item>{HAN}{{1,2}}是)"
    rf"|(?P<bracket>\({HAN}{{1,3}}\)、?)|(?P<arabic>(?<!\d)\d{{1,2}}[、.)](?!\d))|(?P<arabic_bracket>\(\d{{1,2}}\))|(?P<circled>[①-⑳])"
)
_COMPLETE = "情况|事项|概述|概况|综述|措施|问题|打算|思路|计划|安排|方向|说明|建议|工作|方面|成效|不足|表"
_ENDED = "情况|事项|概述|概况|综述|措施|问题|打算|思路|计划|安排|方向"
# What comes last is joined by 和; elsewhere 和 joins two halves of one name (存在的主要问题和改进情况).
_LAST = r"其[他它](?!行政)|需要?(?:说明|报告)|附[表件录]|[^、,;和及与]{0,24}统计表"
_CUT = rf"[、,;](?:以及|和|及)?|(?<={_ENDED})(?:以及|及|和|与)(?={_LAST})|(?<={_ENDED})以及"
_CUT_SEMICOLONS = rf";(?:以及|和|及)?|,(?:以及|和|及)|(?<={_ENDED})(?:以及|及|和|与)(?={_LAST})"
_INSIDE = r"\([^()]{0,120}\)"
_BEFORE = (
    r"\A(?:[\s:,、;~]|以下|下列|如下|分别|依次|主要(?=[:包有为是])|包括|即(?!将)|为|是|由|有(?!关)|了(?!解)|的|共|等)+"
)
_BEHIND = r"(?:[\s:,、;。—-]|等|共计?|合计|总共|这(?:些)?|以上|上述|几个?|[是为])+\Z"
_LONGEST = 60
_BRIEF = 4


class Named(NamedTuple):
    """A name as announced, with its range (a number before it included)."""

    span: Span
    name: str


def parts_of(prose: str, text: str, within: Span, keys: Callable[[str], tuple[str, ...]]) -> tuple[Part, ...]:
    """Cut ``within`` into parts: by their numbers, by semicolons, or by commas as far as these separate parts."""
    numbered = _by_numbers(prose, within)
    if numbered:
        return tuple(Part(*span, name, keys(name)) for span, name in _named(text, numbered))
    plain = compiled(_INSIDE).sub(lambda found: "~" * len(found.group()), prose[within.start : within.end])
    by_semicolons = plain.count(";") > 1
    cuts = compiled(_CUT_SEMICOLONS if by_semicolons else _CUT).finditer(plain)
    edges = [0, *(edge for cut in cuts for edge in cut.span()), len(plain)]
    pieces = [Span(within.start + a, within.start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    named = [Part(*span, name, keys(name)) for span, name in _named(text, pieces)]
    return tuple(named if by_semicolons else _joined(named, text, keys))


def in_turn(prose: str, within: Span) -> list[regex.Match[str]]:
    """Give the numbers within that count up from one in one style."""
    found: list[regex.Match[str]] = []
    for match in compiled(NUMBERS).finditer(prose, within.start, within.end):
        style = found[0].lastgroup if found else match.lastgroup
        if match.lastgroup == style and ordinal_of(match.group()) == len(found) + 1:
            found.append(match)
    return found


def ordinal_of(number: str) -> int | None:
    """Read the number of an item: 一、 (二) 3. ④ 五是 第六部分."""
    if "①" <= number[0] <= "⑳":
        return ord(number[0]) - ord("①") + 1
    value = parse_number(number.strip("第部分、.:() ,是为"))
    return int(value) if value is not None else None


def _by_numbers(prose: str, within: Span) -> list[Span]:
    starts = [match.start() for match in in_turn(prose, within)]
    return [Span(*pair) for pair in zip(starts, [*starts[1:], within.end], strict=True)] if len(starts) > 1 else []


def _named(text: str, pieces: Iterable[Span]) -> list[Named]:
    """Leave out what leads to a name and what is left behind it; what is too long is no name."""
    found = []
    for start, end in pieces:
        words = text[start:end]
        lead = compiled(rf"\s*(?:{NUMBERS})").match(words)
        name = words[lead.end() if lead else 0 :]
        rest = compiled(_BEFORE).sub("", name)
        kept = compiled(_BEHIND).sub("", rest)
        at = start + len(words) - len(rest)
        begin = at if lead is None else start + len(words) - len(words.lstrip())
        if kept and len(kept) <= _LONGEST:
            found.append(Named(Span(begin, at + len(kept)), "".join(kept.split())))
    return found


def _joined(named: Sequence[Part], text: str, keys: Callable[[str], tuple[str, ...]]) -> list[Part]:
    found: list[Part] = []
    for part in named:
        if found and _goes_on(found[-1], part):
            name = "".join(text[found[-1].start : part.end].split())
            found[-1] = Part(found[-1].start, part.end, name, keys(name))
        else:
            found.append(part)
    return found


def _goes_on(before: Part, part: Part) -> bool:
    """Tell whether ``part`` only ends the name that ``before`` began."""
    if _halves(before.name, part.name, "复议", "诉讼"):
        return True
    if complete(before.name):
        return False
    if part.keys:
        same = set(part.keys) <= set(before.keys)
        begun = not before.keys and before.name.startswith("因")
        return same or begun or (before.keys, part.keys) == (("applications",), ("non_disclosure",))
    return complete(part.name) if before.keys else len(part.name) <= _BRIEF


def _halves(before: str, behind: str, one: str, other: str) -> bool:
    """Tell whether the two names hold the two words, one each."""
    return {one in before, other in before} == {True, False} == {one in behind, other in behind} and (
        (one in before) != (one in behind)
    )


def complete(name: str) -> bool:
    """Tell whether a name ends as names of parts do (……情况)."""
    return compiled(rf"(?:{_COMPLETE})(?:{_INSIDE})?\Z").search(name) is not None
