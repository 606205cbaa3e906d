from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reporters.parts.escape import one_line, visible
from checker.reporters.terminal.width import cells, pad, wrap

TEXTS = st.text(alphabet="公开报告，。（）《》“”2017abc .,()\u0301 ", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", 3), ("公开", 4), ("“”", 4), ("，", 2), ("e\u0301", 1), ("\x01a\x02", 1), ("", 0)]
)
def test_a_chinese_character_takes_two_cells(text: str, expected: int) -> None:
    assert cells(text) == expected


def test_padding_counts_cells() -> None:
    assert pad("公开", 6) == "公开  "


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("今年公开了信息。", 14, ["今年公开了信", "息。"]),
        ("依据《条例》办理", 6, ["依据", "《条", "例》办", "理"]),
        ("共2017年度报告", 8, ["共2017年", "度报告"]),
        ("two words", 5, ["two", "words"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_chinese_lines_may(text: str, width: int, expected: list[str]) -> None:
    assert wrap(text, width) == expected


@given(TEXTS, st.integers(4, 30))
def test_wrapping_loses_nothing_but_spaces_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(st.text(max_size=40))
def test_what_is_visible_can_be_encoded_and_stays_on_its_line(text: str) -> None:
    shown = one_line(text)
    assert shown.encode().decode() == shown
    assert shown.splitlines() in ([], [shown])


def test_a_control_character_is_written_out() -> None:
    assert visible("a\x1b[2J\x9b\u202eb\n\tc\ufeff") == "a\\x1b[2J\\x9b\\u202eb\n\tc\\ufeff"
