"""Where the program's words go: results to stdout or files, everything else to stderr."""

from __future__ import annotations

import os
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from checker import reporters
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click._termui_impl import ProgressBar

    from checker.model.result import Run

CONSOLE = "console"
WIDTH = 100  # where there is no terminal to ask
_MANY = 20  # files
_LONG = 1.0  # seconds


def say(line: str) -> None:
    """Tell the person at the terminal something that is no result."""
    click.echo(f"ogi-checker: {line}", err=True)


def show(text: str, *, colour: bool = False) -> None:
    """Show text to people on stdout."""
    with _quiet_when_cut_off():
        click.echo(text, nl=False, color=colour)
        sys.stdout.flush()


def to_stdout(run: Run, format_: str, lang: str) -> None:
    """Show a run on stdout: people get colours and their terminal's width, machines UTF-8 whatever the console speaks."""
    terminal = sys.stdout.isatty()
    colour = format_ == CONSOLE and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = _terminal_width() if terminal else WIDTH
    text = reporters.load(format_).render(run, lang=lang, width=width, colour=colour)
    if format_ == CONSOLE:
        show(text, colour=colour)
        return
    with _quiet_when_cut_off():
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def _terminal_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((WIDTH, 0)).columns


@contextmanager
def _quiet_when_cut_off() -> Iterator[None]:
    """Let a reader such as ``head`` close the pipe; the verdict stands."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes stdout once more when it ends, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def to_file(run: Run, format_: str, path: Path, lang: str) -> bool:
    """Write a run to a file, all of it or nothing; say so where it cannot be written."""
    text = reporters.load(format_).render(run, lang=lang, width=WIDTH, colour=False)
    return bytes_to_file(text.encode("utf-8", "backslashreplace"), path)


def bytes_to_file(content: bytes, path: Path) -> bool:
    """Write a file, all of it or nothing; say so where it cannot be written."""
    try:
        _write(path, content)
    except OSError as error:
        say(f"无法写入 / cannot write {path}: {error.strerror}")
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a device; a folder refuses
        return
    write_whole(path.resolve(), content)


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None]]:
    """Give what to call after each file: a bar on stderr, where that is a terminal and the work is long."""
    with ExitStack() as stack:
        yield _Bar(total, stack).advance if sys.stderr.isatty() else _nothing


def _nothing() -> None:
    pass


class _Bar:
    """Appears when there are many files, or once they have taken long."""

    def __init__(self, total: int, stack: ExitStack) -> None:
        self._total = total
        self._stack = stack
        self._done = 0
        self._shown: ProgressBar[int] | None = None
        self._since = time.monotonic()

    def advance(self) -> None:
        self._done += 1
        if self._shown is None and self._is_long():
            bar = click.progressbar(length=self._total, label="检查中 / checking", file=sys.stderr)
            self._shown = self._stack.enter_context(bar)
        if self._shown is not None:
            self._shown.update(self._done - self._shown.pos)

    def _is_long(self) -> bool:
        return self._total > _MANY or time.monotonic() - self._since > _LONG
