from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import ReadError
from checker.readers.decoding import Decoded, decode

TEXT = "某县2017年政府信息公开工作年度报告\n一、概述\n2017年，公开政府信息1,113条（其中网站98％）。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "gb2312"]
)
def test_text_is_the_same_in_every_encoding_that_offices_use(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_is_no_part_of_the_text(bom: bytes, encoding: str) -> None:
    assert decode(bom + TEXT.encode(encoding), "a.txt").text == TEXT


def test_a_rare_character_of_a_place_name_survives_gb18030() -> None:
    text = "𬭼石镇㙟头村2017年政府信息公开工作年度报告"
    assert decode(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "gbk"])
def test_every_line_ends_with_a_line_feed(end: str, encoding: str) -> None:
    assert decode(TEXT.replace("\n", end).encode(encoding), "a.txt").text == TEXT


def test_kinds_of_line_ends_may_be_mixed() -> None:
    assert decode("一、\r\n二、\r三、\n\r\n".encode(), "a.txt").text == "一、\n二、\n三、\n\n"


GBK = TEXT.encode("gbk")
DAMAGED = {
    "a byte that UTF-8 does not know": (TEXT.encode() + b"\xff", f"{TEXT}�"),
    "the same behind a byte order mark": (codecs.BOM_UTF8 + TEXT.encode() + b"\xff", f"{TEXT}�"),
    "UTF-8 with a damaged character": (TEXT.encode().replace("概".encode(), b"\xe6\xa6"), TEXT.replace("概", "�")),
    "UTF-8 cut inside a character": (TEXT.encode()[:-2], f"{TEXT[:-2]}�"),
    "UTF-16 with half a character too many": (TEXT.encode("utf-16") + b"\x00", f"{TEXT}�"),
    "UTF-16 without mark, cut inside a character": (TEXT.encode("utf-16-le")[:-1], f"{TEXT[:-1]}�"),
    "GBK with a foreign blank in a sentence": (
        GBK.replace("公".encode("gbk"), b"\xa0\xb9\xab"),
        TEXT.replace("公", "�公"),
    ),
    "GBK with a foreign blank before a mark": (GBK.replace(b"1,113", b"\xa01,113"), TEXT.replace("1,1", "�1,1")),
    "GBK with the euro sign of Windows": (GBK.replace("县".encode("gbk"), b"\x80\xcf\xd8"), TEXT.replace("县", "�县")),
    "GBK cut inside a character": (GBK[:-2], f"{TEXT[:-2]}�"),
    "rare characters before a stray byte": ("狪燵丂".encode("gbk") + b"\xff" + GBK, f"狪燵丂�{TEXT}"),
}


@pytest.mark.parametrize(("data", "text"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_place_costs_its_own_character_alone(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_note_counts_the_damaged_places_in_both_languages(encoding: str) -> None:
    data = (TEXT * 100).encode(encoding)
    for line in (5, 90, 200):
        data = b"\n".join(one + b"\xff\xff" * (at == line) for at, one in enumerate(data.split(b"\n")))
    (note,) = decode(data, "a.txt").notes
    assert note.zh.startswith("有 3 处字符已损坏")
    assert note.en.endswith(": 3")


def test_damage_that_the_text_itself_shows_is_no_damage_of_the_file() -> None:
    assert decode("政�信息公开".encode(), "a.txt") == Decoded("政�信息公开")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_text_of_which_too_much_is_damaged_is_refused(encoding: str) -> None:
    lines = (TEXT * 100).encode(encoding).split(b"\n")
    with pytest.raises(ReadError):
        decode(b"\xff\n".join(lines), "a.txt")


@pytest.mark.parametrize(
    "stray", [b"\x80", b"\xa0", b"\xa0\xb9\xab", b"\xa1\xa1\x80\xa1", b"\xb5\xc4\x81\x30", b"\x81\xa1"]
)
def test_damage_throughout_is_told_in_time(stray: bytes) -> None:
    start = time.perf_counter()
    with pytest.raises(ReadError):
        decode(stray * 500_000 + b"\x80", "a.txt")
    assert time.perf_counter() - start < 5


UNDECODABLE = {
    "bytes of no encoding": b"\xff" * 400,
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
    assert decode((stray + TEXT).encode(), "a.txt").text == stray + TEXT


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\ufeff")))
def test_text_without_control_characters_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text
