from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.authoring.schema import schemas
from checker.authoring.waiver_file import add_waiver, load_waivers
from checker.ruleset.ruleset import RuleFileError
from checker.waivers import Waiver

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "waiver_files.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - it makes nothing but words
)
FULL = Waiver("0123456789abcdef", "原文如此，已核对", "TIME-YEAR-PLAN", "2017.txt", date(2027, 6, 30))
ENTRY = """  - fingerprint: 0123456789abcdef
    rule: TIME-YEAR-PLAN
    document: 2017.txt
    reason: 原文如此，已核对
    until: 2027-06-30
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some.yaml"
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_file_is_read_or_its_first_mistake_told(tmp_path: Path, case: dict[str, Any]) -> None:
    path = written(tmp_path, case["file"])
    if "said" in case:
        with pytest.raises(RuleFileError) as raised:
            load_waivers(path)
        assert str(raised.value).startswith(f"{path}:{case['said']}")
        assert "\n" not in str(raised.value)
    else:
        assert list(load_waivers(path)) == case["holds"]


def test_every_key_of_an_entry_is_kept(tmp_path: Path) -> None:
    assert load_waivers(written(tmp_path, f"waivers:\n{ENTRY}")) == {FULL.fingerprint: FULL}


def test_an_entry_as_an_editor_reads_it_is_valid() -> None:
    schema = Draft202012Validator(schemas()["waivers"])
    words = yaml.load(f"waivers:\n{ENTRY}", Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but words
    assert schema.is_valid(words)
    assert not schema.is_valid({"waivers": [{"fingerprint": "0"}]})


def test_a_new_file_gets_its_header_and_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "ogi-waivers.yaml"
    add_waiver(path, FULL)
    first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    assert first.startswith("# 豁免清单 / waivers")
    assert "".join(rest) == f"waivers:\n{ENTRY}"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "waivers:\n",
        "# 说明\r\nwaivers:\r\n  # 一\r\n  - fingerprint: fedcba9876543210   # 二\r\n    reason: a\r\n# 三\r\n",
        "waivers:\n- {fingerprint: fedcba9876543210, reason: a}",
        "\ufeffwaivers:\n      -   reason: |\n            a\n            b\n          fingerprint: fedcba9876543210\n\n\n",
        "waivers:\n  - fingerprint: fedcba9876543210\n    reason: |\n      a\n      b",
    ],
    ids=["empty", "no entry", "comments and CRLF", "no indent, no line end", "odd indent, BOM", "text to the end"],
)
def test_what_was_there_is_kept_byte_for_byte(tmp_path: Path, before: str) -> None:
    path = written(tmp_path, before)
    known = load_waivers(path) if before else {}
    add_waiver(path, FULL)
    assert path.read_bytes().startswith(before.encode())
    assert load_waivers(path) == {**known, FULL.fingerprint: FULL}
    assert (b"\r\n" in path.read_bytes()) == ("\r\n" in before)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"") or "\r\n" not in before


@pytest.mark.parametrize(
    "reason",
    [
        "a: b # c",
        "'",
        '"',
        "- x",
        "null",
        "2018",
        "2018-01-31",
        "* &",
        "甲\n乙",
        " a ",
        "%",
        "\U0001f600",
        "\x1b",
        "...",
    ],
)
def test_any_reason_is_read_as_it_was_given(tmp_path: Path, reason: str) -> None:
    path = tmp_path / "some.yaml"
    for fingerprint in ("1234567890123456", "0123456789012345", "000000000000000e"):
        add_waiver(path, Waiver(fingerprint, reason))
    assert [one.reason for one in load_waivers(path).values()] == [reason.strip()] * 3


def test_a_fingerprint_is_added_once(tmp_path: Path) -> None:
    path = written(tmp_path, f"waivers:\n  - fingerprint: fedcba9876543210\n    reason: a\n{ENTRY}")
    with pytest.raises(
        RuleFileError, match=r"some\.yaml:4:18: 0123456789abcdef 已经豁免 / is waived already: 原文如此"
    ):
        add_waiver(path, FULL._replace(reason="again"))
    assert path.read_text("utf-8").endswith(ENTRY)


@pytest.mark.parametrize(
    "before",
    ["waivers: []\n", "waivers: [{fingerprint: fedcba9876543210, reason: a}]\n", "{waivers: []}\n", "waivers:\n...\n"],
)
def test_where_nothing_can_be_appended_the_file_stays_and_says_so(tmp_path: Path, before: str) -> None:
    path = written(tmp_path, before)
    with pytest.raises(RuleFileError, match=r"some\.yaml:1:\d+: .*cannot append here"):
        add_waiver(path, FULL)
    assert path.read_text("utf-8") == before


def test_a_file_with_a_mistake_is_not_added_to(tmp_path: Path) -> None:
    path = written(tmp_path, "waivers:\n  - fingerprint: 0\n    reason: a\n")
    with pytest.raises(RuleFileError, match=r"some\.yaml:2:18: "):
        add_waiver(path, FULL)
    assert path.read_text("utf-8") == "waivers:\n  - fingerprint: 0\n    reason: a\n"
