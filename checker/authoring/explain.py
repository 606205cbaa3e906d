"""Explains one rule in plain text, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.loading import load_ruleset
from checker.authoring.sheet import sheet
from checker.authoring.specimens import home_of
from checker.model.rule import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from checker.authoring.sheet import Sheet, SheetExample

_BASIS = Bilingual("依据", "Basis")
_FAILS = Bilingual("不通过时", "When it fails")
_REMEDY = Bilingual("怎么改", "What to do")
_EXAMPLES = Bilingual("示例（「」内为应指出之处）", "Examples (「」 marks what is pointed at)")


def explain(folder: Path, rule_id: str, lang: str, local: Sequence[Path] = ()) -> str:
    """Explain a rule of the rule set in ``folder`` or of ``local`` rules in ``zh`` or ``en``; raises KeyError."""
    ruleset = load_ruleset(folder, local)
    rule = ruleset.rules[rule_id]
    return "\n".join(_lines(sheet(rule, ruleset, home_of(rule, folder, local)), lang)) + "\n"


def _lines(about: Sheet, lang: str) -> Iterator[str]:
    rule = about.rule
    yield f"{rule.id}  {rule.title.of(lang)}"
    yield ""
    for label, value in about.facts:
        yield f"  {label.of(lang)}{_colon(lang)}{value.of(lang)}"
    yield from ("", _BASIS.of(lang), *(f"  {one.of(lang)}" for one in about.basis))
    yield from ("", _FAILS.of(lang), f"  {rule.failed.of(lang)}", f"  {rule.message.of(lang)}")
    yield from ("", _REMEDY.of(lang), f"  {rule.remedy.of(lang)}")
    if about.examples:
        yield from ("", _EXAMPLES.of(lang))
    for example in about.examples:
        yield from _example(example, lang)


def _example(example: SheetExample, lang: str) -> Iterator[str]:
    given = f" ({example.given.of(lang)})" if example.given.of(lang) else ""
    yield f"  [{example.outcome.of(lang)}] {example.name}{given}"
    yield from (f"    {line}" for line in example.text.split("\n"))


def _colon(lang: str) -> str:
    return ": " if lang == "en" else "："
