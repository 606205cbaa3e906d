from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from checker import baseline, reporters
from checker.model.document import Block, BlockKind, Location, Span
from checker.model.result import Fix, OutcomeKind, RuleResult
from checker.model.rule import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]
Data = dict[str, Any]

SCHEMA = json.loads((Path(__file__).parent.parent / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
NASTY = "a\x00\x0b\x1b[31m\x85\ud800\ufffe\uffff\U0001fffe]]><b>&\r\n\t“”"
REFERENCE = re.compile(r"(?:file:///(?:[A-Z]:/)?)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*")  # RFC 3986, and no colon in it


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    return Draft4Validator(SCHEMA)


def render(run: Run, lang: str = "en") -> str:
    return reporters.load("sarif").render(run, lang=lang, width=0, colour=False)


def log(run: Run, lang: str = "en") -> Data:
    made: Data = json.loads(render(run, lang).encode())
    return made


def only(run: Run, lang: str = "en") -> Data:
    (made,) = log(run, lang)["runs"]
    return dict(made)


def said(run: Data) -> list[Data]:
    return list(run["invocations"][0]["toolExecutionNotifications"])


def named(result: DocumentResult, name: str) -> DocumentResult:
    assert result.document is not None
    return result._replace(name=name, document=result.document._replace(name=name))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_log_is_the_golden_file(lined: Run, golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"sarif-{lang}.sarif", render(lined, lang))
    assert render(lined, lang) == render(lined, lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_log_keeps_to_the_standard(
    run: Run, run_of: Callable[..., Run], schema: Draft4Validator, lang: str
) -> None:
    for one in (run, run_of(), *(run_of(result) for result in run.results)):
        assert [error.message for error in schema.iter_errors(log(one, lang))] == []


@pytest.mark.parametrize(
    "broken",
    [
        {"results": [{"ruleId": "SEC-FEES"}]},
        {"results": [{"message": {"text": "a"}, "level": "info"}]},
        {"columnKind": "codePoints"},
        {"tool": {}},
        {"suppressions": []},
    ],
    ids=["no message", "a level there is not", "a column there is not", "no driver", "a key there is not"],
)
def test_a_log_that_does_not_is_refused(run: Run, schema: Draft4Validator, broken: Data) -> None:
    made = log(run)
    made["runs"][0] |= broken
    assert not schema.is_valid(made)


def test_every_result_has_a_file_a_line_and_a_rule_that_is_listed(lined: Run) -> None:
    made = only(lined)
    assert len(made["results"]) == sum(len(result.findings) for result in lined.results) > 0
    for one in made["results"]:
        physical = one["locations"][0]["physicalLocation"]
        file = made["artifacts"][physical["artifactLocation"]["index"]]["location"]
        assert physical["region"]["startLine"] >= 1
        assert file["uri"] == physical["artifactLocation"]["uri"]
        assert made["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        assert one["partialFingerprints"]["ogiChecker/v1"]


def test_a_region_ends_behind_the_words_it_has(lined: Run) -> None:
    (slip,) = (one for one in only(lined)["results"] if one["ruleId"] == "TIME-PLAN")
    region = slip["locations"][0]["physicalLocation"]["region"]
    assert region.pop("snippet") == {"text": "今年(2017年)"}
    assert region == {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 10}
    assert slip["locations"][0]["logicalLocations"] == [
        {"name": "improvements", "fullyQualifiedName": "section/improvements", "kind": "section"}
    ]
    assert [one["physicalLocation"]["region"]["startLine"] for one in slip["relatedLocations"]] == [1]


def test_what_is_absent_stands_in_the_first_line_and_names_its_section(run: Run) -> None:
    fees = next(one for one in only(run, "zh")["results"] if one["ruleId"] == "SEC-FEES")
    (place,) = fees["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 1}
    assert [(one["kind"], one["name"]) for one in place["logicalLocations"]] == [("section", "收费及减免")]


def test_a_file_without_lines_says_page_paragraph_and_cell(results: Results, run_of: Callable[..., Run]) -> None:
    faulty = results["faulty"]
    (plan,) = (one for one in faulty.results if one.rule == "TIME-PLAN")
    (finding,) = plan.findings
    where = Location(28, 3, page=3, cell="T2R2C4", running=True)
    moved = finding._replace(evidence=(finding.evidence[0]._replace(location=where),), related=())
    of = faulty.document
    assert of is not None
    paged = of._replace(blocks=(Block(BlockKind.PARAGRAPH, 0, len(of.text), where),))
    made = only(run_of(faulty._replace(document=paged, results=(plan._replace(findings=(moved,)),))))
    (place,) = made["results"][0]["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 28, "snippet": {"text": "今年(2017年)"}}
    assert [one["fullyQualifiedName"] for one in place["logicalLocations"]] == [
        "page/3",
        "paragraph/28",
        "cell/T2R2C4",
        "section/improvements",
    ]
    assert "fixes" not in made["results"][0]


def test_a_fix_replaces_the_files_own_characters(lined: Run) -> None:
    (fixed,) = (one for one in only(lined)["results"] if "fixes" in one)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 4, "endLine": 5, "endColumn": 8},
            "insertedContent": {"text": "2018"},
        }
    ]


def test_a_fix_across_lines_is_left_out_with_all_that_belongs_to_it(lined: Run) -> None:
    faulty = lined.results[0]
    (plan,) = (one for one in faulty.results if one.rule == "TIME-PLAN")
    (finding,) = plan.findings
    across = plan._replace(findings=(finding._replace(fixes=(*finding.fixes, Fix(Span(18, 25), "x"))),))
    for result, fixed in ((plan, True), (across, False)):
        (made,) = only(lined._replace(results=(faulty._replace(results=(result,)),)))["results"]
        assert ("fixes" in made) == fixed


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("报告/2017 年.txt", "%E6%8A%A5%E5%91%8A/2017%20%E5%B9%B4.txt"),
        ("../a:b#c?d%.txt", "../a%3Ab%23c%3Fd%25.txt"),
        ("/srv/报 告.txt", "file:///srv/%E6%8A%A5%20%E5%91%8A.txt"),
        ("C:/a b.txt", "file:///C:/a%20b.txt"),
        ("C:a.txt", "C%3Aa.txt"),
        ("a\\udcff.txt", "a%5Cudcff.txt"),
    ],
)
def test_names_of_files_are_percent_encoded(results: Results, run_of: Callable[..., Run], name: str, uri: str) -> None:
    (artifact,) = only(run_of(named(results["clean"], name)))["artifacts"]
    assert artifact["location"]["uri"] == uri
    assert ("uriBaseId" in artifact["location"]) == (not uri.startswith("file:"))
    assert unquote(uri).endswith(name)


def test_any_name_makes_a_uri_and_a_file_that_can_be_written(
    results: Results, run_of: Callable[..., Run], schema: Draft4Validator
) -> None:
    hostile = run_of(named(results["faulty"], NASTY), policy=None)
    assert schema.is_valid(log(hostile))
    assert all(REFERENCE.fullmatch(one["location"]["uri"]) for one in only(hostile)["artifacts"])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe]", render(hostile))


def test_a_waiver_is_a_suppression_with_its_reason(run: Run) -> None:
    found = [one["suppressions"] for one in only(run)["results"]]
    assert [one[0] for one in found if one] == [
        {"kind": "external", "status": "accepted", "justification": "另有<收费>|公告\\x1b"},
        {"kind": "external", "status": "accepted", "justification": "人名"},
    ]


def test_what_stands_in_the_baseline_is_unchanged_and_the_rest_is_new(
    results: Results, run_of: Callable[..., Run]
) -> None:
    waived = results["waived"]
    known = tuple(
        one._replace(findings=tuple(found._replace(waived=found.waived and baseline.KNOWN) for found in one.findings))
        for one in waived.results
    )
    made = only(run_of(waived._replace(results=known)))["results"]
    assert [(one["baselineState"], one["suppressions"]) for one in made] == [
        ("unchanged", []),
        ("new", []),
        ("unchanged", []),
    ]


def test_without_a_baseline_nothing_is_said_of_it(run: Run) -> None:
    assert not any("baselineState" in one for one in only(run)["results"])


def test_the_same_words_twice_are_two_results_for_github(run: Run) -> None:
    made = only(run)["results"]
    by_file = [(one["locations"][0]["physicalLocation"]["artifactLocation"]["index"], one) for one in made]
    lines = [(index, one["partialFingerprints"]["primaryLocationLineHash"]) for index, one in by_file]
    assert len(set(lines)) == len(lines) > len({(index, line.split(":")[0]) for index, line in lines})


@pytest.mark.parametrize(
    ("name", "kind", "level", "words"),
    [
        ("crashed", "rule-crashed", "error", "FORM-MARK: the rule crashed (KeyError)"),
        ("unreadable", "unreadable", "error", "the file is encrypted remove the password and try again"),
        ("skipped", "not-checked", "note", "not an annual report"),
        ("faulty", "remark", "note", "read as GBK"),
    ],
)
def test_what_is_no_finding_is_a_notification(  # noqa: PLR0917 - the table's columns
    results: Results, run_of: Callable[..., Run], name: str, kind: str, level: str, words: str
) -> None:
    made = only(run_of(results[name]))
    first = said(made)[0]
    assert (first["descriptor"]["id"], first["level"], first["message"]["text"]) == (kind, level, words)
    assert made["tool"]["driver"]["notifications"][first["descriptor"]["index"]]["id"] == kind
    assert made["invocations"][0]["executionSuccessful"] == (level != "error")


def test_a_crash_names_its_rule(results: Results, run_of: Callable[..., Run]) -> None:
    made = only(run_of(results["crashed"]))
    rule = said(made)[0]["associatedRule"]
    assert made["tool"]["driver"]["rules"][rule["index"]]["id"] == rule["id"] == "FORM-MARK"


def test_every_rule_is_listed_with_its_level_and_help(run: Run) -> None:
    rules = only(run, "zh")["tool"]["driver"]["rules"]
    assert {one["id"]: one["defaultConfiguration"]["level"] for one in rules} == {
        "FORM-MARK": "note",
        "NAME-ISSUER": "warning",
        "SEC-FEES": "error",
        "TIME-PLAN": "error",
        "WORD-TYPO": "warning",
    }
    fees = next(one for one in rules if one["id"] == "SEC-FEES")
    for key in ("text", "markdown"):
        assert "国务院令第492号" in fees["help"][key]
        assert "补写收费及减免情况" in fees["help"][key]


def test_words_are_neither_placeholders_nor_links(results: Results, run_of: Callable[..., Run]) -> None:
    run = run_of(results["clean"])
    fees = run.rules["SEC-FEES"]._replace(message=Bilingual("{{0}}[看](x)", "{{0}}[see](https://x)"))
    failed = RuleResult("SEC-FEES", OutcomeKind.FAIL, 1, findings=results["faulty"].results[2].findings)
    changed = run._replace(
        rules={**run.rules, "SEC-FEES": fees}, results=(results["clean"]._replace(results=(failed,)),)
    )
    assert only(changed)["results"][0]["message"]["text"].startswith("{{0}}[see\\](https://x)\n")


def test_what_is_only_likely_says_so(run: Run) -> None:
    texts = {one["ruleId"]: one["message"]["text"].split("\n")[0] for one in only(run)["results"]}
    assert {id_ for id_, words in texts.items() if words.endswith("(likely: please check)")} == {
        "FORM-MARK",
        "WORD-TYPO",
    }
