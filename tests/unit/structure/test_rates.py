from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from checker import Report
    from checker.model.quantity import Quantity
    from tests.conftest import UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "rates.yaml").read_text("utf-8"))


def words(report: Report, one: Quantity | None) -> str | None:
    return report.folded[one.start : one.end] if one else None


@pytest.mark.parametrize("case", CASES["shares"], ids=lambda case: case["text"])
def test_a_share_is_read_with_its_part_and_its_whole(
    understand_fragment: UnderstandFragment, case: dict[str, object]
) -> None:
    report = understand_fragment(str(case["text"]), "proactive", year=2017)
    found = []
    for one in report.shares:
        whole = one.wholes[0]
        printed = str(whole.value) if whole.start <= one.part.start < whole.end else words(report, whole)
        found.append([words(report, one.printed), words(report, one.part), printed])
    assert found == case["found"]


@pytest.mark.parametrize("case", CASES["growths"], ids=lambda case: case["text"])
def test_growth_is_read_with_the_numbers_it_is_made_of(
    understand_fragment: UnderstandFragment, case: dict[str, object]
) -> None:
    report = understand_fragment(str(case["text"]), "proactive", year=2017)
    found = [
        [one.direction, *(words(report, number) for number in (one.now, one.before, one.difference, one.rate))]
        for one in report.growths
    ]
    assert found == case["found"]


def test_the_word_that_turns_is_pointed_at(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开信息720条，比2016年640条增长12.5%。", "proactive", year=2017)
    turn = report.growths[0].turn
    assert turn is not None
    assert report.folded[turn.start : turn.end] == "增长"


def test_the_shares_of_a_list_are_known_together(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开800条，其中网站500条，占62.5%，微博300条，占37.5%。", "proactive", year=2017)
    assert [len(one.together) for one in report.shares] == [2, 2]


@pytest.mark.parametrize(
    "run",
    [
        "公开1条，占1%，",
        "比2016年1条增长1%，",
        "1条(1%)其中",
        "由1条增加到2条，",
        "比上年1条增加1条，达到",
        "占占占",
        "其中1条，",
    ],
)
def test_time_grows_with_the_length_alone(understand_fragment: UnderstandFragment, run: str) -> None:
    def seconds(length: int) -> float:
        text = (run * length)[:length]
        started = time.process_time()
        understand_fragment(text, "proactive", year=2017)
        return time.process_time() - started

    short = min(seconds(3_000) for _ in range(2))
    assert seconds(24_000) < 24 * short + 0.1
