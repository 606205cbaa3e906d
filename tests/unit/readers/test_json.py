from __future__ import annotations

import json
import time
from typing import Any

import pytest

from checker import ReadError
from checker.model.document import BlockKind
from checker.readers import read_bytes

REPORT: dict[str, Any] = {
    "title": "青岩县水务局2023年政府信息公开工作年度报告",
    "issuer": {"name": "青岩县水务局"},
    "report_year": 2023,
    "published": "2024-01-20",
    "introduction": ["根据《条例》，编制本报告。"],
    "sections": [
        {"key": "overview", "heading": "一、总体情况", "paragraphs": ["主动公开15条。", "上半年。\n下半年。"]},
        {"key": "applications", "heading": "二、收到和处理政府信息公开申请情况"},
    ],
    "tables": {
        "applications": {"new": {"person": 3, "total": None}, "total": {"person": "2.50", "total": "/"}},
        "proactive": {"rules": {"made": 1}, "permits": {"decisions": 9}},
    },
    "contact": {"phone": "0000-1234567", "address": "青岩县某路1号"},
    "closing": ["2024年1月20日"],
}


def changed(**parts: Any) -> bytes:
    return json.dumps({**REPORT, **parts}, ensure_ascii=False).encode()


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "report.json")
    assert all(refused.value.hint)
    assert "\n" not in "".join(refused.value.reason)
    return refused.value


def test_a_report_as_data_has_a_running_text() -> None:
    read = read_bytes(changed(), "report.json")
    assert read.format == "json"
    assert read.text.splitlines() == [
        "PubDate: 2024-01-20",
        "青岩县水务局2023年政府信息公开工作年度报告",
        "根据《条例》，编制本报告。",
        "一、总体情况",
        "主动公开15条。",
        "上半年。",
        "下半年。",
        "二、收到和处理政府信息公开申请情况",
        "applications\tperson\ttotal",
        "new\t3\t",
        "total\t2.50\t/",
        "proactive\tmade",
        "rules\t1",
        "proactive\tdecisions",
        "permits\t9",
        "2024年1月20日",
        "地址：青岩县某路1号，电话：0000-1234567",
    ]
    kinds = [block.kind for block in read.blocks]
    assert kinds[:2] == [BlockKind.METADATA, BlockKind.HEADING]
    assert kinds.count(BlockKind.HEADING) == 3
    assert (len(read.tables), read.notes) == (2, ())


def test_a_cell_is_found_by_its_place_in_the_running_text() -> None:
    read = read_bytes(changed(), "report.json")
    place = read.locate(read.text.index("2.50"))
    assert (place.line, place.column, place.cell, place.running) == (11, 7, "T1R3C2", True)


def test_a_table_stands_where_its_section_says() -> None:
    sections = [{"heading": "一、统计", "table": "applications"}, {"key": "applications", "heading": "二、说明"}]
    lines = read_bytes(changed(sections=sections), "report.json").text.splitlines()
    assert lines.index("new\t3\t") < lines.index("二、说明")


def test_a_year_beside_the_title_s_is_told() -> None:
    (note,) = read_bytes(changed(report_year=2022), "report.json").notes
    assert "title" in note.en


MISTAKES = {
    "a part that is missing": ({"sections": [{}]}, "$.sections[0]: heading is missing"),
    "a key that is not known": ({"titel": "x"}, "$: titel is not known"),
    "a word for a year": ({"report_year": "2023"}, "$.report_year: must be a whole number"),
    "a list for a cell": (
        {"tables": {"applications": {"new": {"person": [1]}}}},
        "$.tables.applications.new.person: does not fit: [1]",
    ),
    "a table of another name": ({"tables": {"fees": {}}}, "$.tables: fees is not known"),
    "a section of another name": (
        {"sections": [{"key": "x", "heading": "x"}]},
        "$.sections[0].key: must be one of document, overview",
    ),
    "an empty title": ({"title": " "}, "$.title: does not fit"),
    "a day that is none": ({"published": "2024-13-01"}, "$.published: does not fit: 2024-13-01"),
    "several": ({"titel": 1, "report_year": "x"}, "(and 1 more)"),
}


@pytest.mark.parametrize(("parts", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_by_its_path(parts: dict[str, Any], said: str) -> None:
    assert said in refusal(changed(**parts)).reason[1]


NO_REPORT = {
    "a result of the checker": ('{"schema_version": "1", "results": []}', "JSON, but no report as structured data"),
    "a list": ("[1, 2]", "JSON, but no report as structured data"),
    "cut off": ('{"title": "x",', "not JSON: line 1, column 15"),
    "a key given twice": ('{"title": "x", "title": "y"}', "given twice"),
    "no number": ('{"title": NaN}', "JSON that cannot be read"),
    "a number without end": ('{"title": ' + "1" * 10_000 + "}", "JSON that cannot be read"),
    "too deep": ('{"title": ' + "[" * 100_000 + "}", "JSON that cannot be read"),
    "too large": ('{"title": "' + "x" * 3_000_000 + '"}', "far more data"),
}


@pytest.mark.parametrize(("text", "said"), NO_REPORT.values(), ids=NO_REPORT)
def test_what_is_no_report_is_refused_and_said_why(text: str, said: str) -> None:
    start = time.perf_counter()
    assert said in refusal(text.encode()).reason[1]
    assert time.perf_counter() - start < 5


def test_many_cells_are_read_in_bounded_time() -> None:
    start = time.perf_counter()
    rows = {f"r{number}": {f"c{column}": 1 for column in range(20)} for number in range(5_000)}
    assert read_bytes(changed(tables={"applications": rows}), "report.json").tables[0].rows == 5_001
    assert time.perf_counter() - start < 20
