from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from tests.conftest import UnderstandFragment


def judged(understand_fragment: UnderstandFragment, flaw: str, text: str) -> list[Broken | Held]:
    report = understand_fragment(text, "proactive", year=2017)
    kind = kinds.load("prose_growth")
    found = list(kind.observe(kinds.bind(kind, {"flaw": flaw}), report))
    return [one for one in found if isinstance(one, Broken | Held)]


def rights(understand_fragment: UnderstandFragment, flaw: str, text: str) -> list[str | int]:
    return [one.values["right"] for one in judged(understand_fragment, flaw, text) if isinstance(one, Broken)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开信息2160条，比2016年1800条增长16.7%。", ["20.0%"]),  # of the new number
        ("公开信息2160条，比2016年1800条增长20%。", []),
        ("公开信息5064条，比2016年4101条增长23.49%。", []),
        ("公开信息5064条，比2016年4101条增长2.348%。", ["23.482%"]),
        ("受理申请150件，比上年增加30件，增长20%。", ["25%"]),
        ("受理申请90件，比上年减少30件，下降25%。", []),
        ("受理申请90件，比上年减少30件，下降33%。", ["25%"]),
        ("访问量由上年的80万人次增加到100万人次，增长20%。", ["25%"]),
        ("申请由50件增加到100件，增长1倍。由50件增加到100件，增长2倍。", []),
        ("申请由50件增加到100件，增长3倍。", ["100%"]),
        ("公开约1000条，比上年约900条增长15%。", []),
        ("公开80条，比上年100条增长20%。", []),  # the direction is another rule's
    ],
)
def test_a_rate_is_that_of_the_two_numbers(
    understand_fragment: UnderstandFragment, text: str, right: list[str]
) -> None:
    assert rights(understand_fragment, "rate", text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开80条，比上年100条增长20%。", ["下降"]),
        ("申请由30件减少到45件。", ["增加"]),
        ("申请由30件降至45件。", ["增加"]),
        ("公开120条，比上年100条增长20%。", []),
        ("公开约100条，比上年105条增长5%。", []),
    ],
)
def test_the_words_say_the_direction_of_the_numbers(
    understand_fragment: UnderstandFragment, text: str, right: list[str]
) -> None:
    assert rights(understand_fragment, "direction", text) == right


@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        ("公开80条，比上年100条增长20%。", [("增长", "下降")]),
        ("公开80条，比上年100条减少20条。", []),
        ("公开80条，比上年100条增加20条。", [("增加", "减少")]),
        ("公开80条，比上年100条增长35%。", []),
    ],
)
def test_the_word_alone_is_wrong_where_the_rate_fits(
    understand_fragment: UnderstandFragment, text: str, fixes: list[tuple[str, str]]
) -> None:
    found = [one for one in judged(understand_fragment, "direction", text) if isinstance(one, Broken)]
    told = [(text[fix.span.start : fix.span.end], fix.replacement) for one in found for fix in one.fixes]
    assert told == fixes


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("公开720条，比2016年640条增加60条。", ["80条"]),
        ("公开720条，比2016年640条增加80条。", []),
        ("办结率由92%提高到97%，提高8个百分点。", ["5个百分点"]),
        ("办结率由92.4%提高到97%，提高4.6个百分点。", []),
        ("公开720余条，比2016年640余条增加85条。", []),
    ],
)
def test_a_difference_is_that_of_the_two_numbers(
    understand_fragment: UnderstandFragment, text: str, right: list[str]
) -> None:
    assert rights(understand_fragment, "difference", text) == right


def test_changes_that_hold_are_counted(understand_fragment: UnderstandFragment) -> None:
    text = "公开720条，比2016年640条增长12.5%。"
    assert judged(understand_fragment, "rate", text) == [Held(1)]
