"""Real reports as samples, taken apart at their main headings, so that faults can be put into them too."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

from checker import check
from tests.accuracy.faults import FAULTS
from tests.accuracy.model import Maker, Part, Sample
from tests.accuracy.proving.trials import ROOT, judged, said_of
from tests.accuracy.proving.wilson import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checker import Report
    from tests.accuracy.model import Injected


SEEDS = ROOT / "seeds"
CORPUS = ROOT.parent / "shared" / "corpus"


@cache
def reports(folder: Path) -> tuple[Sample, ...]:
    """Give the readable reports in ``folder``; what one has wrong by itself is no matter, for only new findings count."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".html"})
    run = check(files, rules=ROOT / "rules")
    return tuple(sample_of(result.report) for result in run.results if result.report and result.report.year)


def sample_of(report: Report) -> Sample:
    """Take a report apart: the lines before its first main heading, its parts, nothing behind."""
    main = [one for one in report.outline if one.level == 1]
    text = report.text
    introduction = text[: main[0].start].rstrip("\n").split("\n") if main else [text]
    parts = [_part(report, one.start, one.end, one.stop) for one in main]
    year = report.year or 0
    issuer = report.issuer
    maker = Maker(issuer.name, "我局", issuer.region, issuer.tier.value, issuer.organ.value)
    return Sample(year, report.format, maker, introduction[0], tuple(introduction[1:]), tuple(parts))


def _part(report: Report, start: int, end: int, stop: int) -> Part:
    keys = tuple(key for key, section in report.sections.items() if section.start == start)
    body = report.text[end:stop].strip("\n")
    return Part(keys, report.text[start:end], tuple(body.split("\n")) if body else ())


def trials_on(folder: Path, ids: Iterable[str]) -> Rate:
    """Put each fault into each report in ``folder`` that has a place for it, and count those found at their place."""
    hits = trials = 0
    before = [said_of(sample) for sample in reports(folder)]
    for id_ in ids:
        for number, sample in enumerate(reports(folder)):
            injected = _injected(id_, sample, f"{id_} {folder.name} {number}")
            if injected:
                trials += 1
                hits += bool(judged(injected, number, before[number]).placed)
    return Rate(hits, trials)


def _injected(id_: str, sample: Sample, seed: str) -> Injected | None:
    try:
        return FAULTS[id_](sample, Random(seed))  # noqa: S311 - repeatable on purpose
    except KeyError:
        return None  # the fault needs a figure that only the generator tells
