"""Structured data (a report by docs/schema/report.schema.json): its words as lines, its tables with keys for labels."""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.model.document import BlockKind, Document, Note, ReadError
from checker.readers.decoding import decode
from checker.readers.json.mistakes import first_mistake
from checker.readers.running import RunningText, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = dict[str, Any]
_CONTACT = {"address": "地址", "postcode": "邮编", "phone": "电话", "email": "电子邮箱"}
_LARGEST = 2 * 1024 * 1024  # bytes; the data of a report takes some 50,000
_HINT = (
    "请对照 docs/schema/report.schema.json 修改",
    "mend it by docs/schema/report.schema.json",
)


def read(data: bytes, name: str) -> Document:
    """Read a report that is given as data; raises ReadError."""
    if len(data) > _LARGEST:
        raise ReadError(name, ("数据太大，不像一份报告", "far more data than any report has"), _HINT)
    decoded = decode(data, name)
    report = _loaded(decoded.text, name)
    mistake = first_mistake(report)
    if mistake:
        raise ReadError(name, mistake, _HINT)
    running = RunningText()
    _put(running, report)
    notes = (*decoded.notes, *_doubts(report))
    digest = sha256(data).hexdigest()
    return Document(name, "json", digest, running.text, tuple(running.blocks), notes, tuple(running.tables))


def _loaded(text: str, name: str) -> Data:
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_each_once)
    except json.JSONDecodeError as error:
        place = (f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}")
        raise ReadError(name, (f"不是完整的 JSON：{place[0]}", f"not JSON: {place[1]}: {error.msg}"), _HINT) from error
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _TwiceError) else "too deep, or a number without end"
        raise ReadError(name, (f"JSON 无法读取：{reason}", f"JSON that cannot be read: {reason}"), _HINT) from error
    if not isinstance(data, dict) or not {"title", "sections"} & data.keys():
        raise ReadError(
            name,
            ("是 JSON，但不是结构化的年度报告", "JSON, but no report as structured data"),
            (
                "年度报告的结构化数据见 docs/schema/report.schema.json",
                "see docs/schema/report.schema.json for reports as data",
            ),
        )
    return data


class _TwiceError(ValueError):
    """A key that is given twice: one of its values would be lost."""

    def __init__(self, key: str) -> None:
        super().__init__(f"“{key[:40]}” 重复 / given twice")


def _each_once(pairs: list[tuple[str, Any]]) -> Data:
    made: Data = {}
    for key, value in pairs:
        if key in made:
            raise _TwiceError(key)
        made[key] = value
    return made


def _no_number(word: str) -> float:
    raise ValueError(word)


def _put(running: RunningText, report: Data) -> None:
    if report.get("published"):
        running.line(Words(f"PubDate: {report['published']}"), BlockKind.METADATA)
    running.line(Words(" ".join(report["title"].split())), BlockKind.HEADING, 1)
    _paragraphs(running, report.get("introduction", ()))
    tables = dict(report.get("tables", {}))
    placed = {one["table"] for one in report["sections"] if "table" in one}
    for section in report["sections"]:
        running.line(Words(" ".join(section["heading"].split())), BlockKind.HEADING, 2)
        _paragraphs(running, section.get("paragraphs", ()))
        key = section.get("table") or section.get("key")
        if key in tables and ("table" in section or key not in placed):
            _table(running, key, tables.pop(key))
    for key, table in tables.items():
        _table(running, key, table)
    _paragraphs(running, report.get("closing", ()))
    said = [f"{word}：{report['contact'][key]}" for key, word in _CONTACT.items() if report.get("contact", {}).get(key)]
    _paragraphs(running, ["，".join(said)] if said else ())


def _paragraphs(running: RunningText, paragraphs: list[str] | tuple[str, ...]) -> None:
    for paragraph in paragraphs:
        for line in paragraph.splitlines():
            if line.strip():
                running.line(Words(line.replace("\t", " ")))


def _table(running: RunningText, key: str, table: dict[str, Data]) -> None:
    running.table([[Words(_printed(cell)) for cell in row] for row in _rows(key, table)])


def _rows(key: str, table: dict[str, Data]) -> Iterator[list[Any]]:
    """Give the rows with their key in front; wherever the columns change, a row of their keys stands above."""
    heads: tuple[str, ...] | None = None
    for name, row in table.items():
        if heads is None or not row.keys() <= set(heads):
            heads = tuple(row)
            yield [key, *heads]
        yield [name, *(row.get(head) for head in heads)]


def _printed(cell: str | int | Decimal | None) -> str:
    return "" if cell is None else " ".join(cell.split()) if isinstance(cell, str) else str(cell)


def _doubts(report: Data) -> Iterator[Note]:
    if str(report["report_year"]) not in report["title"]:
        yield Note(
            "report_year 与标题中的年份不同，以标题为准",
            "report_year is not the year in the title: the title counts",
        )
