"""Loads a rule set by the shortest way: compiled in the wheel, cached, or compiled now."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

from checker import kinds
from checker.ruleset.loader import from_compiled
from checker.ruleset.locate import cache_folder, digest, find_rules, packaged_form
from checker.version import __version__
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from checker.ruleset.ruleset import Ruleset


_KEPT = 8


def load_ruleset(folder: Path | None = None, local: Sequence[Path] = ()) -> Ruleset:
    """Load the rules in ``folder``, by default those of ``OGI_RULES`` or the program's own; raises RuleFileError.

    The rules in the folders ``local`` are added to them.
    """
    rules = find_rules(folder)
    packaged = None if local else packaged_form(rules)
    if packaged:
        return from_compiled(json.loads(packaged.read_bytes()))
    identity = digest(rules, local)
    caches = cache_folder()
    if caches is None:
        return from_compiled(_compiled(rules, local))
    cached = caches / f"rules-{_cache_key(identity)}.json"
    return _from_cache(cached, identity) or _cached_now(rules, local, cached)


def _from_cache(cached: Path, identity: str) -> Ruleset | None:
    try:
        data = json.loads(cached.read_bytes())
        return from_compiled(data) if data["digest"] == identity else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None  # whatever is the matter with the cache, the rule files are there


def _cached_now(rules: Path, local: Sequence[Path], cached: Path) -> Ruleset:
    data = _compiled(rules, local)
    with contextlib.suppress(OSError):
        write_whole(cached, json.dumps(data, ensure_ascii=False).encode())
        _forget_older(cached.parent)
    return from_compiled(data)


def _forget_older(caches: Path) -> None:
    """Every edit of a rule leaves a compiled form behind; the last few are enough."""
    kept = sorted(caches.glob("rules-*.json"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)


def _compiled(rules: Path, local: Sequence[Path]) -> dict[str, Any]:
    from checker.authoring.compiling import compile_rules

    return compile_rules(rules, local)


def _cache_key(identity: str) -> str:
    # In a checkout the kinds change under the same version, and with them what a valid rule file is.
    state = sorted(_state(os.path.dirname(kinds.__file__ or "")))  # noqa: PTH120 - every cold start does this
    return hashlib.sha256("\n".join([identity, __version__, *state]).encode()).hexdigest()[:32]


def _state(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                seen = entry.stat()
                yield f"{entry.path} {seen.st_size} {seen.st_mtime_ns}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _state(entry.path)
