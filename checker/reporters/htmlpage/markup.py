"""Markup from text: everything that is not markup already passes through here, and comes out as text."""

from __future__ import annotations

from html import escape as _escape
from typing import TYPE_CHECKING

from checker.reporters.parts import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.model.rule import Bilingual


def text(raw: str) -> str:
    """Give untrusted text as markup that shows it; what would act on a page or on the direction of writing is spelt out."""
    return _escape(escape.visible(raw))


def both(words: Bilingual, *values: object) -> str:
    """Give a text in both languages, of which the page shows one; ``values`` fill it."""
    return _pair(*map(text, _filled(words, values)))


def said(say: Callable[[str], str]) -> str:
    """Give in both languages what ``say`` says in ``zh`` and ``en``."""
    return _pair(text(say("zh")), text(say("en")))


def _filled(words: Bilingual, values: tuple[object, ...]) -> tuple[str, str]:
    """Fill a text of the page; one without values may be a rule's own, whose braces are its own affair."""
    return (words.zh.format(*values), words.en.format(*values)) if values else (words.zh, words.en)


def _pair(zh: str, en: str) -> str:
    return zh if zh == en else f'<span lang="zh">{zh}</span><span lang="en">{en}</span>'


def title(words: Bilingual, *values: object) -> str:
    """Give a text in both languages in one line, for a place that has no room for markup."""
    zh, en = _filled(words, values)
    return text(zh if zh == en else f"{zh} · {en}")


def table(head: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "") -> str:
    """Give a table of markup; the first cell of a row is its heading."""
    top = "".join(f'<th scope="col">{one}</th>' for one in head)
    body = "".join(_row(list(row)) for row in rows)
    said_first = f"<caption>{caption}</caption>" if caption else ""
    return f'<div class="scroll"><table class="plain">{said_first}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(cells: list[str]) -> str:
    rest = "".join(f"<td>{one}</td>" for one in cells[1:])
    return f'<tr><th scope="row">{cells[0]}</th>{rest}</tr>'


def fold(summary: str, content: str, classes: str = "fold") -> str:
    """Give content that opens below its summary."""
    return f'<details class="{classes}"><summary>{summary}</summary>{content}</details>'
