"""Where the rule files are, what identifies them, and where their compiled form is kept."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.ruleset.loader import COMPILED_FORMAT
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PACKAGE = Path(__file__).resolve().parent.parent
COMPILED_NAME = "compiled.json"
_NO_RULES = frozenset({"profiles"})  # of a rule set's folders: what lies there is in force only where it is chosen


def find_rules(option: Path | None = None, package: Path = PACKAGE) -> Path:
    """Give the folder of rules: the option, else ``OGI_RULES``, else the package's own, else the checkout's."""
    named = option or _from_environment()
    if named:
        return _existing(named)
    return _existing(
        next((one for one in (package / "rules", package.parent / "rules") if one.is_dir()), package / "rules")
    )


def packaged_form(folder: Path, package: Path = PACKAGE) -> Path | None:
    """Give the compiled rules that the wheel brought along, if ``folder`` is the package's own.

    Elsewhere a file of that name says nothing: it may be a copy whose rules were edited since.
    """
    compiled = folder / COMPILED_NAME
    return compiled if folder.resolve() == package / "rules" and compiled.is_file() else None


def rule_files(folder: Path) -> Iterator[Path]:
    """List the YAML files of a rule set by their relative names, hidden ones left out."""
    yield from (folder / name for name in sorted(_names(str(folder), "")))


def _names(folder: str, prefix: str) -> Iterator[str]:
    # Every cold start looks at every rule file: strings are several times faster here than paths.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or (not prefix and entry.name in _NO_RULES):
                continue
            if entry.is_dir():
                yield from _names(entry.path, f"{prefix}{entry.name}/")
            elif entry.name.endswith(".yaml") and entry.is_file():
                yield prefix + entry.name


def digest(folder: Path, local: Sequence[Path] = ()) -> str:
    """Give the SHA-256 of the names and contents of a rule set's files, and of those of ``local`` rules added to it."""
    if local:
        parts = [digest(folder), *(f"{one.name} {digest(one)}" for one in local)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()
    total = hashlib.sha256(f"compiled {COMPILED_FORMAT}\n".encode())
    for name in sorted(_names(str(folder), "")):
        with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - see above
            content = file.read()
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def cache_folder() -> Path | None:
    """Give the user's cache folder for this program, as the platform has it; None for a user without a home."""
    try:
        return _caches() / "ogi-checker"
    except RuntimeError:
        return None


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _from_environment() -> Path | None:
    value = os.environ.get("OGI_RULES")
    return Path(value) if value else None


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise RuleFileError(str(folder), 1, 1, "没有这个规则文件夹 / there is no such folder of rules")
    if not (folder / "ruleset.yaml").is_file():
        raise RuleFileError(
            str(folder), 1, 1, "文件夹内没有 ruleset.yaml，不是规则集 / no rule set: the folder has no ruleset.yaml"
        )
    return folder
