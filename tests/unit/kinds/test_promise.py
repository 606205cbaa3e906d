from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker import kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.model.result import Observation
    from tests.conftest import Understand

HEAD = "某局{year}年政府信息公开工作年度报告\n{intro}\n"
BODY = "一、概述\n公开15条。\n二、主动公开政府信息情况\n公开15条。{body}\n三、依申请公开情况\n收到申请2件。\n"
PARTS = "本报告由概述、主动公开政府信息情况、依申请公开情况、{}四部分组成。"
TABLE = "并附政府信息公开情况统计表。"
GIVEN: dict[str, Any] = {"promises": ["见附件\\d?"], "kept": ["附件:"], "unless": ["印发"]}


def seen(text: str, understand: Understand, **given: Any) -> Observation:
    kind = kinds.load("promise")
    (observation,) = kind.observe(kinds.bind(kind, {**GIVEN, **given}), understand(text))
    return observation


def of_rule(rule: str, text: str, ruleset: Ruleset, understand: Understand) -> Observation:
    return seen(text, understand, **ruleset.rules[rule].params)


def report(intro: str = "", body: str = "", end: str = "", year: int = 2014) -> str:
    return HEAD.format(year=year, intro=intro) + BODY.format(body=body) + end


def test_several_promises_are_one_finding(understand: Understand) -> None:
    broken = seen(report("见附件1。", "见附件2。"), understand)
    assert isinstance(broken, Broken)
    assert dict(broken.values) == {"words": "见附件1"}
    assert len(broken.related) == 1


def test_a_promise_kept_outside_the_report_s_extent_is_kept(understand: Understand) -> None:
    assert seen(report("见附件1。", end="某局\n2015年1月5日\n上一篇 下一篇\n附件：表.xls\n"), understand) == Held(1)


def test_a_promise_does_not_keep_itself(understand: Understand) -> None:
    assert isinstance(seen(report("见附件1。"), understand, kept=["附件"]), Broken)


def test_a_sentence_about_another_document_promises_nothing(understand: Understand) -> None:
    assert seen(report("印发的方案见附件1。"), understand) == Held(0)


@pytest.mark.parametrize(("formats", "held"), [(["2008"], False), (["2019"], True), ([], False)])
def test_a_promise_is_judged_in_the_formats_named(formats: list[str], held: bool, understand: Understand) -> None:  # noqa: FBT001
    assert isinstance(seen(report("见附件1。"), understand, formats=formats), Held) is held


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        ((TABLE, "", ""), Broken),
        ((PARTS.format("政府信息公开情况统计表"), "", ""), Broken),
        ((PARTS.format("附表"), "", ""), Broken),
        (("附相关数据统计表。", "", ""), Broken),
        (("后附《政府信息公开情况统计表》。", "", ""), Broken),
        ((TABLE, "", "附：统计表\n"), Held),
        ((TABLE, "", "附件1 某局统计表\n"), Held),
        ((TABLE, "", "附表\n主动公开信息数 条 15\n"), Held),
        ((TABLE, "", "政府信息公开情况统计表（2014年度）\n"), Held),
        ((TABLE, "", "指标名称 计量单位 年末统计\n"), Held),
        ((TABLE, "", "附件下载\n"), Held),
        ((TABLE, "", "1.统计表.xlsx\n"), Held),
        (("", "公布了附属学校收费情况表。", ""), Held),
        (("", "网站附有相关链接。公布附近公交情况一览表。", ""), Held),
        (("", "报送了政府信息公开情况统计表。", ""), Held),
    ],
)
def test_a_statistical_table(pieces: tuple[str, ...], wanted: type, ruleset: Ruleset, understand: Understand) -> None:
    assert isinstance(of_rule("DECL-STATISTICS", report(*pieces), ruleset, understand), wanted)


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        (("分类情况详见附表。", ""), Broken),
        (("具体见附件2。", ""), Broken),
        (("分类统计表附后。", ""), Broken),
        (("分类情况详见附表。", "附表1：分类情况\n"), Held),
        (("具体见附件2。", "附件\n分类情况\n"), Held),
        (("按《办法》见附件的要求公开。", ""), Held),
        (("印发方案（分工见附件1）。", ""), Held),
        (("申请人来信附件较多。随附件公开解读。", ""), Held),
    ],
)
def test_an_attachment(pieces: tuple[str, ...], wanted: type, ruleset: Ruleset, understand: Understand) -> None:
    assert isinstance(of_rule("DECL-ATTACHMENT", report("", *pieces), ruleset, understand), wanted)


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        (("本报告由总体情况等六部分组成，并附相关的说明和指标统计表。", ""), Broken),
        (("本报告由总体情况等六部分组成，并附相关的说明和指标统计表。", "附件下载\n"), Broken),
        (("本报告由总体情况等六部分组成，并附相关的说明和指标统计表。", "附件：指标统计表.doc\n"), Held),
        (("本报告由总体情况等六部分组成。", "四、需要说明的其他事项与附表\n无。\n"), Broken),
        (("本报告由总体情况等六部分组成。", "四、需要说明的其他事项与附表\n附表：1\n"), Held),
        (("本报告由总体情况等六部分组成。", "四、其他需要报告的事项\n无。\n"), Held),
    ],
)
def test_words_of_the_former_format(
    pieces: tuple[str, ...], wanted: type, ruleset: Ruleset, understand: Understand
) -> None:
    intro, end = pieces
    assert isinstance(of_rule("DECL-STATISTICS-LEFT", report(intro, "", end, 2022), ruleset, understand), wanted)
