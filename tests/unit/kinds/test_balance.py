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

CASES = yaml.safe_load((Path(__file__).parent / "balance.yaml").read_text("utf-8"))
KIND = kinds.load("balance")
ALL = ["lost", "doubled", "reversed", "crossed", "nested", "mixed"]


def seen(understand_fragment: UnderstandFragment, text: str, **given: Any) -> list[Observation]:
    return list(KIND.observe(kinds.bind(KIND, given), understand_fragment(text)))


def words_of(found: list[Observation], text: str) -> list[str]:
    return [text[one.spans[0].start : one.spans[0].end] for one in found if isinstance(one, Broken)]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_marks_without_a_partner_are_pointed_at(case: dict[str, Any], understand_fragment: UnderstandFragment) -> None:
    found = seen(understand_fragment, case["text"], flaws=case["flaws"])
    assert words_of(found, case["text"]) == case["words"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES if case["words"]])
def test_a_fix_is_given_where_one_text_is_right(case: dict[str, Any], understand_fragment: UnderstandFragment) -> None:
    text = case["text"]
    found = seen(understand_fragment, text, flaws=case["flaws"])
    fixes = sorted(fix for one in found if isinstance(one, Broken) for fix in one.fixes)
    for fix in reversed(fixes):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert text == case.get("fixed", case["text"])


def test_only_the_marks_asked_for_are_judged(understand_fragment: UnderstandFragment) -> None:
    text = "《办法，“要点，（方案，《意见》（某办〔2018〕3号。"
    told = {
        mark: words_of(seen(understand_fragment, text, flaws=["lost"], marks=[mark]), text)
        for mark in ("title", "quote", "bracket", "number")
    }
    assert told == {
        "title": ["《办法，“要点，"],
        "quote": ["“要点，（方案，"],
        "bracket": ["（方案，《意见》"],
        "number": ["（某办〔2018〕3号"],
    }


def test_one_finding_a_document_names_all_its_places(understand_fragment: UnderstandFragment) -> None:
    (one,) = seen(understand_fragment, "(三）管理。\n(四）平台。\n", flaws=["mixed"], once=True)
    assert isinstance(one, Broken)
    assert (len(one.spans), one.values["count"], len(one.fixes)) == (2, 2, 2)


def test_a_text_damaged_throughout_is_told_by_its_first_places(understand_fragment: UnderstandFragment) -> None:
    assert len(seen(understand_fragment, "公开（\n解读。\n" * 30, flaws=["lost"])) == 10


def test_cells_of_a_table_are_not_judged(understand: Understand) -> None:
    page = "<h1>某县2017年政府信息公开工作年度报告</h1><p>公开《办法。</p><table><tr><td>《要点</td><td>3</td></tr></table>"
    report = understand(page, "report.html")
    found = list(KIND.observe(kinds.bind(KIND, {"flaws": ["lost"]}), report))
    assert [one.values["mark"] for one in found if isinstance(one, Broken)] == ["《"]


def test_a_text_whose_marks_all_pair_holds(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment, "（一）《办法》“要点”。", flaws=ALL) == [Held()]
