from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker.model.result import Observation
    from tests.conftest import Understand, UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "announced.yaml").read_text("utf-8"))
KIND = kinds.load("announced")
PARAMS = kinds.bind(KIND, {"nouns": ["方面", "问题", "措施", "工作"]})


def seen(understand_fragment: UnderstandFragment, text: str) -> list[Observation]:
    return list(KIND.observe(PARAMS, understand_fragment(text)))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_number_announced_is_held_against_the_list_behind_it(
    case: dict[str, Any], understand_fragment: UnderstandFragment
) -> None:
    found = [one for one in seen(understand_fragment, case["text"]) if isinstance(one, Broken)]
    assert [[one.values["words"], one.values["listed"]] for one in found] == case["told"]
    assert [case["text"][one.spans[0].start : one.spans[0].end] for one in found] == [one for one, _ in case["told"]]


def test_the_last_item_stands_beside_the_announcement(understand_fragment: UnderstandFragment) -> None:
    text = "做了三项工作：一是加强领导。二是健全制度。\n"
    (one,) = seen(understand_fragment, text)
    assert isinstance(one, Broken)
    assert [text[span.start : span.end] for span in one.related] == ["二是健全制度。\n"]
    assert one.values == {"words": "三项工作", "number": 3, "listed": 2}


def test_lists_that_are_as_announced_are_counted(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment, "做了两项工作：一是甲。二是乙。\n有两个问题：一是丙。二是丁。\n") == [Held(2)]


def test_the_announced_parts_of_a_report_are_no_list_of_items(understand: Understand) -> None:
    report = understand(
        "某局2012年政府信息公开年度报告\n本报告共分三方面：一、概述；二、主动公开情况；三、依申请公开情况；四、存在的主要问题。\n"
        "一、概述\n公开15条。\n二、主动公开情况\n公开15条。\n三、依申请公开情况\n无。\n四、存在的主要问题\n人员不足。\n"
    )
    assert not [one for one in KIND.observe(PARAMS, report) if isinstance(one, Broken)]


def test_a_table_announces_nothing(understand: Understand) -> None:
    page = "<h1>某县2017年政府信息公开工作年度报告</h1><p>公开15条。</p><table><tr><td>指标</td><td>数量</td></tr><tr><td>做了三项工作：一是甲，二是乙。</td><td>3</td></tr></table>"
    assert not [one for one in KIND.observe(PARAMS, understand(page, "a.html")) if isinstance(one, Broken)]
