"""The project's own rule set, loaded once, and reports as the structure layer reads them with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from checker import load_ruleset, readers
from checker.structure.build import Hints, build, build_fragment

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker import Report, Ruleset

ROOT = Path(__file__).parents[1]


class Understand(Protocol):
    def __call__(self, text: str, name: str = "report.txt", **hints: Any) -> Report: ...


class UnderstandFragment(Protocol):
    def __call__(self, text: str, section: str | None = None, **hints: Any) -> Report: ...


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset(ROOT / "rules")


@pytest.fixture(scope="session")
def understand(ruleset: Ruleset) -> Understand:
    """Read a whole report; the suffix of ``name`` chooses the reader, ``hints`` are those of a user."""

    def whole(text: str, name: str = "report.txt", **hints: Any) -> Report:
        return build(readers.read_bytes(text.encode(), name), ruleset, Hints(**hints))

    return whole


@pytest.fixture(scope="session")
def understand_table(ruleset: Ruleset) -> Callable[..., Report]:
    """Read a table in Markdown, with keys or labels, as a report of 2023."""

    def table(text: str, **hints: Any) -> Report:
        return build_fragment(
            readers.read_bytes(text.encode(), "piece.md"), ruleset, Hints(**{"year": 2023, **hints}), None
        )

    return table


@pytest.fixture(scope="session")
def understand_fragment(ruleset: Ruleset) -> UnderstandFragment:
    """Read a piece of a report as the whole of ``section``."""

    def piece(text: str, section: str | None = None, **hints: Any) -> Report:
        return build_fragment(readers.read_bytes(text.encode(), "piece.txt"), ruleset, Hints(**hints), section)

    return piece
