from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checker.authoring.files import Place, read
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from pathlib import Path


def _read(tmp_path: Path, content: bytes) -> Any:
    path = tmp_path / "some.yaml"
    path.write_bytes(content)
    return read(path, "some.yaml")


VALUES = {
    "no": "no",
    "yes": "yes",
    "True": "True",
    "true": True,
    "false": False,
    "12": 12,
    "-3": -3,
    "0": 0,
    "012": "012",
    "0x1f": "0x1f",
    "1_000": "1_000",
    "12:30:00": "12:30:00",
    "1.5": "1.5",
    "1e3": "1e3",
    "2018-01-31": "2018-01-31",
    '"12"': "12",
    "12345678901234567890": "12345678901234567890",
    "null": None,
    "~": None,
    "": None,
    "<<": "<<",
}


@pytest.mark.parametrize(("written", "meant"), VALUES.items())
def test_only_plain_truths_and_whole_numbers_are_more_than_words(tmp_path: Path, written: str, meant: object) -> None:
    value = _read(tmp_path, f"key: {written}\n".encode()).data["key"]
    assert value == meant
    assert type(value) is type(meant)


def test_keys_are_words_whatever_they_look_like(tmp_path: Path) -> None:
    assert _read(tmp_path, b"2018: a\nno: b\n").data == {"2018": "a", "no": "b"}


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert _read(tmp_path, b"\xef\xbb\xbfkey: 1\n").data == {"key": 1}


def test_every_key_and_value_keeps_its_place(tmp_path: Path) -> None:
    file = _read(tmp_path, "中文: {甲: 一, 乙: [二, 三]}\n".encode())
    assert file.keys["中文", "乙"] == Place(1, 12)
    assert file.values["中文", "乙", 1] == Place(1, 19)


REFUSED = {
    "a key twice": (b"a: 1\nb: 2\na: 3\n", "3:1", "'a' occurs twice"),
    "an alias": (b"a: &x [1]\nb: *x\n", "1:4", "anchors and aliases"),
    "a file within itself": (b"a: &x [*x]\n", "1:4", "anchors and aliases"),
    "a tag": (b"a: !!python/name:os.system x\n", "1:4", "is not supported"),
    "a list as a key": (b"[a]: 1\n", "1:1", "must be a plain word"),
    "a mapping within a word": (b"a: b: c\n", "1:5", "not valid YAML"),
    "two documents": (b"a: 1\n---\nb: 2\n", "2:1", "not valid YAML"),
    "a control character": (b"a: \x01\n", "1:1", "not valid YAML"),
    "another encoding": ("a: 1\nb: 公开\n".encode("gb18030"), "2:1", "not in UTF-8"),
    "nothing": (b"", "1:1", "the file is empty"),
}


@pytest.mark.parametrize(("content", "place", "words"), REFUSED.values(), ids=REFUSED)
def test_what_could_be_misread_is_refused(tmp_path: Path, content: bytes, place: str, words: str) -> None:
    with pytest.raises(RuleFileError) as caught:
        _read(tmp_path, content)
    assert f"{caught.value.line}:{caught.value.column}" == place
    assert words in caught.value.message
