"""Points of a report: sections share 100, rules share their section, and what cannot be told widens the interval."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model.result import LedgerEntry, OutcomeKind, Score
from checker.model.rule import RuleStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model.result import RuleResult
    from checker.model.rule import Rule
    from checker.ruleset.ruleset import Ruleset, Scoring

_LOST = frozenset({OutcomeKind.FAIL, OutcomeKind.BLOCKED})
_OPEN = frozenset({OutcomeKind.UNDETERMINED, OutcomeKind.ERROR})
_FULL = Fraction(100)


def score(results: Iterable[RuleResult], ruleset: Ruleset) -> Score | None:
    """Give the score of one report, or None where no rule that counts is applicable."""
    results = tuple(results)
    counted = [one for one in results if _counts(one, ruleset)]
    if not counted:
        return None
    stakes = _stakes([ruleset.rules[one.rule] for one in counted], ruleset.scoring)
    lost = [LedgerEntry(one.rule, stakes[one.rule]) for one in counted if one.outcome in _LOST and stakes[one.rule]]
    still_open = [stakes[one.rule] for one in counted if one.outcome in _OPEN]
    upper = _FULL - sum((entry.lost for entry in lost), Fraction())
    lower = upper - sum(still_open, Fraction())
    return Score(lower, upper, _grade(lower, ruleset.scoring), _gates_failed(results, ruleset), tuple(lost))


def _counts(result: RuleResult, ruleset: Ruleset) -> bool:
    rule = ruleset.rules[result.rule]
    weighs = rule.weight > 0 and ruleset.scoring.sections.get(rule.section, 0) > 0
    return weighs and rule.status is not RuleStatus.DRAFT and result.outcome is not OutcomeKind.NOT_APPLICABLE


def _stakes(rules: list[Rule], scoring: Scoring) -> dict[str, Fraction]:
    weights: defaultdict[str, int] = defaultdict(int)
    for rule in rules:
        weights[rule.section] += rule.weight
    whole = sum(scoring.sections[section] for section in weights)

    def stake(rule: Rule) -> Fraction:
        points = _FULL * scoring.sections[rule.section] / whole
        return points * rule.weight / weights[rule.section] * scoring.losses[rule.severity]

    return {rule.id: stake(rule) for rule in rules}


def _grade(lower: Fraction, scoring: Scoring) -> str:
    return next((grade for grade, least in scoring.grades if lower >= least), scoring.grades[-1][0])


def _gates_failed(results: Iterable[RuleResult], ruleset: Ruleset) -> tuple[str, ...]:
    failed = {one.rule for one in results if one.outcome is OutcomeKind.FAIL}
    stable = {id_ for id_ in failed if ruleset.rules[id_].status is not RuleStatus.DRAFT}
    return tuple(gate for gate in ruleset.scoring.gates if gate in stable)
