from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.model.result import DocumentResult, Finding, OutcomeKind, Policy, RuleResult, Run, Score, Status
from checker.model.rule import Bilingual, Rule, RuleStatus, Severity
from checker.ruleset.ruleset import Ruleset, Scoring
from checker.scoring import score
from checker.verdict import exit_code
from checker.waivers import Waiver, apply

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
        one = results[at]._replace(outcome=draw(st.sampled_from(outcomes)))
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


@st.composite
def waived(draw: st.DrawFn) -> tuple[Ruleset, tuple[RuleResult, ...], dict[str, Waiver]]:
    """Results whose failed rules have findings and block what builds on them, and waivers for some of the findings."""
    ruleset = draw(rulesets())
    ids = list(ruleset.rules)
    for at, id_ in enumerate(ids):
        requires = tuple(draw(st.sets(st.sampled_from(ids[:at])))) if at else ()
        ruleset.rules[id_] = ruleset.rules[id_]._replace(requires=requires)  # type: ignore[index]
    results: dict[str, RuleResult] = {}
    for rule in ruleset.rules.values():
        blocked = any(results[one].outcome in {OutcomeKind.FAIL, OutcomeKind.BLOCKED} for one in rule.requires)
        judged = draw(st.sampled_from([OutcomeKind.PASS, OutcomeKind.FAIL, OutcomeKind.UNDETERMINED]))
        outcome = OutcomeKind.BLOCKED if blocked else judged
        count = draw(st.integers(1, 3)) if outcome is OutcomeKind.FAIL else 0
        results[rule.id] = RuleResult(rule.id, outcome, findings=tuple(_finding(rule, one) for one in range(count)))
    prints = [one.fingerprint for result in results.values() for one in result.findings]
    chosen = draw(st.sets(st.sampled_from(prints))) if prints else set()
    return ruleset, tuple(results.values()), {one: Waiver(one, "known") for one in chosen}


def _finding(rule: Rule, number: int) -> Finding:
    print_ = f"{rule.id}-{number}"
    return Finding(rule.id, "typo", rule.severity, rule.section, None, (), (), {}, (), None, (), "certain", print_)


Waived = tuple[Ruleset, tuple[RuleResult, ...], dict[str, Waiver]]


@given(waived())
def test_waiving_lowers_neither_bound_and_closes_no_gate(case: Waived) -> None:
    ruleset, results, waivers = case
    before, after = score(results, ruleset), score(apply(results, ruleset.rules, waivers).results, ruleset)
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after.lower >= before.lower
        assert after.upper >= before.upper
        assert set(after.gates_failed) <= set(before.gates_failed)


@given(waived())
def test_waiving_all_that_was_found_leaves_nothing_lost_and_nothing_that_fails(case: Waived) -> None:
    ruleset, results, _ = case
    everything = {one.fingerprint: Waiver(one.fingerprint, "known") for result in results for one in result.findings}
    after = apply(results, ruleset.rules, everything).results
    result = score(after, ruleset)
    assert result is None or (result.upper, result.gates_failed) == (100, ())
    document = DocumentResult("a.txt", Status.CHECKED, results=after, score=result)
    assert exit_code(Run((document,), ruleset.rules, {}, "1", "0", "1", Policy("info"))) == 0


@given(waived())
def test_waiving_twice_is_waiving_once(case: Waived) -> None:
    ruleset, results, waivers = case
    once = apply(results, ruleset.rules, waivers).results
    assert apply(once, ruleset.rules, waivers).results == once
