from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.model.result import OutcomeKind, RuleResult, Score
from checker.model.rule import Bilingual, Rule, RuleStatus, Severity
from checker.ruleset.ruleset import Ruleset, Scoring
from checker.scoring import score

SECTIONS = ("overview", "proactive", "fees", "problems")
NONE = Bilingual("", "")
APPLICABLE = [one for one in OutcomeKind if one is not OutcomeKind.NOT_APPLICABLE]


@st.composite
def rules(draw: st.DrawFn) -> dict[str, Rule]:
    made = {}
    for number in range(draw(st.integers(1, 8))):
        made[f"R{number}"] = Rule(
            id=f"R{number}",
            category="typo",
            title=NONE,
            failed=NONE,
            status=draw(st.sampled_from(RuleStatus)),
            section=draw(st.sampled_from(SECTIONS)),
            severity=draw(st.sampled_from(Severity)),
            weight=draw(st.integers(0, 10)),
            basis=(),
            kind="saying",
            params=MappingProxyType({}),
            message=NONE,
            remedy=NONE,
        )
    return made


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    made = draw(rules())
    sections = {section: draw(st.integers(0, 30)) for section in SECTIONS}
    losses = {"error": Fraction(1), "warning": Fraction(1, 2), "info": Fraction(0)}
    gates = tuple(draw(st.sets(st.sampled_from(sorted(made)))))
    grades = (("A", 90), ("B", 80), ("C", 70), ("D", 60), ("E", 0))
    return Ruleset("1", "0", made, {}, (), {}, Scoring(sections, losses, grades, gates))


@st.composite
def judged(draw: st.DrawFn) -> tuple[Ruleset, tuple[RuleResult, ...]]:
    ruleset = draw(rulesets())
    return ruleset, tuple(RuleResult(id_, draw(st.sampled_from(OutcomeKind))) for id_ in ruleset.rules)


@st.composite
def turned(draw: st.DrawFn, to: list[OutcomeKind], of: list[OutcomeKind] = APPLICABLE) -> tuple[Score, Score]:
    ruleset, results = draw(judged())
    at = draw(st.integers(0, len(results) - 1))

    def scored(outcomes: list[OutcomeKind]) -> Score | None:
        one = replace(results[at], outcome=draw(st.sampled_from(outcomes)))
        return score((*results[:at], one, *results[at + 1 :]), ruleset)

    before, after = scored(of), scored(to)
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None
    return before, after


@given(judged())
def test_the_ledger_and_the_upper_bound_are_exactly_a_hundred(case: tuple[Ruleset, tuple[RuleResult, ...]]) -> None:
    ruleset, results = case
    result = score(results, ruleset)
    if result is not None:
        assert sum(entry.lost for entry in result.ledger) + result.upper == 100
        assert all(entry.lost > 0 for entry in result.ledger)


@given(judged())
def test_the_bounds_are_in_order_and_meet_where_all_is_determined(case: tuple[Ruleset, tuple[RuleResult, ...]]) -> None:
    ruleset, results = case
    result = score(results, ruleset)
    if result is not None:
        assert 0 <= result.lower <= result.upper <= 100
        if not {OutcomeKind.UNDETERMINED, OutcomeKind.ERROR} & {one.outcome for one in results}:
            assert result.lower == result.upper


@given(turned([OutcomeKind.FAIL, OutcomeKind.BLOCKED]))
def test_turning_to_fail_or_blocked_raises_neither_bound(case: tuple[Score, Score]) -> None:
    before, after = case
    assert after.lower <= before.lower
    assert after.upper <= before.upper


@given(turned([OutcomeKind.PASS, OutcomeKind.WAIVED]))
def test_turning_to_pass_or_waived_lowers_neither_bound(case: tuple[Score, Score]) -> None:
    before, after = case
    assert after.lower >= before.lower
    assert after.upper >= before.upper
    assert set(after.gates_failed) <= set(before.gates_failed)


@given(turned([OutcomeKind.UNDETERMINED, OutcomeKind.ERROR], of=[OutcomeKind.FAIL]))
def test_turning_from_fail_to_undetermined_never_raises_the_lower_bound(case: tuple[Score, Score]) -> None:
    before, after = case
    assert after.lower <= before.lower


@given(judged(), st.data())
def test_the_order_of_results_does_not_matter(
    case: tuple[Ruleset, tuple[RuleResult, ...]], data: st.DataObject
) -> None:
    ruleset, results = case
    one, other = score(results, ruleset), score(data.draw(st.permutations(results)), ruleset)
    if one is None or other is None:
        assert one is other
    else:
        assert one._replace(ledger=()) == other._replace(ledger=())
        assert set(one.ledger) == set(other.ledger)
