"""JUnit XML that strict consumers take: valid for Jenkins' xunit plugin, each suite valid for Maven Surefire.

A suite is a file, a case is a rule; one whose findings are all waived is a pass that lists them. The verdict is the exit code's: what fails a run without being a finding
(an unreadable file, a gate, the least score) is a case of its own.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from junit_xml import TestCase, TestSuite

from checker import verdict
from checker.model.result import OutcomeKind, Status
from checker.model.rule import Bilingual
from checker.reporters.parts import escape, points, rendering, tally, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.result import DocumentResult, Finding, RuleResult, Run

_NO_SCORE = Bilingual("没有得分", "no score")
_GATES_FAILED = Bilingual("未通过门槛：{}", "gates failed: {}")
_TOO_LOW = Bilingual("得分 {}，低于要求的 {}", "score {} is below the required {}")
_PLACES = Bilingual("{}（{} 处）", "{} (places: {})")
_WAIVED = Bilingual("[已豁免] {}", "[waived] {}")
_REASON = Bilingual("  豁免理由：{}", "  waived because: {}")
_SKIPPED = (OutcomeKind.BLOCKED, OutcomeKind.UNDETERMINED, OutcomeKind.NOT_APPLICABLE)

# The program looks at no clock, so that the same input gives the same bytes; consumers want a time all the same.
_NO_TIME = "0.000"
_COUNTS = ("tests", "failures", "errors")


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the run as JUnit XML: ``testsuites``, or for one report the lone ``testsuite``.

    Surefire's schema knows no ``testsuites`` root, Jenkins' knows both.
    """
    root = ET.Element("testsuites")
    used: set[str] = set()
    for result in run.results:
        suite = TestSuite(_unique(escape.one_line(result.name), used), _cases(run, result, lang))
        _name_the_report(suite)
        suite.properties = _properties(run, result)
        root.append(_strict(suite.build_xml_doc()))
    if len(root) == 1:
        return _document(root[0])
    root.attrib = {count: str(sum(int(suite.attrib[count]) for suite in root)) for count in _COUNTS}
    root.attrib["time"] = _NO_TIME
    return _document(root)


def _document(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name_the_report(suite: TestSuite) -> None:
    """Some consumers know a case by class and name alone, so the class is the report."""
    for case in suite.test_cases:
        case.classname = suite.name


def _unique(name: str, used: set[str]) -> str:
    number, candidate = 1, name
    while candidate in used:
        number += 1
        candidate = f"{name} ({number})"
    used.add(candidate)
    return candidate


def _strict(suite: ET.Element) -> ET.Element:
    """Take away what junit-xml writes and the schemas do not know; add the times they require."""
    del suite.attrib["disabled"]
    suite.attrib["time"] = _NO_TIME
    for case in suite.iter("testcase"):
        case.attrib["time"] = _NO_TIME
    for skipped in suite.iter("skipped"):
        del skipped.attrib["type"]
    return suite


def _properties(run: Run, result: DocumentResult) -> dict[str, str]:
    known = {"tool": run.tool_version, "ruleset": run.ruleset_version, "status": result.status.value}
    if result.report is not None and result.report.year is not None:
        known["report_year"] = str(result.report.year)
    if result.score is not None:
        known |= {"score": points.interval(result.score), "grade": result.score.grade}
    return {name: escape.one_line(value) for name, value in known.items()}


def _cases(run: Run, result: DocumentResult, lang: str) -> list[TestCase]:
    readable = _case("readable")
    if result.skipped:
        readable.add_skipped_info(escape.one_line(rendering.skipped(result, lang)))
        return [readable]
    if result.status is Status.UNREADABLE:
        reason, hint = rendering.unreadable(result, lang)
        readable.add_error_info(escape.one_line(reason), escape.visible(hint), "unreadable")
        return [readable]
    readable.stdout = "\n".join(escape.one_line(note) for note in rendering.notes(result, lang))
    rules = [_rule_case(run, one, lang) for one in sorted(result.results, key=lambda one: one.rule)]
    return [readable, *_score_cases(run, result, lang), *rules]


def _score_cases(run: Run, result: DocumentResult, lang: str) -> list[TestCase]:
    gate, least = _case("gate"), _case("min-score")
    cases = [gate] if run.policy.min_score is None else [gate, least]
    if result.score is None:
        for case in cases:
            case.add_skipped_info(_NO_SCORE.of(lang))
        return cases
    gates = _GATES_FAILED.of(lang).format(", ".join(result.score.gates_failed)) if result.score.gates_failed else None
    if verdict.gated(result, run.policy):
        gate.add_failure_info(gates, None, "gate")
    else:
        gate.stdout = gates
    if verdict.too_low(result, run.policy):
        text = _TOO_LOW.of(lang).format(points.interval(result.score), run.policy.min_score)
        least.add_failure_info(text, None, "min-score")
    return cases


def _rule_case(run: Run, result: RuleResult, lang: str) -> TestCase:
    rule = run.rules[result.rule]
    case = _case(rule.id)
    reason = escape.one_line(rendering.unmet(result, lang))
    if result.outcome is OutcomeKind.ERROR:
        case.add_error_info(reason, None, "rule-error")
    elif result.outcome in _SKIPPED:
        word = wording.OUTCOMES[result.outcome.value].of(lang)
        case.add_skipped_info(reason if reason == word else f"{word}: {reason}")
    elif verdict.fails(result, run):
        summary = _PLACES.of(lang).format(rule.failed.of(lang), len(tally.standing(result.findings)))
        case.add_failure_info(escape.one_line(summary), _listing(run, result, lang), _loudest(result))
    elif result.outcome is OutcomeKind.WAIVED and not result.findings:
        case.stdout = _WAIVED.of(lang).format(reason)
    else:
        case.stdout = _listing(run, result, lang)
    return case


def _case(name: str) -> TestCase:
    return TestCase(name)


def _loudest(result: RuleResult) -> str:
    severities = (finding.severity for finding in tally.standing(result.findings))
    return max(severities, key=lambda severity: severity.rank).value


def _listing(run: Run, result: RuleResult, lang: str) -> str:
    return "\n".join(line for finding in result.findings for line in _lines(run, finding, lang))


def _lines(run: Run, finding: Finding, lang: str) -> Iterator[str]:
    said = f"[{rendering.severity(finding, lang)}] {escape.one_line(rendering.located(run, finding, lang))}"
    yield said if finding.waived is None else _WAIVED.of(lang).format(said)
    for one in finding.evidence:
        yield f"  > {escape.one_line(one.quote)}"
    yield f"  {escape.one_line(rendering.bases(run, finding, lang))}"
    yield f"  -> {escape.one_line(rendering.suggestion(run, finding, lang))}"
    if finding.waived is not None:
        yield _REASON.of(lang).format(escape.one_line(finding.waived))
