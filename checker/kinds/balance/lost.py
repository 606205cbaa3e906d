"""Marks without a partner: what they are of, where the partner must have stood, and which of them are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.balance.pairing import PARTNERS
from checker.model.document import Span
from checker.model.result import Fix
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.kinds.balance.pairing import Mark, Text

_HAN = "一二三四五六七八九十"
_NUMBERED_BEFORE = rf"(?:\A|[\s。;:,、.])(?:\d{{1,3}}|[a-zA-Z]|[{_HAN}]{{1,3}})\s?\Z"
_NUMBERED_BEHIND = rf"[(〔\[【]\s?(?:\d{{1,2}}|[{_HAN}]{{1,3}})\s?[、.,:\s]"
_DOCUMENT = r"[一-龥]{1,10}\s?[〔\[(](?:19|20)\d{2}[〕\])]\s?\d{1,4}\s?号"
_DECREE = r"(?:国务院令|国令)第?\s?\d{3}\s?号"
_TITLED_END = "(?:通知|条例|意见|办法|方案|要点|规定|决定|纲要|指南|细则|格式|制度|通报|函)"
_CLOSED_BEFORE = rf"《[^《》。\n]{{2,80}}?{_TITLED_END}(?=\((?:{_DOCUMENT}|{_DECREE})\))"
_BEGINS_BEHIND = r"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行)了?\s?(关于|中华人民共和国)(?:(?!关于|中华人民共和国)[^《》“”,。;:!?\n]){2,70}\Z"
_DOCUMENT_BEFORE = rf"》\s?(?=(?:{_DOCUMENT}|{_DECREE})\Z)"
_DOCUMENT_BEHIND = rf"\((?:{_DOCUMENT}|{_DECREE})"
_FOLLOWED = r"[一-龥。,;](?<!文|等|第)"
_REACH, _DOCUMENT_REACH = 90, 40
_SHOWN = 7
_QUOTED_AT_MOST = 40
_FULL = {"(": "（", ")": "）"}


def is_numbering(mark: Mark, text: Text) -> bool:
    """Tell whether the mark is half of a number: 1), a), (一、."""
    if mark.opens:
        return compiled(_NUMBERED_BEHIND).match(text.folded, mark.at, mark.at + 8) is not None
    start = text.folded.rfind("\n", max(mark.at - 8, 0), mark.at) + 1 or max(mark.at - 8, 0)
    return compiled(_NUMBERED_BEFORE).search(text.folded[start : mark.at]) is not None


def of_number(mark: Mark, text: Text) -> bool:
    """Tell whether a bracket without its partner stands around the number of a document."""
    if mark.char == "(":
        return compiled(_DOCUMENT_BEHIND).match(text.folded, mark.at, mark.at + _DOCUMENT_REACH) is not None
    return mark.char == ")" and _before_document(mark, text) is not None


def shown(mark: Mark, text: Text) -> Span:
    """Give the mark with a few of the words that it encloses; all of them where the partner's place is known."""
    if not mark.opens:
        opened = _opening_place(mark, text)
        start = text.folded.rfind("\n", max(mark.at - _SHOWN, 0), mark.at) + 1
        return Span(opened or max(start, mark.at - _SHOWN), mark.at + 1)
    closing = _closing_place(mark, text)
    end = text.folded.find("\n", mark.at, mark.at + 1 + _SHOWN)
    return Span(mark.at, closing or (end if end >= 0 else min(mark.at + 1 + _SHOWN, text.extent.end)))


def fix_of(mark: Mark, text: Text) -> Fix | None:
    """Put in the partner where only one place is right for it."""
    place = _closing_place(mark, text) if mark.opens else _opening_place(mark, text)
    if place is None:
        return None
    partner = PARTNERS[mark.char]
    if text.written[mark.at] not in "()":
        partner = _FULL.get(partner, partner)
    return Fix(Span(place, place), partner)


def _closing_place(mark: Mark, text: Text) -> int | None:
    if mark.char == "《":
        match = compiled(_CLOSED_BEFORE).match(text.folded, mark.at, mark.at + _REACH + _DOCUMENT_REACH)
        return match.end() if match else None
    if mark.char == "(":
        match = compiled(_DOCUMENT_BEHIND).match(text.folded, mark.at, mark.at + _DOCUMENT_REACH)
        return match.end() if match and compiled(_FOLLOWED).match(text.folded, match.end()) else None
    return None


def _opening_place(mark: Mark, text: Text) -> int | None:
    if mark.char == ")":
        return _before_document(mark, text)
    if mark.char == "》":
        match = compiled(_BEGINS_BEHIND).search(text.folded, max(mark.at - _REACH, 0), mark.at)
        return match.start(1) if match else None
    return None


def _before_document(mark: Mark, text: Text) -> int | None:
    match = compiled(_DOCUMENT_BEFORE).search(text.folded, max(mark.at - _DOCUMENT_REACH, 0), mark.at)
    return match.end() if match else None


def reversed_quotes(marks: Sequence[Mark], text: Text) -> list[Mark]:
    """Give the quotation marks of two left over that look the wrong way: “甲“, ”甲”, ”甲“."""
    if len(marks) != 2 or marks[1].at - marks[0].at > _QUOTED_AT_MOST:
        return []
    words = text.folded[marks[0].at + 1 : marks[1].at]
    if compiled(r"[。;]").search(words):
        return []
    return [mark for mark, opens in zip(marks, (True, False), strict=True) if mark.opens is not opens]
