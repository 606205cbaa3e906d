"""Waivers (豁免): findings that are known and accepted, by fingerprint, each with its reason and perhaps a last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Note
from checker.model.record import NamedTuple
from checker.model.result import OutcomeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from checker.model.result import DocumentResult, Finding, RuleResult
    from checker.model.rule import Rule

    Waivers = Mapping[str, "Waiver"]

_STANDING = frozenset({OutcomeKind.FAIL, OutcomeKind.BLOCKED})


class Waiver(NamedTuple):
    """One accepted finding. ``until`` is the last day on which it holds; ``document`` is for the reader alone."""

    fingerprint: str
    reason: str
    rule: str | None = None
    document: str | None = None
    until: date | None = None

    def covers(self, finding: Finding) -> bool:
        """Tell whether this is about ``finding``: its fingerprint, and its rule where one is named."""
        return self.fingerprint == finding.fingerprint and self.rule in {None, finding.rule}

    def expired(self, as_of: date | None) -> bool:
        """Tell whether the last day lies before ``as_of``; without a day to judge by, nothing has expired."""
        return as_of is not None and self.until is not None and self.until < as_of


class Applied(NamedTuple):
    """Results of one report with the waivers applied, and a note for every waiver that has expired."""

    results: tuple[RuleResult, ...]
    notes: tuple[Note, ...]


def apply(
    results: tuple[RuleResult, ...], rules: Mapping[str, Rule], waivers: Waivers, as_of: date | None = None
) -> Applied:
    """Mark what is waived in the results of one report; ``waivers`` are by fingerprint.

    A rule all of whose findings are waived is waived. So is a rule blocked by waived ones alone: it was not judged for a
    matter that is accepted, so it must lose nothing for it; and it stays counted, because taking it out would raise the
    stakes of the others and could lower the score. Waiving therefore lowers neither bound.
    """
    covered = {one.fingerprint: one for result in results for one in result.findings if _covers(waivers, one)}
    expired = {one: waivers[one] for one in covered if waivers[one].expired(as_of)}
    valid = {one: waivers[one] for one in covered if one not in expired}
    marked = tuple(_marked(one, valid) for one in results) if valid else results
    return Applied(_released(marked, rules), tuple(_expiry(one, covered[id_].rule) for id_, one in expired.items()))


def unused(documents: Iterable[DocumentResult], waivers: Waivers) -> tuple[Waiver, ...]:
    """Give the waivers that cover no finding of ``documents``, neither by fingerprint nor by the rule they name."""
    found = (finding for document in documents for finding in document.findings)
    used = {finding.fingerprint for finding in found if _covers(waivers, finding)}
    return tuple(one for one in waivers.values() if one.fingerprint not in used)


def _covers(waivers: Waivers, finding: Finding) -> bool:
    waiver = waivers.get(finding.fingerprint)
    return waiver is not None and waiver.covers(finding)


def _marked(result: RuleResult, valid: Waivers) -> RuleResult:
    findings = tuple(
        one._replace(waived=valid[one.fingerprint].reason) if _covers(valid, one) else one for one in result.findings
    )
    reasons = list(dict.fromkeys(one.waived for one in findings if one.waived))
    if not reasons or any(one.waived is None for one in findings):
        return result._replace(findings=findings)
    reason = Note("；".join(reasons), "; ".join(reasons))
    return result._replace(outcome=OutcomeKind.WAIVED, reason=reason, findings=findings)


def _released(results: tuple[RuleResult, ...], rules: Mapping[str, Rule]) -> tuple[RuleResult, ...]:
    """Waive what is blocked by waived rules alone, then what that blocked, and so on."""
    standing = {one.rule for one in results if one.outcome in _STANDING}
    waived = {one.rule for one in results if one.outcome is OutcomeKind.WAIVED}
    freed = {
        one.rule: waived.intersection(rules[one.rule].requires)
        for one in results
        if one.outcome is OutcomeKind.BLOCKED and standing.isdisjoint(rules[one.rule].requires)
    }
    return (
        _released(tuple(_freed(one, freed.get(one.rule)) for one in results), rules) if any(freed.values()) else results
    )


def _freed(result: RuleResult, waived: set[str] | None) -> RuleResult:
    if not waived:
        return result
    names = sorted(waived)
    reason = Note(f"前提规则已豁免：{'、'.join(names)}", f"builds on what is waived: {', '.join(names)}")
    return result._replace(outcome=OutcomeKind.WAIVED, reason=reason)


def _expiry(waiver: Waiver, rule: str) -> Note:
    return Note(
        f"豁免已于 {waiver.until} 到期，不再适用：{rule} {waiver.fingerprint}（理由：{waiver.reason}）",
        f"a waiver ended on {waiver.until} and no longer applies: {rule} {waiver.fingerprint} (reason: {waiver.reason})",
    )
