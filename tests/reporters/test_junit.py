from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xmlschema

from checker import reporters
from checker.model.result import Policy
from checker.model.rule import RuleStatus
from checker.verdict import ExitCode, exit_code

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]

SCHEMA = Path(__file__).parent.parent / "data" / "junit-common.xsd"
POLICIES = [Policy(fail_on, least) for fail_on in ("error", "warning", "info", "never") for least in (None, 0, 60, 100)]
NASTY = "a\x00\x0b\x1b[31m\x85\ud800\ufffe\uffff\U0001fffe]]><b>&\r\n\t“”"


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMA)


def parsed(run: Run, lang: str = "zh") -> ET.Element:
    return ET.fromstring(render(run, lang).encode())  # noqa: S314 - our own output


def render(run: Run, lang: str = "zh") -> str:
    return reporters.load("junit").render(run, lang=lang, width=0, colour=False)


def suites(root: ET.Element) -> list[ET.Element]:
    return [root] if root.tag == "testsuite" else list(root)


def case(run: Run, suite: int, name: str) -> ET.Element:
    cases = {one.attrib["name"]: one for one in suites(parsed(run, "en"))[suite].iter("testcase")}
    return next(one for title, one in cases.items() if title.split()[0] == name)


def test_the_document_keeps_to_what_all_consumers_take(run: Run, schema: xmlschema.XMLSchema) -> None:
    root = parsed(run)
    assert [str(error) for error in schema.iter_errors(root)] == []
    assert all(schema.is_valid(suite) for suite in root)


def test_one_report_is_a_lone_suite_as_surefire_wants_it(
    results: Results, run_of: Callable[..., Run], schema: xmlschema.XMLSchema
) -> None:
    root = parsed(run_of(results["faulty"]))
    assert root.tag == "testsuite"
    assert schema.is_valid(root)


@pytest.mark.parametrize("change", ["disabled", "time", "skipped"])
def test_what_junit_xml_would_write_is_refused(run: Run, schema: xmlschema.XMLSchema, change: str) -> None:
    root = parsed(run)
    if change == "disabled":
        root[0].attrib["disabled"] = "0"
    elif change == "time":
        del root[0].find("testcase").attrib["time"]  # type: ignore[union-attr]
    else:
        next(root.iter("skipped")).attrib["type"] = "skipped"
    assert not schema.is_valid(root)


def test_text_that_is_no_xml_is_written_out_not_dropped(
    results: Results, run_of: Callable[..., Run], schema: xmlschema.XMLSchema
) -> None:
    root = parsed(run_of(results["clean"]._replace(name=NASTY)))
    assert schema.is_valid(root)
    assert suites(root)[0].attrib["name"] == "a\\x00\\x0b\\x1b[31m\\x85\\ud800\\ufffe\\uffff\\U0001fffe]]><b>&\\x0d “”"


def test_a_file_named_twice_has_two_suites(results: Results, run_of: Callable[..., Run]) -> None:
    root = parsed(run_of(results["clean"], results["clean"]))
    assert [suite.attrib["name"] for suite in root] == ["reports/003.txt", "reports/003.txt (2)"]


@pytest.mark.parametrize("policy", POLICIES, ids=lambda one: f"{one.fail_on}-{one.min_score}")
@pytest.mark.parametrize("name", ["faulty", "clean", "crashed", "unreadable", "skipped"])
def test_junit_and_the_exit_code_agree(results: Results, run_of: Callable[..., Run], name: str, policy: Policy) -> None:
    run = run_of(results[name], policy=policy)
    root = parsed(run)
    assert bool(list(root.iter("failure")) + list(root.iter("error"))) == (exit_code(run) is not ExitCode.PASSED)


def test_a_draft_rule_lists_its_findings_and_fails_nothing(run: Run) -> None:
    draft = run.rules["TIME-PLAN"]._replace(status=RuleStatus.DRAFT)
    drafted = run._replace(rules={**run.rules, "TIME-PLAN": draft})
    assert "今年" in case(drafted, 0, "TIME-PLAN").findtext("system-out", "")
    assert case(run, 0, "TIME-PLAN").find("failure") is not None


def test_a_warning_below_the_threshold_passes_and_is_listed(run: Run) -> None:
    typo = case(run, 0, "WORD-TYPO")
    assert typo.find("failure") is None
    assert "“按装” is probably meant to be “安装”" in typo.findtext("system-out", "")


@pytest.mark.parametrize(
    ("suite", "name", "tag", "words"),
    [
        (0, "gate", "failure", "SEC-FEES"),
        (0, "NAME-ISSUER", "skipped", "the issuer is not recognised"),
        (2, "FORM-MARK", "error", "KeyError"),
        (2, "NAME-ISSUER", "skipped", "not applicable"),
        (2, "TIME-PLAN", "skipped", "a rule it builds on failed"),
        (2, "min-score", "failure", "is below the required 60"),
        (3, "readable", "error", "encrypted"),
        (4, "readable", "skipped", "not an annual report"),
    ],
)
def test_what_fails_or_was_not_checked_says_so(run: Run, suite: int, name: str, tag: str, words: str) -> None:
    element = case(run, suite, name).find(tag)
    assert element is not None
    assert words in element.attrib["message"]


def test_the_least_score_is_a_case_only_where_one_is_asked_for(results: Results, run_of: Callable[..., Run]) -> None:
    root = parsed(run_of(results["clean"], policy=Policy()), "en")
    assert "min-score" not in {one.attrib["name"] for one in root.iter("testcase")}


def test_a_report_without_a_score_skips_what_asks_for_one(results: Results, run_of: Callable[..., Run]) -> None:
    run = run_of(results["clean"]._replace(score=None))
    assert case(run, 0, "gate").find("skipped") is not None
    assert case(run, 0, "min-score").find("skipped") is not None
