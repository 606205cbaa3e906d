"""Prints made-up reports and says how exactly they are read: python -m tests.pdf FIRST LAST [--borderless] [--keep DIR]."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from checker.readers.pdf.reading import read_here
from tests.pdf.content import report_of
from tests.pdf.look import look_of
from tests.pdf.truth import Truth, compare
from tests.pdf.with_programs import printed_by_browser, printed_by_office
from tests.pdf.with_reportlab import printed

PRODUCERS = ("libreoffice", "chromium", "reportlab")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--borderless", action="store_true")
    parser.add_argument("--producers", default=",".join(PRODUCERS))
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for producer in chosen.producers.split(","):
            seeds = range(chosen.first, chosen.last + 1)
            _say(producer, _files(producer, seeds, folder.resolve(), ruled=not chosen.borderless))


def _files(producer: str, seeds: range, folder: Path, *, ruled: bool) -> list[tuple[int, Path]]:
    made = [(seed, f"{producer}{seed}", report_of(seed), look_of(seed, ruled=ruled)) for seed in seeds]
    if producer == "libreoffice":
        paths = printed_by_office([one[1:] for one in made], folder)
    elif producer == "chromium":
        paths = [printed_by_browser(name, report, look, folder) for _, name, report, look in made]
    else:
        paths = [folder / f"{name}.pdf" for _, name, _, _ in made]
        for path, (_, _, report, look) in zip(paths, made, strict=True):
            path.write_bytes(printed(report, look))
    return list(zip(seeds, paths, strict=True))


def _say(producer: str, files: list[tuple[int, Path]]) -> None:
    results: list[Truth] = []
    for seed, path in files:
        result = compare(report_of(seed), read_here(path.read_bytes(), path.name))
        results.append(result)
        if not result.exact:
            print(f"  {producer} {seed}: missed {result.missed[:4]} extra {result.extra[:3]}")
    rows = sum(one.rows for one in results)
    print(
        f"{producer}: {sum(one.exact for one in results)}/{len(results)} exact, rows {sum(one.rows_read for one in results)}/{rows},"
        f" with parents {sum(one.parents_read for one in results)}/{rows},"
        f" paragraphs {sum(one.paragraphs_read for one in results)}/{sum(one.paragraphs for one in results)}"
    )


if __name__ == "__main__":
    main()
