"""When a number that does not fit is not told: texts are copies, and copies lose numbers, lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.sequence.ordinals import is_written, stands_alone
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.kinds.sequence.lists import Siblings
    from checker.kinds.sequence.slips import Slip
    from checker.model.report import Heading, Report

_SET_OFF = r"(?:[。;:!?,、)”\n]|\A)\s*\Z|\s\Z"
_BEFORE = 12
_SECOND = 2
_LEFT_OUT = ("gap", "first", "lone")  # flaws that speak of something missing
_TITLE_END = "(?:情况|方面|问题|措施|打算|思路|计划|建设|工作)"
_NO_TITLE = "(?!针对|为|根据|按照|对|在|我|[一二三四五六七八九十]{1,3} ?[是、.]|.{0,24}(?:报告|年报|以下|如下))"
# What may be a heading whose number the copy lost: a short line, a paragraph that opens with a title or with a short
# sentence, a title between two sentences.
_BARE = (
    rf"^ *{_NO_TITLE}[一-鿿](?:[一-鿿 、“”,]{{1,24}}$|[一-鿿、“”,]{{3,24}}[。:](?=[^\n]{{8}})|[一-鿿、]{{1,14}}?{_TITLE_END})"
    rf"|(?<=[。;!?])\s{{0,4}}{_NO_TITLE}[一-鿿、]{{2,14}}{_TITLE_END}[。:]"
)
_GOES_ON = "二|另|其次|同时|此外|还|再|并且|最后|也"
_ENDS_WELL = "。!)》”日年;"


def is_certain_enough(slip: Slip, siblings: Siblings, report: Report) -> bool:
    """Tell whether the slip is the writer's, as far as the text can show."""
    if not _set_off(slip.heading, siblings.parent, report) or (
        slip.flaw == "first" and _may_lack_its_start(siblings, report)
    ):
        return False
    if slip.heading.style == "item":
        return _item_slips(slip, report)
    return not _goes_on_elsewhere(slip, siblings) and not _is_there(slip, report)


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
    return bool(slip.flaw == "repeat" and slip.previous and slip.previous.title == slip.heading.title)


def _is_there(slip: Slip, report: Report) -> bool:
    """The number, or a line that may have lost it, stands between."""
    text = report.folded
    if slip.flaw in _LEFT_OUT and not _begins_line(slip.heading, report):
        return True  # in a text that is run together nothing shows where a number was lost
    if slip.flaw == "lone" and not (_ended(report, slip) and "。" in text[slip.since : slip.until]):
        return True
    if slip.flaw in (*_LEFT_OUT, "restart") and compiled(_BARE).search(text, slip.since, slip.until):
        return True
    return any(stands_alone(value, text, slip.since, slip.until) for value in slip.sought)


def _begins_line(heading: Heading, report: Report) -> bool:
    line = report.folded.rfind("\n", max(0, heading.start - _BEFORE), heading.start)
    return not report.folded[line + 1 if line >= 0 else 0 : heading.start][-_BEFORE:].strip(" #*")


def _ended(report: Report, slip: Slip) -> bool:
    """A text that breaks off may have lost the rest of its list."""
    tail = report.folded[slip.since : slip.until].rstrip()
    return tail[-1:] in _ENDS_WELL


def _follows(one: Heading, other: Heading) -> bool:
    return one.ordinal is not None and other.ordinal == one.ordinal + 1
