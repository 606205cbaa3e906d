from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker.text import fold, parse_number

NUMERALS = yaml.safe_load((Path(__file__).parent / "numerals.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("２０１７年１月", "2017年1月"),
        ("（一）主动公开；", "(一)主动公开;"),
        ("电话：0715，ｊｆ＠１６３．com", "电话:0715,jf@163.com"),
        ("２３．４８％", "23.48%"),
        ("一\u3000概\u00a0述\t。", "一 概 述 。"),
        ("2017\u200b年\ufeff", "2017 年 "),
        ("公\u00ad开\u2060信\u200d息\ufe0f", "公 开 信 息 "),
        ("﹝2017﹞31号", "〔2017〕31号"),
        ("［2017］15号", "[2017]15号"),
        ("〔2017〕31号", "〔2017〕31号"),
        ("﹙一﹚﹪", "(一)%"),
        ("《条例》、“五公开”。", "《条例》、“五公开”。"),
        ("一行\r\n二行\n", "一行\r\n二行\n"),
        ("plain text", "plain text"),
    ],
)
def test_widths_and_spaces_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_newlines_stay_where_they_are(text: str) -> None:
    assert [at for at, one in enumerate(fold(text)) if one in "\r\n"] == [
        at for at, one in enumerate(text) if one in "\r\n"
    ]


@pytest.mark.parametrize(("words", "value"), NUMERALS["numbers"])
def test_a_numeral_has_its_value(words: str, value: str) -> None:
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize("words", NUMERALS["no_numbers"])
def test_what_is_no_number_has_none(words: str) -> None:
    assert parse_number(words) is None


def test_printed_decimals_are_kept() -> None:
    assert str(parse_number("23.50")) == "23.50"


def test_a_scaled_number_shows_no_needless_decimals() -> None:
    assert str(parse_number("42.8万")) == "428000"


DIGITS = "零一二三四五六七八九"


def in_han(value: int) -> str:
    for scale, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= scale:
            head, rest = divmod(value, scale)
            zero = "零" if 0 < rest < scale // 10 else ""
            return in_han(head) + unit + zero + (in_han(rest) if rest else "")
    return DIGITS[value]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_written_out_numeral_is_read_back(value: int) -> None:
    assert parse_number(in_han(value)) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_separators_do_not_change_a_number(value: int) -> None:
    assert parse_number(f"{value:,}") == value


@given(st.text(alphabet="零一二三十百千万亿点两廿0123456789,.-几条", max_size=40))
def test_no_words_break_the_reading_of_numbers(words: str) -> None:
    value = parse_number(words)
    assert value is None or value.is_finite()


@pytest.mark.parametrize("unit", ["9", "九", "亿", "万", "一万", "廿", "1,", "零"])
def test_a_hostile_run_is_no_number(unit: str) -> None:
    assert parse_number(unit * 500_000) is None
