"""The page a console report is written on: its language, its width and its colours."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.model.rule import Severity
from checker.reporters.parts import escape
from checker.reporters.terminal.width import START, STOP, cells, wrap

if TYPE_CHECKING:
    from checker.model.result import Evidence, Run
    from checker.model.rule import Bilingual

_RESET = "\x1b[0m"
_QUOTE = "\x1b[1;4m"
BOLD = "\x1b[1m"
DIM = "\x1b[2m"
GREEN = "\x1b[32m"
RED = "\x1b[31m"
SEVERITY = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}

_LEAST_WIDTH = 60
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Page:
    """Lines as they are written; every text that comes from a document or a rule passes through here."""

    run: Run
    lang: str
    width: int
    colour: bool
    lines: list[str] = field(default_factory=list)

    @classmethod
    def blank(cls, run: Run, lang: str, width: int, *, colour: bool) -> Page:
        """Take a page that is wide enough to write on."""
        return cls(run, lang, max(width, _LEAST_WIDTH), colour)

    def say(self, phrase: Bilingual, *values: object) -> str:
        """Give a phrase of ours with its values filled in."""
        return phrase.of(self.lang).format(*values)

    def line(self, text: str = "", style: str = "") -> None:
        """Write text, wrapped."""
        self.hang("", text, style, style)

    def rule(self, character: str) -> None:
        """Draw a line across."""
        self.lines.append(character * min(self.width, 100))

    def hang(self, label: str, text: str, label_style: str = "", style: str = "") -> None:
        """Write text beside its label, wrapped under itself."""
        self._write(escape.visible(label), escape.one_line(text), label_style, style)

    def show(self, label: str, one: Evidence) -> None:
        """Write words in their context beside a label."""
        self._write(label, self._mark(one), "", "")

    def paint(self, text: str, style: str) -> str:
        """Colour a text, where there are colours."""
        return f"{style}{text}{_RESET}" if self.colour and style and text else text

    def _mark(self, one: Evidence) -> str:
        quote = escape.one_line(one.quote)
        if len(quote) > _LONGEST_QUOTE:
            half = _LONGEST_QUOTE // 2
            quote = f"{quote[:half]} … {quote[-half:]}"
        before, after = escape.one_line(one.before), escape.one_line(one.after)
        # Quoted words are marked by style where there are colours, else by brackets that reports hardly use.
        marked = f"{START}{quote}{STOP}" if self.colour else f"【{quote}】"
        return f"{before}{marked}{after}"

    def _write(self, label: str, text: str, label_style: str, style: str) -> None:
        first, *rest = wrap(text, self.width - cells(label))
        self.lines.append(self.paint(label, label_style) + self._finish(first, style))
        opened = _left_open(first)
        for one in rest:
            line = START * opened + one
            self.lines.append(" " * cells(label) + self._finish(line, style))
            opened = _left_open(line)

    def _finish(self, line: str, style: str) -> str:
        closed = line + STOP * _left_open(line)
        return self.paint(closed.replace(START, _QUOTE).replace(STOP, _RESET), style)


def _left_open(line: str) -> int:
    return line.count(START) - line.count(STOP)
