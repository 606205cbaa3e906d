from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import RuleFileError
from checker.configuration.files import read_config

CASES = yaml.safe_load((Path(__file__).parent / "files.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_a_mistake_is_told_in_one_line_with_file_and_key(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / ("pyproject.toml" if case.get("shared") else "ogi-checker.toml")
    path.write_text(case["text"], encoding="utf-8")
    with pytest.raises(RuleFileError) as raised:
        read_config(str(path), "here.toml")
    told = str(raised.value)
    assert told.startswith(f"here.toml:{case['said'][0]}")
    assert all(words in told for words in case["said"])
    assert "\n" not in told


def test_a_file_as_editors_of_windows_write_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ogi-checker.toml"
    path.write_bytes('\ufeff# 配置\r\nlang = "en"\r\n'.encode())
    layer = read_config(str(path), "x")
    assert (layer.values, layer.folder) == ({"lang": "en"}, tmp_path)


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ogi-checker.toml"
    path.write_bytes("lang = 'zh'\n# 配置\n".encode("gb18030"))
    with pytest.raises(RuleFileError, match=r"^x:2:1: .*UTF-8"):
        read_config(str(path), "x")


def test_a_file_with_nothing_in_it_sets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ogi-checker.toml"
    path.write_text("", encoding="utf-8")
    assert read_config(str(path), "x").values == {}
