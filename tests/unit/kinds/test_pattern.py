from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import Span, kinds
from checker.model.document import Table
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand, UnderstandFragment

REPORT = """某局2017年政府信息公开工作年度报告
特此函报。
一、主动公开情况
特此函报。
二、依申请公开情况
特此函报。
"""


def seen(report: Report, *patterns: str, **given: Any) -> list[Observation]:
    kind = kinds.load("pattern")
    return list(kind.observe(kinds.bind(kind, {"patterns": list(patterns), **given}), report))


def words(report: Report, *patterns: str, **given: Any) -> list[str]:
    found = seen(report, *patterns, **given)
    return [report.text[slice(*one.spans[0])] for one in found if isinstance(one, Broken)]


@pytest.fixture
def report(understand_fragment: UnderstandFragment) -> Report:
    return understand_fragment("公开信息5条，信息6条。《信息7条》和“信息8条”。信息９条。", "proactive")


def test_every_match_is_told_in_reading_order(report: Report) -> None:
    assert words(report, "信息[0-9]条") == ["信息5条", "信息6条", "信息９条"]


def test_a_text_without_the_words_holds(report: Report) -> None:
    assert seen(report, "申请") == [Held()]


def test_a_named_group_is_what_is_pointed_at(report: Report) -> None:
    assert words(report, "信息(?P<words>[56])条|信息9(?P<unit>条)") == ["5", "6", "条"]


def test_without_a_named_group_that_took_part_the_whole_match_is_pointed_at(report: Report) -> None:
    assert words(report, "(公开)信息5|(?P<words>甲)") == ["公开信息5"]


def test_each_place_is_told_once_the_longest_first(report: Report) -> None:
    assert words(report, "信息5", "公开信息5条", "公开信息5", "5条") == ["公开信息5条"]


def test_a_match_of_nothing_is_none(report: Report) -> None:
    assert seen(report, "申?") == [Held()]


def test_a_find_is_excused_by_words_in_its_sentence_alone(report: Report) -> None:
    assert words(report, "信息[0-9]条", unless=["6条"]) == ["信息９条"]


def test_titles_and_quotations_are_found_in_the_whole_text_alone(report: Report) -> None:
    assert words(report, "信息[78]条") == []
    assert words(report, "信息[78]条", where="text") == ["信息7条", "信息8条"]


def test_a_find_counts_in_the_sections_named(report: Report) -> None:
    assert words(report, "信息5", sections=["proactive", "fees"]) == ["信息5"]
    assert seen(report, "信息5", sections=["fees"]) == [Held()]


def test_the_tables_of_the_file_are_no_prose(report: Report) -> None:
    tables = (Table(0, 6, 1, 1, ()), Table(11, 12, 1, 1, ()))
    tabled = report._replace(document=report.document._replace(tables=tables))
    assert words(tabled, "信息[0-9]条") == ["信息6条", "信息９条"]
    assert words(tabled, "信息5条", where="text") == ["信息5条"]


@pytest.mark.parametrize(
    ("at", "lines"), [("anywhere", [1, 3, 5]), ("introduction", [1]), ("end", [5]), ("edges", [1, 5])]
)
def test_a_find_counts_in_its_area(at: str, lines: list[int], understand: Understand) -> None:
    report = understand(REPORT)
    found = [one.spans[0].start for one in seen(report, "特此函报", at=at) if isinstance(one, Broken)]
    assert [report.text.count("\n", 0, start) for start in found] == lines


def test_a_text_without_headings_is_introduction_and_end(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("特此函报。")
    assert words(report, "特此函报", at="edges") == ["特此函报"]


def test_the_values_given_are_those_promised_to_messages(report: Report) -> None:
    kind = kinds.load("pattern")
    (broken,) = seen(report, "信息5")
    assert isinstance(broken, Broken)
    assert broken.spans == (Span(2, 5),)
    assert set(broken.values) == kind.placeholders(kinds.bind(kind, {"patterns": ["信息5"]}))


@pytest.mark.parametrize(
    ("number", "found"), [("110101199001010015", 1), ("44030519700101006X", 1), ("110101199001010016", 0)]
)
def test_an_identity_number_is_known_by_its_check_digit(
    understand_fragment: UnderstandFragment, number: str, found: int
) -> None:
    report = understand_fragment(f"身份证号{number}。", "proactive")
    assert len(words(report, r"\d{17}[\dX]", checked="identity_number", where="text")) == found


def fixed(report: Report, *patterns: str, **given: Any) -> str:
    text = report.text
    fixes = [fix for one in seen(report, *patterns, **given) if isinstance(one, Broken) for fix in one.fixes]
    for span, replacement in sorted(fixes, reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "pattern", "fix", "expected"),
    [
        ("登录www. abc. cn查阅。", r"www\.(?P<gap> )?abc\.(?P<gap> )?cn", {"gap": ""}, "登录www.abc.cn查阅。"),
        ("某发[2017]5号。", r"(?P<open>\[)2017(?P<close>\])", {"open": "〔", "close": "〕"}, "某发〔2017〕5号。"),
        ("公开，信息。", "公开(?P<other>,)", {"comma": "、"}, "公开，信息。"),
    ],
)
def test_every_place_of_a_group_with_a_fix_is_replaced(
    understand_fragment: UnderstandFragment, text: str, pattern: str, fix: dict[str, str], expected: str
) -> None:
    assert fixed(understand_fragment(text), pattern, fix=fix, where="text") == expected


def test_a_group_with_a_fix_is_not_what_is_pointed_at(report: Report) -> None:
    assert words(report, "(?P<wrong>公开)(?P<words>信息5)", fix={"wrong": "发布"}) == ["信息5"]
    assert words(report, "(?P<wrong>公开)信息5", fix={"wrong": "发布"}) == ["公开信息5"]


def test_more_finds_than_are_told_singly_make_one_finding(report: Report) -> None:
    (broken,) = [one for one in seen(report, "信息[0-9]", singly=2) if isinstance(one, Broken)]
    assert [report.text[slice(*span)] for span in broken.spans] == ["信息5", "信息6", "信息９"]
    assert broken.values == {"words": "信息5", "count": 3}


def test_so_many_finds_as_are_told_singly_stay_apart(report: Report) -> None:
    found = [one for one in seen(report, "信息[0-9]", singly=3) if isinstance(one, Broken)]
    assert [one.values["count"] for one in found] == [1, 1, 1]


def test_a_finding_of_very_many_places_points_at_the_first(understand_fragment: UnderstandFragment) -> None:
    (broken,) = seen(understand_fragment("信息5。" * 40), "信息5", singly=1, fix={"never": ""})
    assert isinstance(broken, Broken)
    assert (len(broken.spans), broken.values["count"]) == (10, 40)


@pytest.mark.parametrize(
    ("text", "found"),
    [("甲,乙，丙，丁。", ["甲,乙"]), ("甲,乙，丙,丁。", []), ("甲,乙。", []), ("甲，乙。", [])],
)
def test_finds_break_the_rule_where_another_form_is_usual(
    understand_fragment: UnderstandFragment, text: str, found: list[str]
) -> None:
    assert words(understand_fragment(text), "甲,乙|丙,丁", usual="，", where="written") == found


def test_the_number_of_usual_places_is_given_to_messages(understand_fragment: UnderstandFragment) -> None:
    (broken,) = seen(understand_fragment("甲,乙，丙，丁。"), "甲,乙", usual="，", where="written")
    assert isinstance(broken, Broken)
    assert broken.values == {"words": "甲,乙", "others": 2}


def test_widths_are_kept_in_the_text_as_written(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("甲，乙（丙）。")
    assert words(report, "，乙（", where="written") == ["，乙（"]
    assert words(report, "，乙（", where="text") == []


def test_page_furniture_is_not_in_the_text_as_written(understand: Understand) -> None:
    text = REPORT + "责任编辑：特此函报\n打印本页 关闭窗口\n"
    assert words(understand(text), "责任编辑", where="written") == words(understand(text), "责任编辑", where="text")


@pytest.mark.parametrize(
    ("needs", "found"),
    [
        ("乙", ["信息1", "信息2"]),
        ("丁", ["信息4"]),
        ("乙丁", ["信息1", "信息2", "信息4"]),
        ("戊", []),
        ("", list("1234")),
    ],
)
def test_a_pattern_with_needs_is_looked_for_in_lines_that_have_them(
    understand_fragment: UnderstandFragment, needs: str, found: list[str]
) -> None:
    report = understand_fragment("信息1甲乙。信息2。\n信息3丙。\n丁信息4")
    expected = found if needs else [f"信息{number}" for number in found]
    assert words(report, r"信息\d", needs=[needs]) == expected


def test_what_stands_before_a_line_and_its_end_are_seen_there(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("甲。\n乙信息\n丙")
    assert words(report, r"(?<=\n)乙信息$", needs=["乙"]) == ["乙信息"]


def test_needs_are_given_for_every_pattern_or_none() -> None:
    kind = kinds.load("pattern")
    with pytest.raises(ValueError, match="needs: 1 for 2 patterns"):
        kind.placeholders(kinds.bind(kind, {"patterns": ["甲", "乙"], "needs": ["甲"]}))


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [("丙", ["公开甲乙丙丁戊"]), ("，", ["公开甲乙丙丁戊，公开己"]), ("甲|己", ["公开甲乙丙丁戊", "公开己"])],
)
def test_the_clauses_on_both_sides_are_shown(
    understand_fragment: UnderstandFragment, pattern: str, shown: list[str]
) -> None:
    report = understand_fragment("全年，公开甲乙丙丁戊，公开己。\n其他。")
    found = [one for one in seen(report, pattern, shown="clauses", where="written") if isinstance(one, Broken)]
    assert [report.text[slice(*one.spans[0])] for one in found][-len(shown) :] == shown


def test_neighbouring_clauses_of_one_finding_are_shown_together(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开甲，公开乙。公开丙。")
    (broken,) = [one for one in seen(report, "[甲乙丙]", shown="clauses", singly=1) if isinstance(one, Broken)]
    assert [report.text[slice(*span)] for span in broken.spans] == ["公开甲，公开乙。公开丙"]
