"""``ogi-checker waivers``: accept a known finding with its reason, and see what is accepted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.params import as_of_option, day, known_rule, rules_option
from checker.cli.streams import say, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from click import Context, Parameter

    from checker.waivers import Waiver

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_RULE = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
_SOMETHING = re.compile(r".*\S.*", re.DOTALL)


def _shaped(shape: re.Pattern[str], wanted: str) -> Callable[[Context, Parameter, str | None], str | None]:
    def check(_: Context, __: Parameter, value: str | None) -> str | None:
        if value is not None and not shape.fullmatch(value):
            message = f"“{value}”{wanted}"
            raise click.BadParameter(message)
        return value

    return check


_file_option = click.option(
    "--file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    default="ogi-waivers.yaml",
    show_default=True,
    help="豁免清单 / the waiver file",
)
_some_text = _shaped(_SOMETHING, "不能为空 / must not be empty")


@click.group()
def waivers() -> None:
    """豁免已知且接受的问题 / Waive findings that are known and accepted."""


@waivers.command(no_args_is_help=True)
@click.argument(
    "fingerprint",
    callback=_shaped(
        _FINGERPRINT, "应为检查结果中 16 位的指纹 / should be a fingerprint as the check shows it: 16 of 0-9, a-f"
    ),
)
@click.option("--reason", metavar="TEXT", required=True, callback=_some_text, help="理由 / why it is accepted")
@click.option(
    "--until",
    metavar="DATE",
    callback=day,
    help="有效期的最后一天 / last day on which it holds, YYYY-MM-DD",
)
@click.option(
    "--rule",
    metavar="ID",
    callback=_shaped(_RULE, "不是规则编号 / is no rule id"),
    help="规则，写了就须相符 / the rule, for the reader; must match",
)
@rules_option
@click.option("--document", metavar="NAME", callback=_some_text, help="报告，供查阅 / the report, for the reader")
@_file_option
def add(  # noqa: PLR0913, PLR0917 - a parameter an option
    fingerprint: str,
    reason: str,
    until: date | None,
    rule: str | None,
    document: str | None,
    folder: Path | None,
    file: Path,
) -> None:
    """把一处问题加入清单 / Add a finding to the waiver file, which is made if need be."""
    from checker.authoring.waiver_file import add_waiver
    from checker.waivers import Waiver

    if rule:
        from checker.authoring.loading import load_ruleset

        known_rule(rule, load_ruleset(folder).rules, "--rule")
    add_waiver(file, Waiver(fingerprint, reason, rule, document, until))
    say(f"已加入 / added to {file}; 检查时请加 / check with: --waivers {file}")


@waivers.command("list")
@as_of_option
@_file_option
def list_(as_of: date | None, file: Path) -> None:
    """列出清单 / List the waivers: fingerprint, last day, rule, report and reason."""
    from checker.authoring.waiver_file import load_waivers

    known = load_waivers(file).values()
    show("".join(f"{_line(one, as_of)}\n" for one in known))


def _line(waiver: Waiver, as_of: date | None) -> str:
    parts = (waiver.fingerprint, str(waiver.until or "-"), waiver.rule or "-", waiver.document or "-", waiver.reason)
    return "  ".join((*parts, "[已到期 / expired]") if waiver.expired(as_of) else parts)
