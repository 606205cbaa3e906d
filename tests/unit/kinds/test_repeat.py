from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.model.result import Observation
    from tests.conftest import UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "repeat.yaml").read_text("utf-8"))
KIND = kinds.load("repeat")
FLAWS = ("at_once", "passage", "sentence")


def seen(understand_fragment: UnderstandFragment, ruleset: Ruleset, text: str, flaw: str) -> list[Observation]:
    params = kinds.bind(KIND, {"flaw": flaw, "lexicon": "recurring"}, ruleset.lexicons)
    return list(KIND.observe(params, understand_fragment(text)))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_the_second_place_of_what_stands_twice_is_pointed_at(
    case: dict[str, Any], understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    text = case["text"]
    for flaw in FLAWS:
        found = [one for one in seen(understand_fragment, ruleset, text, flaw) if isinstance(one, Broken)]
        assert [text[one.spans[0].start : one.spans[0].end] for one in found] == case.get(flaw, [])
        assert all(one.related[0].start < one.spans[0].start for one in found)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("公开15条，召开政务发布会政务发布会3场。", "公开15条，召开政务发布会3场。"),
        ("设立意见箱收集意见，设立意见箱收集意见，方便群众。", "设立意见箱收集意见，方便群众。"),
    ],
)
def test_the_fix_for_words_said_twice_in_a_row_leaves_them_once(
    text: str, mended: str, understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    (one,) = seen(understand_fragment, ruleset, text, "at_once")
    assert isinstance(one, Broken)
    (fix,) = one.fixes
    assert text[: fix.span.start] + fix.replacement + text[fix.span.end :] == mended


def test_a_passage_said_twice_elsewhere_has_no_fix(understand_fragment: UnderstandFragment, ruleset: Ruleset) -> None:
    text = "定期召开联席会议研究重点工作，每季度通报各镇栏目更新进度。\n公开15条。\n定期召开联席会议研究重点工作，每季度通报各镇栏目更新进度。\n"
    (one,) = seen(understand_fragment, ruleset, text, "passage")
    assert isinstance(one, Broken)
    assert (one.fixes, one.values["length"]) == ((), 28)


def test_a_long_passage_is_quoted_by_its_beginning(understand_fragment: UnderstandFragment, ruleset: Ruleset) -> None:
    clauses = "，".join(f"{each}镇定期召开联席会议研究重点工作" for each in "甲乙丙丁")
    (one,) = seen(understand_fragment, ruleset, f"{clauses}。\n公开15条。\n{clauses}。\n", "passage")
    assert isinstance(one, Broken)
    assert str(one.values["words"]).endswith("…")


def test_a_text_that_says_everything_once_holds(understand_fragment: UnderstandFragment, ruleset: Ruleset) -> None:
    assert seen(understand_fragment, ruleset, "公开15条。解读3条。", "passage") == [Held()]
