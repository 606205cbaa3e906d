"""Ways of presenting a run. A reporter is one module here; the folder is the registry, its packages are shared parts.

A reporter is a pure function from a run to text: it re-runs nothing and looks at neither clock, terminal nor file system.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from checker.model.result import Run


class Reporter(Protocol):
    """The shape of a reporter's module."""

    def render(self, run: Run, *, lang: str, width: int, colour: bool) -> str:
        """Give the whole output; ``width`` in terminal cells and ``colour`` matter to terminals alone."""


def names() -> tuple[str, ...]:
    """List the formats there are."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def load(name: str) -> Reporter:
    """Give the reporter called ``name``; raises ModuleNotFoundError where there is none."""
    return cast("Reporter", importlib.import_module(f"{__name__}.{name}"))
