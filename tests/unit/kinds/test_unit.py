from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from tests.conftest import UnderstandFragment


def bare(understand_fragment: UnderstandFragment, text: str, beside: int, **given: Any) -> list[str]:
    report = understand_fragment(text, "proactive")
    kind = kinds.load("unit")
    found = list(kind.observe(kinds.bind(kind, {"beside": beside, **given}), report))
    assert all(isinstance(one, Broken | Held) for one in found)
    return [str(one.values["words"]) for one in found if isinstance(one, Broken)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("政策类272条、项目类167、资源类180条。", ["项目类167"]),
        ("当面申请8件，网络申请3，信函申请1件。", ["网络申请3"]),
        ("网站公开407条，占51.2%，微信公开75，占9.4%，微博公开313条。", ["微信公开75"]),
        ("政策类272条、项目类167、资源类180件。", []),
        ("政策类272条、项目类167条、资源类180条。", []),
        ("政策类272条、项目类0、资源类180条。", []),
        ("收到32件，当面申请12、网络申请15、信函申请5，答复32件。", []),
        ("公开272条。项目类167。资源类180条。", []),
        ("公开272条，办理项目167", []),
    ],
)
def test_a_number_lacks_its_unit_where_both_beside_it_have_one(
    understand_fragment: UnderstandFragment, text: str, words: list[str]
) -> None:
    assert bare(understand_fragment, text, 2) == words


def test_one_number_with_a_unit_beside_it_is_enough_where_the_rule_says_so(
    understand_fragment: UnderstandFragment,
) -> None:
    assert bare(understand_fragment, "发放问卷520份，收回467。", 1) == ["收回467"]


def test_a_number_out_of_reach_is_not_beside(understand_fragment: UnderstandFragment) -> None:
    assert bare(understand_fragment, "发放问卷520份，收回467。", 1, reach=2) == []


def test_what_the_rule_excuses_before_the_number_lacks_nothing(understand_fragment: UnderstandFragment) -> None:
    assert bare(understand_fragment, "发放问卷520份，满意率98。", 1, unless="率") == []
