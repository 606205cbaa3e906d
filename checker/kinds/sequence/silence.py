"""When a number that does not fit is not told: texts are copies, and copies lose numbers, lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.sequence.ordinals import is_written, stands_alone
from checker.model.report import Placement
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.kinds.sequence.lists import Siblings
    from checker.kinds.sequence.slips import Slip
    from checker.model.report import Heading, Report

_SET_OFF = r"(?:[。;:!?,、)”\n]|\A)\s*\Z|\s\Z"
_BEFORE = 12
_SECOND = 2
_LEFT_OUT = ("gap", "first", "lone")  # flaws that speak of something missing
_TITLE_END = "(?:情况|方面|问题|措施|打算|思路|计划|建设|工作)"
_NO_TITLE = "(?!针对|为|根据|按照|对|在|我|虽|尽管|由于|随着|通过|围绕|结合|经过|但|除|与|以|全年|一年来|今|本年|同时|此外|另外|[一二三四五六七八九十]{1,3} ?[是、.]|.{0,24}(?:报告|年报|以下|如下))"
# What may be a heading whose number the copy lost: a short line, a paragraph that opens with a title or with a short
# sentence, a title between two sentences.
_BARE = (
    rf"^ *{_NO_TITLE}[一-鿿](?:[一-鿿 、“”,]{{1,24}}$|[一-鿿、“”,]{{3,24}}[。:](?=[^\n]{{8}})|[一-鿿、]{{1,14}}?{_TITLE_END})"
    rf"|(?<=[。;!?])\s{{0,4}}{_NO_TITLE}[一-鿿、]{{2,14}}{_TITLE_END}[。:]"
)
_LEADS_ON = ":\\s*\\Z|以下|如下|下列"
# What a label within a part may leave out of the part's title, or put in.
_LIGHT = frozenset("的主要工作中情况和及与、开展方面等: 。")
_GOES_ON = "二|另|其次|同时|此外|还|再|并且|最后|也"
_ENDS_WELL = "。!)》”日年;"


def is_certain_enough(slip: Slip, siblings: Siblings, report: Report, parts: Collection[str] = ()) -> bool:
    """Tell whether the slip is the writer's, as far as the text can show.

    Where each of ``parts`` has a main heading of its own, and all else that the report treats, none has lost its number.
    """
    if not _set_off(slip.heading, siblings.parent, report) or (
        slip.flaw == "first" and _may_lack_its_start(siblings, report)
    ):
        return False
    if slip.heading.style == "item":
        return _item_slips(slip, report)
    if _goes_on_elsewhere(slip, siblings) or (_ends_list(slip) and _may_begin_anew(slip, siblings, report)):
        return False
    whole = siblings.main and bool(parts) and _is_whole(parts, report)
    return not _is_there(slip, siblings, report, whole=whole)


def _is_whole(parts: Collection[str], report: Report) -> bool:
    own = {key for key, section in report.sections.items() if section.placement is Placement.OWN}
    return own == set(report.sections) and own >= set(parts)


def _ends_list(slip: Slip) -> bool:
    return slip.flaw == "restart" and not slip.sure


def _may_begin_anew(slip: Slip, siblings: Siblings, report: Report) -> bool:
    """A last 一 that begins one of the parts is no list within another; below, nothing may lead to a new list."""
    if siblings.main:
        return slip.heading.start not in {
            one.start for one in report.sections.values() if one.placement is Placement.OWN
        }
    between = report.folded[slip.since : slip.until]
    return not _begins_line(slip.heading, report) or compiled(_LEADS_ON).search(between) is not None


def _may_lack_its_start(siblings: Siblings, report: Report) -> bool:
    """An excerpt begins anywhere; below a heading or a title, a list has its start."""
    title = report.front.get("title")
    return siblings.parent is None and (title is None or title.span is None)


def _set_off(heading: Heading, parent: Heading | None, report: Report) -> bool:
    """A number glued to the words before it may be no heading's."""
    before = report.folded[max(0, heading.start - _BEFORE) : heading.start]
    return bool(parent and parent.end == heading.start) or compiled(_SET_OFF).search(before) is not None


def _item_slips(slip: Slip, report: Report) -> bool:
    text = report.folded
    if slip.flaw == "lone":
        return _ended(report, slip) and not compiled(_GOES_ON).search(text, slip.since, slip.until)
    return not any(is_written(value, text, slip.since, slip.until) for value in slip.sought)


def _goes_on_elsewhere(slip: Slip, siblings: Siblings) -> bool:
    """The numbers run on from one heading to the next, or one of both headings is no heading."""
    if slip.flaw == "first":
        lesser = siblings.parent if siblings.parent and siblings.parent.level > 1 else None
        several = (slip.heading.ordinal or 0) > _SECOND  # more than one may be lost, or all of another style
        return several or any(one is not None and _follows(one, slip.heading) for one in (siblings.before, lesser))
    if slip.flaw == "lone":
        return bool(siblings.behind and siblings.behind.ordinal == slip.expected)
    doubled = slip.flaw == "repeat" and slip.previous and slip.previous.title == slip.heading.title
    return bool(doubled and not slip.sure)  # the number left out behind it tells that it stands in another's place


def _is_there(slip: Slip, siblings: Siblings, report: Report, *, whole: bool) -> bool:
    """The number, or a line that may have lost it, stands between."""
    text = report.folded
    if slip.flaw in _LEFT_OUT and not _begins_line(slip.heading, report):
        return True  # in a text that is run together nothing shows where a number was lost
    until = _signed_at(report, slip.since, slip.until)
    slip = slip._replace(until=until)
    if slip.flaw == "lone" and not (_ended(report, slip) and "。" in text[slip.since : until]):
        return True
    if slip.flaw in (*_LEFT_OUT, "restart") and not whole and _has_bare_title(slip, siblings, report):
        return True
    return any(stands_alone(value, text, slip.since, until) for value in slip.sought)


def _signed_at(report: Report, since: int, until: int) -> int:
    """Nothing behind the signature is the list's."""
    signoff = report.front.get("signoff")
    return signoff.span.start if signoff and signoff.span and since < signoff.span.start < until else until


def _has_bare_title(slip: Slip, siblings: Siblings, report: Report) -> bool:
    """Neither a table's row nor a label that takes up the title of the heading above is a part that lost its number."""
    above = slip.previous.title if slip.previous and siblings.main else ""
    found = compiled(_BARE).finditer(report.folded, slip.since, slip.until)
    return any(not _is_cells(match.group()) and not _echoes(match.group(), above) for match in found)


def _is_cells(words: str) -> bool:
    cells = words.split()
    return len(cells) > 1 and all(len(cell) > 1 for cell in cells)


def _echoes(words: str, title: str) -> bool:
    core = set(words) - _LIGHT
    return bool(core) and core <= set(title)


def _begins_line(heading: Heading, report: Report) -> bool:
    line = report.folded.rfind("\n", max(0, heading.start - _BEFORE), heading.start)
    return not report.folded[line + 1 if line >= 0 else 0 : heading.start][-_BEFORE:].strip(" #*")


def _ended(report: Report, slip: Slip) -> bool:
    """A text that breaks off may have lost the rest of its list."""
    tail = report.folded[slip.since : slip.until].rstrip()
    return tail[-1:] in _ENDS_WELL


def _follows(one: Heading, other: Heading) -> bool:
    return one.ordinal is not None and other.ordinal == one.ordinal + 1
