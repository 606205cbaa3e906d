"""Runs the examples of rules as tests: the outcome, the place, and that a suggestion, once applied, leaves nothing behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker import engine, readers
from checker.authoring.loading import load_ruleset
from checker.authoring.specimens import examples_of, home_of, text_of, unmarked, year_of
from checker.model.result import OutcomeKind
from checker.model.rule import Organ, Tier
from checker.structure.build import Hints, build, build_fragment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from checker.model.document import Document, Span
    from checker.model.result import Fix, RuleResult
    from checker.model.rule import Rule
    from checker.ruleset.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What became of one example of a rule; no problems: it passed."""

    rule: str
    name: str
    problems: tuple[str, ...]


def run_examples(folder: Path, ids: Collection[str] = (), local: Sequence[Path] = ()) -> list[ExampleResult]:
    """Run the examples of the rules ``ids``, by default of all, in the rule set in ``folder`` and ``local`` rules."""
    ruleset = load_ruleset(folder, local)
    return [
        ExampleResult(rule.id, example["name"], tuple(_problems(example, _alone(ruleset, rule))))
        for rule in ruleset.rules.values()
        if not ids or rule.id in ids
        for example in examples_of(rule, home_of(rule, folder, local))
    ]


def _alone(ruleset: Ruleset, rule: Rule) -> Ruleset:
    # An example is judged on its own rule: what the rule requires is not part of a fragment.
    return ruleset._replace(rules=MappingProxyType({rule.id: rule._replace(requires=())}))


def _problems(example: dict[str, Any], ruleset: Ruleset) -> Iterator[str]:
    text, marks = unmarked(text_of(example))
    result = _judged(text, example, ruleset)
    if "table" in example:  # what is pointed at are places in the running text, in which a table has no bars
        text, marks = unmarked(_read(text_of(example), example).text)
    if result.outcome.value != example["expect"]:
        reason = f"：{result.reason.zh} / {result.reason.en}" if result.reason else ""
        yield f"应为 {example['expect']}，实为 / expected {example['expect']}, got {result.outcome}{reason}{_quotes(result)}"
    elif result.outcome is OutcomeKind.FAIL:
        yield from _misplaced(result, text, marks)
        yield from _misnamed(result, example)
        yield from () if "table" in example else _left_behind(result, text, example, ruleset)


def _judged(text: str, example: dict[str, Any], ruleset: Ruleset) -> RuleResult:
    hints = Hints(
        year=year_of(example),
        tier=Tier(example["tier"]) if "tier" in example else None,
        organ=Organ(example["organ"]) if "organ" in example else None,
        published=date.fromisoformat(example["published"]) if "published" in example else None,
    )
    document = _read(text, example)
    if "report" in example:
        report = build(document, ruleset, hints)
    else:
        report = build_fragment(document, ruleset, hints, section=example.get("section"))
    return engine.run(report, ruleset)[0]


def _read(text: str, example: dict[str, Any]) -> Document:
    return readers.read_bytes(text.encode(), "example.md" if "table" in example else "example.txt")


def _misplaced(result: RuleResult, text: str, marks: tuple[Span, ...]) -> Iterator[str]:
    if not marks:
        return
    spans = [one.span for finding in result.findings for one in finding.evidence]
    for mark in marks:
        if not any(_within(mark, span) or _within(span, mark) for span in spans):
            yield f"未指出标记处 / not pointed at: “{text[mark.start : mark.end]}”"
    for span in spans:
        if not any(_within(mark, span) or _within(span, mark) for mark in marks):
            yield f"指向了标记以外 / points outside the marks: “{text[span.start : span.end]}”"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _misnamed(result: RuleResult, example: dict[str, Any]) -> Iterator[str]:
    about = {finding.about for finding in result.findings}
    if "about" in example and about != {example["about"]}:
        named = ", ".join(sorted(str(one) for one in about))
        yield f"about 应为 {example['about']}，实为 / expected about {example['about']}, got {named}"
    cells = {one.location.cell for finding in result.findings for one in finding.evidence}
    if example.get("at") and cells != set(example["at"]):
        pointed = ", ".join(sorted(str(one) for one in cells))
        yield f"单元格应为 {', '.join(example['at'])}，实为 / expected these cells, got {pointed}"


def _left_behind(result: RuleResult, text: str, example: dict[str, Any], ruleset: Ruleset) -> Iterator[str]:
    fixes = {fix for finding in result.findings for fix in finding.fixes}
    if not fixes:
        return
    corrected = _apply(fixes, text)
    after = _judged(corrected, example, ruleset)
    unfixable = sum(not finding.fixes for finding in result.findings)
    if len(after.findings) > unfixable or (not unfixable and after.outcome is not OutcomeKind.PASS):
        left = _quotes(after) or after.outcome.value
        yield f"按建议改为“{corrected.strip()}”后仍有问题 / the suggestion, once applied, leaves behind: {left}"


def _apply(fixes: Iterable[Fix], text: str) -> str:
    for fix in sorted(fixes, key=lambda one: (one.span.start, one.span.end), reverse=True):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


def _quotes(result: RuleResult) -> str:
    return "、".join(f"“{one.quote}”" for finding in result.findings for one in finding.evidence)
