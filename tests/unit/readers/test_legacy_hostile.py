from __future__ import annotations

import gzip
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from checker import ReadError
from checker.readers import read_bytes
from checker.readers.legacy.office import VARIABLE
from tests.unit.readers.legacyfile import (
    DELETED,
    FREE,
    HIDDEN,
    IN_TABLE,
    ROW_END,
    Run,
    cells,
    doc,
    row_shape,
    storage,
    word_streams,
)

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT = gzip.decompress((Path(__file__).parents[2] / "data" / "report-2021.doc.gz").read_bytes())
ONE = [Run("甲\r")]
DAMAGED = "the file is damaged: not a whole doc/wps file"
TOO_MUCH = "the file holds far more than any report"
LOCKED = "the file is protected by a password"
OTHER = "{} files are not read yet: the file holds no Word document"
SYMBOL = (0x6A09, b"\1\0\3\4")


def without_table() -> bytes:
    return storage({"WordDocument": word_streams(ONE)["WordDocument"]})


def changed(data: bytes, place: int, new: bytes) -> bytes:
    return data[:place] + new + data[place + len(new) :]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a truncated file": (lambda: REPORT[: len(REPORT) // 2], DAMAGED),
    "its first bytes alone": (lambda: REPORT[:8], DAMAGED),
    "its head alone": (lambda: REPORT[:512], DAMAGED),
    "sectors of a size that no program has": (lambda: changed(REPORT, 30, b"\x3f"), DAMAGED),
    "sectors that lead to themselves": (lambda: changed(doc([Run("甲" * 3000)]), -512, bytes(4)), DAMAGED),
    "sectors that lead nowhere": (lambda: changed(doc([Run("甲" * 3000)]), -512, FREE.to_bytes(4, "little")), DAMAGED),
    "no table stream": (without_table, DAMAGED),
    "another head": (lambda: doc(ONE, kind=0x1234), DAMAGED),
    "fewer characters than it says": (lambda: doc(ONE, characters=1_000), DAMAGED),
    "less than no characters": (lambda: doc(ONE, characters=-1), DAMAGED),
    "a table without an end": (lambda: doc([Run("甲\x07", (IN_TABLE,)), Run("乙\r")]), DAMAGED),
    "no text": (lambda: doc([Run("\r")]), "the document holds no text"),
    "a password": (lambda: doc(ONE, flags=0x300), LOCKED),
    "a password on all of it": (lambda: storage({"EncryptedPackage": b"", "EncryptionInfo": b""}), LOCKED),
    "a table of numbers": (lambda: storage({"Workbook": b""}), OTHER.format("xls/et")),
    "slides": (lambda: storage({"PowerPoint Document": b""}), OTHER.format("ppt/dps")),
    "something else": (lambda: storage({"Contents": b""}), OTHER.format("OLE")),
    "a Word before that of 1997": (
        lambda: doc(ONE, kind=0xA5DC, version=0x65),
        "a doc file from before Word 97 is read through LibreOffice, which is not installed or could not convert it",
    ),
    "more text than in any report": (lambda: doc([Run("甲" * 2_100_000)]), TOO_MUCH),
    "a million paragraphs": (lambda: doc([Run("\r" * 1_000_000)]), TOO_MUCH),
    "a million cells": (lambda: doc([Run("\x07" * 1_000_000, (IN_TABLE, ROW_END))]), TOO_MUCH),
    "a million fields": (lambda: doc([Run("\x13" * 1_000_000)]), TOO_MUCH),
    "a million symbols": (lambda: doc([Run("a" * 1_000_000)], [Run("a" * 1_000_000, (SYMBOL,))]), TOO_MUCH),
}
READ: dict[str, Callable[[], bytes]] = {
    "a million characters": lambda: doc([Run("甲" * 1_000_000)]),
    "many paragraphs": lambda: doc([Run("甲\r" * 50_000)]),
    "many rows that are all in other columns": lambda: doc(
        [one for at in range(10_000) for one in cells("a", shape=row_shape([at, at + 900], [0x20]))]
    ),
    "many characters apart": lambda: doc(
        [Run("ab" * 10_000)], [Run(one, (DELETED if one == "a" else (0x0855, b"\1"),)) for one in "ab" * 10_000]
    ),
    "many ends struck out": lambda: doc([Run("甲\r" * 20_000 + "乙")], [Run("甲\r" * 20_000, (DELETED,)), Run("乙")]),
    "fields that never end": lambda: doc([Run("甲" + "\x13" * 50_000)]),
    "a file of many streams": lambda: storage(word_streams(ONE) | {f"x{index}": b"" for index in range(800)}),
    "hidden text around": lambda: doc([Run("甲隐\r" * 10_000)], [Run(one, (HIDDEN,) if one == "隐" else ()) for one in "甲隐\r" * 10_000]),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line_that_says_how_to_get_there(
    make: Callable[[], bytes], reason: str
) -> None:
    data = make()
    begun = time.perf_counter()
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "a.doc")
    assert time.perf_counter() - begun < 2
    assert refused.value.reason[1] == reason
    assert not any("\n" in words for words in (*refused.value.reason, *refused.value.hint))
    assert reason == "the document holds no text" or "docx" in refused.value.hint[0]


@pytest.mark.parametrize("make", READ.values(), ids=READ)
def test_what_is_large_is_read_in_bounded_time(make: Callable[[], bytes]) -> None:
    data = make()
    begun = time.perf_counter()
    assert read_bytes(data, "a.doc").blocks
    assert time.perf_counter() - begun < 10


def outcome(data: bytes) -> str:
    try:
        return read_bytes(data, "a.doc").format
    except ReadError as error:
        return error.reason[1]


def test_a_file_cut_off_anywhere_is_never_read_as_if_it_were_whole() -> None:
    dice = Random(1)  # noqa: S311
    cuts = (REPORT[: dice.randrange(512, len(REPORT) - 512)] for _ in range(100))
    assert {outcome(one) for one in cuts} <= {DAMAGED, OTHER.format("OLE")}


@pytest.mark.parametrize("changes", [1, 5, 100])
def test_changed_bytes_end_in_a_document_or_in_one_line(changes: int) -> None:
    dice = Random(changes)  # noqa: S311
    for _ in range(60):
        data = bytearray(REPORT)
        for _ in range(changes):
            data[dice.randrange(8, len(data))] = dice.randrange(256)
        assert "\n" not in outcome(bytes(data))
