"""Regular expressions compiled when first needed, kept in memory and, between runs, in the user's cache.

Compiling is a third of a cold check: a kept pattern is its ready-made code, and loads in microseconds.
"""

from __future__ import annotations

import contextlib
import copyreg
import marshal
import sys
from typing import TYPE_CHECKING

import regex

from checker.version import __version__
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_MOST = 2_000


class PatternStore:
    """The patterns of this process, and whether any is newer than what was loaded."""

    def __init__(self) -> None:
        self._known: dict[str, regex.Pattern[str]] = {}
        self._loaded = 0

    def compiled(self, pattern: str) -> regex.Pattern[str]:
        """Compile ``pattern``, with ``^`` and ``$`` at every line; raises ``regex.error``."""
        known = self._known.get(pattern)
        if known is None:
            known = self._known[pattern] = regex.compile(pattern, regex.MULTILINE)
        return known

    def load(self, folder: Path) -> None:
        """Take up what an earlier run kept; a missing, foreign or damaged file is as good as none."""
        with contextlib.suppress(Exception):
            found = _load((folder / _file_name()).read_bytes())
            self._known = {**found, **self._known}
            self._loaded = len(self._known)

    def save(self, folder: Path) -> None:
        """Keep the patterns for the next run, if there are new ones; a cache that cannot be written does not matter."""
        if self._loaded < len(self._known) <= _MOST:
            with contextlib.suppress(OSError):
                parts = {pattern: _parts(made)[1] for pattern, made in self._known.items()}
                write_whole(folder / _file_name(), marshal.dumps(parts))
                self._loaded = len(self._known)


store = PatternStore()
compiled = store.compiled


def _file_name() -> str:
    """Compiled code fits one version of the interpreter and of regex alone."""
    return f"patterns-{__version__}-{regex.__version__}-{sys.implementation.cache_tag}.bin"


def _load(data: bytes) -> Mapping[str, regex.Pattern[str]]:
    """Rebuild patterns from plain data, which can hold no code but that of patterns."""
    make = _parts(regex.compile(""))[0]
    return {pattern: make(*parts) for pattern, parts in marshal.loads(data).items()}  # noqa: S302 - the user's own cache


def _parts(pattern: regex.Pattern[str]) -> tuple[Callable[..., regex.Pattern[str]], tuple[object, ...]]:
    """Take a pattern apart as copying it would (the protocol of copyreg): what makes it, and of what."""
    reduce = copyreg.dispatch_table[type(pattern)]
    made: tuple[Callable[..., regex.Pattern[str]], tuple[object, ...]] = reduce(pattern)  # type: ignore[assignment]
    return made
