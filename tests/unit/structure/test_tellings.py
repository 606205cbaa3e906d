from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from checker.model.relations import Telling
    from tests.conftest import UnderstandFragment

TABLE = yaml.safe_load((Path(__file__).parent / "tellings.yaml").read_text("utf-8"))
CASES = [pytest.param(case, id=f"{name}: {case['text']}") for name, cases in TABLE.items() for case in cases]


def shown(telling: Telling) -> tuple[object, ...]:
    return telling.key, telling.low, telling.high, telling.none, telling.scope, telling.whose


def expected(row: list[Any]) -> tuple[object, ...]:
    key, value = row[:2]
    scope, whose = row[2] if len(row) > 2 else "own", row[3] if len(row) > 3 else ""
    low = 0 if value == "none" else value[0] if isinstance(value, list) else value
    high = value[1] if isinstance(value, list) else low
    return key, Decimal(low), Decimal(high), value == "none", scope, whose


@pytest.mark.parametrize("case", CASES)
def test_a_passage_tells_a_figure_its_value_and_whose_it_is(
    understand_fragment: UnderstandFragment, case: dict[str, Any]
) -> None:
    report = understand_fragment(case["text"], case["section"], year=case.get("year", 2017))
    assert [shown(one) for one in report.tellings] == [expected(row) for row in case["told"]]


def test_the_number_and_its_words_are_pointed_at(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("工作有序，我局收到政府信息公开申请23件，均已答复。", "applications", year=2017)
    told = report.tellings[0]
    assert report.text[slice(*told.number)] == "23件"
    assert report.text[slice(*told.words)] == "我局收到政府信息公开申请23件"


@pytest.mark.parametrize(
    ("words", "issuer", "own"),
    [
        ("市教育局收到政府信息公开申请3件。", "某市教育局", True),
        ("市教育局收到政府信息公开申请3件。", "某市财政局", False),
        ("我局收到政府信息公开申请3件。", "某市财政局", True),
        ("全市收到政府信息公开申请3件。", "某市人民政府", True),
        ("各乡镇收到政府信息公开申请3件。", "某县人民政府", False),
    ],
)
def test_a_figure_is_the_issuers_own_or_somebody_elses(
    understand_fragment: UnderstandFragment, words: str, issuer: str, *, own: bool
) -> None:
    (told,) = understand_fragment(words, "applications", year=2017).tellings
    assert told.is_of(issuer) is own


@pytest.mark.parametrize(
    "hostile",
    [
        "收到申请3件，",
        "未收到政府信息公开申请，收到申请10件，",
        "未发生复议",
        "主动公开政府信息",
        "申请方式是网络",
        "共收取费用3元",
        "公民法人和",
    ],
)
def test_ten_times_the_text_takes_about_ten_times_the_time(
    understand_fragment: UnderstandFragment, hostile: str
) -> None:
    def taken(times: int) -> float:
        begun = time.perf_counter()
        understand_fragment("收到政府信息公开申请。" + hostile * times, "applications", year=2017)
        return time.perf_counter() - begun

    taken(100)
    assert taken(10_000) < 40 * taken(1_000) + 0.5
