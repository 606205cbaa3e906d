"""Regular expressions compiled when first needed, kept in memory and, between runs, in the user's cache.

Compiling is a third of a cold check: a kept pattern is its ready-made code, and loads in microseconds.
"""

from __future__ import annotations

import contextlib
import copyreg
import marshal
import sys
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from checker.version import __version__
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    import regex

_MOST = 2_000
_ENGINE = "regex._regex"  # what rebuilds a pattern of plain data, which can hold no code but that of patterns


class PatternStore:
    """The patterns of this process, and whether any is newer than what was loaded."""

    def __init__(self) -> None:
        self._known: dict[str, regex.Pattern[str]] = {}
        self._kept: Mapping[str, tuple[object, ...]] = {}
        self._new = False

    def compiled(self, pattern: str) -> regex.Pattern[str]:
        """Compile ``pattern``, with ``^`` and ``$`` at every line; raises ``regex.error``."""
        known = self._known.get(pattern)
        return known or self._made(pattern)

    def _made(self, pattern: str) -> regex.Pattern[str]:
        made = _rebuilt(self._kept.get(pattern))
        if made is None:
            import regex  # its compiler is written in Python, and not needed where all patterns are kept

            made = regex.compile(pattern, regex.MULTILINE)
            self._new = True
        self._known[pattern] = made
        return made

    def load(self, folder: Path) -> None:
        """Take up what an earlier run kept; a missing, foreign or damaged file is as good as none."""
        with contextlib.suppress(Exception):
            self._kept = dict(marshal.loads((folder / _file_name()).read_bytes()))  # noqa: S302 - the user's own, plain data
            self._new = bool(self._known.keys() - self._kept.keys())

    def save(self, folder: Path) -> None:
        """Keep the patterns for the next run, if there are new ones; a cache that cannot be written does not matter."""
        used = {pattern: _parts(made)[1] for pattern, made in self._known.items()} if self._new else {}
        parts = next((one for one in ({**self._kept, **used}, used) if len(one) <= _MOST), None)
        if used and parts:
            with contextlib.suppress(OSError):
                write_whole(folder / _file_name(), marshal.dumps(parts))
                self._new = False


store = PatternStore()
compiled = store.compiled


def _file_name() -> str:
    """Compiled code fits one build of the interpreter and of regex alone."""
    build = Path(_engine().__file__ or "").stat()
    return f"patterns-{__version__}-{build.st_size:x}-{build.st_mtime_ns:x}-{sys.implementation.cache_tag}.bin"


@cache
def _engine() -> ModuleType:
    """Load the part of regex that is written in C without the rest, which costs a twentieth of a cold check."""
    if _ENGINE not in sys.modules:
        package = PathFinder.find_spec("regex")
        spec = PathFinder.find_spec(_ENGINE, package.submodule_search_locations) if package else None
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(_ENGINE)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[_ENGINE] = module
    return sys.modules[_ENGINE]


def _rebuilt(kept: tuple[object, ...] | None) -> regex.Pattern[str] | None:
    with contextlib.suppress(Exception):  # whatever a damaged cache holds
        return cast("regex.Pattern[str]", _engine().compile(*kept)) if kept else None
    return None


def _parts(pattern: regex.Pattern[str]) -> tuple[Callable[..., regex.Pattern[str]], tuple[object, ...]]:
    """Take a pattern apart as copying it would (the protocol of copyreg): what makes it, and of what."""
    reduce = copyreg.dispatch_table[type(pattern)]
    made: tuple[Callable[..., regex.Pattern[str]], tuple[object, ...]] = reduce(pattern)  # type: ignore[assignment]
    return made
