from __future__ import annotations

import pytest

from checker.structure.headingtitle import LONGEST_TITLE, title_at
from checker.text import fold


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


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("政府信息公开的 收费及减免情况", "政府信息公开的收费及减免情况"),
        ("政府信息公 开的收费及减免情况", "政府信息公开的收费及减免情况"),
        ("政府 信息公开的收 费及减免情况", "政府信息公开的收费及减免情况"),
        ("收费 及减免情况 全年没有收费。", "收费及减免情况"),
        ("收费 及减免情况：全年没有收费。", "收费及减免情况"),
        ("收费情况 及 减免情况", "收费情况及减免情况"),
        ("收 费 及 减 免 的 有 关 情 况", "收费及减免的有关情况"),
        ("政府信息公开的收 费情况全年没有收费,也没有减免。", "政府信息公开的收费情况"),
        ("收费情况 概述", "收费情况概述"),
        ("收费情况 全年没有收费。", "收费情况"),
        ("收费情况 我局没有收费情况", "收费情况"),
        ("政府信息公开的  收费及减免情况", "政府信息公开的"),
        ("基础工作 我局没有收费情况", "基础工作"),
        ("基础工作 完善制度,没有收费情况", "基础工作"),
        ("组织领导 领导重视", "组织领导"),
        ("收费标准 0 减免情况", "收费标准"),
        ("收费情况 (一)公开形式", "收费情况"),
        ("收费情况行政复议 行政诉讼", "收费情况"),
        ("基础工作 二、收费情况", "基础工作"),
    ],
)
def test_a_part_s_name_may_have_a_blank_inside(words: str, title: str) -> None:
    text = fold(f"一、{words}")
    found, end = title_at(text, 2, lambda one: len(one) > 3, lambda one: "收费" in one)
    assert found == title
    assert "".join(text[2:end].split()) == title
