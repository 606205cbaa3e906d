"""What holds of every text that is read as a report, whatever it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import Organ, ReadError, Report, Span, Status, Tier, pipeline, readers
from checker.model.document import Document
from checker.structure.build import Hints, build, build_fragment
from checker.structure.source import source_of
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker import DocumentResult, Ruleset

    Ask = Callable[[Report], object]

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
LONGEST_SEED = (
    4_000  # characters of a seed that are turned over: what is odd about it stands near its ends or in its lines
)
CLEAN = """\
某市人民政府2017年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》，编制本报告。
本报告所列数据的统计期限自2017年1月1日起至2017年12月31日止。
本报告在某市人民政府网站公布。
如有疑问，请联系（地址：某市人民路1号，邮编：100000，电话：010-12345678）。
一、概述
2017年，我市加强组织领导，推进政府信息公开工作。
二、主动公开政府信息情况
全年主动公开政府信息100条。
三、依申请公开政府信息情况
全年收到政府信息公开申请10件，均已按期答复。
四、不予公开政府信息情况
全年不予公开2件。
五、政府信息公开的收费及减免情况
全年没有收取费用，也没有减免费用。
六、因政府信息公开申请行政复议、提起行政诉讼的情况
全年没有被申请行政复议或者被提起行政诉讼。
七、政府信息公开工作存在的主要问题及改进措施
存在的主要问题：公开内容不够全面。改进措施：2018年，我市将进一步完善目录。
八、其他需要报告的事项
没有其他需要报告的事项。
某市人民政府
2018年3月1日
"""
LINES = CLEAN.splitlines()
WORDS = """\
第一部分 一、 （一） 1． （1） ① 一是 。 ； ， ： 《 》 “ ” （ ） # ** > | < .
2017年 2016年 二○一八年 2018-03-08 12月31日 201811日 今年（2017年） 比2016年 截至2087年底
某县人民政府 平潭综合实验区管委会 政府信息公开工作年度报告 关于 统计期限自 地址： 电话：0527-84396065 a@b.cn
导读： 当前位置： 相关链接 --> 责任编辑： 上一篇 热门推荐 附件： 附表 发布时间：2018-03-12 标题： 来源：某局
主动公开 依申请公开 收到申请10件 未收到 行政复议 收费 存在的问题 下一步 将继续 一、本年新收政府信息公开申请数量
"""
BLANKS = ["\n", "\n\n", " ", "\u3000", "\t", "\ufeff"]
PIECES = st.sampled_from([*LINES, *WORDS.split(), *BLANKS])
HINTS = st.builds(
    Hints,
    st.none() | st.integers(1, 9_998),
    st.none() | st.sampled_from(Tier),
    st.none() | st.sampled_from(Organ),
    st.none() | st.dates(),
)
NAMES = st.sampled_from(["a.txt", "a.md"])
of_any_text = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def turned_seeds(draw: st.DrawFn) -> str:
    """Cut, shuffle, join or repeat the lines of a seed."""
    seed = draw(st.sampled_from(SEEDS))
    start = draw(st.integers(0, max(0, len(seed) - LONGEST_SEED)))
    lines = seed[start : start + draw(st.integers(0, LONGEST_SEED))].split("\n")
    turn = draw(st.sampled_from(["cut", "shuffle", "join", "repeat"]))
    if turn == "shuffle":
        draw(st.randoms(use_true_random=False)).shuffle(lines)
    elif turn == "repeat":
        lines = [one for one in lines for _ in range(draw(st.integers(0, 3)))]
    return draw(st.sampled_from(["", " "])).join(lines) if turn == "join" else "\n".join(lines)


TEXTS = st.text() | st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map("\n".join)
ALL_TEXTS = TEXTS | turned_seeds()


def document(text: str, name: str = "a.txt") -> Document:
    """Read a text whatever it holds; the readers themselves refuse what is empty or no text."""
    data = text.encode("utf-8", "replace")
    try:
        return readers.read_bytes(data, name)
    except ReadError:
        return Document(name, "txt", "", text, ())


def placed(report: Report) -> Iterator[tuple[int, int]]:
    """Give the places that are judged."""
    yield from ((one.start, one.end) for one in report.quantities)
    yield from ((one.start, one.end) for one in report.dates)
    yield from ((one.start, one.end) for one in report.sections.values())
    yield from ((one.start, one.stop) for one in report.outline)


def spans(report: Report) -> Iterator[tuple[int, int]]:
    """Give every place that a report speaks of."""
    yield report.extent
    yield from (front.span for front in report.front.values() if front.span)
    yield from (dated.span for dated in (report.published, report.signed) if dated and dated.span)
    yield from placed(report)
    yield from ((one.start, one.end) for one in report.years)
    yield from (one.digits for one in report.years)
    yield from ((one.start, one.end) for one in report.outline)
    if report.issuer.span:
        yield report.issuer.span


@of_any_text
@given(text=ALL_TEXTS, name=NAMES, hints=HINTS)
def test_any_text_is_understood_and_every_place_lies_within_it(
    text: str, name: str, hints: Hints, ruleset: Ruleset
) -> None:
    report = build(document(text, name), ruleset, hints)
    assert all(0 <= start <= end <= len(report.text) for start, end in spans(report))


@of_any_text
@given(text=ALL_TEXTS, hints=HINTS)
def test_what_is_judged_lies_within_the_extent(text: str, hints: Hints, ruleset: Ruleset) -> None:
    report = build(document(text), ruleset, hints)
    assert all(report.extent.start <= start <= end <= report.extent.end for start, end in placed(report))


@of_any_text
@given(text=ALL_TEXTS, hints=HINTS)
def test_headings_are_in_order_and_nest(text: str, hints: Hints, ruleset: Ruleset) -> None:
    outline = build(document(text), ruleset, hints).outline
    assert [one.start for one in outline] == sorted(one.start for one in outline)
    open_ones: list[tuple[int, int]] = []
    for one in outline:
        while open_ones and open_ones[-1][1] <= one.start:
            open_ones.pop()
        assert all(one.stop <= stop and one.level > level for level, stop in open_ones)
        open_ones.append((one.level, one.stop))


@of_any_text
@given(text=ALL_TEXTS, hints=HINTS)
def test_sections_lie_side_by_side_or_inside_each_other(text: str, hints: Hints, ruleset: Ruleset) -> None:
    report = build(document(text), ruleset, hints)
    headed = sorted({(one.start, -one.end) for one in report.sections.values() if one.placement != "stated"})
    for number, (start, end) in enumerate(headed):
        assert all(-other <= -end or begin >= -end for begin, other in headed[number + 1 :] if begin >= start)
    for offset in range(0, len(report.text), max(1, len(report.text) // 50)):
        assert report.section_at(offset) in {*report.sections, "document"}


@of_any_text
@given(text=ALL_TEXTS, section=st.none() | st.sampled_from(["overview", "improvements", "fees"]), hints=HINTS)
def test_any_piece_is_understood_as_a_section(text: str, section: str | None, hints: Hints, ruleset: Ruleset) -> None:
    report = build_fragment(document(text), ruleset, hints, section)
    assert all(0 <= start <= end <= len(report.text) for start, end in spans(report))


@of_any_text
@given(text=ALL_TEXTS, hints=HINTS)
def test_any_bytes_are_checked_without_a_rule_crashing(text: str, hints: Hints, ruleset: Ruleset) -> None:
    result = pipeline.check_bytes(text.encode("utf-8", "replace"), "a.txt", ruleset, hints)
    assert "error" not in {one.outcome for one in result.results}
    assert result.error is None or "program failed" not in result.error.reason[1]
    quoted = [one for finding in result.findings for one in (*finding.evidence, *finding.related)]
    text_read = result.document.text if result.document else ""
    assert all(text_read[one.span.start : one.span.end] == one.quote for one in quoted)


@of_any_text
@given(text=ALL_TEXTS)
def test_folding_keeps_every_character_s_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert [at for at, one in enumerate(text) if one == "\n"] == [at for at, one in enumerate(folded) if one == "\n"]


@of_any_text
@given(text=ALL_TEXTS, data=st.data())
def test_a_source_keeps_every_character_s_place(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    source = source_of(document(text), fold(text), Span(start, end), (Span(first, last),))
    assert len(source.text) == len(source.prose) == len(text)
    assert not source.text[:start].strip()
    assert not source.text[end:].strip()
    assert all(
        start <= one.start < one.end <= end for one in source.sentences if source.text[one.start : one.end].strip()
    )
    assert all(before.end <= after.start for before, after in zip(source.sentences, source.sentences[1:], strict=False))


@pytest.mark.parametrize("text", [*SEEDS, *(seed.replace("\n", "") for seed in SEEDS)])
def test_the_same_text_is_always_understood_alike(text: str, ruleset: Ruleset) -> None:
    assert build(document(text), ruleset, Hints()) == build(document(text), ruleset, Hints())


def test_three_hundred_kilobytes_in_one_line_are_understood(ruleset: Ruleset) -> None:
    line = "".join(LINES) * 400
    report = build(document(line), ruleset, Hints())
    assert len(line.encode()) > 300_000
    assert (report.status, report.year) == (Status.CHECKED, 2017)
    assert all(0 <= start <= end <= len(line) for start, end in spans(report))


def checked(lines: list[str], ruleset: Ruleset, hints: Hints) -> DocumentResult:
    return pipeline.check_bytes("\n".join(lines).encode(), "a.txt", ruleset, hints)


PUBLISHED = [Hints(), Hints(published=date(2018, 3, 8)), Hints(year=2017)]


@pytest.mark.parametrize("hints", PUBLISHED)
def test_a_clean_report_has_no_findings(hints: Hints, ruleset: Ruleset) -> None:
    result = checked(LINES, ruleset, hints)
    assert not result.findings
    assert result.score
    assert result.score.upper == 100
    assert (result.score.lower == 100) is (hints.published is not None)


@pytest.mark.parametrize("hints", PUBLISHED)
@pytest.mark.parametrize("number", range(len(LINES)), ids=LINES)
def test_deleting_a_line_of_a_clean_report_never_raises_its_lower_bound(
    number: int, hints: Hints, ruleset: Ruleset
) -> None:
    before, after = checked(LINES, ruleset, hints), checked(LINES[:number] + LINES[number + 1 :], ruleset, hints)
    assert before.score
    assert after.score is None or after.score.lower <= before.score.lower


@of_any_text
@given(gone=st.sets(st.integers(0, len(LINES) - 1), min_size=2), hints=st.sampled_from(PUBLISHED))
def test_deleting_several_lines_never_raises_it_either(gone: set[int], hints: Hints, ruleset: Ruleset) -> None:
    before = checked(LINES, ruleset, hints)
    after = checked([line for number, line in enumerate(LINES) if number not in gone], ruleset, hints)
    assert before.score
    assert after.score is None or after.score.lower <= before.score.lower


@pytest.mark.parametrize(("number", "rule"), [(7, "STRUCT-PROACTIVE"), (9, "STRUCT-APPLICATIONS"), (13, "STRUCT-FEES")])
def test_deleting_a_mandatory_part_costs_points(number: int, rule: str, ruleset: Ruleset) -> None:
    before, after = checked(LINES, ruleset, Hints()), checked(LINES[:number] + LINES[number + 2 :], ruleset, Hints())
    assert before.score
    assert after.score
    assert after.score.lower < before.score.lower
    assert rule in after.score.gates_failed
