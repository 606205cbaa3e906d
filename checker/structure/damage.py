"""Text that copying damaged: digits, 年, 月 or 日 lost from dates, brackets lost from document numbers, characters of no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model.report import Damage
    from checker.structure.source import Source


def damages_of(source: Source) -> tuple[Damage, ...]:
    """Collect the damaged places in reading order."""
    return ()
