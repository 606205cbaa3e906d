"""Which files a call names: given ones as they are, folders walked for known suffixes, each file once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker import readers
from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OFFICE_LOCK = "~$"  # Word and WPS put such a file beside every document that is open
_BY_NAME_ONLY = frozenset({".json"})


class Source(NamedTuple):
    """A file to check, the name that outputs give it, and whether the user named it."""

    path: Path
    name: str
    explicit: bool = True


class Sources(NamedTuple):
    """The files of one call in order, and the folders in which there was none."""

    files: tuple[Source, ...]
    empty: tuple[str, ...] = ()


def collect(paths: Iterable[Path], cwd: Path | None = None) -> Sources:
    """Find the files that ``paths`` name; a missing path stays in the list, for reading it to say so."""
    cwd = cwd or Path.cwd()
    files: dict[Path, Source] = {}
    empty = []
    for path in paths:
        found = list(_under(path, cwd)) if path.is_dir() else [Source(path, shown(path, cwd))]
        for source in found:
            _add(files, source)
        if not found:
            empty.append(shown(path, cwd))
    return Sources(tuple(files.values()), tuple(empty))


def shown(path: Path, cwd: Path) -> str:
    """Name a path as it was given, but relative where it lies inside ``cwd``; always with forward slashes."""
    relative = path.relative_to(cwd) if path.is_relative_to(cwd) else path
    return relative.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _add(files: dict[Path, Source], source: Source) -> None:
    key = source.path.resolve()
    known = files.setdefault(key, source)
    if source.explicit and not known.explicit:
        files[key] = known._replace(explicit=True)


def _under(folder: Path, cwd: Path) -> Iterator[Source]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield Source(folder, shown(folder, cwd))  # cannot be listed: reading it will say why
        return
    for entry in entries:
        if entry.name.startswith((".", _OFFICE_LOCK)):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _under(entry, cwd)
        elif entry.is_file() and _is_candidate(entry):
            yield Source(entry, shown(entry, cwd), explicit=False)


def _is_candidate(path: Path) -> bool:
    known = (
        readers.SUFFIXES | readers.OTHER_SUFFIXES
    ) - _BY_NAME_ONLY  # what is not read is named, lest it be forgotten
    return path.suffix.lower() in known and not path.name.upper().startswith("README.")
