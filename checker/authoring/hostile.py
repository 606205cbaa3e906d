"""Tries a pattern on texts made to bring it to its knees, under a time limit."""

from __future__ import annotations

from functools import cache

import regex

LENGTH = 10_000
"""Characters of each hostile text."""

LIMIT = 0.5
"""Seconds that one search through one hostile text may take."""

_STOCK = ("a", "1", "政府", "a,", "一、", "（", "(", "\n", " ", "　", "2017年", "1,234件，", "今年2017年 ")
_SYNTAX = regex.compile(r"\\.|\{\d*,?\d*\}|\(\?[a-zA-Z:=!<>]*|[\[\]().*+?|^$]")
_TELLTALE = regex.compile(r"\\[a-zA-Z]|\(\?|\.[*+?]|\[\^|[)\]][?*+{]")


def looks_like_pattern(text: str) -> bool:
    """Tell whether ``text`` is written as no plain text would be."""
    return _TELLTALE.search(text) is not None


def complaint(pattern: str) -> str | None:
    """Say what is the matter with ``pattern``, if anything: it does not compile, or takes too long."""
    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
    except regex.error as error:
        return f"不是有效的正则表达式 / not a valid pattern: {error}"
    for text in _texts(pattern):
        try:
            for _ in compiled.finditer(text, timeout=LIMIT):
                pass
        except TimeoutError:
            shown = text[:12].replace("\n", "\\n")
            return f"在“{shown}…”这样的文本上耗时过长 / takes too long on a text such as '{shown}…'"
    return None


def _texts(pattern: str) -> tuple[str, ...]:
    # What a pattern almost matches, over and over, is what makes it try everything.
    own = _SYNTAX.sub("", pattern)
    return _stock() + (tuple(_repeated(one) for one in (own, own[:1])) if own else ())


@cache
def _stock() -> tuple[str, ...]:
    return tuple(_repeated(one) for one in _STOCK)


def _repeated(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[: LENGTH - 1] + "\0"
