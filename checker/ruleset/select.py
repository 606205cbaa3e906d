"""Which rules are in force for a report: by report year, by tier and by type of organ."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from checker.model.document import Note
from checker.model.record import NamedTuple
from checker.model.rule import Organ, RuleStatus, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.rule import Instrument, Rule
    from checker.ruleset.ruleset import Ruleset


class Standing(StrEnum):
    """Whether a rule is to be run on a report."""

    APPLIES = "applies"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


class Applicability(NamedTuple):
    """How a rule stands towards a report, and why where it is not simply run."""

    standing: Standing
    reason: Note | None = None


_APPLIES = Applicability(Standing.APPLIES)


def applicability(rule: Rule, ruleset: Ruleset, year: int | None, tier: Tier, organ: Organ) -> Applicability:
    """Tell whether ``rule`` governs a report about ``year`` by an issuer of ``tier`` and ``organ``."""
    if rule.status is RuleStatus.DEPRECATED:
        return Applicability(Standing.NOT_APPLICABLE, Note("规则已停用", "the rule is deprecated"))
    judged = (
        _by_year([ruleset.instruments[basis.instrument] for basis in rule.basis], year),
        _by_issuer(tier, rule.tiers, Tier.UNKNOWN, Note("层级", "tier")),
        _by_issuer(organ, rule.organs, Organ.UNKNOWN, Note("机关类型", "type of organ")),
    )
    for standing in (Standing.NOT_APPLICABLE, Standing.UNKNOWN):
        for one in judged:
            if one.standing is standing:
                return one
    return _APPLIES


def _by_year(instruments: Sequence[Instrument], year: int | None) -> Applicability:
    # Logic and practice have no years: beside a dated instrument they add weight to a rule, not further years.
    dated = [one for one in instruments if one.first_year is not None or one.last_year is not None]
    if not dated:
        return _APPLIES
    if year is None:
        return Applicability(Standing.UNKNOWN, Note("报告年度不明", "the report year is unknown"))
    if any(one.in_force(year) for one in dated):
        return _APPLIES
    return Applicability(
        Standing.NOT_APPLICABLE, Note(f"{year}年度尚无或已无此要求", f"not required of reports about {year}")
    )


def _by_issuer(value: Tier | Organ, wanted: Sequence[Tier | Organ], unknown: Tier | Organ, what: Note) -> Applicability:
    if not wanted or value in wanted:
        return _APPLIES
    if value is unknown:
        return Applicability(Standing.UNKNOWN, Note(f"报告机关的{what.zh}不明", f"the issuer's {what.en} is unknown"))
    return Applicability(
        Standing.NOT_APPLICABLE, Note(f"不适用于该{what.zh}的机关", f"does not apply to issuers of this {what.en}")
    )
