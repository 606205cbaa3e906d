from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Report
    from checker.model.result import Observation
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "order.yaml").read_text("utf-8"))
PARTS = ("overview", "proactive", "applications", "review_litigation", "problems", "improvements", "other_matters")
KIND = kinds.load("order")


def report_of(titles: list[str], year: int, understand: Understand) -> Report:
    parts = [
        f"{number}、{title}\n我局认真办理，没有遗漏。\n"
        for number, title in zip("一二三四五六七", titles, strict=False)
    ]
    return understand(f"某县{year}年政府信息公开工作年度报告\n{''.join(parts)}")


def seen(report: Report, *sections: str) -> list[Observation]:
    return list(KIND.observe(kinds.bind(KIND, {"sections": list(sections or PARTS)}), report))


def moved(report: Report, *sections: str) -> list[Broken]:
    return sorted((one for one in seen(report, *sections) if isinstance(one, Broken)), key=lambda one: one.spans[0])


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_the_fewest_parts_out_of_place_are_told(case: dict[str, Any], understand: Understand) -> None:
    found = moved(report_of(case["parts"], case["year"], understand))
    assert [str(one.values["heading"])[2:] for one in found] == case["moved"]


def test_the_heading_is_pointed_at_and_the_part_on_its_wrong_side(understand: Understand) -> None:
    report = report_of(["总体情况", "政府信息公开行政复议、行政诉讼情况", "主动公开政府信息情况"], 2022, understand)
    (one,) = moved(report)
    quoted = [report.text[span.start : span.end] for span in (*one.spans, *one.related)]
    assert quoted == [one.values["heading"], one.values["other"]]
    assert quoted == ["三、主动公开政府信息情况", "二、政府信息公开行政复议、行政诉讼情况"]
    assert one.section == "proactive"


def test_only_the_sections_asked_for_are_judged(understand: Understand) -> None:
    report = report_of(["其他需要报告的事项", "总体情况", "主动公开政府信息情况"], 2022, understand)
    assert seen(report, "overview", "proactive") == [Held(2)]


def test_a_nested_part_has_no_place_in_the_order(understand: Understand) -> None:
    text = "某县2022年政府信息公开工作年度报告\n一、总体情况\n（一）其他需要报告的事项\n无。\n二、主动公开政府信息情况\n公开15条。\n"
    assert seen(understand(text)) == [Held(2)]


def test_the_values_given_are_those_promised_to_messages(understand: Understand) -> None:
    (one,) = moved(report_of(["主动公开政府信息情况", "总体情况"], 2022, understand))
    assert set(one.values) == KIND.placeholders(kinds.bind(KIND, {"sections": list(PARTS)}))
