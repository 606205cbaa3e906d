"""Commands that a configuration file and a profile set options of: the command line wins over the file, the file over the profile."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.configuration.finding import find_config

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.configuration.settings import Layer, Settings
    from checker.ruleset.ruleset import Ruleset

GIVEN_PROFILE = "checker.profile"
"""Where a command's context keeps the profile that the command line names."""

profile_option = click.option(
    "--profile",
    metavar="P",
    expose_value=False,
    help="方案：规则集 profiles 内的名称，或文件 / a profile of the rule set by name, or a file",
)


class ConfiguredCommand(click.Command):
    """A command whose options, where they are left out, come from the configuration; ``ctx.obj`` are the settings, if any."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the configuration before the arguments are judged."""
        if args or not self.no_args_is_help:
            given, _, _ = self.make_parser(ctx).parse_args(list(args))
            asks = self.get_help_option(ctx)
            ctx.obj = None if asks and given.get(asks.name) else settings_of(given.get("profile"), given.get("folder"))
            ctx.meta[GIVEN_PROFILE] = given.get("profile")
            ctx.default_map = ctx.obj.parameters if ctx.obj else None
        return super().parse_args(ctx, args)


def settings_of(profile: str | None, rules: str | None) -> Settings | None:
    """Find and read the configuration of the working directory, and the profile given or named there; None for neither.

    Raises RuleFileError, click.BadParameter, OSError.
    """
    file = _file_layer()
    if profile is None and file is None:
        return None
    from checker.configuration.settings import resolve

    chosen = _profile_layer(profile, file, Path(rules) if rules else None)
    settings = resolve([one for one in (chosen, file) if one])
    for one in settings.local:
        if not one.value.is_dir():
            raise one.layer.error(one.trail, f"没有这个文件夹 / there is no such folder: {one.value}")
    return settings


def ruleset_of(settings: Settings | None, rules: Path | None) -> Ruleset:
    """Load the rules and make of them what the settings want; raises RuleFileError."""
    from checker.authoring.loading import load_ruleset

    if settings is None:
        return load_ruleset(rules)
    from checker.configuration.selection import in_force

    return in_force(load_ruleset(rules, settings.local_folders), settings)


def pass_settings(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command its settings as the first argument."""
    return click.pass_obj(function)


def _file_layer() -> Layer | None:
    path = find_config(os.getcwd())  # noqa: PTH109 - every cold start does this
    if path is None:
        return None
    from checker.configuration.files import read_config

    return read_config(path, os.path.relpath(path))


def _profile_layer(given: str | None, file: Layer | None, rules: Path | None) -> Layer | None:
    named: Any = given or (file.values.get("profile") if file else None)
    if not named:
        return None
    from checker.authoring.profile_file import UnknownProfileError, load_profile
    from checker.ruleset.locate import find_rules

    beside = file.folder if file and not given else Path()
    try:
        return load_profile(named, find_rules(rules), beside)
    except UnknownProfileError as error:
        if file and not given:
            raise file.error(("profile",), str(error)) from error
        raise click.BadParameter(str(error), param_hint="--profile") from error
