"""Whether a sentence tells of the issuer's own acts, or of what stands above it: calls, meetings, rankings, platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from checker.kinds.self_reference.mentions import Mention
    from checker.model.report import Report

_REACH = 24
_ADJACENT = 2


def is_own_act(mention: Mention, report: Report, words: Mapping[str, Any]) -> bool:
    """Tell whether open information work of the area is told as done, and nothing in the sentence leads above or elsewhere."""
    return is_about_work(mention, report, words) and not leads_above(mention, report, words)


def is_about_work(mention: Mention, report: Report, words: Mapping[str, Any]) -> bool:
    """Tell whether the area's work on open information, its organs, or (of 我市) its acts follow the word."""
    after = report.prose[mention.end : mention.end + _REACH]
    subject = mention.head != "全" and compiled(rf"\A(?:{_any(words['acts'])})").search(after)
    return bool(subject or compiled(rf"\A(?:{_any(words['work'])})").search(after))


def leads_above(mention: Mention, report: Report, words: Mapping[str, Any]) -> bool:
    """Tell whether the sentence speaks of a superior's call, of a comparison, or of a platform."""
    sentence = report.sentence_at(mention.start)
    prose = report.prose
    if compiled(_any(words["superior"])).search(prose, sentence.start, sentence.end):
        return True
    before = prose[sentence.start : mention.start]
    near = before[-_ADJACENT:]
    return bool(
        compiled(_any(words["led_by"])).search(before) or compiled(rf"(?:{_any(words['beside'])})\Z").search(near)
    )


def _any(patterns: Sequence[str]) -> str:
    return "|".join(patterns)
