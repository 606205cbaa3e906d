"""The examples of rules as they are written: their data, and the marks 「…」 around what must be pointed at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.authoring.files import read
from checker.model.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.model.rule import Rule

FRAGMENT_YEAR = 2017
"""The report year of a fragment that gives none; a whole report says its own."""

LOCAL = "./"
"""How the file names of local rules begin, which those of a rule set never do; the name of their folder follows."""

MARKED = re.compile("「([^「」]*)」")


def examples_of(rule: Rule, folder: Path) -> list[dict[str, Any]]:
    """Give the examples of a rule of the rule set in ``folder``."""
    examples: list[dict[str, Any]] = read(folder / rule.file, rule.file).data.get("examples", [])
    return examples


def home_of(rule: Rule, folder: Path, local: Sequence[Path]) -> Path:
    """Give the folder that the file name of a rule starts from: that of the rule set, or the one above its local rules."""
    homes = (one.parent for one in local if rule.file.startswith(LOCAL) and (one.parent / rule.file).is_file())
    return next(homes, folder)


def text_of(example: dict[str, Any]) -> str:
    """Give an example's text, whether fragment, report or table, with its marks."""
    text: str = example.get("text") or example.get("report") or example["table"]
    return text


def year_of(example: dict[str, Any]) -> int | None:
    """Give the report year that is taken as known; None where a whole report is to say it itself."""
    return example.get("year", None if "report" in example else FRAGMENT_YEAR)


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """Give the text without its marks, and the ranges that were marked in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = last = 0
    for match in MARKED.finditer(text):
        pieces += [text[last : match.start()], match[1]]
        length += match.start() - last
        spans.append(Span(length, length + len(match[1])))
        length += len(match[1])
        last = match.end()
    return "".join([*pieces, text[last:]]), tuple(spans)
