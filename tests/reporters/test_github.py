from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from checker import reporters
from checker.model.document import Location, Span
from checker.model.result import Policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<given>[^:]*)::(?P<words>.*)")
NASTY = "a,b:c%0A,line=7::error::x\r\n::stop-commands::y ##[error]z\x1b\u202e报告 1.txt"


class Command(NamedTuple):
    name: str
    given: dict[str, str]
    words: str


def commands(run: Run, lang: str = "en") -> list[Command]:
    """Read the lines as the runner does."""
    text = reporters.load("github").render(run, lang=lang, width=0, colour=False)
    assert text.endswith("\n")
    found = [COMMAND.fullmatch(line) for line in text.split("\n")[:-1]]
    return [
        Command(one["name"], given(one["given"]), decoded(one["words"])) for one in found if one is not None or 1 / 0
    ]


def given(text: str) -> dict[str, str]:
    pairs = (pair.split("=", 1) for pair in text.split(","))
    return {key: decoded(value.replace("%3A", ":").replace("%2C", ",")) for key, value in pairs}


def decoded(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_commands_are_the_golden_file(lined: Run, golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"github-{lang}.txt", reporters.load("github").render(lined, lang=lang, width=0, colour=False))


def test_every_standing_finding_is_an_annotation_loudest_first(run: Run) -> None:
    found = [one for one in commands(run) if "line" in one.given]
    standing = [one for result in run.results for one in result.findings if one.waived is None]
    assert len(found) == len(standing)
    assert [one.name for one in found] == ["error"] * 2 + ["warning"] * 27 + ["notice"] * 2


def test_an_annotation_has_file_place_rule_and_words(lined: Run) -> None:
    (slip,) = (one for one in commands(lined, "zh") if one.given["title"].startswith("TIME-PLAN"))
    assert slip.given == {
        "file": "reports/002 <咸阳|草稿>.txt",
        "line": "5",
        "col": "1",
        "endColumn": "10",
        "title": "TIME-PLAN 计划中写了报告年度",
    }
    assert slip.words.startswith("[错误] 第5行 第1列 · 改进措施：“今年(2017年)”应指 2018 年")
    assert "\n建议：2018年\n依据：" in slip.words


def test_what_is_absent_stands_in_the_first_line(run: Run) -> None:
    fees = next(one for one in commands(run) if one.given["title"].startswith("SEC-FEES"))
    assert (fees.given["line"], "col" in fees.given) == ("1", False)


def test_what_is_waived_is_counted_and_not_annotated(results: Results, run_of: Callable[..., Run]) -> None:
    found = commands(run_of(results["waived"]))
    assert [one.given["title"].split()[0] for one in found] == ["WORD-TYPO", "annual"]
    assert found[-1].words.endswith("waived or known 2")


def test_no_name_or_word_of_a_document_becomes_a_command(results: Results, run_of: Callable[..., Run]) -> None:
    faulty = results["faulty"]
    (first, *others) = faulty.results
    hostile = first._replace(findings=tuple(one._replace(values={"mark": NASTY}) for one in first.findings))
    run = run_of(faulty._replace(name=NASTY, results=(hostile, *others)))
    text = reporters.load("github").render(run, lang="en", width=0, colour=False)
    assert "##[" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    named = {one.given["file"] for one in commands(run) if "file" in one.given}
    assert named == {"a,b:c%0A,line=7::error::x\\x0d ::stop-commands::y ## [error]z\\x1b\\u202e报告 1.txt"}
    marked = next(one for one in commands(run) if one.given["title"].startswith("FORM-MARK"))
    assert "::stop-commands::y ## [error]z" in marked.words


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("unreadable", "unreadable file", "the file is encrypted remove the password and try again"),
        ("crashed", "a rule crashed, whatever the report says", "FORM-MARK: the rule crashed (KeyError)"),
    ],
)
def test_what_fails_without_being_a_finding_is_an_error(
    results: Results, run_of: Callable[..., Run], name: str, title: str, words: str
) -> None:
    first = commands(run_of(results[name]))[0]
    assert (first.name, first.given["title"], first.words) == ("error", title, words)
    assert first.given["file"] == results[name].name


def test_a_score_too_low_is_an_error(results: Results, run_of: Callable[..., Run]) -> None:
    run = run_of(results["crashed"], policy=Policy("error", 60))
    assert "the score is 59.5-90, required is 60" in [one.words for one in commands(run)]


def test_columns_are_left_out_where_the_file_has_none(results: Results, run_of: Callable[..., Run]) -> None:
    faulty = results["faulty"]
    (plan,) = (one for one in faulty.results if one.rule == "TIME-PLAN")
    (finding,) = plan.findings
    (one,) = finding.evidence
    for location in (Location(9, 2, running=True), Location(9, 2, page=1), Location(page=2)):
        moved = finding._replace(evidence=(one._replace(location=location),))
        run = run_of(faulty._replace(results=(plan._replace(findings=(moved,)),)))
        where = commands(run)[0].given
        assert (where["line"], "col" in where) == (str(location.line or 1), False)


def test_words_over_two_lines_have_no_columns(lined: Run) -> None:
    faulty = lined.results[0]
    (plan,) = (one for one in faulty.results if one.rule == "TIME-PLAN")
    (finding,) = plan.findings
    long = finding.evidence[0]._replace(span=Span(0, finding.evidence[0].span.end), location=Location(1, 1))
    moved = plan._replace(findings=(finding._replace(evidence=(long,)),))
    assert "col" not in commands(lined._replace(results=(faulty._replace(results=(moved,)),)))[0].given


def test_the_last_line_counts(run: Run, run_of: Callable[..., Run]) -> None:
    last = commands(run)[-1]
    assert (last.name, last.given) == ("notice", {"title": "annual reports checked"})
    assert last.words == (
        "passed 2, failed 2, unreadable 1, not checked 0, skipped 1; errors 2, warnings 27, infos 2, waived or known 2"
    )
    assert len(commands(run_of())) == 1
