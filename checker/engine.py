"""Runs the rules on a report: which apply, which are blocked, what was seen, and nothing that one rule breaks reaches another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import kinds
from checker.evidence import findings
from checker.model.document import Note
from checker.model.result import Broken, Held, OutcomeKind, RuleResult, Status, Unknown
from checker.ruleset.select import Standing, applicability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.rule import Rule
    from checker.ruleset.ruleset import Ruleset

STATUS_KIND = "status"  # the one kind that judges what is no report, or a report of an unknown year
_BLOCKING = frozenset({OutcomeKind.FAIL, OutcomeKind.BLOCKED})
_LONGEST_REASON = 200
_NOTHING_SEEN = Note("没有可检查的内容", "there is nothing to check")
_NOT_JUDGED = {
    Status.NOT_A_REPORT: Note(
        "文件不是政府信息公开工作年度报告，未作检查", "not checked: the file is no annual report"
    ),
    Status.YEAR_UNKNOWN: Note("报告年度不明，未作检查", "not checked: the report year is unknown"),
}


def run(report: Report, ruleset: Ruleset, only: frozenset[str] | None = None) -> tuple[RuleResult, ...]:
    """Give the outcome of every rule, or of those in ``only``, sorted by rule id."""
    chosen = {id_: rule for id_, rule in sorted(ruleset.rules.items()) if only is None or id_ in only}
    done: dict[str, RuleResult] = {}
    for rule in _required_first(chosen):
        done[rule.id] = _unheard(rule, report, ruleset, done) or _heard(
            _in_force(rule, ruleset, report.year), report, ruleset.lexicons
        )
    return tuple(done[id_] for id_ in chosen)


def _required_first(rules: Mapping[str, Rule]) -> Iterator[Rule]:
    seen: set[str] = set()

    def visit(rule: Rule) -> Iterator[Rule]:
        if rule.id in seen:
            return
        seen.add(rule.id)
        for required in rule.requires:
            if required in rules:
                yield from visit(rules[required])
        yield rule

    for rule in rules.values():
        yield from visit(rule)


def _unheard(rule: Rule, report: Report, ruleset: Ruleset, done: Mapping[str, RuleResult]) -> RuleResult | None:
    """Give the outcome of a rule that is not run on the report at all."""
    stands = applicability(rule, ruleset, report.year, report.issuer.tier, report.issuer.organ)
    if stands.standing is Standing.NOT_APPLICABLE:
        return RuleResult(rule.id, OutcomeKind.NOT_APPLICABLE, reason=stands.reason)
    if rule.kind != STATUS_KIND:
        if report.status is not Status.CHECKED:
            return RuleResult(rule.id, OutcomeKind.UNDETERMINED, reason=_NOT_JUDGED[report.status])
        if stands.standing is Standing.UNKNOWN:
            return RuleResult(rule.id, OutcomeKind.UNDETERMINED, reason=stands.reason)
    blocking = [id_ for id_ in rule.requires if id_ in done and done[id_].outcome in _BLOCKING]
    return RuleResult(rule.id, OutcomeKind.BLOCKED, reason=_blocked_by(blocking)) if blocking else None


def _blocked_by(blocking: Iterable[str]) -> Note:
    return Note(f"前提规则未通过：{'、'.join(blocking)}", f"blocked by {', '.join(blocking)}")


def _in_force(rule: Rule, ruleset: Ruleset, year: int | None) -> Rule:
    """Leave out the instruments that do not govern the report year: a finding cites the law of its time."""
    if year is None:
        return rule
    basis = tuple(one for one in rule.basis if ruleset.instruments[one.instrument].in_force(year))
    return rule if basis == rule.basis else rule._replace(basis=basis)


def _heard(rule: Rule, report: Report, lexicons: Mapping[str, Any]) -> RuleResult:
    try:
        kind = kinds.load(rule.kind)
        params = kinds.bind(kind, rule.params, lexicons)
        return _judged(rule, report, tuple(kind.observe(params, report)))
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the others are judged
        return RuleResult(rule.id, OutcomeKind.ERROR, reason=_crash(error))


def _judged(rule: Rule, report: Report, seen: tuple[Observation, ...]) -> RuleResult:
    broken = [one for one in seen if isinstance(one, Broken)]
    unknown = [one for one in seen if isinstance(one, Unknown)]
    checked = sum(one.checked for one in seen if isinstance(one, Held)) + len(broken)
    if broken:
        return RuleResult(rule.id, OutcomeKind.FAIL, checked, findings=findings(rule, report, broken))
    if unknown:
        return RuleResult(rule.id, OutcomeKind.UNDETERMINED, checked, Note(unknown[0].zh, unknown[0].en))
    if seen:
        return RuleResult(rule.id, OutcomeKind.PASS, checked)
    return RuleResult(rule.id, OutcomeKind.UNDETERMINED, reason=_NOTHING_SEEN)


def _crash(error: Exception) -> Note:
    # The message of an OSError holds a path of this machine, its strerror does not.
    message = (error.strerror or "") if isinstance(error, OSError) else str(error)
    first = next(iter(message.splitlines()), "")[:_LONGEST_REASON]
    what = f"{type(error).__name__}: {first}"
    return Note(f"规则运行出错（{what}）", f"the rule crashed ({what})")
