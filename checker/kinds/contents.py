"""The parts that a report announces are its headings: as many, the same, in the same order, by the same names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Placement, Wording
from checker.model.result import Broken, Held, Unknown
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.report import Contents, Heading, Part, Report
    from checker.model.result import Observation

Flaw = Literal["count", "body_count", "missing", "other_list", "unannounced", "order", "name"]

_APPENDED = r"^附[表件录]?|统计表$"
_COMPLETE = (
    r"(?:情况|事项|概述|概况|综述|措施|问题|打算|思路|计划|安排|方向|说明|建议|工作|方面|不足|表)(?:\([^()]{0,120}\))?$"
)
_ENDED_JOINTS = r"(?<=情况|事项|概述|概况)(?:[、,;]|以及|和|及|与)"
_JOINTS = rf"[、,;]|{_ENDED_JOINTS}"
# Words that may stand in a part's name or not, and change nothing.
_COMMON = (
    r"\([^()]{0,120}\)|\d{4}年度?|本?年度|政府信息公开|政务公开|信息公开|政府信息|政务信息|信息|工作|开展|行政|机关|申请(?=行政|复议|提起)|[被因]|提起|存在"
    r"|[与和及]附表$|主要|需要?|报告|说明|办理|受理|情况|方面|^无|以及|[的和及与或以、,;“”()\s]"
)
_NUMERALS = "一二三四五六七八九十"
_DEEPEST = 3
_ALIKE = 0.6
_DESCRIBED = 4
_LEAST_HEADINGS = 3
_TRIES, _MARGIN = 12, 12
_SHOWN = 3


class Params(NamedTuple):
    """``flaw``: the one way in which announcement and headings differ that is looked for.

    Of missing, other_list, unannounced and order a report has one at most: the first that tells the whole difference.
    """

    flaw: Flaw


class Match(NamedTuple):
    """A part as announced and the headings that carry it."""

    part: Part
    headings: tuple[Heading, ...]


class Comparison(NamedTuple):
    """What is announced against what is headed: every part with its headings, and the main headings of no part."""

    matches: tuple[Match, ...]
    unannounced: tuple[Heading, ...]

    @property
    def missing(self) -> tuple[Part, ...]:
        """Parts that no heading carries."""
        return tuple(match.part for match in self.matches if not match.headings)


def placeholders(params: Params) -> frozenset[str]:
    """``number`` and ``listed`` parts; ``parts`` and ``headings`` that differ, by name."""
    if params.flaw in ("count", "body_count"):
        return frozenset({"number", "listed"})
    if params.flaw == "name":
        return frozenset({"parts", "headings"})
    return frozenset({"parts"} if params.flaw in ("missing", "other_list") else {"headings"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Hold the announcement against itself or against the headings; without one nothing was promised."""
    contents = report.contents
    if contents is None:
        yield Held(0)
    elif params.flaw == "count":
        yield _count(contents, report) or Held()
    elif params.flaw == "body_count":
        yield _body_count(contents, report) or Held()
    elif len(_main(report)) < _LEAST_HEADINGS:
        yield Unknown("正文没有可对照的标题", "the text has no headings to compare")
    else:
        yield _list_flaw(params.flaw, contents, report) or Held()


def _count(contents: Contents, report: Report) -> Broken | None:
    """A number that no way of counting the list gives; 等 leaves room for more parts, never for fewer."""
    number, parts = contents.number, contents.parts
    if number is None or contents.numeral is None or not parts:
        return None
    least, most = _fewest(parts, report.text), _most(parts, report.text)
    open_list = "等" in report.text[parts[-1].end : contents.end]
    fits = least <= number and (number <= most or open_list)
    if number == len(parts) or (fits and not _one_to_one(contents, report)):
        return None
    behind = contents.numeral.start > parts[-1].start
    span = Span(parts[-1].start, contents.end) if behind else Span(contents.start, contents.numeral.end)
    related = tuple(Span(part.start, part.end) for part in parts)
    return Broken((span,), {"number": number, "listed": len(parts)}, section="document", related=related)


def _one_to_one(contents: Contents, report: Report) -> bool:
    """Each part listed has one numbered main heading and each of these its part: then the list leaves nothing to doubt."""
    main = _main(report)
    matches = _compared(contents, report).matches
    carried = [[one.start for one in match.headings if one.level == 1] for match in matches]
    starts = [own[0] for own in carried if len(own) == 1]
    return len(contents.parts) == len(starts) and starts == [one.start for one in main if one.ordinal]


def _fewest(parts: Sequence[Part], text: str) -> int:
    """Count the parts that surely are parts of their own."""
    if _numbered(parts, text):
        return len(parts)
    return 1 + sum(_apart(before, part) for before, part in pairwise(parts))


def _apart(before: Part, part: Part) -> bool:
    """A name without its end may go on behind the comma; an appendix and 问题、改进 may be counted with what is before them."""
    if compiled(_APPENDED).search(part.name) or set(before.keys) | set(part.keys) == {"problems", "improvements"}:
        return False
    if compiled(_COMPLETE).search(before.name):
        return True
    distinct = before.keys and part.keys and not set(before.keys) & set(part.keys)
    return bool(distinct) and not compiled(_COMPLETE).search(part.name)


def _most(parts: Sequence[Part], text: str) -> int:
    if _numbered(parts, text):
        return len(parts)
    joints = [_ENDED_JOINTS if len(part.keys) == 1 else _JOINTS for part in parts]
    return sum(1 + len(compiled(one).findall(part.name)) for one, part in zip(joints, parts, strict=True))


def _numbered(parts: Sequence[Part], text: str) -> bool:
    return not text.startswith(parts[0].name[:1], parts[0].start)


def _body_count(contents: Contents, report: Report) -> Broken | None:
    """A number without a list is held against the numbered main headings, where these count up without a gap."""
    if contents.parts or contents.number is None or contents.numeral is None:
        return None
    main = _main(report)
    found = len(main)
    counted = found >= _LEAST_HEADINGS and [one.ordinal for one in main] == list(range(1, found + 1))
    if not counted or found == contents.number or (found < contents.number and _may_go_on(found, main, report)):
        return None
    related = tuple(Span(one.start, one.end) for one in main)
    span = Span(contents.start, contents.numeral.end)
    return Broken((span,), {"number": contents.number, "listed": found}, section="document", related=related)


def _may_go_on(found: int, main: Sequence[Heading], report: Report) -> bool:
    """An appendix may be counted as a part, and the next heading may have run into the text."""
    next_number = rf"{_NUMERALS[found]}[、.]" if found < len(_NUMERALS) else r"附"
    return compiled(rf"附[件表录]|统计表|{next_number}").search(report.folded, main[-1].end) is not None


def _list_flaw(flaw: Flaw, contents: Contents, report: Report) -> Broken | None:
    compared = _compared(contents, report)
    told = _told(compared, contents, report)
    if flaw == "name":
        return _name_flaw(compared, report) if told in ("unannounced", "order", None) else None
    if flaw != told:
        return None
    parts, headings = compared.missing, compared.unannounced
    if flaw == "other_list":
        parts = parts[:_SHOWN]
    elif flaw == "order":
        headings = tuple(match.headings[0] for match in compared.matches if match.headings)
    opening = Span(contents.start, contents.parts[0].end)
    named = tuple(Span(part.start, part.end) for part in parts)
    spans = named if flaw == "missing" else (*named, opening)
    values = {"parts": _quoted(part.name for part in parts), "headings": _quoted(one.title for one in headings)}
    kept = {name: value for name, value in values.items() if name in placeholders(Params(flaw))}
    return Broken(spans, kept, section="document", related=tuple(Span(one.start, one.end) for one in headings))


def _told(compared: Comparison, contents: Contents, report: Report) -> Flaw | None:
    """Name the one flaw that tells the difference between list and headings."""
    missing = compared.missing
    if missing:
        gone = all(part.keys and not set(part.keys) & set(report.sections) for part in missing)
        return "missing" if gone and not compared.unannounced else "other_list"
    open_list = "等" in report.text[contents.parts[-1].end : contents.end] if contents.parts else True
    if compared.unannounced and (not open_list or contents.number == len(contents.parts)):
        return "unannounced"
    starts = [match.headings[0].start for match in compared.matches if match.headings and match.headings[0].level == 1]
    return "order" if starts != sorted(starts) else None


def _compared(contents: Contents, report: Report) -> Comparison:
    """Parts that stand as lines of their own without being headings to the outline are neither carried nor missing."""
    headed = {key: one for key, one in report.sections.items() if one.placement is not Placement.STATED}
    outline = [one for one in report.outline if one.level <= _DEEPEST and one.style != "item"]
    keys = {one.start: {key for key, part in headed.items() if part.start == one.start} for one in outline}
    matches = []
    for part in _written(contents.parts):
        found = [one for one in outline if one.level == 1 and _core(part.name) == _core(one.title) != ""]
        found = found or [one for one in outline if set(part.keys) & keys[one.start]]
        found = found or [
            one for one in outline if not (part.keys and keys[one.start]) and _alike(part.name, one.title)
        ]
        if found or not _own_line(part.name, contents.end, report):
            matches.append(Match(part, tuple(found)))
    carried = {one.start for match in matches for one in match.headings}
    extra = [one for one in _main(report) if one.start not in carried and not _like_any(one, matches)]
    return Comparison(tuple(matches), tuple(extra))


def _written(parts: Sequence[Part]) -> Sequence[Part]:
    """Leave out what is listed at the end as appended: it may stand beside the text."""
    while parts and compiled(_APPENDED).search(parts[-1].name):
        parts = parts[:-1]
    return parts


def _own_line(name: str, start: int, report: Report) -> bool:
    """Tell whether ``name`` is a line by itself behind ``start``, as unnumbered headings are."""
    at = report.folded.find(name, start)
    for _ in range(_TRIES):
        if at < 0:
            return False
        before = report.folded[max(0, at - _MARGIN) : at].rpartition("\n")[2]
        behind = report.folded[at + len(name) : at + len(name) + _MARGIN].partition("\n")[0]
        if not before.strip() and not behind.strip(" :"):
            return True
        at = report.folded.find(name, at + len(name))
    return False


def _like_any(heading: Heading, matches: Sequence[Match]) -> bool:
    return any(_alike(match.part.name, heading.title) for match in matches)


def _main(report: Report) -> list[Heading]:
    main = [one for one in report.outline if one.level == 1 and one.style != "item"]
    return [one for one in main if not compiled(_APPENDED).search(one.title)]


def _name_flaw(compared: Comparison, report: Report) -> Broken | None:
    """A heading one character off its format's wording is a slip of its own, and told as such."""
    slips = {one.start for one in report.sections.values() if one.wording is Wording.NEAR}
    taken = [one.start for match in compared.matches for one in match.headings]
    pairs = [(match.part, match.headings[0]) for match in compared.matches if len(match.headings) == 1]
    named = [(part, one) for part, one in pairs if part.keys and taken.count(one.start) == 1 and one.start not in slips]
    differing = [(part, one) for part, one in named if _renamed(_core(part.name), _core(one.title))]
    if not differing:
        return None
    values = {
        "parts": _quoted(part.name for part, _ in differing),
        "headings": _quoted(one.title for _, one in differing),
    }
    spans = tuple(Span(one.start, one.end) for _, one in differing)
    related = tuple(Span(part.start, part.end) for part, _ in differing)
    return Broken(spans, values, section="document", related=related)


def _renamed(announced: str, headed: str) -> bool:
    """A name that only says at length what the other says (主动公开的范围、渠道、数量) is no other name."""
    longer, shorter = sorted((announced, headed), key=len, reverse=True)
    described = shorter in longer and len(longer) - len(shorter) > _DESCRIBED
    return longer != shorter and not described


def _alike(name: str, title: str) -> bool:
    one, other = set(_core(name)), set(_core(title))
    return bool(one and other) and len(one & other) >= _ALIKE * min(len(one), len(other))


def _core(name: str) -> str:
    return compiled(_COMMON).sub("", fold(name).replace("其它", "其他"))


def _quoted(names: Iterator[str]) -> str:
    return "、".join(f"“{name}”" for name in names)
