"""``ogi-checker explain`` and ``ogi-checker rules``: what the rules are, and help for those who write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.configured import ConfiguredCommand, pass_settings, profile_option, ruleset_of
from checker.cli.params import known_rule, lang_option, rules_option
from checker.cli.streams import say, show
from checker.model.rule import Severity
from checker.verdict import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from checker.authoring.generated import Drift
    from checker.configuration.settings import Settings

_check_option = click.option("--check", is_flag=True, help="只核对，不写入 / write nothing, only tell what differs")


def _out_option(default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--out",
        metavar="DIR",
        type=click.Path(path_type=Path, file_okay=False),
        default=default,
        show_default=True,
        help="写入的文件夹 / folder to write to",
    )


@click.command(cls=ConfiguredCommand, no_args_is_help=True)
@click.argument("id_", metavar="ID")
@lang_option
@profile_option
@rules_option
@pass_settings
def explain(settings: Settings | None, id_: str, lang: str, folder: Path | None) -> int:
    """说明一条规则 / Explain a rule: what it asks, its basis, its examples."""
    from checker.authoring.explain import explain as explained
    from checker.authoring.loading import load_ruleset
    from checker.ruleset.locate import find_rules

    id_, local = id_.upper(), settings.local_folders if settings else ()
    known_rule(id_, load_ruleset(folder, local).rules, "ID")
    show(explained(find_rules(folder), id_, lang, local))
    return ExitCode.PASSED


@click.group()
def rules() -> None:
    """规则的新建、清单、检查、测试与文档 / Begin, list, lint, test and document the rules."""


@rules.command()
@click.argument("id_", metavar="ID")
@click.option("--kind", metavar="KIND", required=True, help="检查方式，见 docs/writing-rules.md / way of checking")
@click.option(
    "--category", metavar="C", help="类别，默认同类规则最常用的 / category; by default, that of most rules of the kind"
)
@click.option(
    "--section", metavar="S", default="document", show_default=True, help="计分部分 / where its weight counts"
)
@click.option(
    "--severity",
    type=click.Choice([one.value for one in Severity]),
    default="warning",
    show_default=True,
    help="级别 / severity",
)
@click.option("--folder", "subfolder", metavar="DIR", help="规则集内的文件夹 / folder in the rule set")
@rules_option
def new(  # noqa: PLR0913, PLR0917 - a parameter an option
    id_: str,
    kind: str,
    category: str | None,
    section: str,
    severity: str,
    subfolder: str | None,
    folder: Path | None,
) -> int:
    """新建一条规则 / Begin a rule: a file with every key in its place, ready to be filled in."""
    from checker.authoring.scaffold import Plan, ScaffoldError, begin
    from checker.ruleset.locate import find_rules

    try:
        path = begin(find_rules(folder), Plan(id_, kind, category, section, severity, subfolder))
    except ScaffoldError as error:
        raise click.BadParameter(str(error), param_hint=error.option) from error
    option = f" --rules {folder}" if folder else ""
    show(f"{_shortest(path)}\n")
    say("1. 填写标有“待写”之处 / fill in what is marked 待写")
    say(f"2. ogi-checker rules test {id_}{option}")
    return ExitCode.PASSED


def _shortest(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


@rules.command("list", cls=ConfiguredCommand)
@lang_option
@profile_option
@rules_option
@pass_settings
def list_(settings: Settings | None, lang: str, folder: Path | None) -> int:
    """列出规则 / List the rules in force: id, severity, status, weight and title."""
    known = ruleset_of(settings, folder).rules
    width = max(map(len, known), default=0)
    show(
        "".join(
            f"{id_:<{width}}  {one.severity:<7}  {one.status:<10}  {one.weight:>2}  {one.title.of(lang)}\n"
            for id_, one in sorted(known.items())
        )
    )
    return ExitCode.PASSED


@rules.command()
@rules_option
def lint(folder: Path | None) -> int:
    """检查规则文件 / Lint the rule files: everything that is to be put right, with file and line."""
    from checker.authoring.lint import lint as problems_in
    from checker.ruleset.locate import find_rules

    problems = problems_in(find_rules(folder))
    show("".join(f"{problem}\n" for problem in problems))
    say(f"{len(problems)} 处待改 / to put right" if problems else "规则文件没有问题 / the rule files are in order")
    return ExitCode.USAGE if problems else ExitCode.PASSED


@rules.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@rules_option
def test(ids: tuple[str, ...], folder: Path | None) -> int:
    """运行规则的示例 / Run the examples of the rules, of all by default."""
    from checker.authoring.examples import run_examples
    from checker.ruleset.locate import find_rules

    _must_exist(ids, folder)
    ran = run_examples(find_rules(folder), ids)
    failed = [one for one in ran if one.problems]
    show("".join(f"{one.rule}: {one.name}: {problem}\n" for one in failed for problem in one.problems))
    say(f"{len(ran)} 个示例，{len(failed)} 个不符 / {len(ran)} examples, {len(failed)} failed")
    return ExitCode.USAGE if failed else ExitCode.PASSED


@rules.command()
@_out_option("docs/rules")
@_check_option
@rules_option
def docs(out: Path, folder: Path | None, *, check: bool) -> int:
    """生成规则说明 / Write a page of documentation for every rule."""
    from checker.authoring.docs import write
    from checker.ruleset.locate import find_rules

    return _up_to_date(write(find_rules(folder), out, check=check), out, check=check)


@rules.command()
@_out_option("docs/schema")
@_check_option
def schema(out: Path, *, check: bool) -> int:
    """生成 JSON Schema / Write the JSON Schemas of rule files and results."""
    from checker.authoring.schema import write

    return _up_to_date(write(out, check=check), out, check=check)


def _must_exist(ids: Iterable[str], folder: Path | None) -> None:
    from checker.authoring.loading import load_ruleset

    known = load_ruleset(folder).rules
    for id_ in ids:
        known_rule(id_, known, "ID")


def _up_to_date(drifts: Iterable[Drift], out: Path, *, check: bool) -> int:
    drifts = list(drifts)
    show("".join(f"{(out / drift.name).as_posix()}: {drift.state}\n" for drift in drifts))
    return ExitCode.FINDINGS if check and drifts else ExitCode.PASSED
