"""The shape of a baseline file (基线), as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from checker.authoring.rule_models import FileModel, RuleId
from checker.authoring.waiver_models import Fingerprint  # noqa: TC001 - pydantic resolves it


class KnownEntry(FileModel):
    """A finding that was there when the baseline was written."""

    fingerprint: Fingerprint
    """As the check shows it with the finding."""
    rule: RuleId
    """For the reader."""
    document: str
    """For the reader: the report that it was found in."""
    places: Annotated[int, Field(ge=1)] = 1
    """At how many places of the report; more than these are new."""


class BaselineFile(FileModel):
    """The findings that were there before: `ogi-checker baseline update` writes it, by document, rule and fingerprint."""

    baseline: list[KnownEntry]
