from __future__ import annotations

from dataclasses import replace
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
    tabled = replace(report, document=replace(report.document, tables=tables))
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
