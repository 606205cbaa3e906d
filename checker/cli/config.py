"""``ogi-checker config``: what is in force and where it comes from, and a test of the local rules."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from checker.cli.check import check
from checker.cli.configured import GIVEN_PROFILE, ConfiguredCommand, pass_settings, profile_option, ruleset_of
from checker.cli.params import rules_option
from checker.cli.streams import say, show
from checker.configuration.keys import KEYS
from checker.configuration.settings import NOTHING_SET
from checker.verdict import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.configuration.settings import Setting, Settings
    from checker.ruleset.ruleset import Ruleset

_GIVEN = "命令行 / command line"
_DEFAULT = "默认 / default"
_NONE = "-"
_PARAMETERS = {key.parameter: name for name, key in KEYS.items() if key.parameter}


@click.group()
def config() -> None:
    """查看配置 / Show the configuration, and test the local rules."""


@pass_settings
def _show(settings: Settings | None, folder: Path | None, **values: Any) -> int:  # noqa: ANN401 - values of all options
    """显示生效的设置及其来源 / Show what is in force and where each value comes from; takes the options of check."""
    ruleset, known = ruleset_of(settings, folder), settings or NOTHING_SET
    rows = [*_options(values, known), *_rules(known, ruleset, folder)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    show("".join(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}\n" for name, value, origin in rows))
    return ExitCode.PASSED


config.add_command(
    ConfiguredCommand(
        "show",
        callback=_show,
        help=_show.__doc__,
        params=[one for one in check.params if one.name in {*_PARAMETERS, "profile", "folder"}],
    )
)


@config.command(cls=ConfiguredCommand)
@profile_option
@rules_option
@pass_settings
def test(settings: Settings | None, folder: Path | None) -> int:
    """检查地方规则并运行其示例 / Lint the local rules and run their examples."""
    from checker.authoring.examples import run_examples
    from checker.authoring.lint import lint
    from checker.authoring.specimens import LOCAL
    from checker.ruleset.locate import find_rules

    if settings is None or not settings.local:
        say("没有设置 local-rules / no local-rules are set")
        return ExitCode.USAGE
    ruleset = ruleset_of(settings._replace(values={}), folder)
    rules, local = find_rules(folder), settings.local_folders
    ids = {one.id for one in ruleset.rules.values() if one.file.startswith(LOCAL)}
    problems = [str(one) for one in lint(rules, local) if one.file.startswith(LOCAL)]
    ran = run_examples(rules, ids, local) if ids else []
    problems += [f"{one.rule}: {one.name}: {problem}" for one in ran for problem in one.problems]
    show("".join(f"{problem}\n" for problem in problems))
    say(f"{len(ran)} 个示例，{len(problems)} 处不符 / {len(ran)} examples, {len(problems)} problems")
    return ExitCode.USAGE if problems else ExitCode.PASSED


def _options(values: dict[str, Any], settings: Settings) -> Iterator[tuple[str, str, str]]:
    context = click.get_current_context()
    yield _profile(context.meta[GIVEN_PROFILE], settings.values.get("profile"))
    for parameter, name in _PARAMETERS.items():
        value, source = values[parameter], context.get_parameter_source(parameter)
        set_by = settings.values.get(name)
        origin = _origin(set_by) if set_by and source is ParameterSource.DEFAULT_MAP else _DEFAULT
        yield name, _shown(value), _GIVEN if source is ParameterSource.COMMANDLINE else origin


def _profile(given: str | None, named: Setting | None) -> tuple[str, str, str]:
    if given:
        return "profile", given, _GIVEN
    return ("profile", named.value, _origin(named)) if named else ("profile", _NONE, _DEFAULT)


def _rules(settings: Settings, ruleset: Ruleset, folder: Path | None) -> Iterator[tuple[str, str, str]]:
    for name in ("select", "ignore"):
        if name in settings.values:
            one = settings.values[name]
            yield name, " ".join(one.value), _origin(one)
    for selector, one in settings.severities.items():
        yield f"severity.{selector}", one.value, _origin(one)
    for one in settings.local:
        yield "local-rules", _shown(one.value), _origin(one)
    whence = _GIVEN if folder else "OGI_RULES" if os.environ.get("OGI_RULES") else _DEFAULT
    yield "rules", f"{len(ruleset.rules)} ({ruleset.version}, {ruleset.digest[:12]})", whence


def _origin(setting: Setting) -> str:
    return setting.layer.origin


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Path):
        return Path(os.path.relpath(value)).as_posix() if value.is_absolute() else value.as_posix()
    return _NONE if value is None else str(value)
