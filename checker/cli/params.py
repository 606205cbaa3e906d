"""Options that several commands have, and what click cannot take apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import reporters

if TYPE_CHECKING:
    from click import Context, Parameter


def outputs(_: Context, __: Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
    """Take every ``FORMAT=FILE`` apart; the format must be one there is."""
    return tuple(map(_output, values))


def _output(value: str) -> tuple[str, Path]:
    format_, _, file = value.partition("=")
    if format_ not in reporters.names():
        known = ", ".join(reporters.names())
        message = f"没有“{format_}”这种格式 / '{format_}' is not one of: {known}"
        raise click.BadParameter(message)
    if not file:
        message = f"“{value}”应写作 格式=文件 / '{value}' should be FORMAT=FILE, e.g. {format_}=result.{format_}"
        raise click.BadParameter(message)
    return format_, Path(file)


lang_option = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="输出语言 / language of the output"
)
rules_option = click.option(
    "--rules",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="另用此规则文件夹（也可设 OGI_RULES） / use the rules of this folder (or set OGI_RULES)",
)
