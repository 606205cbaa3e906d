"""Finds the configuration file; every cold start does this, so strings take the place of paths and patterns."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "ogi-checker.toml"
SHARED = "pyproject.toml"
_TABLE = b"tool.ogi-checker"


def find_config(start: str) -> str | None:
    """Give ``ogi-checker.toml``, or ``pyproject.toml`` with a table for this program, of the nearest folder from ``start`` up."""
    for folder in _upwards(os.path.abspath(start)):  # noqa: PTH100 - see above
        own, shared = folder + OWN, folder + SHARED
        if os.path.isfile(own):  # noqa: PTH113 - see above
            return own
        if os.path.isfile(shared) and _has_table(shared):  # noqa: PTH113 - see above
            return shared
    return None


def is_table(line: bytes) -> bool:
    """Tell whether a line of ``pyproject.toml`` begins the table of this program, or one within it."""
    bare = line.split(b"#")[0].translate(None, b" \t\r\"'")
    return bare.startswith(b"[" + _TABLE) and bare[len(_TABLE) + 1 : len(_TABLE) + 2] in {b"]", b"."}


def _upwards(folder: str) -> Iterator[str]:
    above = ""
    while folder != above:
        yield folder if folder.endswith(os.sep) else folder + os.sep
        folder, above = os.path.dirname(folder), folder  # noqa: PTH120 - see above


def _has_table(shared: str) -> bool:
    try:
        with open(shared, "rb") as file:  # noqa: PTH123 - see above
            content = file.read()
    except OSError:
        return False  # it is another tool's file first: what cannot be read configures nothing here
    return b"ogi-checker" in content and any(map(is_table, content.splitlines()))
