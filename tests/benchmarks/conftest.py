"""Texts of every length, made of a real report so that they hold what real reports hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import Ruleset, load_ruleset

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "001_c64e2b0abbe2f0bd.txt"


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset(ROOT / "rules")


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    def say(words: str) -> None:
        with capsys.disabled():
            print(f"\n  {words}", end="")

    return say


def text_of(size: int) -> bytes:
    """A report of about ``size`` bytes: its body is repeated between its first and its last part."""
    lines = SEED.read_text("utf-8").splitlines()
    head, body, tail = lines[:2], lines[2:18], lines[18:]
    fixed = len("\n".join([*head, *tail]).encode())
    block = "\n".join(body) + "\n"
    whole, rest = divmod(max(size - fixed, 0), len(block.encode()))
    partly = block.encode()[:rest].decode("utf-8", "ignore")
    return ("\n".join(head) + "\n" + block * whole + partly + "\n" + "\n".join(tail)).encode()


def page_of(size: int) -> bytes:
    """A page of about ``size`` bytes as an editor writes it: a report's paragraphs in spans, tables, a site around it."""
    lines = SEED.read_text("utf-8").splitlines()
    pieces = [
        f'<p style="text-indent: 2em"><span style="font-family: 仿宋">{line}</span></p>' for line in lines if line
    ]
    row = '<tr><td colspan="2"><p><span>{0}</span></p></td><td><p>&nbsp;</p></td><td><p><span>{0}</span></p></td></tr>'
    table = "<table>" + "".join(row.format(number) for number in range(30)) + "</table>"
    body, block = "", "\n".join([*pieces, table])
    while len(body.encode()) < size:
        body += block
    head = "<!DOCTYPE html><html><head><meta charset=utf-8><title>年报</title></head><body>"
    nav = "<div class=nav><ul>" + "<li><a href=/a>栏目</a></li>" * 40 + "</ul></div>"
    return f"{head}{nav}<div class=TRS_Editor>{body}</div></body></html>".encode()
