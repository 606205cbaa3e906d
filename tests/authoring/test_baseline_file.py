from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from checker.authoring.baseline_file import load_baseline, save_baseline
from checker.authoring.schema import schemas
from checker.baseline import Known
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = '{"fingerprint": "0123456789abcdef", "rule": "TIME-YEAR-PLAN", "document": "报告/2017 年.txt"}'
KNOWN = Known("0123456789abcdef", "TIME-YEAR-PLAN", "报告/2017 年.txt")
OTHER = Known("1234567890123456", "FORM-TITLE", 'a"b\\c\n\x1b.txt', 3)


@pytest.mark.parametrize("known", [(), (KNOWN,), (KNOWN, OTHER)], ids=["none", "one", "two"])
def test_what_is_written_is_read_and_the_same_to_the_byte(tmp_path: Path, known: tuple[Known, ...]) -> None:
    path = tmp_path / "deep" / "ogi-baseline.json"
    save_baseline(path, known)
    first = path.read_bytes()
    assert load_baseline(path) == {one.fingerprint: one for one in known}
    save_baseline(path, load_baseline(path).values())
    assert path.read_bytes() == first
    assert first.endswith(b"\n")
    assert len(first.splitlines()) == (3 if not known else 4 + len(known))
    Draft202012Validator(schemas()["baseline"]).validate(json.loads(first))


def test_a_byte_order_mark_and_other_spacing_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(f'\ufeff{{"baseline":[{ENTRY}]}}'.encode())
    assert load_baseline(path) == {KNOWN.fingerprint: KNOWN}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "1:1: 不是有效的 JSON"),
        ('{"baseline": [\n', "2:1: 不是有效的 JSON"),
        ("baseline: []\n", "1:1: 不是有效的 JSON"),
        ("[]", "1:1: 类型不对"),
        ("{}", "1:1: 缺少 baseline"),
        ('{"baseline": [],\n "x": 1}', "2:2: 未知的键“x”"),
        (f'{{"baseline": [\n{ENTRY},\n{{"fingerprint": "0123"}}]}}', "3:1: 缺少"),
        (f'{{"baseline": [\n{ENTRY[:-1]}, "places": 0}}]}}', "2:102: 不能小于 1"),
        (f'{{"baseline": [\n{ENTRY.replace("0123456789abcdef", "0123")}]}}', "2:17: 格式不对"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleFileError) as raised:
        load_baseline(path)
    assert str(raised.value).startswith(f"{path}:{said}")
    assert "\n" not in str(raised.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(f'{{"baseline": [{ENTRY}]}}'.encode("gbk"))
    with pytest.raises(RuleFileError, match="UTF-8"):
        load_baseline(path)
