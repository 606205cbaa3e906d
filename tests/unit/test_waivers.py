from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checker import pipeline
from checker.model.document import Note
from checker.model.result import DocumentResult, Finding, OutcomeKind, RuleResult, Status
from checker.model.rule import Bilingual, Rule, RuleStatus, Severity
from checker.waivers import Waiver, apply, unused

if TYPE_CHECKING:
    from checker.ruleset.ruleset import Ruleset

FAIL, BLOCKED, WAIVED = OutcomeKind.FAIL, OutcomeKind.BLOCKED, OutcomeKind.WAIVED
DAY = date(2027, 6, 30)


def rule(id_: str, *requires: str) -> Rule:
    none = Bilingual("", "")
    return Rule(
        id=id_, category="typo", title=none, failed=none, status=RuleStatus.STABLE, section="fees",
        severity=Severity.ERROR, weight=1, basis=(), kind="saying", params={}, message=none, remedy=none,
        requires=requires,
    )  # fmt: skip


RULES = {
    one.id: one for one in (rule("A"), rule("B"), rule("NEEDS-A", "A"), rule("FAR", "NEEDS-A"), rule("BOTH", "A", "B"))
}


def finding(fingerprint: str, of: str = "A") -> Finding:
    return Finding(of, "typo", Severity.ERROR, "fees", None, (), (), {}, (), None, (), "certain", fingerprint)


def failed(of: str, *fingerprints: str) -> RuleResult:
    return RuleResult(of, FAIL, 1, findings=tuple(finding(one, of) for one in fingerprints))


def waivers(*made: Waiver) -> dict[str, Waiver]:
    return {one.fingerprint: one for one in made}


def outcomes(results: tuple[RuleResult, ...], *made: Waiver) -> dict[str, OutcomeKind]:
    return {one.rule: one.outcome for one in apply(results, RULES, waivers(*made)).results}


def test_a_rule_is_waived_when_all_its_findings_are_and_says_why() -> None:
    (result,), notes = apply(
        (failed("A", "1", "2", "3"),), RULES, waivers(*(Waiver(one, "known" if one < "3" else "new") for one in "123"))
    )
    assert (result.outcome, result.reason, result.checked) == (WAIVED, Note("known；new", "known; new"), 1)
    assert [one.waived for one in result.findings] == ["known", "known", "new"]
    assert notes == ()


def test_a_rule_with_one_finding_left_still_fails() -> None:
    (result,), _ = apply((failed("A", "1", "2"),), RULES, waivers(Waiver("1", "known")))
    assert (result.outcome, result.reason) == (FAIL, None)
    assert [one.waived for one in result.findings] == ["known", None]


@pytest.mark.parametrize(("named", "outcome"), [("A", WAIVED), (None, WAIVED), ("B", FAIL)])
def test_a_rule_that_is_named_must_match(named: str | None, outcome: OutcomeKind) -> None:
    assert outcomes((failed("A", "1"),), Waiver("1", "known", named)) == {"A": outcome}


def test_what_only_waived_rules_block_is_waived_with_them_however_far() -> None:
    results = (RuleResult("FAR", BLOCKED), failed("A", "1"), RuleResult("NEEDS-A", BLOCKED))
    assert outcomes(results, Waiver("1", "known")) == {"FAR": WAIVED, "A": WAIVED, "NEEDS-A": WAIVED}
    reasons = {one.rule: one.reason for one in apply(results, RULES, waivers(Waiver("1", "known"))).results}
    assert reasons["FAR"] == Note("前提规则已豁免：NEEDS-A", "builds on what is waived: NEEDS-A")


def test_what_another_rule_blocks_as_well_stays_blocked() -> None:
    results = (failed("A", "1"), failed("B", "2"), RuleResult("BOTH", BLOCKED))
    assert outcomes(results, Waiver("1", "known"))["BOTH"] is BLOCKED
    assert outcomes(results, Waiver("1", "known"), Waiver("2", "known"))["BOTH"] is WAIVED


def test_a_partly_waived_rule_goes_on_blocking() -> None:
    results = (failed("A", "1", "2"), RuleResult("NEEDS-A", BLOCKED))
    assert outcomes(results, Waiver("1", "known"))["NEEDS-A"] is BLOCKED


@pytest.mark.parametrize(
    ("as_of", "outcome"),
    [(None, WAIVED), (date(2027, 6, 29), WAIVED), (DAY, WAIVED), (date(2027, 7, 1), FAIL)],
    ids=["no day to judge by", "the day before", "the last day", "the day after"],
)
def test_a_waiver_holds_up_to_its_last_day(as_of: date | None, outcome: OutcomeKind) -> None:
    applied = apply((failed("A", "1"),), RULES, waivers(Waiver("1", "known", until=DAY)), as_of)
    assert applied.results[0].outcome is outcome
    assert bool(applied.notes) == (outcome is FAIL)


def test_an_expired_waiver_is_told_with_fingerprint_rule_day_and_reason() -> None:
    expired = waivers(Waiver("1", "known", until=DAY), Waiver("9", "elsewhere", until=DAY))
    _, (note,) = apply((failed("A", "1", "1"),), RULES, expired, date(2030, 1, 1))
    assert note.zh == "豁免已于 2027-06-30 到期，不再适用：A 1（理由：known）"
    assert note.en == "a waiver ended on 2027-06-30 and no longer applies: A 1 (reason: known)"


def test_unused_waivers_match_nothing_in_the_whole_run() -> None:
    documents = [DocumentResult(name, Status.CHECKED, results=(failed("A", name),)) for name in "12"]
    made = [Waiver("1", "known"), Waiver("2", "of another rule", "B"), Waiver("3", "of nothing"), Waiver("2x", "near")]
    assert unused(documents, waivers(*made)) == tuple(made[1:])
    assert unused(documents, {}) == ()


SECTIONLESS = "某某市人民政府2017年政府信息公开工作年度报告\n一、概述\n2017年，我市推进政府信息公开工作。\n"


@pytest.fixture(scope="module")
def checked(ruleset: Ruleset) -> DocumentResult:
    """A report without fees: a gate fails."""
    return pipeline.check_bytes(SECTIONLESS.encode(), "a.txt", ruleset)


def test_waiving_a_gate_opens_it_and_gives_its_points_back(checked: DocumentResult, ruleset: Ruleset) -> None:
    fees = next(one.fingerprint for one in checked.findings if one.rule == "STRUCT-FEES")
    (after,) = pipeline.waive([checked], ruleset, waivers(Waiver(fees, "known")))
    assert checked.score is not None
    assert after.score is not None
    assert set(checked.score.gates_failed) - set(after.score.gates_failed) == {"STRUCT-FEES"}
    lost = {entry.rule: entry.lost for entry in checked.score.ledger}
    assert after.score.lower >= checked.score.lower + lost["STRUCT-FEES"]
    assert after.score.upper - after.score.lower == checked.score.upper - checked.score.lower


def test_with_every_finding_waived_nothing_is_lost(checked: DocumentResult, ruleset: Ruleset) -> None:
    everything = waivers(*(Waiver(one.fingerprint, "known") for one in checked.findings))
    (after,) = pipeline.waive([checked], ruleset, everything)
    assert after.score is not None
    assert (after.score.upper, after.score.ledger, after.score.gates_failed) == (100, (), ())
    assert len(after.findings) == len(checked.findings)


def test_without_waivers_a_result_stays_as_it_is(checked: DocumentResult, ruleset: Ruleset) -> None:
    assert pipeline.waive([checked], ruleset, {}) == [checked]


def test_a_file_without_a_score_gets_none_by_waiving(ruleset: Ruleset) -> None:
    poem = pipeline.check_bytes("床前明月光，疑是地上霜。\n".encode(), "poem.txt", ruleset)
    (after,) = pipeline.waive([poem], ruleset, waivers(Waiver(poem.findings[0].fingerprint, "a poem")))
    assert (after.score, after.findings[0].waived) == (None, "a poem")


def test_expired_waivers_are_noted_behind_the_documents_own_notes(checked: DocumentResult, ruleset: Ruleset) -> None:
    own = checked._replace(notes=(Note("甲", "a"),))
    expired = waivers(Waiver(checked.findings[0].fingerprint, "known", until=DAY))
    (after,) = pipeline.waive([own], ruleset, expired, date(2028, 1, 1))
    assert [note.en.split(" on ")[0] for note in after.notes] == ["a", "a waiver ended"]
    assert after.results == own.results
