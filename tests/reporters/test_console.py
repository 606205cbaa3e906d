from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from checker import reporters
from checker.model.document import Note
from checker.model.result import OutcomeKind, Policy, RuleResult, Status
from checker.reporters.terminal.width import cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]

ANSI = re.compile("\x1b\\[[0-9;]*m")


def render(run: Run, lang: str = "zh", width: int = 80, *, colour: bool = False) -> str:
    return reporters.load("console").render(run, lang=lang, width=width, colour=colour)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [0, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(run: Run, lang: str, width: int) -> None:
    lines = render(run, lang, width).splitlines()
    assert max(map(cells, lines)) <= max(width, 60)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_colour_no_control_character_reaches_the_terminal(run: Run, lang: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufffe]", render(run, lang))


def test_with_colour_only_our_own_sequences_reach_the_terminal(run: Run) -> None:
    text = render(run, colour=True)
    assert ANSI.search(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", ANSI.sub("", text))


def test_every_coloured_line_ends_in_plain(run: Run) -> None:
    coloured = [line for line in render(run, width=44, colour=True).splitlines() if "\x1b" in line]
    assert all(ANSI.findall(line)[-1] == "\x1b[0m" for line in coloured)


def test_colour_changes_no_word(run: Run) -> None:
    bare = ANSI.sub("", render(run, width=4000, colour=True))
    assert bare == re.sub("【(.*)】", r"\1", render(run, width=4000))


def test_quoted_words_are_marked_in_their_context(run: Run) -> None:
    assert "今年(2017年),我市将继续推进“网站”建设，【按装】设备。" in render(run)


def test_places_beyond_the_limit_are_counted(run: Run) -> None:
    text = render(run)
    assert text.count("[警告] WORD-TYPO") == 22
    assert "WORD-TYPO：另有 5 处未列出" in text


def test_the_most_urgent_are_three_different_rules_and_the_gate_comes_first(run: Run) -> None:
    block = render(run, "en", 200).split("The most urgent 3\n")[1].splitlines()[:3]
    assert [line.split(": ")[0] for line in block] == [
        "1. absent",
        "2. line 5, column 1 · improvements",
        "3. line 5, column 25 · improvements",
    ]


def test_few_findings_have_no_list_of_the_most_urgent(results: Results, run_of: Callable[..., Run]) -> None:
    faulty = results["faulty"]
    assert "最要紧" not in render(run_of(faulty._replace(results=faulty.results[1:])))


def test_many_documents_give_the_summary_alone_with_every_file(many: Run) -> None:
    text = render(many, width=120)
    assert "说明：" not in text
    assert all(f"reports/{number:03}.txt" in text for number in range(30))
    assert "共 33 个文件：通过 30，未通过 2，无法读取 1，未检查 0，跳过 0" in text


def test_the_reason_and_the_way_out_are_given_for_an_unreadable_file(run: Run) -> None:
    assert "reports/005.docx: 文件已加密\n处理办法：去掉密码后再试\n" in render(run)


def test_a_crash_is_the_programs_trouble_not_the_reports(run: Run) -> None:
    text = render(run)
    assert "程序问题（与报告内容无关）：FORM-MARK 规则运行出错（KeyError）" in text
    assert "有规则运行出错：FORM-MARK" in text


def test_rules_that_could_not_be_told_are_grouped_by_reason(results: Results, run_of: Callable[..., Run]) -> None:
    reason = Note("报告年度不明，未作检查", "not checked: the report year is unknown")
    unknown = tuple(RuleResult(f"R-{number:02}", OutcomeKind.UNDETERMINED, reason=reason) for number in range(15))
    result = results["clean"]._replace(status=Status.YEAR_UNKNOWN, results=unknown, score=None)
    text = render(run_of(result, policy=Policy()), width=400)
    assert "未能判断（15 条规则）：R-00、" in text
    assert "R-11 等 15 条（报告年度不明，未作检查）" in text
    assert "状态：报告年度不明" in text


def test_a_long_quote_shows_its_ends_and_further_quotes_are_counted(run: Run) -> None:
    faulty = run.results[0]
    plan = next(one for one in faulty.results if one.rule == "TIME-PLAN")
    long = plan.findings[0].evidence[0]._replace(quote="甲" * 200 + "乙" * 200)
    found = plan.findings[0]._replace(evidence=(long,) * 5)
    text = render(run._replace(results=(faulty._replace(results=(plan._replace(findings=(found,)),)),)), width=400)
    assert f"【{'甲' * 60} … {'乙' * 60}】" in text
    assert "原文：（另有 2 处引文）" in text


def test_a_finding_without_place_or_topic_stands_in_its_section(run: Run) -> None:
    faulty = run.results[0]
    fees = next(one for one in faulty.results if one.rule == "SEC-FEES")
    found = fees.findings[0]._replace(about=None)
    text = render(run._replace(results=(faulty._replace(results=(fees._replace(findings=(found,)),)),)))
    assert "  位置：收费及减免\n" in text


def test_the_summary_lists_ten_kinds_of_fault_and_counts_the_rest(run: Run) -> None:
    faulty, rule = run.results[0], run.rules["WORD-TYPO"]
    typo = next(one for one in faulty.results if one.rule == "WORD-TYPO")
    names = [f"W-{number:02}" for number in range(13)]
    failed = tuple(typo._replace(rule=name, findings=(typo.findings[0]._replace(rule=name),)) for name in names)
    rules = {**run.rules, **{name: rule._replace(id=name) for name in names}}
    text = render(run._replace(rules=rules, results=(faulty._replace(results=failed), run.results[1])), width=200)
    assert "另有 3 种问题未列出" in text


def test_a_file_whose_process_died_is_unreadable_all_the_same(run: Run) -> None:
    died = run.results[3]._replace(error=None)
    assert "reports/005.docx: 无法读取" in render(run._replace(results=(died,)))
