"""The shape of a waiver file (豁免清单), as pydantic models: what editors and the program hold it against."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from checker.authoring.rule_models import CalendarDate, FileModel, RuleId, Words

Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class WaiverEntry(FileModel):
    """A finding that is known and accepted."""

    fingerprint: Fingerprint
    """As the check shows it with the finding; in quotes where it is all digits."""
    rule: RuleId | None = None
    """For the reader; where given, the finding must be this rule's."""
    document: Words | None = None
    """For the reader: the report that it is about."""
    reason: Words
    """Why it is accepted."""
    until: CalendarDate | None = None
    """The last day on which it holds, YYYY-MM-DD; judged with --as-of."""


class WaiversFile(FileModel):
    """The waivers: findings that are known and accepted, each with its reason."""

    waivers: list[WaiverEntry]
