"""Outputs that are a document for each report: where they go, and writing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker import reporters
from checker.cli.streams import bytes_to_file, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from checker.model.result import DocumentResult, Run
    from checker.sources import Sources


def planned(files: tuple[tuple[str, Path], ...], sources: Sources) -> Iterator[tuple[str, Path]]:
    """Name every file that the outputs asked for may become; raises click.BadParameter."""
    for format_, path in files:
        if format_ in reporters.DOCUMENTS:
            yield from ((format_, file) for file in _targets(format_, path, sources).values())
        else:
            yield format_, path


def write(run: Run, format_: str, path: Path, sources: Sources, lang: str) -> bool:
    """Write a document for each report; tells whether all of them could be written."""
    targets = _targets(format_, path, sources)
    originals = {source.name: source.path for source in sources.files}
    reporter = reporters.load_documents(format_)
    written = True
    for result in run.results:
        content = reporter.of_report(run, result, _content(result, originals), lang=lang)
        if content is not None:
            written &= bytes_to_file(content, targets[result.name])
        elif not result.skipped:
            say(f"无法读取，没有写出 / unreadable, not written: {targets[result.name]}")
    return written


def _content(result: DocumentResult, originals: Mapping[str, Path]) -> bytes | None:
    try:
        return originals[result.name].read_bytes()
    except OSError:
        return None


def _targets(format_: str, path: Path, sources: Sources) -> dict[str, Path]:
    """Give the file for every source: the one named where there is one report, else one of its name in the folder."""
    suffix = f".{format_}"
    if path.suffix.lower() == suffix and not path.is_dir():
        if len(sources.files) > 1:
            message = f"有 {len(sources.files)} 个文件，请给出文件夹：{format_}=文件夹 / several files: name a folder, {format_}=DIR"
            raise click.BadParameter(message, param_hint="--out")
        return {source.name: path for source in sources.files}
    targets: dict[str, Path] = {}
    taken: set[str] = set()
    for source in sources.files:
        stem, number = source.path.stem, 1
        while (name := stem if number == 1 else f"{stem}-{number}").casefold() in taken:
            number += 1
        taken.add(name.casefold())
        targets[source.name] = path / f"{name}{suffix}"
    return targets
