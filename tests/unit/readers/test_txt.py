from __future__ import annotations

from hashlib import sha256

import pytest

from checker import Document, Location
from checker.model.document import BlockKind
from checker.readers import read_bytes

TEXT = "\n某县2017年政府信息公开工作年度报告\n \n　　根据《条例》，编制本报告。\n一、概述"
LINES = TEXT.split("\n")


def document(text: str = TEXT, encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), "a.txt")


def test_every_line_that_is_not_blank_is_a_paragraph_with_its_place() -> None:
    found = [(block.kind, document().text[block.start : block.end], block.location) for block in document().blocks]
    assert found == [
        (BlockKind.PARAGRAPH, LINES[1], Location(2, 1)),
        (BlockKind.PARAGRAPH, LINES[3], Location(4, 1)),
        (BlockKind.PARAGRAPH, LINES[4], Location(5, 1)),
    ]


def test_the_text_is_never_repaired() -> None:
    text = "２０１７年 工作１，１１３条\t 。。\n\n\n"
    assert document(text).text == text


def test_name_format_and_digest_are_those_of_the_file() -> None:
    read = document(encoding="gbk")
    assert (read.name, read.format, read.notes) == ("a.txt", "txt", ())
    assert read.sha256 == sha256(TEXT.encode("gbk")).hexdigest()


def test_the_digest_is_of_the_bytes_and_not_of_the_text() -> None:
    assert document(encoding="gbk").sha256 != document().sha256


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("某县", 2, 1), ("年度报告", 2, 16), ("　　根据", 4, 1), ("《条例》", 4, 5), ("本报告。", 4, 12), ("一、", 5, 1), ("述", 5, 4)],
)  # fmt: skip
def test_a_character_is_located_by_line_and_column(words: str, line: int, column: int) -> None:
    assert document().locate(TEXT.index(words)) == Location(line, column)


def test_before_the_first_words_is_the_first_place_of_the_file() -> None:
    assert document().locate(0) == Location(1, 1)


def test_the_end_of_the_text_stands_behind_its_last_character() -> None:
    assert document().locate(len(TEXT)) == Location(5, 5)


def test_a_blank_line_counts_as_the_end_of_the_line_above_it() -> None:
    assert document().locate(TEXT.index(" \n")) == Location(2, len(LINES[1]) + 1)


def test_lines_are_counted_alike_whatever_ends_them() -> None:
    for end in ("\r\n", "\r"):
        assert document(TEXT.replace("\n", end)).blocks == document().blocks


def test_every_place_of_a_text_maps_back_to_its_character() -> None:
    read = document()
    for block in read.blocks:
        for offset in range(block.start, block.end):
            place = read.locate(offset)
            assert place.line
            assert place.column
            assert LINES[place.line - 1][place.column - 1] == read.text[offset]


def test_a_broken_byte_is_told_and_keeps_its_place() -> None:
    read = read_bytes(TEXT.encode().replace("编制".encode(), "编制".encode() + b"\xff"), "a.txt")
    assert [note.en for note in read.notes] == ["damaged places that could not be read (shown as U+FFFD): 1"]
    assert read.locate(read.text.index("\ufffd")) == Location(4, 12)
