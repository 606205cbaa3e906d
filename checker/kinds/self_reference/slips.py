"""What a check of a report's words for itself gives: the words, and what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from checker.model.document import Span


class Slip(NamedTuple):
    """Words that do not fit, and what fits (empty where that is not known); ``sure``: nothing else can be meant."""

    span: Span
    expected: str = ""
    sure: bool = True
