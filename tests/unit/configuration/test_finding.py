from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.configuration.finding import find_config

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "[tool.ogi-checker]\nlang = 'en'\n"


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a/b/ogi-checker.toml": "", "ogi-checker.toml": ""}, "a/b/ogi-checker.toml"),
        ({"ogi-checker.toml": ""}, "ogi-checker.toml"),
        ({"a/pyproject.toml": TABLE, "ogi-checker.toml": ""}, "a/pyproject.toml"),
        ({"a/pyproject.toml": TABLE, "a/ogi-checker.toml": ""}, "a/ogi-checker.toml"),
        ({"a/pyproject.toml": "[project]\nname = 'ogi-checker'\n", "ogi-checker.toml": ""}, "ogi-checker.toml"),
        ({"a/pyproject.toml": "[tool.ogi-checker-other]\n", "ogi-checker.toml": ""}, "ogi-checker.toml"),
        ({"a/pyproject.toml": "# [tool.ogi-checker]\n", "ogi-checker.toml": ""}, "ogi-checker.toml"),
        ({"a/pyproject.toml": "[ tool . 'ogi-checker' . severity ] # ours\r\n"}, "a/pyproject.toml"),
        ({"a/b/ogi-checker.toml/x": "", "ogi-checker.toml": ""}, "ogi-checker.toml"),
    ],
    ids=[
        "the nearest",
        "of a folder above",
        "a table",
        "both in one folder",
        "no table",
        "another's table",
        "a comment",
        "a table within",
        "a folder of the name",
    ],
)
def test_the_nearest_file_that_configures_is_found(tmp_path: Path, files: dict[str, str], found: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    _write(tmp_path, files)
    assert find_config(str(tmp_path / "a" / "b")) == str(tmp_path / found)


def test_without_a_file_nothing_is_found(tmp_path: Path) -> None:
    assert find_config(str(tmp_path)) is None
