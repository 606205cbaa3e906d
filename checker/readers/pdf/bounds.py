"""What one file may cost the process that reads it: so much time, so much memory."""

from __future__ import annotations

import faulthandler
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60
_MEMORY = 3 * 1024**3 // 2  # of addresses, of which a report uses a fifth


@contextmanager
def bounded(seconds: float = SECONDS) -> Iterator[None]:
    """End this process if the work within takes longer, and refuse it memory beyond any report's."""
    before = _limit_memory()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            _restore(before)


def _limit_memory() -> tuple[int, int] | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    before = resource.getrlimit(resource.RLIMIT_AS)
    allowed = _MEMORY if before[1] == resource.RLIM_INFINITY else min(_MEMORY, before[1])
    resource.setrlimit(resource.RLIMIT_AS, (allowed, before[1]))
    return before


def _restore(before: tuple[int, int] | None) -> None:
    if before:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, before)
