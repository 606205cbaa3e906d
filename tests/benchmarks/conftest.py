"""Texts of every length, made of a real report so that they hold what real reports hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import Ruleset, load_ruleset

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "001_c64e2b0abbe2f0bd.txt"


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset(ROOT / "rules")


def text_of(size: int) -> bytes:
    """A report of about ``size`` bytes: its body is repeated between its first and its last part."""
    lines = SEED.read_text("utf-8").splitlines()
    head, body, tail = lines[:2], lines[2:18], lines[18:]
    fixed = len("\n".join([*head, *tail]).encode())
    block = "\n".join(body) + "\n"
    whole, rest = divmod(max(size - fixed, 0), len(block.encode()))
    partly = block.encode()[:rest].decode("utf-8", "ignore")
    return ("\n".join(head) + "\n" + block * whole + partly + "\n" + "\n".join(tail)).encode()
