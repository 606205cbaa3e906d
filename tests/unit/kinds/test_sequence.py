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
    from tests.conftest import Understand, UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "sequence.yaml").read_text("utf-8"))
KIND = kinds.load("sequence")
ORDER = ["first", "gap", "repeat", "restart", "disorder"]
BRACKETED = ["han_bracket", "arabic", "arabic_bracket", "circled"]
AS_RULES_ASK = (
    {"styles": ["part", "han"], "flaws": ORDER, "level": "main"},
    {"styles": ["han", *BRACKETED], "flaws": ORDER, "level": "below"},
    {"styles": ["item"], "flaws": ORDER},
    {"styles": ["han_bracket", "item"], "flaws": ["lone"]},
)


def rows(name: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES[name]]


def read(case: dict[str, Any], understand: Understand) -> Report:
    year = case.get("year", 2017)
    return understand(f"某县{year}年政府信息公开工作年度报告\n{case['text']}")


def seen(report: Report, **given: Any) -> list[Observation]:
    return list(KIND.observe(kinds.bind(KIND, given), report))


def broken(report: Report, *asked: dict[str, Any]) -> list[Broken]:
    found = [one for given in asked or AS_RULES_ASK for one in seen(report, **given) if isinstance(one, Broken)]
    return sorted(found, key=lambda one: one.spans[0])


@pytest.mark.parametrize("case", rows("clean"))
def test_nothing_is_said_of_a_passage_in_order(case: dict[str, Any], understand: Understand) -> None:
    assert [one.values["words"] for one in broken(read(case, understand))] == []


@pytest.mark.parametrize("case", rows("faulty"))
def test_a_number_out_of_order_is_told(case: dict[str, Any], understand: Understand) -> None:
    found = broken(read(case, understand))
    told = [(str(one.values["words"]), one.values["expected"]) for one in found]
    assert [expected for _, expected in told] == [expected for _, expected in case["at"]]
    assert all(words.startswith(begin) for (words, _), (begin, _) in zip(told, case["at"], strict=True))
    assert [one.suggestion for one in found if one.suggestion] == case.get("suggestions", [])


@pytest.mark.parametrize("case", [case for case in rows("faulty") if "suggestions" in case.values[0]])
def test_a_fix_puts_the_list_in_order(case: dict[str, Any], understand: Understand) -> None:
    report = read(case, understand)
    (fix,) = [fix for one in broken(report) for fix in one.fixes]
    mended = report.text[: fix.span.start] + fix.replacement + report.text[fix.span.end :]
    assert broken(understand(mended)) == []


GAPS = "一、概述\n（一）甲。做了甲。\n（三）丙。做了丙。\n三、收费情况\n没有收费。一是免费。三是免单。\n"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"styles": ["han"], "flaws": ["gap"]}, ["三、收费情况"]),
        ({"styles": ["han_bracket"], "flaws": ["gap"]}, ["（三）丙"]),
        ({"styles": ["item"], "flaws": ["gap"]}, ["三是免单"]),
        ({"styles": ["han", "han_bracket"], "flaws": ["gap"], "level": "main"}, ["三、收费情况"]),
        ({"styles": ["han", "han_bracket"], "flaws": ["gap"], "level": "below"}, ["（三）丙"]),
        ({"styles": ["han", "item"], "flaws": ["repeat", "lone"]}, []),
    ],
)
def test_only_what_is_asked_for_is_judged(given: dict[str, Any], words: list[str], understand: Understand) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n{GAPS}")
    assert [one.values["words"] for one in broken(report, given)] == words


def test_the_number_before_it_is_shown_beside_it(understand: Understand) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n{GAPS}")
    (one,) = broken(report, {"styles": ["han_bracket"], "flaws": ["gap"]})
    assert [report.text[span.start : span.end] for span in one.related] == ["（一）甲"]
    assert one.values == {"words": "（三）丙", "number": "（三）", "expected": "（二）", "previous": "（一）甲"}


def test_the_values_given_are_those_promised_to_messages(understand: Understand) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n{GAPS}")
    promised = KIND.placeholders(kinds.bind(KIND, AS_RULES_ASK[0]))
    assert {frozenset(one.values) for one in broken(report)} == {promised}


def test_a_list_in_order_is_counted(understand: Understand) -> None:
    report = understand("某县2017年政府信息公开工作年度报告\n一、概述\n公开15条。\n二、收费情况\n没有收费。\n")
    assert seen(report, styles=["han"], flaws=["gap"]) == [Held(2)]


def test_a_long_item_is_shown_by_its_beginning(understand: Understand) -> None:
    report = understand(f"某县2017年政府信息公开工作年度报告\n一、概述\n全年公开。二是{'很' * 50}。\n")
    (one,) = broken(report)
    assert one.values["words"] == "二是" + "很" * 18


@pytest.mark.parametrize(
    "text", ["二、主动公开情况\n公开15条。\n三、收费情况\n没有收费。\n", "二是推送信息。三是更新栏目。\n"]
)
def test_an_excerpt_may_begin_anywhere(text: str, understand_fragment: UnderstandFragment) -> None:
    assert broken(understand_fragment(text)) == []
