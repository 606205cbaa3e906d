"""The wordings that injectors choose from."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "wordings"


@cache
def wordings(name: str) -> Any:
    """Read a file of wordings."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
