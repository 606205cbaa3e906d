"""``ogi-checker check``: files and folders in, results on stdout and in files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import reporters
from checker.cli import documents
from checker.cli.configured import ConfiguredCommand, pass_settings, profile_option, ruleset_of
from checker.cli.params import as_of_option, day, lang_option, least_score, outputs, rules_option
from checker.cli.streams import CONSOLE, progress, say, to_file, to_stdout
from checker.model.result import Policy, Status
from checker.model.rule import Organ, Severity, Tier
from checker.verdict import ExitCode, exit_code

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal
    from enum import StrEnum

    from checker.baseline import Baseline
    from checker.configuration.settings import Settings
    from checker.model.result import Run
    from checker.sources import Sources
    from checker.waivers import Waivers

_FILES_PER_WORKER = 10  # fewer do not repay starting a process
_MOST_WAIVERS = 10  # named on stderr; a list for a province is mostly unused where one report is checked


def _known(words: type[StrEnum]) -> list[str]:
    return [one.value for one in words if one.value != "unknown"]


@click.command(cls=ConfiguredCommand, no_args_is_help=True)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--year", metavar="Y", type=click.IntRange(2008, 2100), help="报告年度 / report year")
@click.option("--tier", type=click.Choice(_known(Tier)), help="层级 / tier of the issuer")
@click.option("--organ", type=click.Choice(_known(Organ)), help="机关类型 / type of the issuer")
@click.option("--published", metavar="DATE", callback=day, help="公布日期 / date of publication, YYYY-MM-DD")
@lang_option
@click.option(
    "--out",
    "files",
    multiple=True,
    metavar="FORMAT=FILE",
    callback=outputs,
    help="另存为文件，可重复 / also write a file; repeatable",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(reporters.texts()),
    default=CONSOLE,
    show_default=True,
    help="标准输出的格式 / format on stdout",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_known(Severity), "never"]),
    default="error",
    show_default=True,
    help="何种级别的问题算不通过 / least severity that fails",
)
@click.option(
    "--certain-only/--no-certain-only",
    is_flag=True,
    help="只有确定的问题算不通过，疑似的不算 / only certain findings fail, likely ones do not",
)
@click.option("--min-score", metavar="N", callback=least_score, help="最低得分 / least score that passes")
@click.option(
    "--waivers",
    "waiver_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="豁免清单 / file of findings that are known and accepted",
)
@as_of_option
@click.option(
    "--baseline",
    "baseline_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="基线：此前已有的问题，只有新问题算不通过 / findings that were there before: only new ones fail",
)
@profile_option
@rules_option
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="进程数，默认按文件数和处理器数 / processes; by default, what files and processors warrant",
)
@pass_settings
def check(  # noqa: PLR0913, PLR0917 - a parameter an option
    settings: Settings | None,
    paths: tuple[Path, ...],
    year: int | None,
    tier: str | None,
    organ: str | None,
    published: date | None,
    lang: str,
    files: tuple[tuple[str, Path], ...],
    format_: str,
    fail_on: str,
    min_score: Decimal | None,
    waiver_file: Path | None,
    as_of: date | None,
    baseline_file: Path | None,
    folder: Path | None,
    jobs: int | None,
    *,
    certain_only: bool,
) -> int:
    """检查报告 / Check reports: files, or folders with reports in them."""
    from checker import pipeline
    from checker.sources import collect

    sources = collect(paths)
    _refuse_to_overwrite(files, sources, waiver_file, baseline_file)
    ruleset = ruleset_of(settings, folder)
    waivers = pipeline.waivers_of(waiver_file) if waiver_file else {}
    known = pipeline.baseline_of(baseline_file) if baseline_file else {}
    hints = pipeline.hints_of(year, tier, organ, published)
    with progress(len(sources.files)) as advance:
        results = pipeline.check_many(sources.files, ruleset, hints, jobs or _jobs(len(sources.files)), advance)
    results = pipeline.waive(results, ruleset, waivers, as_of, known)
    run = pipeline.make_run(results, ruleset, Policy(fail_on, min_score, certain_only))
    to_stdout(run, format_, lang)
    written = [_write(run, name, path, sources, lang) for name, path in files]
    pipeline.keep_patterns()
    _speak_of_waivers(run, waivers, as_of)
    if known:
        _speak_of_baseline(run, known)
    usable = _complain_of_nothing(sources, run) and all(written)
    return max(exit_code(run), ExitCode.PASSED if usable else ExitCode.USAGE)


def _write(run: Run, format_: str, path: Path, sources: Sources, lang: str) -> bool:
    if format_ in reporters.DOCUMENTS:
        return documents.write(run, format_, path, sources, lang)
    return to_file(run, format_, path, lang)


def _refuse_to_overwrite(files: tuple[tuple[str, Path], ...], sources: Sources, *given: Path | None) -> None:
    """An output must not take the place of a file that is read or of another output."""
    taken = {path.resolve() for path in (*(source.path for source in sources.files), *given) if path}
    for name, path in documents.planned(files, sources):
        if path.resolve() in taken:
            message = f"{name}={path} 会覆盖输入的文件或另一个输出 / would overwrite an input or another output"
            raise click.BadParameter(message, param_hint="--out")
        taken.add(path.resolve())


def _jobs(files: int) -> int:
    return max(1, min(os.cpu_count() or 1, files // _FILES_PER_WORKER))


def _speak_of_waivers(run: Run, waivers: Waivers, as_of: date | None) -> None:
    """Say which waivers matched nothing, and whether the last day of any was not looked at."""
    from checker.waivers import unused

    idle = unused(run.results, waivers)
    for one in idle[:_MOST_WAIVERS]:
        named = " ".join(filter(None, (one.fingerprint, one.rule, one.document)))
        say(f"豁免未用到，本次结果中没有这个指纹（和规则） / unused waiver, no such finding in this run: {named}")
    if len(idle) > _MOST_WAIVERS:
        say(f"另有 {len(idle) - _MOST_WAIVERS} 条豁免未用到 / more unused waivers")
    dated = sum(one.until is not None for one in waivers.values())
    if dated and as_of is None:
        say(f"{dated} 条豁免有期限，未判断是否到期，请加 --as-of / waivers have a last day that was not checked")


def _speak_of_baseline(run: Run, known: Baseline) -> None:
    """Say which findings of the baseline are no longer there, so that it can be brought up to date."""
    from checker.baseline import gone

    left = gone(run.results, known)
    for one in left[:_MOST_WAIVERS]:
        say(f"基线中的问题已不再出现 / no longer found: {one.fingerprint} {one.rule} {one.document}")
    if left:
        say(f"共 {len(left)} 条，可更新基线 / in all; bring it up to date: ogi-checker baseline update FILE PATH...")


def _complain_of_nothing(sources: Sources, run: Run) -> bool:
    """Tell whether every folder had files and any file was a report; say so where not, lest silence read as passing."""
    for folder in sources.empty:
        say(f"文件夹内没有可检查的文件 / no file to check in folder {folder}")
    unsupported = sum(result.skipped and result.status is Status.UNREADABLE for result in run.results)
    if unsupported:
        say(f"{unsupported} 个文件的格式尚不支持，没有检查 / files not checked: their formats are not read yet")
    skipped_all = bool(run.results) and all(result.skipped for result in run.results)
    if skipped_all:
        say("没有找到政府信息公开工作年度报告 / no annual report was found")
    return not sources.empty and not skipped_all
