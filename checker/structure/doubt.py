"""Front items whose date is damaged or in no calendar: they say neither what is there nor what is missing.

The date itself is told by the rules on dates; the period or the signature is not told of a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Front, FrontState
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model.report import Damage, DateMention

_RANGE = r"[至到—–~-]"
_ORGAN_BEFORE = r"(?:^|[府局委会办室厅处心组署院队站所道司部科区社)])[ \t]*\Z"
_JOINED = 4  # characters between the dates of a period: 起,至
_LONGEST_NAME = 48  # characters of a line before its date


def doubtful_dates(damages: Iterable[Damage], dates: Iterable[DateMention]) -> tuple[Span, ...]:
    """List the dates that cannot be read as days: damaged ones and those that no calendar has, in reading order."""
    damaged = [Span(one.start, one.end) for one in damages if one.what == "date"]
    return tuple(sorted([*damaged, *(Span(one.start, one.end) for one in dates if not one.valid)]))


def doubtful_period(period: Front, text: str, doubtful: Sequence[Span]) -> Front:
    """Give the statement of the period, or say that it cannot be read; a lone range of damaged dates may be one."""
    if period.span is None:
        span = next((one for one in doubtful if _of_range(text, one)), None)
        return Front(FrontState.UNREADABLE, span) if span and period.state is FrontState.ABSENT else period
    reach = _JOINED if "start" in period.missing else 0  # only its first day could be read
    return _unless_touched(period, doubtful, reach)


def doubtful_signature(signature: Front, text: str, doubtful: Sequence[Span], since: int) -> Front:
    """Give the signature, or say that it cannot be read; one that lacks its date may have a doubtful one behind ``since``."""
    if signature.state is not FrontState.PRESENT:
        span = next((one for one in reversed(doubtful) if one.start > since and _signs(text, one)), None)
        if span:
            return Front(FrontState.UNREADABLE, span)
    return _unless_touched(signature, doubtful)


def _unless_touched(front: Front, doubtful: Sequence[Span], reach: int = 0) -> Front:
    span = front.span
    touched = span and any(one.start < span.end + reach and span.start < one.end for one in doubtful)
    return Front(FrontState.UNREADABLE, span) if touched else front


def _of_range(text: str, one: Span) -> bool:
    """A date on either side of 至, or both damaged as one."""
    around = text[max(one.start - 1, 0) : one.end + 2]
    return bool(compiled(_RANGE).search(around))


def _signs(text: str, one: Span) -> bool:
    """The date ends its line, and stands alone on it or behind an organ's name."""
    line_end = text.find("\n", one.end)
    behind = text[one.end : line_end if line_end >= 0 else len(text)]
    return not behind.strip() and bool(
        compiled(_ORGAN_BEFORE).search(text, max(one.start - _LONGEST_NAME, 0), one.start)
    )
