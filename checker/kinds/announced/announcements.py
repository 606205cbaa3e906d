"""Words that announce a number of items and lead directly to them (主要做了以下三方面工作：)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import regex

    from checker.model.report import Report

_NUMBER = (
    r"(?<![第零〇一二三四五六七八九十百千万两\d.])(?P<number>[二两三四五六七八九]|十[一二三四五]?|(?:[2-9]|1[0-5]))"
)
_MEASURE = r"\s?(?:个|项|条|种|类|大|点|处|步|方面)"
# What a number counts besides the list, or only in passing: 等三个方面, 其中两项, 上述四点.
_NOT_BEFORE = r"(?:等|其中|上述|以上|前述|另外|其他|其它|其余|每|各|这|该|共计|前|后|近|约|超|《[^》]*)\s?\Z"
_REST = r"(?P<rest>[^,。;:!?\n“”《》()]{0,14})"
_BEFORE_LIST = r"(?P<stop>[:。,]?)\s{0,4}\Z"
_FIRST = r"一[是要、]|\([一1]\)|(?<!\d)1[.、)]|①|[第其]一[,、:是]"
_OTHER_COUNT = r"[二两三四五六七八九十\d][个项条种类大点]|[二三四五六七八九十]方面"
_LEADS = (
    r"以下|如下|下列|下面|主要|重点|具体|突出|存在|体现|表现|采取|做[了好到]|抓[了好]|开展|有|从|包括|分为|围绕|针对"
)
# Behind a comma the list is the predicate of what was done: 推进六方面工作，一是……
_DONE = r"推进|落实|完成|实施|做|抓|强化|聚焦"
_REACH = 40


class Announcement(NamedTuple):
    """The words of an announcement, its number as written, and where the list behind it must begin."""

    words: Span
    number: str
    end: int


def announcements_in(report: Report, nouns: Sequence[str]) -> Iterator[Announcement]:
    """Find announcements of the text's own words, not of titles, quotations and the report's parts."""
    pattern = rf"{_NUMBER}(?P<noun>{_MEASURE}\s?(?:[一-龥]{{0,4}}?(?:{'|'.join(nouns)}))?|个?方面){_REST}{_BEFORE_LIST}"
    for first in compiled(_FIRST).finditer(report.prose, *report.extent):
        since = max(first.start() - _REACH, report.extent.start)
        match = compiled(pattern).search(report.prose, since, first.start())
        if match is None:
            continue
        words = Span(match.start(), match.end("noun"))
        if not _is_other(report, words) and _leads(report, match, nouns):
            yield Announcement(words, match["number"], first.start())


def _is_other(report: Report, words: Span) -> bool:
    """The announced parts of the report have rules of their own; a table announces nothing."""
    contents = report.contents
    return bool(contents and contents.start <= words.start < contents.end) or report.document.in_table(words.start)


def _leads(report: Report, match: regex.Match[str], nouns: Sequence[str]) -> bool:
    start, noun, rest = match.start(), match["noun"], match["rest"]
    before = report.prose[max(start - _REACH, report.extent.start) : start]
    clause = compiled(r"[^,。;:!?\n]*+\Z").search(before)
    led = clause.group() if clause else ""
    if compiled(_NOT_BEFORE).search(led) or compiled(_OTHER_COUNT).search(led[-12:] + rest):
        return False
    named = compiled("|".join(nouns)).search(noun + rest) is not None or noun.endswith("点")
    leads = f"{_LEADS}|{_DONE}" if match["stop"] == "," else _LEADS
    said = compiled(leads).search(led + rest) is not None
    return named and (match["stop"] == ":" or said)
