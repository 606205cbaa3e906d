from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import Span, kinds
from checker.kinds.place.gazetteer import Gazetteer, Place, gazetteer_of
from checker.kinds.place.mentions import mentions_of
from checker.model.result import Broken, Unknown
from checker.model.rule import Lexicon

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.model.result import Observation
    from tests.conftest import Understand

RULES = ("NAME-PLACE-ACT", "NAME-PLACE-ADDRESS", "NAME-PLACE-TITLE", "NAME-SITE-PLACE")
TABLE = yaml.safe_load(Path(__file__).with_name("place.yaml").read_text("utf-8"))
CASES = [
    pytest.param(issuer, text, id=f"{issuer}: {name}")
    for issuer, cases in TABLE.items()
    for name, text in cases.items()
]
REPORT = """{issuer}2018年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》编制本报告。
一、概述
{body}
二、主动公开情况
主动公开政府信息15条。
三、依申请公开情况
未收到申请。
"""


@pytest.fixture(scope="module")
def gazetteer(ruleset: Ruleset) -> Gazetteer:
    return Gazetteer(ruleset.lexicons["gazetteer"])


def seen(rule: str, issuer: str, body: str, ruleset: Ruleset, understand: Understand) -> list[Observation]:
    kind = kinds.load("place")
    params = kinds.bind(kind, ruleset.rules[rule].params, ruleset.lexicons)
    return list(kind.observe(params, understand(REPORT.format(issuer=issuer, body=body))))


@pytest.mark.parametrize(("issuer", "text"), CASES)
def test_the_marked_places_and_no_others_are_told(
    issuer: str, text: str, ruleset: Ruleset, understand: Understand
) -> None:
    marked = [part.split("」")[0] for part in text.split("「")[1:]]
    body = text.replace("「", "").replace("」", "")
    told = [one for rule in RULES for one in seen(rule, issuer, body, ruleset, understand) if isinstance(one, Broken)]
    assert [one.values["place"] for one in told] == marked


def test_the_issuers_place_of_the_same_rank_is_suggested(ruleset: Ruleset, understand: Understand) -> None:
    (broken,) = seen("NAME-PLACE-ACT", "射洪市司法局", "枣阳市政务公开工作推进。", ruleset, understand)
    assert isinstance(broken, Broken)
    assert broken.suggestion == "射洪市"
    assert broken.values == {"place": "枣阳市", "home": "四川省遂宁市射洪市", "own": "射洪市"}
    assert not broken.fixes


def test_a_region_that_only_the_text_tells_is_the_one_it_names_nearly_always(
    ruleset: Ruleset, understand: Understand
) -> None:
    body = "蓬溪县、大英县、射洪市、遂宁市公开信息20条。蓬溪县公开信息。枣阳市政务公开工作推进。"
    (broken,) = seen("NAME-PLACE-ACT", "某镇人民政府", body, ruleset, understand)
    assert isinstance(broken, Broken)
    assert broken.values["place"] == "枣阳市"
    assert broken.suggestion is None


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("某局", "枣阳市政务公开工作推进。"),
        ("某局", "枣阳市、余干县、义乌市公开信息。枣阳市政务公开工作推进。"),
        ("射洪市司法局", "枣阳市公开信息。枣阳市政务公开。枣阳市公开信息。枣阳市推进。"),
    ],
)
def test_an_issuer_whose_region_is_in_doubt_is_not_judged(
    issuer: str, body: str, ruleset: Ruleset, understand: Understand
) -> None:
    (only,) = seen("NAME-PLACE-ACT", issuer, body, ruleset, understand)
    assert isinstance(only, Unknown)


def test_one_name_may_be_several_places_and_several_names_one(gazetteer: Gazetteer) -> None:
    assert {place.prefecture for place in gazetteer.places("鼓楼区")} >= {"南京市", "徐州市", "福州市"}
    assert gazetteer.places("襄樊市") == (Place("湖北省", "襄阳市"),)
    assert gazetteer.places("恩施州") == gazetteer.places("恩施土家族苗族自治州")
    assert gazetteer.places("市区") == ()


def test_a_place_that_moved_or_ended_is_gone_where_it_was(gazetteer: Gazetteer) -> None:
    gone = [place for place in gazetteer.places("寿县") if gazetteer.is_gone(place)]
    assert gone == [Place("安徽省", "六安市", "寿县")]
    assert not gazetteer.is_gone(Place("安徽省"))
    assert not gazetteer.is_gone(Place("安徽省", "六安市"))
    assert gazetteer.is_gone(Place("安徽省", "巢湖市"))


def test_a_gazetteer_is_made_once_for_a_rule_set(ruleset: Ruleset) -> None:
    lexicon = Lexicon("gazetteer", ruleset.lexicons["gazetteer"])
    assert gazetteer_of(lexicon) is gazetteer_of(lexicon)


def test_the_prefectures_by_which_issuers_are_read_are_those_of_the_gazetteer(ruleset: Ruleset) -> None:
    regions = ruleset.lexicons["regions"]["provinces"]
    current = ruleset.lexicons["gazetteer"]["current"]
    listed = {province: set(cities) for province, cities in regions.items() if province in current}
    assert listed == {province: set(found) - {province} for province, found in current.items()}


@pytest.mark.parametrize("piece", ["枣阳市", "莘县", "县", "湖北省襄阳市"])
def test_looking_for_places_takes_time_in_proportion_to_the_text(piece: str, gazetteer: Gazetteer) -> None:
    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        start = perf_counter()
        mentions_of(text, Span(0, len(text)), gazetteer)
        return perf_counter() - start

    assert min(spent(100_000) for _ in range(3)) < 40 * min(spent(10_000) for _ in range(3))
