from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import ReadError
from checker.readers.decoding import decode

TEXT = "某县2017年政府信息公开工作年度报告\n一、概述\n2017年，公开政府信息1,113条（其中网站98％）。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "gb2312"]
)
def test_text_is_the_same_in_every_encoding_that_offices_use(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_is_no_part_of_the_text(bom: bytes, encoding: str) -> None:
    assert decode(bom + TEXT.encode(encoding), "a.txt") == TEXT


def test_a_rare_character_of_a_place_name_survives_gb18030() -> None:
    text = "𬭼石镇㙟头村2017年政府信息公开工作年度报告"
    assert decode(text.encode("gb18030"), "a.txt") == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "gbk"])
def test_every_line_ends_with_a_line_feed(end: str, encoding: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(encoding), "a.txt") == TEXT


def test_kinds_of_line_ends_may_be_mixed() -> None:
    assert decode("一、\r\n二、\r三、\n\r\n".encode(), "a.txt") == "一、\n二、\n三、\n\n"


UNDECODABLE = {
    "bytes of no encoding": b"\xff" * 400,
    "a byte that UTF-8 does not know, behind its mark": codecs.BOM_UTF8 + TEXT.encode() + b"\xff",
    "UTF-8 with a damaged character": TEXT.encode().replace("概".encode(), b"\xe6\xa6", 1),
    "UTF-8 cut inside a character": TEXT.encode()[:-5],
    "UTF-16 with half a character too many": TEXT.encode("utf-16") + b"\x00",
    "UTF-16 without mark, cut inside a character": TEXT.encode("utf-16-le")[:-1],
    "every byte there is": bytes(range(256)) * 8,
    "text between many control characters": b"\x01\x02\x03\x04 2017 " * 40,
    "zero bytes in UTF-8": TEXT.encode().replace(b"2017", b"\0\0\0\0"),
    "a language of another encoding": "Óåãîäèøíèé çâ³ò ïðî äîñòóï".encode("latin-1") * 30,
}


@pytest.mark.parametrize("data", UNDECODABLE.values(), ids=UNDECODABLE)
def test_what_is_no_text_is_refused_in_both_languages(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data, "坏文件.txt")
    assert refused.value.path == "坏文件.txt"
    assert "编码" in refused.value.reason[0]
    assert "encoding" in refused.value.reason[1]
    assert all(refused.value.hint)


@pytest.mark.parametrize("stray", ["\f", "\x1b", "\x07"])
def test_a_stray_control_character_does_not_make_a_text_binary(stray: str) -> None:
    assert decode((stray + TEXT).encode(), "a.txt") == stray + TEXT


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\ufeff")))
def test_text_without_control_characters_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text
