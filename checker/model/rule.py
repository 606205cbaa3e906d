"""A rule as loaded: what must hold, on which basis, how it is said and what it weighs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


SectionKey = Literal[
    "document",
    "overview",
    "proactive",
    "applications",
    "non_disclosure",
    "fees",
    "review_litigation",
    "problems",
    "improvements",
    "other_matters",
]


TopicKey = Literal[
    "proactive_topic",
    "application_topic",
    "information_management",
    "platform",
    "supervision",
    "accountability",
    "information_fee",
]


class Severity(StrEnum):
    """How strongly a finding speaks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class RuleStatus(StrEnum):
    """Life of a rule: a draft is shown and not counted."""

    DRAFT = "draft"
    STABLE = "stable"
    DEPRECATED = "deprecated"


class Tier(StrEnum):
    """Level of the issuer (层级)."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    UNKNOWN = "unknown"


class Organ(StrEnum):
    """Type of the issuer (机关类型)."""

    GOVERNMENT = "government"
    OFFICE = "office"
    DEPARTMENT = "department"
    SUBDISTRICT = "subdistrict"
    COMMITTEE = "committee"
    AUTHORISED = "authorised"
    UNKNOWN = "unknown"


class Bilingual(NamedTuple):
    """One text in Chinese and in English."""

    zh: str
    en: str

    def of(self, lang: str) -> str:
        """Give the text in ``zh`` or ``en``."""
        return self.en if lang == "en" else self.zh


class Instrument(NamedTuple):
    """A law, notice or standard (依据), with the report years for which it is in force; None: open."""

    id: str
    name: Bilingual
    number: str
    level: str
    first_year: int | None
    last_year: int | None

    def in_force(self, year: int) -> bool:
        """Tell whether the instrument governs reports about ``year``."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


class Basis(NamedTuple):
    """One legal basis of a rule: instrument and article (条款)."""

    instrument: str
    article: str


class Lexicon(NamedTuple):
    """A list of words that a kind needs (词表): rules/lexicons/NAME.yaml; a rule file gives its name alone."""

    name: str
    entries: Mapping[str, Any]


class Rule(NamedTuple):
    """One rule file. ``params`` are the kind's own parameters, as plain data."""

    id: str
    category: str
    title: Bilingual
    failed: Bilingual
    status: RuleStatus
    section: str
    severity: Severity
    weight: int
    basis: tuple[Basis, ...]
    kind: str
    params: Mapping[str, object]
    message: Bilingual
    remedy: Bilingual
    tiers: tuple[Tier, ...] = ()
    organs: tuple[Organ, ...] = ()
    requires: tuple[str, ...] = ()
    certainty: str = "certain"
    file: str = ""
