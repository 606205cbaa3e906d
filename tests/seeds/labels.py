"""Recall and precision of findings against what a careful reviewer labelled (seeds/labels/*.yaml).

A label is found when a finding of its class (or of one in ``also``) quotes its words, or speaks of the absent thing it is
``about``. A false alarm is an error or warning on correct text (a trap) or of a class in which the report is clean. What no
label, trap or clean class speaks of is unjudged: somebody has to read it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker import Finding


@dataclass
class Grade:
    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed) or 1)

    @property
    def precision(self) -> float:
        return len(self.found) / (len(self.found) + len(self.alarms) or 1)


def grade(findings: Iterable[Finding], labels: dict[str, Any], classes: frozenset[str], into: Grade) -> None:
    """Add what ``findings`` say of one labelled report."""
    findings, explained = list(findings), set()
    for label in labels["defects"]:
        fitting = [n for n, finding in enumerate(findings) if fits(label, finding)]
        explained.update(fitting)
        if label["class"] in classes:
            loud = [n for n in fitting if findings[n].severity.rank >= Severity(label["severity"]).rank]
            (into.found if loud else into.missed).append(f"{labels['document']}: {label['id']}")
    for number, finding in enumerate(findings):
        if number not in explained and finding.severity is not Severity.INFO:
            told = f"{labels['document']}: {finding.rule} {[one.quote for one in finding.evidence]} {finding.about}"
            (into.alarms if is_wrong(finding, labels) else into.unjudged).append(told)


def fits(label: dict[str, Any], finding: Finding) -> bool:
    if finding.category not in [label["class"], *label.get("also", [])]:
        return False
    quoted = "quote" in label and any(covers(one.quote, label["quote"]) for one in finding.evidence)
    return quoted or ("about" in label and label["about"] in (finding.about, finding.section))


def is_wrong(finding: Finding, labels: dict[str, Any]) -> bool:
    on_trap = any(covers(one.quote, trap) for one in finding.evidence for trap in labels.get("traps", []))
    return on_trap or finding.category in labels.get("clean", [])


def covers(evidence: str, quote: str) -> bool:
    """The evidence shows the quote without being much longer, or is a telling part of it."""
    evidence, quote = fold(evidence), fold(quote)
    whole = quote in evidence and len(evidence) <= 6 * len(quote) + 40
    return whole or (evidence in quote and len(evidence) >= max(4, min(6, len(quote)), len(quote) // 3))


def fold(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
