from __future__ import annotations

import sys
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from checker import engine
from checker.model.document import Block, BlockKind, Document, Location, Span
from checker.model.report import Issuer, Placement, Report, Section
from checker.model.result import Broken, Finding, Fix, Held, OutcomeKind, RuleResult, Status, Unknown
from checker.model.rule import Basis, Bilingual, Instrument, Organ, Rule, RuleStatus, Severity, Tier
from checker.ruleset.ruleset import Ruleset, Scoring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.result import Observation

TEXT = "一、概述\n本机关公开信息1０条。比上年多。\n二、收费\n没有收费。"
NONE = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Sayings:
    says: tuple[Observation, ...] = ()
    crash: Exception | None = None


def say(params: Sayings, report: Report) -> Iterator[Observation]:  # noqa: ARG001 - the shape of a kind
    yield from params.says
    if params.crash:
        raise params.crash


@pytest.fixture(autouse=True)
def _kinds_that_say_what_they_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("saying", "status"):
        kind = ModuleType(f"checker.kinds.{name}")
        kind.Params = Sayings  # type: ignore[attr-defined]
        kind.observe = say  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, kind.__name__, kind)


def rule(id_: str, *says: Observation, **given: Any) -> Rule:
    params = {"says": list(says), "crash": given.pop("crash", None)}
    made = Rule(
        id=id_, category="typo", title=NONE, failed=NONE, status=RuleStatus.STABLE, section="fees",
        severity=Severity.WARNING, weight=1, basis=(Basis("law", "第一条"),), kind="saying",
        params=MappingProxyType(params), message=NONE, remedy=NONE,
    )  # fmt: skip
    return made._replace(**given)


def ruleset(*rules: Rule) -> Ruleset:
    instruments = {
        "law": Instrument("law", NONE, "", "statute", 2008, 2018),
        "logic": Instrument("logic", NONE, "", "logic", None, None),
    }
    scoring = Scoring({"fees": 1}, {"warning": Fraction(1)}, (("A", 0),), ())
    return Ruleset("1", "0", {one.id: one for one in rules}, instruments, (), {}, scoring)


def report(text: str = TEXT, **given: Any) -> Report:
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line), Location(number, 1)))
        start += len(line) + 1
    document = Document("a.txt", "txt", "0", text, tuple(blocks))
    second = text.find("二、")
    sections = {
        "overview": Section("overview", "一、概述", Placement.OWN, 0, second),
        "fees": Section("fees", "二、收费", Placement.OWN, second, len(text)),
    }
    issuer = Issuer("某市人民政府", Tier.CITY, Organ.GOVERNMENT)
    made = Report(document, Status.CHECKED, Span(0, len(text)), issuer=issuer, year=2017, sections=sections)
    return made._replace(**given)


def outcomes(*rules: Rule, **given: Any) -> dict[str, OutcomeKind]:
    return {one.rule: one.outcome for one in engine.run(report(**given), ruleset(*rules))}


def only(*rules: Rule, **given: Any) -> RuleResult:
    return engine.run(report(**given), ruleset(*rules))[0]


def found(*says: Observation, text: str = TEXT, **given: Any) -> tuple[Finding, ...]:
    return only(rule("A", *says, **given), text=text).findings


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass(frozen=True)
class Seen:
    name: str
    says: tuple[Observation, ...]
    outcome: OutcomeKind
    checked: int = 0
    fields: dict[str, Any] = field(default_factory=dict)


SEEN = (
    Seen("what holds passes and is counted", (Held(2), Held(3)), OutcomeKind.PASS, 5),
    Seen("one broken place outweighs what holds", (Held(2), Broken((at("条"),))), OutcomeKind.FAIL, 3),
    Seen("a broken place outweighs what is unknown", (Unknown("不明", "x"), Broken(about="fees")), OutcomeKind.FAIL, 1),
    Seen("what is unknown outweighs what holds", (Held(), Unknown("不明", "unclear")), OutcomeKind.UNDETERMINED, 1),
    Seen("nothing seen is undetermined", (), OutcomeKind.UNDETERMINED),
)


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case.name)
def test_observations_decide_the_outcome(case: Seen) -> None:
    result = only(rule("A", *case.says))
    assert (result.outcome, result.checked) == (case.outcome, case.checked)


def test_an_undetermined_rule_gives_the_first_reason() -> None:
    reason = only(rule("A", Unknown("甲", "one"), Unknown("乙", "two"))).reason
    assert reason is not None
    assert (reason.zh, reason.en) == ("甲", "one")


def test_nothing_seen_says_so() -> None:
    reason = only(rule("A")).reason
    assert reason is not None
    assert reason.zh == "没有可检查的内容"


def test_results_are_sorted_by_rule_though_run_in_the_order_of_requirements() -> None:
    rules = (rule("C", Held()), rule("A", Held(), requires=("B",)), rule("B", Broken(about="fees"), requires=("C",)))
    results = engine.run(report(), ruleset(*rules))
    assert [one.rule for one in results] == ["A", "B", "C"]
    assert [one.outcome for one in results] == [OutcomeKind.BLOCKED, OutcomeKind.FAIL, OutcomeKind.PASS]


def test_what_requires_a_blocked_rule_is_blocked_and_names_it() -> None:
    rules = (rule("A", Broken(about="fees")), rule("B", Held(), requires=("A",)), rule("C", Held(), requires=("B",)))
    results = engine.run(report(), ruleset(*rules))
    assert [one.outcome for one in results[1:]] == [OutcomeKind.BLOCKED] * 2
    assert results[2].reason is not None
    assert results[2].reason.en == "blocked by B"


@pytest.mark.parametrize(
    "required", [rule("A"), rule("A", crash=ValueError()), rule("A", Held(), tiers=(Tier.COUNTY,))]
)
def test_only_a_failed_or_blocked_requirement_blocks(required: Rule) -> None:
    assert outcomes(required, rule("B", Held(), requires=("A",)))["B"] is OutcomeKind.PASS


def test_rules_that_require_each_other_still_run() -> None:
    assert set(outcomes(rule("A", Held(), requires=("B",)), rule("B", Held(), requires=("A",)))) == {"A", "B"}


def test_a_rule_of_another_era_does_not_apply() -> None:
    assert outcomes(rule("A", Held()), year=2020)["A"] is OutcomeKind.NOT_APPLICABLE


def test_a_rule_that_does_not_apply_is_not_blocked() -> None:
    rules = (rule("A", Broken(about="fees")), rule("B", Held(), requires=("A",), organs=(Organ.DEPARTMENT,)))
    assert outcomes(*rules)["B"] is OutcomeKind.NOT_APPLICABLE


def test_a_rule_about_tiers_is_undetermined_where_the_tier_is_unknown() -> None:
    result = only(rule("A", Held(), tiers=(Tier.CITY,)), issuer=Issuer("某局"))
    assert result.outcome is OutcomeKind.UNDETERMINED
    assert result.reason is not None
    assert "层级" in result.reason.zh


def test_a_crash_is_the_outcome_of_its_rule_alone() -> None:
    results = engine.run(report(), ruleset(rule("A", crash=KeyError("total")), rule("B", Held())))
    assert [one.outcome for one in results] == [OutcomeKind.ERROR, OutcomeKind.PASS]
    assert results[0].reason is not None
    assert results[0].reason.en == "the rule crashed (KeyError: 'total')"


def test_a_crash_after_a_finding_is_no_finding() -> None:
    result = only(rule("A", Broken(about="fees"), crash=ValueError("x")))
    assert (result.outcome, result.findings) == (OutcomeKind.ERROR, ())


def test_the_reason_of_a_crash_has_no_path_and_one_line() -> None:
    crashes = (FileNotFoundError(2, "No such file", "/home/someone/secret"), ValueError("first\nsecond"))
    reasons = [only(rule("A", crash=crash)).reason for crash in crashes]
    assert all(reason is not None for reason in reasons)
    assert [reason.en for reason in reasons if reason] == [
        "the rule crashed (FileNotFoundError: No such file)",
        "the rule crashed (ValueError: first)",
    ]


def test_an_unknown_kind_and_wrong_parameters_are_errors_too() -> None:
    rules = (rule("A", kind="no_such_kind"), rule("B", params={"no_such_parameter": 1}))
    assert set(outcomes(*rules).values()) == {OutcomeKind.ERROR}


@pytest.mark.parametrize("status", [Status.NOT_A_REPORT, Status.YEAR_UNKNOWN])
def test_what_is_no_report_of_a_known_year_is_judged_by_status_rules_alone(status: Status) -> None:
    rules = (
        rule("A", Broken(about="title"), kind="status", basis=(Basis("logic", ""),)),
        rule("B", Broken(about="fees")),
    )
    results = engine.run(report(status=status, year=None), ruleset(*rules))
    assert [one.outcome for one in results] == [OutcomeKind.FAIL, OutcomeKind.UNDETERMINED]
    assert results[1].reason is not None
    assert "未作检查" in results[1].reason.zh


def test_a_status_rule_with_dated_law_speaks_though_the_year_is_unknown() -> None:
    rules = (rule("A", Broken(about="title"), kind="status"),)
    assert outcomes(*rules, status=Status.YEAR_UNKNOWN, year=None)["A"] is OutcomeKind.FAIL


def test_only_the_chosen_rules_run_and_requirements_outside_are_ignored() -> None:
    rules = ruleset(rule("A", Broken(about="fees")), rule("B", Held(), requires=("A",)))
    results = engine.run(report(), rules, frozenset({"B"}))
    assert [(one.rule, one.outcome) for one in results] == [("B", OutcomeKind.PASS)]


def test_a_draft_shows_its_findings() -> None:
    assert len(found(Broken((at("条"),)), status=RuleStatus.DRAFT)) == 1


def test_a_finding_carries_what_its_rule_and_its_observation_say() -> None:
    fix = Fix(at("1０"), "10")
    seen = Broken((at("1０"),), {"n": 10}, "total", None, (at("比"),), "10", (fix,))
    finding = found(seen, certainty="likely")[0]
    assert (finding.rule, finding.category, finding.severity, finding.certainty) == (
        "A",
        "typo",
        Severity.WARNING,
        "likely",
    )
    assert (finding.values, finding.about, finding.suggestion, finding.fixes) == ({"n": 10}, "total", "10", (fix,))
    assert finding.basis == (Basis("law", "第一条"),)
    assert [one.quote for one in finding.related] == ["比"]


def test_evidence_quotes_locates_and_stays_inside_the_sentence() -> None:
    evidence = found(Broken((at("1０"),)))[0].evidence[0]
    assert (evidence.quote, evidence.before, evidence.after) == ("1０", "本机关公开信息", "条。")
    assert (evidence.location.line, evidence.location.column) == (2, 8)


def test_context_is_a_short_window() -> None:
    text = "长" * 100 + "错" + "长" * 100 + "\n二、"
    evidence = found(Broken((at("错", text),)), text=text)[0].evidence[0]
    assert evidence.before == evidence.after == "长" * 24


@pytest.mark.parametrize(
    ("seen", "section"),
    [
        (Broken((at("条"),)), "overview"),
        (Broken((at("条"),), section="problems"), "problems"),
        (Broken(about="contact"), "fees"),
        (Broken(about="contact", section="document"), "document"),
    ],
    ids=[
        "where the words stand",
        "what the kind says",
        "the rule's for what is absent",
        "the kind's for what is absent",
    ],
)
def test_the_section_of_a_finding(seen: Broken, section: str) -> None:
    assert found(seen)[0].section == section


def test_findings_are_in_reading_order_with_the_absent_last() -> None:
    seen = (Broken(about="fees"), Broken((at("没有"),)), Broken((at("条"),)), Broken(about="contact"))
    order = [one.evidence[0].quote if one.evidence else one.about for one in found(*seen)]
    assert order == ["条", "没有", "contact", "fees"]


def test_one_place_is_one_finding_that_keeps_all_fixes_and_related_places() -> None:
    fixes = (Fix(at("条"), "件"), Fix(at("条"), "项"))
    related = (at("比"), at("没有"))
    seen = [
        Broken((at("条"),), related=(related[i],), fixes=(fixes[i],), suggestion=("", "项")[i] or None) for i in (0, 1)
    ]
    findings = found(*seen)
    assert len(findings) == 1
    assert findings[0].fixes == fixes
    assert [one.quote for one in findings[0].related] == ["比", "没有"]
    assert findings[0].suggestion == "项"


def test_things_absent_stay_apart() -> None:
    assert len(found(Broken(about="fees"), Broken(about="contact"), Broken(about="fees"))) == 2


def fingerprint(seen: Broken, text: str = TEXT, id_: str = "A", **given: Any) -> str:
    return only(rule(id_, seen), text=text, **given).findings[0].fingerprint


def test_a_fingerprint_survives_lines_inserted_above_widths_and_spaces() -> None:
    moved = "前言。\n" + TEXT.replace("1０", "１ 0")
    first = fingerprint(Broken((at("1０"),), section="overview"))
    assert first == fingerprint(Broken((at("１ 0", moved),), section="overview"), text=moved)
    assert len(first) == 16


def test_fingerprints_tell_rule_issuer_year_section_thing_and_words_apart() -> None:
    seen = Broken((at("条"),))
    prints = [
        fingerprint(seen),
        fingerprint(seen, id_="B"),
        fingerprint(seen, issuer=Issuer("某县人民政府")),
        fingerprint(seen, year=2016),
        fingerprint(seen._replace(section="fees")),
        fingerprint(seen._replace(about="total")),
        fingerprint(Broken((at("比"),))),
    ]
    assert len(set(prints)) == len(prints)
