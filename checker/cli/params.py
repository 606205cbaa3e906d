"""Options that several commands have, and what click cannot take apart."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import reporters

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

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


def day(_: Context, __: Parameter, value: str | None) -> date | None:
    """Take a day of the calendar, written YYYY-MM-DD."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the calendar, without time
    except ValueError:
        message = f"“{value}”不是日期，应写作 YYYY-MM-DD / is no date of the calendar: write YYYY-MM-DD"
        raise click.BadParameter(message) from None


def known_rule(id_: str, known: Collection[str], option: str) -> None:
    """Refuse an id that no rule has, and name those near it."""
    if id_ not in known:
        from difflib import get_close_matches

        near = get_close_matches(id_.upper(), known) or sorted(known)[:3]
        message = f"没有规则“{id_}”，相近的有 / there is no rule '{id_}'; near it: {', '.join(near)}"
        raise click.BadParameter(message, param_hint=option)


def least_score(_: Context, __: Parameter, value: str | None) -> Decimal | None:
    """Take a number of points, with decimals or without."""
    if value is None:
        return None
    try:
        points = Decimal(value)
    except InvalidOperation:
        points = Decimal("NaN")
    if not points.is_finite() or not 0 <= points <= 100:
        message = f"“{value}”应为 0 到 100 的数 / should be a number from 0 to 100"
        raise click.BadParameter(message)
    return points


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
as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    callback=day,
    help="以此日期判断豁免是否到期 / day by which waivers are judged, YYYY-MM-DD",
)
