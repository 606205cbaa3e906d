from __future__ import annotations

import pytest

from checker.structure.headingtitle import LONGEST_TITLE, title_at


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("总体情况", "总体情况"),
        ("概  述", "概述"),
        ("总体情况:全年公开15条。", "总体情况"),
        ("总体情况|信息内容|", "总体情况"),
        ("总体情况2017年,全年公开15条。", "总体情况"),
        ("总体情况一年来,全年公开15条。", "总体情况"),
        ("总体情况与去年相比有变化。", "总体情况"),
        ("总体情况及时公开信息。", "总体情况"),
        ("总体情况及问题近来公开15条。", "总体情况及问题"),
        ("主要问题的整改情况近来人员不足。", "主要问题的整改情况"),
        ("主要问题下一步措施近来人员不足。", "主要问题下一步措施"),
        ("主要问题下一步,我局加强培训。", "主要问题"),
        ("总体情况总体良好。", "总体情况总体良好"),
        ("总体情况总体来看,形势良好。", "总体情况"),
    ],
)
def test_a_title_ends_where_its_paragraph_begins(words: str, title: str) -> None:
    found, end = title_at(f"一、{words}", 2, lambda title: len(title) > 3)
    assert found == title
    assert f"一、{words}"[2:end].replace(" ", "") == title


def test_words_that_are_no_title_by_themselves_are_not_cut() -> None:
    assert title_at("组织情况调整小组。", 0, lambda _: False)[0] == "组织情况调整小组"


def test_a_title_has_an_end() -> None:
    assert len(title_at("公开" * 200, 0, lambda _: False)[0]) == LONGEST_TITLE
