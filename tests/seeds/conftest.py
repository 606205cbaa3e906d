"""One run over the five seeds serves all tests of this folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import check

if TYPE_CHECKING:
    from checker import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def seeds() -> Run:
    return check([ROOT / "seeds"], rules=ROOT / "rules")
