from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Report
    from tests.conftest import UnderstandFragment


def judged(report: Report) -> list[Broken | Held]:
    kind = kinds.load("prose_share")
    found = list(kind.observe(kinds.bind(kind, {}), report))
    return [one for one in found if isinstance(one, Broken | Held)]


def broken(understand_fragment: UnderstandFragment, text: str) -> list[list[str | int]]:
    found = judged(understand_fragment(text, "proactive", year=2017))
    return [[one.values[name] for name in ("part", "whole", "right")] for one in found if isinstance(one, Broken)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("受理申请32件，其中信函17件，占54.2%。", [["17件", "32件", "53.1%"]]),
        ("公开信息2000条，其中网站1250条，占6.25%。", [["1250条", "2000条", "62.50%"]]),
        ("公开信息800条，网站500条，占26.5%，微博300条，占37.5%。", [["500条", "800条", "62.5%"]]),
        ("按类别，政策30条，占30%；财政50条，占50%；人事20条，占23%。", [["20条", "100条", "20%"]]),
        ("公开7条，其中网站3条，占42.86%；微博2条，占28.57%；报刊1条，占14.29%；电台1条，占14.28%。", []),
        # The last is what is left to a hundred.
        (
            "公开600条，其中甲100条，占16.7%；乙100条，占16.7%；丙100条，占16.7%；丁100条，占16.7%；戊200条，占33.2%。",
            [],
        ),
        (
            "公开600条，其中甲100条，占16.7%；乙100条，占16.7%；丙100条，占16.7%；丁300条，占49.8%。",
            [["300条", "600条", "50.0%"]],
        ),
        ("公开800条，其中网站500条，占62.5%；微博300条，占37.6%。", [["300条", "800条", "37.5%"]]),
        ("公开570余条，其中网站400余条，占70%。", []),
        ("公开570余条，其中网站400余条，占30%。", [["400余条", "570余条", "70%"]]),
        ("公开1000条，其中网站600条，占60%，其中政策90条，占15%。", []),
    ],
)
def test_a_share_is_what_its_part_and_whole_make(
    understand_fragment: UnderstandFragment, text: str, found: list[list[str]]
) -> None:
    assert broken(understand_fragment, text) == found


def test_where_words_name_the_whole_the_share_can_be_put_right(understand_fragment: UnderstandFragment) -> None:
    text = "受理申请32件。信函申请17件，占受理总量的54.2%。"
    found = [one for one in judged(understand_fragment(text, "proactive", year=2017)) if isinstance(one, Broken)]
    assert [(text[fix.span.start : fix.span.end], fix.replacement) for fix in found[0].fixes] == [("54.2", "53.1")]
    assert found[0].suggestion == "53.1%"


def test_an_unnamed_whole_gives_a_suggestion_and_no_fix(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("受理申请32件，其中信函17件，占54.2%。", "proactive", year=2017)
    found = [one for one in judged(report) if isinstance(one, Broken)]
    assert (found[0].suggestion, found[0].fixes) == ("53.1%", ())


def test_shares_that_hold_are_counted(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开800条，其中网站500条，占62.5%，微博300条，占37.5%。", "proactive", year=2017)
    assert judged(report) == [Held(2)]
