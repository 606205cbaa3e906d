"""From bytes to a run: the one place that wires reading, structure, rules and score."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker import engine, readers, scoring
from checker.authoring.loading import load_ruleset
from checker.model.document import Note, ReadError
from checker.model.result import DocumentResult, Policy, Run, Status
from checker.model.rule import Organ, Tier
from checker.patterns import store as patterns
from checker.ruleset.locate import cache_folder
from checker.ruleset.ruleset import Ruleset
from checker.sources import Source, collect
from checker.structure.build import Hints, build
from checker.version import __version__
from checker.waivers import apply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checker.baseline import Baseline
    from checker.model.document import Document
    from checker.model.report import Report
    from checker.model.result import RuleResult
    from checker.waivers import Waivers

    Progress = Callable[[], None]

_NO_HINTS = Hints()


def check(  # noqa: PLR0913 - the public door has a keyword for everything the command line has an option for
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    year: int | None = None,
    tier: str | None = None,
    organ: str | None = None,
    published: date | None = None,
    rules: str | PathLike[str] | Ruleset | None = None,
    policy: Policy | None = None,
    waivers: str | PathLike[str] | None = None,
    as_of: date | None = None,
    baseline: str | PathLike[str] | None = None,
    jobs: int = 1,
) -> Run:
    """Check files and folders; ``year``, ``tier``, ``organ`` and ``published`` go before what reports say of themselves.

    ``rules`` is a folder of them, or a rule set loaded already. ``waivers`` is a waiver file, ``as_of`` the day by which it is told which of them have expired; without it none has.
    ``baseline`` is a file of findings that were there before: they are waived too.
    With ``jobs`` above 1 a script needs the usual ``if __name__ == "__main__"`` guard. Raises RuleFileError, TypeError.
    """
    _must_be_days(published=published, as_of=as_of)
    named = [paths] if isinstance(paths, (str, PathLike)) else paths
    ruleset = rules if isinstance(rules, Ruleset) else load_ruleset(Path(rules) if rules else None)
    waived = waivers_of(Path(waivers)) if waivers else {}
    known = baseline_of(Path(baseline)) if baseline else {}
    sources = collect(Path(path) for path in named)
    results = check_many(sources.files, ruleset, hints_of(year, tier, organ, published), jobs)
    return make_run(waive(results, ruleset, waived, as_of, known), ruleset, policy or Policy())


def _must_be_days(**given: object) -> None:
    for name, value in given.items():
        if value is not None and (isinstance(value, datetime) or not isinstance(value, date)):
            message = f"{name} must be a datetime.date, not {type(value).__name__}"
            raise TypeError(message)


def hints_of(year: int | None, tier: str | None, organ: str | None, published: date | None) -> Hints:
    """Make hints of plain words; raises ValueError for a tier or organ there is not."""
    return Hints(year, Tier(tier) if tier else None, Organ(organ) if organ else None, published)


def waivers_of(file: Path) -> Waivers:
    """Read a waiver file; raises RuleFileError, OSError."""
    from checker.authoring.waiver_file import load_waivers  # a check without waivers does not pay for reading YAML

    return load_waivers(file)


def baseline_of(file: Path) -> Baseline:
    """Read a baseline file; raises RuleFileError, OSError."""
    from checker.authoring.baseline_file import load_baseline  # as above

    return load_baseline(file)


def waive(
    results: Iterable[DocumentResult],
    ruleset: Ruleset,
    waivers: Waivers,
    as_of: date | None = None,
    known: Baseline = MappingProxyType({}),
) -> list[DocumentResult]:
    """Apply waivers, those that a baseline makes behind those of people, and score again what they change."""
    if known:
        from checker.baseline import covering

        return [_waived(one, ruleset, {**covering(known, one), **waivers}, as_of) for one in results]
    return [_waived(one, ruleset, waivers, as_of) if waivers else one for one in results]


def _waived(document: DocumentResult, ruleset: Ruleset, waivers: Waivers, as_of: date | None) -> DocumentResult:
    applied = apply(document.results, ruleset.rules, waivers, as_of)
    score = scoring.score(applied.results, ruleset) if document.score else None
    return document._replace(results=applied.results, score=score, notes=(*document.notes, *applied.notes))


def keep_patterns() -> None:
    """Keep the patterns that this process compiled for the next one."""
    caches = cache_folder()
    if caches:
        patterns.save(caches)


def make_run(results: Iterable[DocumentResult], ruleset: Ruleset, policy: Policy) -> Run:
    """Put together what reporters need."""
    return Run(tuple(results), ruleset.rules, ruleset.instruments, ruleset.version, ruleset.digest, __version__, policy)


def check_many(
    sources: Sequence[Source],
    ruleset: Ruleset,
    hints: Hints = _NO_HINTS,
    jobs: int = 1,
    progress: Progress = lambda: None,
) -> list[DocumentResult]:
    """Check files in ``jobs`` processes, in input order; ``progress`` is called after each."""
    jobs = min(jobs, len(sources))
    caches = cache_folder()
    if caches:
        patterns.load(caches)
    results: dict[int, DocumentResult] = {}
    for index, result in _in_workers(sources, ruleset, hints, jobs) if jobs > 1 else ():
        results[index] = result
        progress()
    for index, source in enumerate(sources):
        if index not in results:
            results[index] = _check_source(source, ruleset, hints)
            progress()
    return [results[index] for index in range(len(sources))]


def check_file(
    path: Path, name: str, ruleset: Ruleset, hints: Hints = _NO_HINTS, *, explicit: bool = True
) -> DocumentResult:
    """Check the file at ``path``, called ``name`` in every output; ``explicit`` is False for one found in a folder."""
    return _check(partial(readers.read, path, name), name, ruleset, hints, explicit=explicit)


def check_bytes(
    data: bytes, name: str, ruleset: Ruleset, hints: Hints = _NO_HINTS, *, explicit: bool = True
) -> DocumentResult:
    """Check a file's content, called ``name`` in every output."""
    return _check(partial(readers.read_bytes, data, name), name, ruleset, hints, explicit=explicit)


def _check(
    read: Callable[[], Document], name: str, ruleset: Ruleset, hints: Hints, *, explicit: bool
) -> DocumentResult:
    try:
        document = read()
        report = build(document, ruleset, hints)
    except ReadError as error:
        unread = not explicit and Path(name).suffix.lower() in readers.OTHER_SUFFIXES
        return DocumentResult(name, Status.UNREADABLE, error=error, skipped=unread)
    except Exception as error:  # noqa: BLE001 - a file that no one foresaw must not stop the others
        return DocumentResult(name, Status.UNREADABLE, error=_unforeseen(name, error))
    if report.status is Status.NOT_A_REPORT and not explicit:
        return DocumentResult(name, report.status, document, report, notes=document.notes, skipped=True)
    results = _repaired(engine.run(report, ruleset), report, ruleset)
    score = scoring.score(results, ruleset) if report.status is Status.CHECKED else None
    form = ruleset.format_for(report.year) if report.year else None
    notes = (*document.notes, Note(form.note.zh, form.note.en)) if form and form.note else document.notes
    return DocumentResult(name, report.status, document, report, results, score, notes=notes)


def _repaired(results: tuple[RuleResult, ...], report: Report, ruleset: Ruleset) -> tuple[RuleResult, ...]:
    if not any(one.findings and ruleset.rules[one.rule].category == "table-sum" for one in results):
        return results
    from checker import repair  # few reports need it

    return repair.with_repairs(results, report, ruleset)


def _unforeseen(name: str, error: Exception) -> ReadError:
    what = type(error).__name__
    reason = (f"读取时程序出错（{what}）", f"the program failed while reading it ({what})")
    return ReadError(
        name, reason, ("请把文件另存一次再试，并报告此问题", "save it anew and try again; please report this")
    )


def _check_source(source: Source, ruleset: Ruleset, hints: Hints) -> DocumentResult:
    return check_file(source.path, source.name, ruleset, hints, explicit=source.explicit)


def _in_workers(
    sources: Sequence[Source], ruleset: Ruleset, hints: Hints, jobs: int
) -> Iterator[tuple[int, DocumentResult]]:
    from checker import workers

    try:
        for index, result in workers.spread(_prepare, workers.packed((ruleset, hints)), sources, jobs):
            died = isinstance(result, workers.Died)
            yield index, _died(sources[index].name, result.exit_code) if died else result
    except workers.CannotStartError:
        return  # what is left is checked in this process


def _prepare(setup: bytes) -> Callable[[Source], DocumentResult]:
    import pickle

    caches = cache_folder()
    if caches:
        patterns.load(caches)
    ruleset, hints = pickle.loads(setup)  # noqa: S301 - packed by the parent process
    return partial(_check_source, ruleset=ruleset, hints=hints)


def _died(name: str, exit_code: int | None) -> DocumentResult:
    reason = (f"读取它的进程异常终止（{exit_code}）", f"the process that read it died ({exit_code})")
    hint = ("文件可能已损坏，请另存一次再试", "the file may be damaged: save it anew and try again")
    return DocumentResult(name, Status.UNREADABLE, error=ReadError(name, reason, hint))
