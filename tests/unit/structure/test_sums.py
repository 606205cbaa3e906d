from __future__ import annotations

import time
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import readers
from checker.model.document import Span
from checker.structure.quantities import collect
from checker.structure.source import source_of
from checker.structure.sums import sums_of
from checker.text import fold

if TYPE_CHECKING:
    from checker.model.relations import Sum

ROOT = Path(__file__).parents[3]
PARTITIONS = yaml.safe_load((ROOT / "rules/lexicons/partitions.yaml").read_text("utf-8"))
CASES = yaml.safe_load((Path(__file__).parent / "sums.yaml").read_text("utf-8"))
FOUND = [
    pytest.param(case["text"], case["sums"], id=f"{name}: {case['text']}")
    for name, rows in CASES.items()
    for case in rows
]


def sums(text: str) -> tuple[Sum, ...]:
    document = readers.read_bytes(text.encode(), "text.txt")
    folded, span = fold(document.text), Span(0, len(document.text))
    source = source_of(document, folded, span, ())
    return sums_of(source, collect(folded, span), (), MappingProxyType(PARTITIONS))


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_totals_are_read_with_their_parts(text: str, expected: list[list[object]]) -> None:
    found = [[one.total.value, [part.value for part in one.parts], one.closed] for one in sums(text)]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_complete_list_names_its_partition() -> None:
    (found,) = sums("收到申请46件，其中公民申请30件，法人或其他组织申请14件。")
    assert (found.closed, found.name) == ("partition", "applicant")


def test_a_total_in_another_paragraph_is_not_near() -> None:
    (found,) = sums(
        "全年主动公开政府信息2540条。公开量较大的部门是公安局等。各部门主动公开政府信息的主要类别有："
        "职能类594条，文件类281条，许可类700条，其他应主动公开的信息1065条。"
    )
    assert (found.total.value, found.near, found.closed) == (2540, False, "rest")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("公布信息310条，其中政策类120条，许可类90条，其他95条。", True),
        ("公布信息310条，(其中政策类120条，许可类90条，其他95条)。", True),
        ("公布信息310条。其中政策类120条，许可类90条，其他95条。", False),
        ("公布信息310条，其中政策类220条，许可类190条。", False),
        ("公布信息310条，分别为政策类120条，许可类90条，其他95条。", False),
    ],
)
def test_three_parts_behind_the_word_for_among_them_are_stated(text: str, *, stated: bool) -> None:
    (found,) = sums(text)
    assert found.stated is stated


def test_numbers_in_a_table_are_no_parts() -> None:
    rows = [("收到申请", "32件"), ("其中：网络申请", "15件"), ("信函申请", "19件")]
    cells = "".join(f"<tr><td>{name}</td><td>{number}</td></tr>" for name, number in rows)
    document = readers.read_bytes(f"<html><body><table>{cells}</table></body></html>".encode(), "text.html")
    span = Span(0, len(document.text))
    folded = fold(document.text)
    source = source_of(document, folded, span, ())
    assert document.tables
    assert sums_of(source, collect(folded, span), (), PARTITIONS) == ()


@pytest.mark.parametrize(
    "words",
    [
        "其中3条，",
        "收到申请3件，其中网络申请2件，",
        "（其中3条",
        "网络申请3件，",
        "共计3件，",
        "公开3条，其他3条；",
        "按内容分，3条，",
        "1．政策类3条；",
    ],
)
def test_reading_is_linear(words: str) -> None:
    def seconds(characters: int) -> float:
        text = (words * characters)[:characters]
        span, folded = Span(0, len(text)), fold(text)
        source = source_of(readers.read_bytes(text.encode(), "text.txt"), folded, span, ())
        quantities = collect(folded, span)
        start = time.process_time()
        sums_of(source, quantities, (), PARTITIONS)
        return time.process_time() - start

    seconds(1_000)  # compiles the patterns
    assert seconds(40_000) < 10 * seconds(8_000) + 0.1
