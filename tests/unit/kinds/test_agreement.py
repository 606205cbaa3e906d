from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker import Report
    from tests.conftest import UnderstandFragment

NONE = {"applications_new": ["applications_total", "applications_handled", "channels", "granted"]}


def broken(understand_fragment: UnderstandFragment, text: str, test: str, *figures: str, **given: Any) -> list[Broken]:
    report = understand_fragment(text, "applications", year=2017)
    kind = kinds.load("agreement")
    found = list(kind.observe(kinds.bind(kind, {"figures": list(figures), "test": test, **given}), report))
    assert all(isinstance(one, Broken | Held) for one in found)
    return [one for one in found if isinstance(one, Broken)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("收到政府信息公开申请23件。收到政府信息公开申请32件。", [("32件", "23件")]),
        ("收到政府信息公开申请23件。收到政府信息公开申请23件。", []),
        ("收到政府信息公开申请23件。收到政府信息公开申请32件。收到政府信息公开申请23件。", [("32件", "23件")]),
        ("收到政府信息公开申请20余件。收到政府信息公开申请23件。", []),
        ("收到政府信息公开申请23件，上年结转2件。收到政府信息公开申请25件。", []),
        ("全市收到政府信息公开申请95件。我局收到政府信息公开申请23件。", []),
        ("收到政府信息公开申请23件。未收到政府信息公开申请。", []),
    ],
)
def test_a_figure_told_again_with_another_value_is_named_with_both_values(
    understand_fragment: UnderstandFragment, text: str, values: list[tuple[str, str]]
) -> None:
    found = broken(understand_fragment, text, "same", "applications_new")
    assert [(one.values["value"], one.values["expected"]) for one in found] == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("未收到政府信息公开申请。答复申请2件。", ["答复申请2件"]),
        ("收到政府信息公开申请0件，其中网络申请3件。", ["其中网络申请3件"]),
        ("收到政府信息公开申请0件，其中网络申请0件。", []),
        ("未收到政府信息公开申请，上年结转2件，答复申请2件。", []),
        ("未收到政府信息公开申请，上年结转2件，收到网络申请3件。", ["收到网络申请3件"]),
        ("全市收到政府信息公开申请9件，我局未收到政府信息公开申请。", []),
        ("全市未收到政府信息公开申请。我局收到政府信息公开申请9件。", ["我局收到政府信息公开申请9件"]),
    ],
)
def test_what_is_said_to_be_none_has_no_number(
    understand_fragment: UnderstandFragment, text: str, words: list[str]
) -> None:
    found = broken(understand_fragment, text, "none", "applications_new", shown_by=NONE)
    assert [one.values["words"] for one in found] == words


def test_one_denial_is_one_finding_however_many_numbers_stand_beside_it(
    understand_fragment: UnderstandFragment,
) -> None:
    text = "未收到政府信息公开申请。收到网络申请3件、信函申请2件。"
    (found,) = broken(understand_fragment, text, "none", "applications_new", shown_by=NONE)
    assert [text[slice(*span)] for span in found.related] == ["未收到政府信息公开申请"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("收到政府信息公开申请11件，均已答复，共答复9件。", 1),
        ("收到政府信息公开申请11件，均已答复，共答复11件。", 0),
        ("收到政府信息公开申请11件，均已答复，共答复12件。", 0),
        ("收到政府信息公开申请11件，共答复9件。", 0),
        ("收到政府信息公开申请11件，撤回2件，均已答复，共答复9件。", 0),
        ("收到政府信息公开申请11件，上年结转1件，均已答复，共答复9件。", 0),
    ],
)
def test_all_answered_means_as_many_answers_as_applications(
    understand_fragment: UnderstandFragment, text: str, count: int
) -> None:
    assert len(broken(understand_fragment, text, "answered", "applications_new")) == count


def test_a_figure_denied_again_and_again_is_one_finding(understand_fragment: UnderstandFragment) -> None:
    text = "未收到政府信息公开申请，收到申请10件，" * 40
    assert len(broken(understand_fragment, text, "none", "applications_new", shown_by=NONE)) == 1


@pytest.mark.parametrize("law", [0, 1])
def test_a_sum_of_rows_is_not_named_by_one_row_alone(understand_table: Callable[..., Report], law: int) -> None:
    rows = ("secret", "law", "safety", "third_party", "internal", "process", "enforcement", "query")
    table = "\n".join(f"| denied_{row} | {law if row == 'law' else 0} |" for row in rows)
    told = "全年办结政府信息公开申请9件，不予公开2件。"
    report = understand_table(f"{told}\n\n| applications | total |\n|---|---|\n{table}\n")
    kind = kinds.load("agreement")
    given = {"figures": ["denied"], "test": "table", "cells": {"denied": ["applications/denied_*/total"]}}
    (found,) = [one for one in kind.observe(kinds.bind(kind, given), report) if isinstance(one, Broken)]
    assert str(found.values["other"]).startswith("1.属于国家秘密至8.属于行政查询事项")
