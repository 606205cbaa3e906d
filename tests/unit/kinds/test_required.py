from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from checker import Span, kinds
from checker.model.report import Front, FrontState
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

REPORT = """\
某局2017年政府信息公开年度报告
一、主动公开情况
主动公开政府信息15条，对申请人未收取任何费用。
二、公开工作
（一）依申请公开情况
收到申请2件。
某局
2018年3月8日
"""
PARTS = {
    "government": {"zh": "“政府”二字", "en": "government"},
    "work": {"zh": "“工作”二字", "en": "work"},
    "year": {"zh": "年度", "en": "the year"},
}


@pytest.fixture
def report(understand: Understand) -> Report:
    return understand(REPORT)


def seen(report: Report, **given: Any) -> Observation:
    kind = kinds.load("required")
    (observation,) = kind.observe(kinds.bind(kind, given), report)
    return observation


def words(observation: Observation, report: Report) -> list[str]:
    assert isinstance(observation, Broken)
    return [report.text[span.start : span.end] for span in observation.spans]


@pytest.mark.parametrize("section", ["proactive", "applications", "fees"])
def test_a_section_that_is_there_holds_wherever_it_stands(section: str, report: Report) -> None:
    assert seen(report, section=section) == Held()


def test_an_absent_section_is_named_and_has_no_place(report: Report) -> None:
    assert seen(report, section="problems") == Broken(about="problems", section="problems")


def test_a_figure_of_zero_may_tell_a_section_s_content(report: Report) -> None:
    given = {"section": "non_disclosure", "zero_is_told": "applications_received"}
    assert isinstance(seen(report, **given), Broken)
    assert seen(report._replace(figures={"applications_received": Decimal(0)}), **given) == Held()
    assert isinstance(seen(report._replace(figures={}), **given), Broken)


@pytest.mark.parametrize(
    ("section", "placements", "holds"),
    [
        ("proactive", ["own"], True),
        ("proactive", ["own", "nested"], True),
        ("applications", ["own"], False),
        ("applications", ["own", "nested"], True),
        ("fees", ["own", "nested"], False),
        ("fees", ["stated"], True),
    ],
)
def test_a_section_s_placement(section: str, placements: list[str], holds: bool, report: Report) -> None:  # noqa: FBT001
    assert (seen(report, section=section, placements=placements) == Held()) is holds


def test_a_misplaced_section_is_pointed_at_by_its_first_line(report: Report) -> None:
    observation = seen(report, section="applications", placements=["own"])
    assert words(observation, report) == ["（一）依申请公开情况"]
    assert isinstance(observation, Broken)
    assert observation.values == {"heading": "（一）依申请公开情况"}
    assert observation.about == "applications"


def test_a_statement_in_passing_is_pointed_at_as_a_whole(report: Report) -> None:
    observation = seen(report, section="fees", placements=["own", "nested"])
    assert words(observation, report) == ["主动公开政府信息15条，对申请人未收取任何费用。"]


def test_an_item_that_is_there_holds(report: Report) -> None:
    assert seen(report, item="title") == Held()


def test_an_absent_item_is_named(report: Report) -> None:
    assert seen(report, item="period") == Broken(about="period", section="document")
    assert seen(report, item="period", about="title") == Broken(about="title", section="document")


def test_an_item_s_missing_parts_are_named_in_both_languages(report: Report) -> None:
    observation = seen(report, item="title_name", parts=PARTS, about="title")
    assert words(observation, report) == ["某局2017年政府信息公开年度报告"]
    assert isinstance(observation, Broken)
    assert observation.values == {
        "words": "某局2017年政府信息公开年度报告",
        "missing": "“工作”二字",
        "missing_en": "work",
    }
    assert (observation.about, observation.section) == ("title", "document")


def test_several_missing_parts_come_in_the_order_of_the_rule(report: Report) -> None:
    front = {"title_name": Front(FrontState.PARTIAL, None, ("year", "work", "government"))}
    observation = seen(report._replace(front=front), item="title_name", parts=PARTS)
    assert isinstance(observation, Broken)
    assert observation.values["missing"] == "“政府”二字、“工作”二字、年度"
    assert observation.values["missing_en"] == "government, work, the year"
    assert (observation.spans, observation.values["words"]) == ((), "")


def test_parts_that_the_rule_does_not_ask_for_may_be_missing(report: Report) -> None:
    assert seen(report, item="title_name", parts={"year": PARTS["year"]}) == Held()


def test_a_damaged_item_is_not_judged(report: Report) -> None:
    damaged = report._replace(front={"period": Front(FrontState.UNREADABLE, Span(0, 4))})
    observation = seen(damaged, item="period")
    assert isinstance(observation, Unknown)
    assert "受损" in observation.zh
    assert "damaged" in observation.en
    assert isinstance(seen(damaged, item="period", parts=PARTS), Unknown)


def test_a_text_without_front_matter_is_not_judged_by_it(report: Report) -> None:
    assert isinstance(seen(report._replace(front={}), item="title"), Unknown)


ACCOUNTS = {
    "assessment": {"zh": "工作考核", "en": "assessment"},
    "review": {"zh": "社会评议", "en": "review by the public"},
}
OVERVIEW = Span(20, 26)


@pytest.mark.parametrize(
    ("topic", "place"),
    [
        ("proactive_topic", "proactive"),
        ("application_topic", "applications"),
        ("information_fee", "other_matters"),
        ("platform", "overview"),
        ("accountability", "overview"),
    ],
)
def test_an_absent_topic_is_named_where_it_belongs(topic: str, place: str, report: Report) -> None:
    lacking = report._replace(topics={topic: Front(FrontState.ABSENT, OVERVIEW, ("aspect",))})
    assert seen(lacking, topic=topic) == Broken((OVERVIEW,), about=topic, section=place)


def test_a_topic_that_is_treated_holds(report: Report) -> None:
    treated = report._replace(topics={"platform": Front(FrontState.PRESENT, OVERVIEW)})
    assert seen(treated, topic="platform") == Held()


def test_a_topic_treated_in_part_is_there(report: Report) -> None:
    partly = report._replace(topics={"accountability": Front(FrontState.PARTIAL, None, ("review",))})
    assert seen(partly, topic="accountability") == Held()
    observation = seen(partly, topic="accountability", parts=ACCOUNTS)
    assert isinstance(observation, Broken)
    assert (observation.spans, observation.about, observation.section) == ((), "accountability", "overview")
    assert observation.values == {"words": "", "missing": "社会评议", "missing_en": "review by the public"}


def test_a_topic_without_a_place_to_look_in_is_not_judged(report: Report) -> None:
    observation = seen(report, topic="platform")
    assert isinstance(observation, Unknown)
    assert "标题" in observation.zh
    assert "heading" in observation.en


def test_the_values_given_are_those_promised_to_messages(report: Report) -> None:
    kind = kinds.load("required")
    for given in (
        {"section": "problems"},
        {"section": "applications", "placements": ["own"]},
        {"item": "period"},
        {"item": "title_name", "parts": PARTS},
    ):
        observation = seen(report, **given)
        assert isinstance(observation, Broken)
        assert set(observation.values) == kind.placeholders(kinds.bind(kind, given))


SIX = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
)


@pytest.mark.parametrize(
    ("numbers", "titles", "seen_as"),
    [
        ("一二三四五", SIX, Held),
        ("一二三四", (SIX[0], *SIX[2:]), Broken),
        ("一三四五", (SIX[0], *SIX[2:]), Unknown),
        ("一二三四五", (SIX[0], "有关数据", *SIX[2:]), Unknown),
        ("一二三四", (SIX[0], "主动公开和收到、处理申请情况", *SIX[3:]), Held),
        ("一二", (SIX[0], SIX[4]), Unknown),
    ],
)
def test_a_part_that_must_have_a_main_heading(
    numbers: str, titles: tuple[str, ...], seen_as: type[Observation], understand: Understand
) -> None:
    body = "".join(f"{number}、{title}\n全年情况见表。\n" for number, title in zip(numbers, titles, strict=True))
    told = body.replace("情况见表。", "主动公开信息15条，收到申请2件。", 1)
    report = understand(f"某局2023年政府信息公开工作年度报告\n{told}")
    found = seen(report, section="proactive", placements=["own"], least_own=3)
    assert isinstance(found, seen_as)
    if isinstance(found, Broken):
        assert (found.spans, found.about, found.section) == ((), "proactive", "proactive")
