"""The generator of clean reports: repeatable, varied, and without a slip of its own."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.accuracy.generator import generate
from tests.accuracy.generator.makers import ROLES
from tests.accuracy.generator.wording import entries

if TYPE_CHECKING:
    from tests.accuracy.model import Sample

SEEDS = range(300)
NUMBERS = re.compile(r"-?\d+")
HEADS = "一二三四五六七八九十"


@cache
def samples() -> tuple[Sample, ...]:
    return tuple(generate(seed) for seed in SEEDS)


def rows(sample: Sample, key: str) -> list[list[str]]:
    part = next(part for part in sample.parts if part.keys == (key,))
    mark = "|" if any(line.startswith("|") for line in part.paragraphs) else "\t"
    lines = [line for line in part.paragraphs if mark in line]
    return [[cell.strip() for cell in line.strip("|").split(mark)] for line in lines]


def figures(row: list[str]) -> list[int]:
    return [int(cell) for cell in row if NUMBERS.fullmatch(cell)]


def statutory() -> list[Sample]:
    return [sample for sample in samples() if sample.regime != "2008"]


def test_the_same_seed_gives_the_same_text() -> None:
    assert [generate(seed).text() for seed in range(20)] == [sample.text() for sample in samples()[:20]]


def test_all_eras_years_tiers_and_organs_occur() -> None:
    assert {(sample.maker.tier, sample.maker.organ) for sample in samples()} == set(ROLES)
    assert {sample.regime for sample in samples()} == {"2008", "2019", "2021"}
    assert {sample.year for sample in samples()} == set(range(2008, 2026))


@pytest.mark.parametrize("regime", ["2008", "2019", "2021"])
@pytest.mark.parametrize("organ", ["government", "committee", "office"])
def test_era_and_organ_can_be_chosen(regime: str, organ: str) -> None:
    made = [generate(seed, regime=regime, organ=organ) for seed in range(5)]
    assert {(sample.regime, sample.maker.organ) for sample in made} == {(regime, organ)}


def test_no_slot_is_left_and_nothing_is_marked() -> None:
    for sample in samples():
        text = sample.text()
        assert not re.search(r"[{}]|None|。。|，，|,,|、、", text), text
        assert sample.marks() == ()
        assert sample.marked() == text


def test_marks_are_balanced() -> None:
    for sample in samples():
        for left, right in ("“”", "《》", "〈〉", "〔〕", "（）", "()", "【】"):
            assert sample.text().count(left) == sample.text().count(right)


def test_punctuation_is_of_one_width() -> None:
    for sample in samples():
        body = "".join(line for part in sample.parts for line in part.paragraphs)
        assert not ("，" in body and re.search(r"[\u4e00-\u9fff],[\u4e00-\u9fff]", body))


def test_applications_add_up() -> None:
    for sample in statutory():
        table = [row[-7:] for row in rows(sample, "applications") if len(figures(row)) == 7]
        numbers = [figures(row) for row in table]
        assert len(numbers) == (25 if sample.regime == "2021" else 23)
        for row in numbers:
            assert row[-1] == sum(row[:-1])
        for column in zip(*numbers, strict=True):
            assert column[0] + column[1] == column[-2] + column[-1]
            assert column[-2] == sum(column[2:-2])
        assert numbers[0][-1] == sample.facts["new"]
        assert numbers[-2][-1] == sample.facts["handled"]


def test_disputes_add_up() -> None:
    for sample in statutory():
        cells = figures(rows(sample, "review_litigation")[-1])
        assert len(cells) == 15
        for start in (0, 5, 10):
            assert sum(cells[start : start + 4]) == cells[start + 4]


def test_attached_statistics_add_up() -> None:
    attached = [sample.facts for sample in samples() if sample.facts.get("has_table")]
    assert attached
    for facts in attached:
        parts = ("face_to_face", "by_fax", "by_net", "by_letter")
        assert sum(facts[name] for name in parts) == facts["applications_received"]
        replies = ("reply_public", "granted", "partial", "denied", "not_ours", "not_exist", "unclear", "other_way")
        assert sum(facts[name] for name in replies) == facts["answered"] == facts["on_time"] + facts["extended"]
        assert facts["staff"] == facts["fulltime"] + facts["parttime"]


def test_shares_and_growth_are_right() -> None:
    for sample in samples():
        text, facts = sample.text(), sample.facts
        total, before = facts["proactive_total"], facts["prev_total"]
        for count, rate in re.findall(r"(\d+)条[,，]占(?:总数的|主动公开信息总数的)?([\d.]+)%", text):
            assert abs(int(count) * 100 / total - float(rate)) < 0.051
        for rate in re.findall(rf"{total}条(?:[（(].*?[）)])?[,，][^,，。]*?(?:增长|下降)([\d.]+)%", text):
            assert abs(abs(total - before) * 100 / before - float(rate)) < 0.051


def test_headings_are_numbered_without_a_gap() -> None:
    for sample in samples():
        heads = [part.heading for part in sample.parts]
        numbers = [re.match(r"[第（(]?([一二三四五六七八九十]+|\d+)", head) for head in heads]
        found = [number[1] for number in numbers if number]
        assert len(found) == len(heads)
        order = [value(number) for number in found]
        assert all(later == earlier + 1 for earlier, later in pairwise([0, *order]))


def value(number: str) -> int:
    if number.isdigit():
        return int(number)
    ones = number.rpartition("十")[2]
    return (10 if "十" in number else 0) + (HEADS.index(ones) + 1 if ones else 0)


def test_announced_parts_are_those_that_follow() -> None:
    announced = 0
    for sample in samples():
        topics = [re.sub(r"^.*?[、　.）)]\s*", "", part.heading, count=1) for part in sample.parts]
        text = "".join(sample.introduction)
        if topics[1] in text:
            announced += 1
            assert all(topic in text for topic in topics)
    assert announced > 90


def test_sentences_vary() -> None:
    said = {sentence for sample in samples() for sentence in re.split(r"[。\n]", re.sub(r"\d", "", sample.text()))}
    assert len(said) > 2500
    assert len({sample.introduction[0][:24] for sample in samples()}) > 100


@pytest.mark.parametrize(
    ("name", "pools", "least"),
    [
        ("front", ("openings_old", "openings_new"), 25),
        ("front", ("periods",), 12),
        ("front", ("contacts",), 12),
        (
            "prose",
            ("applications_none", "non_disclosure_none", "fees_none", "review_none", "other_2019", "fee_new"),
            40,
        ),
        ("activities", ("organisation", "training", "channels", "content", "interpretation", "response"), 60),
    ],
)
def test_pools_are_rich(name: str, pools: tuple[str, ...], least: int) -> None:
    assert sum(len(entries(name, pool)) for pool in pools) >= least


def test_no_sentence_is_said_twice() -> None:
    for sample in samples():
        body = [line for part in sample.parts for line in part.paragraphs if "\t" not in line and "|" not in line]
        long = [found for line in body for found in line.split("。") if len(found) > 15]
        assert len(long) == len(set(long))
