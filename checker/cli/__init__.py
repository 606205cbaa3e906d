"""The command line: arguments in, exit code out."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import TYPE_CHECKING

import click
from click.exceptions import NoArgsIsHelpError

from checker.cli.streams import say
from checker.ruleset.ruleset import RuleFileError
from checker.verdict import ExitCode
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "ogi-checker"
_COMMANDS = {
    "check": "checker.cli.check",
    "explain": "checker.cli.rules",
    "rules": "checker.cli.rules",
    "waivers": "checker.cli.waivers",
    "baseline": "checker.cli.baseline",
    "config": "checker.cli.config",
}
_GARBAGE_THRESHOLD = 200_000  # a check makes many small objects and hardly any cycles: the default costs it a tenth
_INTERRUPTED = 130  # 128 + SIGINT, as shells have it
_WRONG_USE = {
    click.NoSuchOption: "没有这个选项",
    click.MissingParameter: "缺少参数",
    click.BadParameter: "参数的值不能用",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called or listed: a check does not pay for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Name the commands in the order of the help text."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - see above
        """Import the command called ``cmd_name``."""
        home = _COMMANDS.get(cmd_name)
        command: click.Command | None = getattr(importlib.import_module(home), cmd_name) if home else None
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def program() -> None:
    """检查政府信息公开工作年度报告 / Check annual reports on open government information.

    退出码 / exit codes: 0 通过 passed; 1 有问题 findings; 2 用法、配置或规则文件有误 usage, configuration or rule file;
    3 有文件读不了 a document could not be read; 4 有规则运行出错 a rule crashed.
    """


def run() -> int:
    """Be the whole process: what it still holds at its end needs no last look for cycles, which would cost a tenth."""
    code = main()
    gc.freeze()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program on ``arguments`` (by default those of the process) and give its exit code."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a GBK console must not end the check
    try:
        return int(program.main(arguments, prog_name=_NAME, standalone_mode=False) or ExitCode.PASSED)
    except click.UsageError as error:
        _explain_use(error)
    except RuleFileError as error:
        say(str(error))
    except OSError as error:
        say(f"无法读写 / cannot be read or written: {error.filename or 'stdout'}: {error.strerror}")
    except click.Abort:
        say("已中断 / interrupted")
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - Python's own exit code for it, 1, would read as "findings"
        import traceback

        traceback.print_exc()
        say("程序内部错误，请报告上文 / internal error: please report the above")
        return ExitCode.CRASHED
    return ExitCode.USAGE


def _explain_use(error: click.UsageError) -> None:
    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    what = next((words for kind, words in _WRONG_USE.items() if isinstance(error, kind)), "用法不对")
    say(f"{what} / {error.format_message()}")
    if error.ctx:
        say(f"用法见 / see: {error.ctx.command_path} --help")
