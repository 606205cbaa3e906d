from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.model.document import Document, Span, Table
from checker.structure.damage import damages_of
from checker.structure.source import source_of
from checker.text import fold

if TYPE_CHECKING:
    from checker.model.report import Damage

CASES = yaml.safe_load((Path(__file__).parent / "damage.yaml").read_text("utf-8"))
KINDS = {"dates": "date", "document_numbers": "document_number", "texts": "text"}
DAMAGED = [(words, places, what) for name, what in KINDS.items() for words, places in CASES[name]]
WHOLE = [line for name, lines in CASES.items() if name not in KINDS for line in lines]


def damages(text: str, tables: tuple[Table, ...] = ()) -> tuple[Damage, ...]:
    document = Document("x.txt", "txt", "", text, (), tables=tables)
    return damages_of(source_of(document, fold(text), Span(0, len(text)), ()))


@pytest.mark.parametrize(("words", "places", "what"), DAMAGED)
def test_a_damaged_place_is_found_as_a_whole(words: str, places: list[str], what: str) -> None:
    assert [(words[one.start : one.end], one.what) for one in damages(words)] == [(place, what) for place in places]


@pytest.mark.parametrize("line", WHOLE)
def test_what_is_whole_is_not_taken_for_damaged(line: str) -> None:
    assert damages(f"我局{line}") == ()
    assert damages(line) == ()


@pytest.mark.parametrize("line", [words for line in WHOLE for words in line.split("，")])
def test_what_is_whole_stays_so_in_a_sentence_of_its_own(line: str) -> None:
    assert damages(f"工作完成。{line}") == ()


def test_a_table_s_figures_are_no_dates() -> None:
    text = "截止1231日"
    assert damages(text)
    assert damages(text, (Table(0, len(text), 1, 1, ()),)) == ()


def test_the_attached_table_is_left_out() -> None:
    assert damages("政府信息公开情况统计表\n指标名称 单位\n截止1231日 5\n") == ()


def test_damages_stand_in_reading_order() -> None:
    found = damages("20186月，某府发〔201836号，截止1231日，�。")
    assert [one.what for one in found] == ["date", "document_number", "date", "text"]
    assert list(found) == sorted(found)


def test_a_text_damaged_throughout_is_told_by_its_first_places() -> None:
    found = damages("一句�。" * 50)
    assert [one.start for one in found] == [4 * index for index in range(20)]


@given(st.text(alphabet="0123456789年月日自至起止前,。〔〕号发 国办\n*�", max_size=60))
def test_every_place_lies_in_the_text(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in damages(text))


@pytest.mark.parametrize(
    "run",
    [
        "1",
        "2017",
        "2017年",
        "20171月",
        "1231日",
        "自2017至",
        "0 ",
        "国办发〔",
        "〔2017",
        "�",
        "據(jù)",
        "起 至",
        " ",
        "公*",
    ],
)
def test_time_grows_with_the_length_alone(run: str) -> None:
    def seconds(length: int) -> float:
        text = (run * length)[:length]
        started = time.process_time()
        damages(text)
        return time.process_time() - started

    short = min(seconds(5_000) for _ in range(3))
    assert seconds(40_000) < 40 * short + 0.1
