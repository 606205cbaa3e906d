"""``ogi-checker baseline``: take down what is there, so that later checks fail on new findings alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.configured import ConfiguredCommand, pass_settings, profile_option, ruleset_of
from checker.cli.params import as_of_option, day, rules_option
from checker.cli.streams import say
from checker.model.result import Status
from checker.model.rule import Organ, Tier
from checker.verdict import ExitCode, crashed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from enum import StrEnum

    from checker.baseline import Baseline, Known
    from checker.configuration.settings import Settings
    from checker.model.result import Run


def _choice(words: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([one.value for one in words if one.value != "unknown"])


@click.group()
def baseline() -> None:
    """把已有的问题记为基线 / Take down the findings that are there; later only new ones count."""


@baseline.command(cls=ConfiguredCommand, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--year", metavar="Y", type=click.IntRange(2008, 2100), help="报告年度 / report year")
@click.option("--tier", type=_choice(Tier), help="层级 / tier of the issuer")
@click.option("--organ", type=_choice(Organ), help="机关类型 / type of the issuer")
@click.option("--published", metavar="DATE", callback=day, help="公布日期 / date of publication, YYYY-MM-DD")
@click.option(
    "--waivers",
    "waiver_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="豁免清单，其中的问题不记入 / waiver file: what it has is not taken down",
)
@as_of_option
@profile_option
@rules_option
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="进程数 / processes")
@pass_settings
def update(  # noqa: PLR0913, PLR0917 - a parameter an option
    settings: Settings | None,
    file: Path,
    paths: tuple[Path, ...],
    year: int | None,
    tier: str | None,
    organ: str | None,
    published: date | None,
    waiver_file: Path | None,
    as_of: date | None,
    folder: Path | None,
    jobs: int | None,
) -> int:
    """检查并写出基线 / Check files and folders, and write what is found to FILE, anew as a whole."""
    from checker import pipeline
    from checker.authoring.baseline_file import save_baseline
    from checker.baseline import taken

    before = pipeline.baseline_of(file) if file.exists() else {}
    run = pipeline.check(
        paths,
        year=year,
        tier=tier,
        organ=organ,
        published=published,
        rules=ruleset_of(settings, folder),
        waivers=waiver_file,
        as_of=as_of,
        jobs=jobs or os.cpu_count() or 1,
    )
    if all(result.skipped for result in run.results):
        say(f"没有找到政府信息公开工作年度报告，未写 {file} / no annual report was found; not written: {file}")
        return ExitCode.USAGE
    now = taken(run.results, before)
    save_baseline(file, now)
    _tell(file, before, now)
    return _code(run)


def _tell(file: Path, before: Baseline, now: Iterable[Known]) -> None:
    after = {one.fingerprint for one in now}
    new, left = len(after - before.keys()), len(before.keys() - after)
    say(f"{file}：共 {len(after)}，新增 {new}，移除 {left} / {len(after)} findings, {new} new, {left} removed")
    say(f"检查时请加 / check with: --baseline {file}")


def _code(run: Run) -> ExitCode:
    """What could not be checked fails; what is found does not, for that is what a baseline is made of."""
    for result in run.results:
        if result.status is Status.UNREADABLE and not result.skipped:
            say(f"无法读取，基线中保持原样 / unreadable, its entries stay as they were: {result.name}")
        for one in crashed(result):
            say(f"规则运行出错，基线中保持原样 / crashed, its entries stay: {one.rule} {result.name}")
    if any(crashed(result) for result in run.results):
        return ExitCode.CRASHED
    unread = any(result.status is Status.UNREADABLE and not result.skipped for result in run.results)
    return ExitCode.UNREADABLE if unread else ExitCode.PASSED
