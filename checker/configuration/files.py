"""Reads the configuration file: ``ogi-checker.toml``, or ``[tool.ogi-checker]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from checker.configuration.faults import faults
from checker.configuration.finding import SHARED, is_table
from checker.configuration.keys import config_schema
from checker.configuration.settings import Layer
from checker.ruleset.ruleset import RuleFileError

_PLACE = re.compile(r"at line (\d+), column (\d+)")


def read_config(path: str, shown: str) -> Layer:
    """Read the configuration file at ``path``, which errors call ``shown``; raises RuleFileError, OSError."""
    text = _decoded(Path(path).read_bytes(), shown)
    data = _parsed(text, shown)
    shared = Path(path).name == SHARED
    values = data.get("tool", {}).get("ogi-checker", {}) if shared else data
    error = partial(_error, shown, text, _table_start(text) if shared else 0)
    for one in faults(values, config_schema()):
        raise error(one.trail, one.message)
    return Layer(shown, Path(path).parent, values, error)


def _table_start(text: str) -> int:
    """Give where the table begins in the text of ``pyproject.toml``."""
    at = 0
    for line in text.splitlines(keepends=True):
        if is_table(line.encode()):
            return at
        at += len(line)
    return 0


def _decoded(content: bytes, shown: str) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleFileError(shown, line, 1, "不是 UTF-8 编码 / the file is not in UTF-8") from None


def _parsed(text: str, shown: str) -> dict[str, Any]:
    import tomllib  # who has no configuration does not pay for it

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        raise RuleFileError(shown, line, column, f"不是有效的 TOML / not valid TOML: {error}") from None


def _error(shown: str, text: str, start: int, trail: tuple[str | int, ...], message: str) -> RuleFileError:
    """TOML is read without places: the key is looked for where keys stand, from ``start`` on."""
    at = start
    for name in (one for one in trail if isinstance(one, str)):
        key = re.compile(rf"""^[ \t]*\[?(?:[^=\n]*\.)?[ \t]*["']?{re.escape(name)}["']?[ \t]*[].=]""", re.MULTILINE)
        found = key.search(text, at)
        at = found.start() if found else at
    words = ".".join(map(str, trail))
    return RuleFileError(shown, text.count("\n", 0, at) + 1, 1, f"{words}：{message}" if words else message)
