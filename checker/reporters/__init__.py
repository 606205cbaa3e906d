"""Ways of presenting a run. A reporter is one module here; the folder is the registry, its packages are shared parts.

A reporter is a pure function from a run to text: it re-runs nothing and looks at neither clock, terminal nor file system.
Those in ``DOCUMENTS`` give no text but a document (bytes) for each report, made of that report's own file.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from checker.model.result import DocumentResult, Run

DOCUMENTS = frozenset({"docx"})
"""Formats that are written to files alone, one for each report."""


class Reporter(Protocol):
    """The shape of a reporter's module."""

    def render(self, run: Run, *, lang: str, width: int, colour: bool) -> str:
        """Give the whole output; ``width`` in terminal cells and ``colour`` matter to terminals alone."""


class DocumentReporter(Protocol):
    """The shape of a module that gives a document for each report."""

    def of_report(self, run: Run, result: DocumentResult, original: bytes | None, *, lang: str) -> bytes | None:
        """Give the document; ``original`` is what the report's file holds. None for what is no report."""


def names() -> tuple[str, ...]:
    """List the formats there are."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg))


def texts() -> tuple[str, ...]:
    """List those that are text, which a terminal or pipe takes."""
    return tuple(name for name in names() if name not in DOCUMENTS)


def load(name: str) -> Reporter:
    """Give the reporter of text called ``name``; raises ModuleNotFoundError where there is none."""
    return cast("Reporter", importlib.import_module(f"{__name__}.{name}"))


def load_documents(name: str) -> DocumentReporter:
    """Give the reporter called ``name``, one of ``DOCUMENTS``."""
    return cast("DocumentReporter", importlib.import_module(f"{__name__}.{name}"))
