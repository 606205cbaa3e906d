from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from docx.oxml.ns import qn

from checker import load_ruleset, readers, reporters
from checker.model.document import Span
from checker.model.result import Policy
from checker.pipeline import check_bytes, make_run
from tests.reporters.conftest import faulty, skipped, unreadable, waived
from tests.reporters.wordfiles import (
    anchored,
    annotated,
    clerk_file,
    commented,
    opened,
    paragraph_texts,
    parts,
    result_of,
    run_of,
    saved,
)

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.model.result import DocumentResult

CASES = yaml.safe_load((Path(__file__).parent / "docx_anchors.yaml").read_text(encoding="utf-8"))
ALL_BODIES = "".join(case["body"] for case in CASES)
BLANK_CELL = (
    '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr>'
    "<w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset()


def annotated_by(result: DocumentResult, ruleset: Ruleset) -> bytes:
    run = make_run([result], ruleset, Policy())
    content = reporters.load_documents("docx").of_report(run, result, None, lang="zh")
    assert content is not None
    return content


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_comment_goes_around_the_exact_words(case: dict[str, Any]) -> None:
    document = commented(case["body"], *case["at"])
    assert anchored(document) == case.get("around", case["at"])


def test_nothing_but_comments_is_added() -> None:
    data = clerk_file(ALL_BODIES)
    before = opened(data)
    content = annotated(result_of(data, *(case["at"][0] for case in CASES)), data)
    after = opened(content)
    assert paragraph_texts(after) == paragraph_texts(before)
    assert next(one.text for one in after.comments) == "请张科长过目"
    assert len(after.comments) == len(before.comments) + 1 + len(CASES)
    changed = {"word/document.xml", "word/comments.xml"}
    old, new = parts(data), parts(content)
    assert old.keys() == new.keys()
    assert {name for name in old if old[name] != new[name]} == changed


def test_runs_that_are_cut_keep_their_look() -> None:
    body = '<w:p><w:r><w:rPr><w:b/><w:sz w:val="44"/></w:rPr><w:t>申请4321件</w:t></w:r></w:p>'
    runs = commented(body, "4321").paragraphs[1].runs
    assert [(run.text, run.bold, run.font.size.pt) for run in runs if run.text] == [
        ("申请", True, 22),
        ("4321", True, 22),
        ("件", True, 22),
    ]


def test_a_blank_cell_is_commented_itself() -> None:
    data = clerk_file(BLANK_CELL)
    document = readers.read_bytes(data, "a.docx")
    (table,) = document.tables
    blank = next(cell for cell in table.cells if cell.start == cell.end and cell.columns == 2)
    result = result_of(data, Span(blank.start, blank.start))
    marks = list(opened(annotated(result, data)).element.body.iter(qn("w:commentRangeStart")))
    cell = marks[-1].getparent().getparent()
    assert cell.tag == qn("w:tc")
    assert cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") is not None


def test_a_second_check_replaces_the_comments_of_the_first() -> None:
    data = clerk_file(CASES[0]["body"])
    once = annotated(result_of(data, "今年"), data)
    twice = opened(annotated(result_of(once, "2017年）"), once))
    assert anchored(twice) == ["2017年）"]
    assert sorted(one.author for one in twice.comments) == ["ogi-checker", "ogi-checker", "李四"]
    assert len(list(twice.element.body.iter(qn("w:commentReference")))) == 3


def test_the_same_input_gives_the_same_bytes_without_a_clock() -> None:
    data = clerk_file(ALL_BODIES)
    result = result_of(data, "今年")
    content = annotated(result, data)
    assert content == annotated(result, data)
    assert all(one.timestamp is None for one in opened(content).comments if one.author == "ogi-checker")


def test_comments_bear_the_day_of_the_report() -> None:
    day = datetime(2018, 1, 1, tzinfo=UTC)
    assert {one.timestamp for one in opened(annotated(faulty(), None)).comments} == {day}


def test_a_comment_says_what_was_found_on_which_basis_and_what_to_do() -> None:
    texts = [one.text for one in opened(annotated(faulty(), None)).comments]
    plan = next(text for text in texts if "TIME-PLAN" in text)
    assert plan.split("\n") == [
        "3. ［错误］计划中写了报告年度（TIME-PLAN）",
        "说明：“今年(2017年)”应指 2018 年，写成了 2017 年",
        "对照：“咸阳市2017年”（第1行 第1列）",
        "改法：“2017”改为“2018”",
        "建议：2018年",
        "依据：《政府信息公开条例》（国务院令第492号）第三十二条第（三）项［法定］；算术与历法",
        "指纹：time-plan-0",
    ]


def test_the_comment_at_the_title_sums_up() -> None:
    first = next(iter(opened(annotated(faulty(), None, "en")).comments)).text
    assert "Score: 77.04-77.38  Grade: C" in first
    assert "Errors 2, warnings 1, infos 2; likely ones: 3" in first
    assert "Gates failed: Fees are missing" in first
    assert "not the original" in first


def test_a_waived_finding_has_no_comment() -> None:
    document = opened(annotated(waived(), None))
    assert len(document.comments) == 2
    assert "已豁免 2 处" in next(iter(document.comments)).text


def test_a_text_becomes_a_document_with_the_same_comments() -> None:
    document = opened(annotated(faulty(), None))
    assert "今年(2017年)" in anchored(document)
    assert "58603条|含\ufffd[31m红字\ufffd<b>粗体</b>" in anchored(document)


def test_a_document_made_of_text_has_title_and_headings(ruleset: Ruleset) -> None:
    text = "江平市2017年政府信息公开工作年度报告\n一、概述\n（一）加强领导。全市上下一心。\n二、主动公开政府信息情况\n公开100条。"
    result = check_bytes(text.encode(), "a.txt", ruleset)
    made = [(one.style.name, one.text[:4]) for one in opened(annotated_by(result, ruleset)).paragraphs]
    assert made == [
        ("Title", "江平市2"),
        ("Heading 1", "一、概述"),
        ("Normal", "（一）加"),
        ("Heading 1", "二、主动"),
        ("Normal", "公开10"),
    ]


def test_a_table_is_built_with_its_merged_cells() -> None:
    markdown = (
        "<table><tr><td rowspan='2'>甲</td><td colspan='2'>乙</td></tr><tr><td>201</td><td></td></tr></table>"
    ).encode()
    result = result_of(markdown, "201", name="a.html")
    document = opened(annotated(result, markdown))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["甲", "乙", "乙"], ["甲", "201", ""]]
    assert anchored(document) == ["201"]


def test_a_file_that_changed_since_it_was_read_is_left_alone() -> None:
    data = clerk_file(CASES[0]["body"])
    document = opened(annotated(result_of(data, "今年"), data + b"\0"))
    assert "不是原件" in next(iter(document.comments)).text


def test_macros_are_left_out_and_the_document_stays() -> None:
    plain, macros = "document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = clerk_file(CASES[0]["body"])
    main = opened(data).part
    main._content_type = macros  # noqa: SLF001 - python-docx writes no document with macros
    document = opened(data)
    document.part._content_type = macros  # noqa: SLF001 - as above
    macro_file = saved(document)
    after = opened(annotated(result_of(macro_file, "今年", name="a.docm"), macro_file))
    assert after.part.content_type.endswith(plain)
    assert anchored(after) == ["今年"]
    assert "不是原件" not in next(one.text for one in after.comments if one.author == "ogi-checker")


def test_what_is_no_report_gives_no_document() -> None:
    of_report = reporters.load_documents("docx").of_report
    for result in (unreadable(), skipped()):
        assert of_report(run_of(result), result, None, lang="zh") is None


def test_comments_of_one_rule_are_bounded_and_the_rest_is_counted() -> None:
    data = ("报告\n" + "按装\n" * 150).encode()
    found = [Span(3 + 3 * number, 5 + 3 * number) for number in range(150)]
    document = opened(annotated(result_of(data, *found, name="a.txt"), data))
    assert len(document.comments) == 101
    assert "另有 50 处没有批注" in next(iter(document.comments)).text
