"""Keeps a folder of generated files the same as what would be generated now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Drift:
    """A generated file that is not as it should be: its name, and whether it is new, changed or left over."""

    name: str
    state: str


def bring_up_to_date(folder: Path, pages: Mapping[str, str], *, check: bool, mark: str | None = None) -> list[Drift]:
    """Write ``pages`` where they differ, or with ``check`` only tell; give what differed.

    Files there that carry ``mark`` and are not among the pages are left over, and removed.
    """
    drifts = [*_differing(folder, pages), *_left_over(folder, pages, mark)]
    for drift in [] if check else drifts:
        path = folder / drift.name
        if drift.name in pages:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[drift.name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return drifts


def _differing(folder: Path, pages: Mapping[str, str]) -> list[Drift]:
    drifts = []
    for name, text in pages.items():
        path = folder / name
        if not path.is_file():
            drifts.append(Drift(name, "new"))
        elif path.read_text(encoding="utf-8") != text:
            drifts.append(Drift(name, "changed"))
    return drifts


def _left_over(folder: Path, pages: Mapping[str, str], mark: str | None) -> list[Drift]:
    if mark is None:
        return []
    there = sorted(path for path in folder.glob("*.md") if path.name not in pages)
    return [Drift(path.name, "left over") for path in there if mark in path.read_text(encoding="utf-8")]
