from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from checker.model.report import FrontState

if TYPE_CHECKING:
    from checker import Report
    from tests.conftest import Understand

TABLES = yaml.safe_load((Path(__file__).parent / "topics.yaml").read_text("utf-8"))
ASPECTS = {"proactive_topic", "application_topic", "information_management", "platform", "supervision"}
PARTS = """\
二、主动公开政府信息情况
规章 0 0 0
三、收到和处理政府信息公开申请情况
{table}
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
{problems}
六、其他需要报告的事项
{other}
"""


def read(understand: Understand, overview: str, table: str = "", problems: str = "", other: str = "") -> Report:
    parts = PARTS.format(table=table, problems=problems, other=other)
    return understand(f"某县2023年政府信息公开工作年度报告\n一、总体情况\n{overview}\n{parts}")


def told(report: Report) -> set[str]:
    return {key for key in ASPECTS if report.topics[key].state is FrontState.PRESENT}


@pytest.mark.parametrize(("overview", "topics"), [pytest.param(*row[1:], id=row[0]) for row in TABLES["overviews"]])
def test_the_aspects_that_an_overview_treats(overview: str, topics: list[str], understand: Understand) -> None:
    assert told(read(understand, overview)) == set(topics)


@pytest.mark.parametrize("table", TABLES["tables"])
def test_the_labels_of_a_table_treat_nothing(table: str, understand: Understand) -> None:
    report = read(understand, "主动公开120条。", table)
    assert report.topics["application_topic"].state is FrontState.ABSENT


def test_words_behind_the_heading_of_the_table_treat_the_topic(understand: Understand) -> None:
    assert "application_topic" in told(read(understand, "公开120条。", "本年度收到申请3件。"))


@pytest.mark.parametrize("where", ["overview", "problems", "other"])
@pytest.mark.parametrize(("sentence", "missing"), TABLES["accountability"])
def test_accountability_may_be_told_in_any_part(
    sentence: str, missing: list[str], where: str, understand: Understand
) -> None:
    text = {"overview": "认真学习。"} | {where: sentence}
    front = read(understand, **text).topics["accountability"]
    state = (FrontState.PRESENT, FrontState.PARTIAL, FrontState.PARTIAL, FrontState.ABSENT)[len(missing)]
    assert (front.state, list(front.missing), front.span) == (state, missing, None)


@pytest.mark.parametrize(("sentence", "tells"), TABLES["fees"])
def test_the_fee_for_processing_information(sentence: str, tells: bool, understand: Understand) -> None:  # noqa: FBT001
    report = read(understand, "认真学习。", other=sentence)
    assert (report.topics["information_fee"].state is FrontState.PRESENT) is tells


def test_a_topic_points_at_the_heading_of_its_part(understand: Understand) -> None:
    report = read(understand, "认真学习。")
    span = report.topics["platform"].span
    assert span
    assert report.text[span.start : span.end] == "一、总体情况"


def test_what_other_parts_say_does_not_treat_an_aspect_of_the_overview(understand: Understand) -> None:
    assert told(read(understand, "认真学习。", problems="网站栏目不全，培训不够，审核不严。")) == set()


def test_without_the_part_s_heading_there_is_nowhere_to_look(understand: Understand) -> None:
    text = "一、主动公开政府信息情况\n通过网站公开120条。\n二、收到和处理政府信息公开申请情况\n未收到申请。\n"
    report = understand(f"某县2023年政府信息公开工作年度报告\n{text}")
    assert not ASPECTS & report.topics.keys()
    assert "accountability" in report.topics


def test_formats_without_topics_have_none(understand: Understand) -> None:
    text = "一、概述\n公开120条。\n二、依申请公开情况\n未收到申请。\n"
    assert understand(f"某县2017年政府信息公开工作年度报告\n{text}").topics == {}


def test_a_table_of_the_file_is_passed_over(understand: Understand) -> None:
    table = "| 渠道 | 条数 |\n| --- | --- |\n| 门户网站 | 培训 |\n"
    report = understand(
        f"# 某县2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n认真学习。\n\n{table}\n## 二、主动公开政府信息情况\n",
        "report.md",
    )
    assert report.topics["platform"].state is (FrontState.ABSENT if report.document.tables else FrontState.PRESENT)
