from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from checker.model.rule import Basis, Bilingual, Instrument, Organ, Rule, RuleStatus, Severity, Tier
from checker.ruleset.ruleset import Ruleset, Scoring
from checker.ruleset.select import Standing, applicability

if TYPE_CHECKING:
    from collections.abc import Sequence

APPLIES, NOT, UNKNOWN = Standing.APPLIES, Standing.NOT_APPLICABLE, Standing.UNKNOWN
WORDS = Bilingual("词", "word")
YEARS: dict[str, tuple[str, int | None, int | None]] = {
    "old-law": ("statute", 2008, 2018),
    "new-law": ("statute", 2019, None),
    "older-notice": ("format", None, 2010),
    "logic": ("logic", None, None),
    "practice": ("practice", None, None),
}
RULESET = Ruleset(
    version="1.0.0",
    digest="",
    rules={},
    instruments={id_: Instrument(id_, WORDS, "", level, first, last) for id_, (level, first, last) in YEARS.items()},
    formats=(),
    lexicons={},
    scoring=Scoring({}, {"error": Fraction(1)}, (), ()),
)


def _rule(
    basis: Sequence[str] = ("logic",),
    tiers: Sequence[Tier] = (),
    organs: Sequence[Organ] = (),
    status: RuleStatus = RuleStatus.STABLE,
) -> Rule:
    return Rule(
        id="ONE",
        category="title",
        title=WORDS,
        failed=WORDS,
        status=status,
        section="document",
        severity=Severity.ERROR,
        weight=1,
        basis=tuple(Basis(one, "") for one in basis),
        kind="year",
        params={},
        message=WORDS,
        remedy=WORDS,
        tiers=tuple(tiers),
        organs=tuple(organs),
    )


BY_YEAR = [
    (["old-law"], 2007, NOT),
    (["old-law"], 2008, APPLIES),
    (["old-law"], 2018, APPLIES),
    (["old-law"], 2019, NOT),
    (["new-law"], 2018, NOT),
    (["new-law"], 2040, APPLIES),
    (["older-notice"], 1999, APPLIES),
    (["older-notice"], 2011, NOT),
    (["old-law", "new-law"], 2018, APPLIES),
    (["old-law", "new-law"], 2007, NOT),
    (["logic"], 1999, APPLIES),
    (["logic"], None, APPLIES),
    (["practice", "new-law"], 2018, NOT),
    (["logic", "new-law"], 2018, NOT),
    (["logic", "new-law"], 2019, APPLIES),
    (["new-law"], None, UNKNOWN),
]


@pytest.mark.parametrize(("basis", "year", "standing"), BY_YEAR)
def test_a_rule_runs_while_a_dated_basis_is_in_force(basis: list[str], year: int | None, standing: Standing) -> None:
    assert applicability(_rule(basis), RULESET, year, Tier.CITY, Organ.GOVERNMENT).standing is standing


CITY, COUNTY = Tier.CITY, Tier.COUNTY
GOVERNMENT, DEPARTMENT = Organ.GOVERNMENT, Organ.DEPARTMENT
BY_ISSUER = [
    ([], [], Tier.UNKNOWN, Organ.UNKNOWN, APPLIES),
    ([CITY], [], CITY, Organ.UNKNOWN, APPLIES),
    ([CITY], [], COUNTY, Organ.UNKNOWN, NOT),
    ([CITY], [], Tier.UNKNOWN, GOVERNMENT, UNKNOWN),
    ([CITY, Tier.UNKNOWN], [], Tier.UNKNOWN, GOVERNMENT, APPLIES),
    ([], [GOVERNMENT], CITY, DEPARTMENT, NOT),
    ([], [GOVERNMENT], CITY, Organ.UNKNOWN, UNKNOWN),
    ([CITY], [GOVERNMENT], Tier.UNKNOWN, DEPARTMENT, NOT),
    ([CITY], [GOVERNMENT], COUNTY, Organ.UNKNOWN, NOT),
    ([CITY], [GOVERNMENT], CITY, GOVERNMENT, APPLIES),
]


@pytest.mark.parametrize(("tiers", "organs", "tier", "organ", "standing"), BY_ISSUER)
def test_an_issuer_that_is_not_known_is_not_judged(
    tiers: list[Tier], organs: list[Organ], tier: Tier, organ: Organ, standing: Standing
) -> None:
    assert applicability(_rule(tiers=tiers, organs=organs), RULESET, 2017, tier, organ).standing is standing


REASONS = [
    (_rule(["new-law"]), CITY, GOVERNMENT, "not required of reports about 2017"),
    (_rule(tiers=[CITY]), Tier.UNKNOWN, GOVERNMENT, "the issuer's tier is unknown"),
    (_rule(tiers=[CITY]), COUNTY, GOVERNMENT, "does not apply to issuers of this tier"),
    (_rule(organs=[GOVERNMENT]), CITY, Organ.UNKNOWN, "the issuer's type of organ is unknown"),
    (_rule(status=RuleStatus.DEPRECATED), CITY, GOVERNMENT, "the rule is deprecated"),
]


@pytest.mark.parametrize(("rule", "tier", "organ", "reason"), REASONS)
def test_a_rule_that_is_not_run_says_why(rule: Rule, tier: Tier, organ: Organ, reason: str) -> None:
    said = applicability(rule, RULESET, 2017, tier, organ).reason
    assert said
    assert said.en == reason
    assert said.zh


@pytest.mark.parametrize(("status", "standing"), [(RuleStatus.DRAFT, APPLIES), (RuleStatus.DEPRECATED, NOT)])
def test_a_draft_runs_and_a_deprecated_rule_never_does(status: RuleStatus, standing: Standing) -> None:
    assert applicability(_rule(status=status), RULESET, 2017, CITY, GOVERNMENT).standing is standing
