"""Rules as SARIF lists them, each with its help: what must hold, on which basis, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.model.rule import Bilingual, RuleStatus, Severity
from checker.reporters.parts import rendering, wording

if TYPE_CHECKING:
    from checker.model.result import Run
    from checker.model.rule import Rule

    Data = dict[str, Any]

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISION = {"certain": "very-high", "likely": "medium"}
_BASIS = Bilingual("依据", "Basis")
_REMEDY = Bilingual("怎么改", "What to do")
_LIKELY = Bilingual(
    "此规则按措辞辨认，可能认错，请人工核对。", "Recognised by wording and perhaps misread: please check."
)
_MARKUP = re.compile(r"[\\`*_\[\]<>|~]")


def descriptor(run: Run, rule: Rule, lang: str) -> Data:
    """Describe a rule."""
    return {
        "id": rule.id,
        "shortDescription": {"text": text(rule.failed.of(lang))},
        "fullDescription": {"text": text(rule.title.of(lang))},
        "help": {"text": text(_plain(run, rule, lang)), "markdown": text(_markdown(run, rule, lang))},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.status is not RuleStatus.DEPRECATED},
        "properties": {
            "tags": [rule.category, rule.section],
            "precision": _PRECISION.get(rule.certainty, "medium"),
            "problem.severity": _PROBLEMS[rule.severity],
            "status": rule.status.value,
        },
    }


def text(words: str) -> str:
    """Keep words from being read as a placeholder or an embedded link of a SARIF message."""
    return words.replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _plain(run: Run, rule: Rule, lang: str) -> str:
    lines = [f"{rule.id} {rule.title.of(lang)}", f"{_BASIS.of(lang)}：", *_bases(run, rule, lang)]
    lines += [f"{_REMEDY.of(lang)}：{rule.remedy.of(lang)}", *_warned(rule, lang)]
    return "\n".join(lines)


def _markdown(run: Run, rule: Rule, lang: str) -> str:
    severity = wording.SEVERITIES[rule.severity.value].of(lang)
    lines = [f"**{rule.id}** {_escaped(rule.title.of(lang))} ({severity})", "", f"**{_BASIS.of(lang)}**", ""]
    lines += [f"- {_escaped(one)}" for one in _bases(run, rule, lang)]
    lines += ["", f"**{_REMEDY.of(lang)}**", "", _escaped(rule.remedy.of(lang))]
    return "\n".join([*lines, *(f"\n{line}" for line in _warned(rule, lang))])


def _bases(run: Run, rule: Rule, lang: str) -> list[str]:
    return [rendering.basis(run, one, lang) for one in rule.basis]


def _warned(rule: Rule, lang: str) -> list[str]:
    return [] if rule.certainty == "certain" else [_LIKELY.of(lang)]


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words)
