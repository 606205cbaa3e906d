"""One document on the console: what it is, what is most urgent, every finding, what could not be told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker import verdict
from checker.model.result import OutcomeKind
from checker.model.rule import Bilingual
from checker.reporters.parts import points, rendering, tally, wording
from checker.reporters.terminal.page import BOLD, DIM, RED, SEVERITY

if TYPE_CHECKING:
    from checker.model.result import DocumentResult, Evidence, Finding
    from checker.reporters.terminal.page import Page

MOST_PLACES = 20
"""Places shown of one rule in one report; the rest is counted."""

_TOP = 3
_MOST_EVIDENCE = 3
_MOST_RULES = 12

_ISSUER = Bilingual("机关：{}（{}，{}）  报告年度：{}  格式：{}", "Issuer: {} ({}, {})  Report year: {}  Format: {}")
_UNKNOWN = Bilingual("不明", "unknown")
_UNTITLED = Bilingual("（无标题）", "(no title)")
_SCORE = Bilingual("得分：{}  等级：{}  ", "Score: {}  Grade: {}  ")
_NO_SCORE = Bilingual("得分：无  ", "Score: none  ")
_COUNTS = Bilingual("错误 {}，警告 {}，提示 {}", "errors {}, warnings {}, infos {}")
_COUNT_WAIVED = Bilingual("，豁免 {}", ", waived {}")
_GATE = Bilingual("未通过门槛：", "Gate failed: ")
_STATUS = Bilingual("状态：", "Status: ")
_URGENT = Bilingual("最要紧的{}条", "The most urgent {}")
_HAN = ("", "一", "二", "三")
_ALL = Bilingual("全部问题（{} 处）", "All findings ({})")
_NONE = Bilingual("没有发现问题。", "No findings.")
_ALL_WAIVED = Bilingual("已豁免的问题（{} 处）", "Waived findings ({})")
_HIDDEN = Bilingual("{}：另有 {} 处未列出（每条规则最多列 {} 处）", "{}: {} more places not shown (at most {} a rule)")
_WHERE = Bilingual("  位置：", "  Where:  ")
_TEXT = Bilingual("  原文：", "  Text:   ")
_FOUND = Bilingual("  说明：", "  Found:  ")
_BASIS = Bilingual("  依据：", "  Basis:  ")
_ADVICE = Bilingual("  建议：", "  Advice: ")
_FINGERPRINT = Bilingual("  指纹：", "  Fingerprint: ")
_WAIVED_MARK = Bilingual("[已豁免·{}] ", "[waived {}] ")
_WAIVED_BECAUSE = Bilingual("  豁免理由：", "  Waived because: ")
_RELATED = Bilingual("  对照：", "  See:    ")
_MORE_QUOTES = Bilingual("（另有 {} 处引文）", "({} more quotes)")
_LIKELY = Bilingual("（疑似，请人工核对）", " (likely: please check by eye)")
_UNDETERMINED = Bilingual("未能判断（{} 条规则）：", "Undetermined ({} rules): ")
_BLOCKED = Bilingual("因前提规则未通过而未检查（{} 条规则）：", "Not checked because another rule failed ({} rules): ")
_RELEASED = Bilingual("随前提规则一并豁免（{} 条规则）：", "Waived with the rules they build on ({} rules): ")
_REASON = Bilingual("（{}）", " ({})")
_AND_MORE = Bilingual("{} 等 {} 条", "{} and others, {} in all")
_CRASHED = Bilingual("程序问题（与报告内容无关）：{}", "Trouble of the program, not of the report: {}")
_NOTE = Bilingual("备注：", "Note: ")


def write(page: Page, result: DocumentResult) -> None:
    """Write the block of one report."""
    _heading(page, result)
    standing, waived = tally.standing(result.findings), tally.waived(result.findings)
    if len(standing) > _TOP:
        _urgent(page, result)
    if not result.findings:
        page.line(page.say(_NONE))
    _findings(page, _ALL, standing)
    _findings(page, _ALL_WAIVED, waived)
    _not_told(page, result)


def _heading(page: Page, result: DocumentResult) -> None:
    page.rule("=")
    page.line(result.name, BOLD)
    if result.status.value != "checked":
        page.hang(page.say(_STATUS), wording.STATUSES[result.status.value].of(page.lang))
    _identity(page, result)
    _score(page, result)


def _identity(page: Page, result: DocumentResult) -> None:
    if result.report is None:
        return
    report, issuer, unknown = result.report, result.report.issuer, page.say(_UNKNOWN)
    page.line(report.title or page.say(_UNTITLED))
    tier = wording.word(wording.TIERS, issuer.tier.value, page.lang)
    organ = wording.word(wording.ORGANS, issuer.organ.value, page.lang)
    page.line(page.say(_ISSUER, issuer.name or unknown, tier, organ, report.year or unknown, report.format or unknown))


def _score(page: Page, result: DocumentResult) -> None:
    waived = tally.waived(result.findings)
    counts = page.say(_COUNTS, *tally.by_severity(result.findings))
    counts += page.say(_COUNT_WAIVED, len(waived)) if waived else ""
    score = result.score
    if score is None:
        page.line(page.say(_NO_SCORE) + counts)
        return
    page.line(page.say(_SCORE, points.interval(score), score.grade) + counts, BOLD)
    if score.gates_failed:
        page.hang(page.say(_GATE), separated(page, [_named(page, gate) for gate in score.gates_failed]), RED)


def _named(page: Page, rule: str) -> str:
    known = page.run.rules.get(rule)
    return rule if known is None else f"{rule} {known.failed.of(page.lang)}"


def _urgent(page: Page, result: DocumentResult) -> None:
    top = tally.loudest(page.run, result)[:_TOP]
    page.line()
    page.line(page.say(_URGENT, len(top) if page.lang == "en" else _HAN[len(top)]), BOLD)
    for number, finding in enumerate(top, start=1):
        found = rendering.located(page.run, finding, page.lang)
        page.hang(f"{number}. ", found, SEVERITY[finding.severity])


def _findings(page: Page, title: Bilingual, findings: tuple[Finding, ...]) -> None:
    if findings:
        page.line()
        page.line(page.say(title, len(findings)), BOLD)
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_PLACES:
            page.line()
            _finding(page, finding)
    for rule, count in sorted(seen.items()):
        if count > MOST_PLACES:
            page.line()
            page.line(page.say(_HIDDEN, rule, count - MOST_PLACES, MOST_PLACES), DIM)


def _finding(page: Page, finding: Finding) -> None:
    run, lang = page.run, page.lang
    severity = wording.SEVERITIES[finding.severity.value].of(lang)
    doubt = "" if finding.certainty == "certain" else page.say(_LIKELY)
    mark, style = f"[{severity}] ", SEVERITY[finding.severity]
    if finding.waived is not None:
        mark, style = page.say(_WAIVED_MARK, severity), DIM
    page.hang(mark, f"{_named(page, finding.rule)}{doubt}", style, BOLD)
    page.hang(page.say(_WHERE), rendering.where(finding, lang))
    _quotes(page, _TEXT, finding.evidence)
    page.hang(page.say(_FOUND), rendering.message(run, finding, lang))
    _quotes(page, _RELATED, finding.related)
    page.hang(page.say(_BASIS), rendering.bases(run, finding, lang))
    page.hang(page.say(_ADVICE), rendering.suggestion(run, finding, lang))
    if finding.waived is not None:
        page.hang(page.say(_WAIVED_BECAUSE), finding.waived)
    page.hang(page.say(_FINGERPRINT), finding.fingerprint, DIM, DIM)


def _quotes(page: Page, label: Bilingual, evidence: tuple[Evidence, ...]) -> None:
    for one in evidence[:_MOST_EVIDENCE]:
        page.show(page.say(label), one)
    if len(evidence) > _MOST_EVIDENCE:
        page.hang(page.say(label), page.say(_MORE_QUOTES, len(evidence) - _MOST_EVIDENCE))


def _not_told(page: Page, result: DocumentResult) -> None:
    for crash in verdict.crashed(result):
        page.line()
        page.line(page.say(_CRASHED, f"{crash.rule} {rendering.unmet(crash, page.lang)}"), RED)
    _by_reason(page, result, OutcomeKind.UNDETERMINED, _UNDETERMINED)
    _by_reason(page, result, OutcomeKind.BLOCKED, _BLOCKED)
    _by_reason(page, result, OutcomeKind.WAIVED, _RELEASED)
    for note in rendering.notes(result, page.lang):
        page.line()
        page.hang(page.say(_NOTE), note)


def _by_reason(page: Page, result: DocumentResult, outcome: OutcomeKind, label: Bilingual) -> None:
    reasons: dict[str, list[str]] = {}
    for one in result.results:
        if one.outcome is outcome and not one.findings:
            reasons.setdefault(rendering.said(one.reason, page.lang), []).append(one.rule)
    if reasons:
        texts = [f"{_some(page, rules)}{reason and page.say(_REASON, reason)}" for reason, rules in reasons.items()]
        page.line()
        page.line(page.say(label, sum(map(len, reasons.values()))) + separated(page, texts))


def _some(page: Page, rules: list[str]) -> str:
    shown = (", " if page.lang == "en" else "、").join(rules[:_MOST_RULES])
    return shown if len(rules) <= _MOST_RULES else page.say(_AND_MORE, shown, len(rules))


def separated(page: Page, texts: list[str]) -> str:
    """Join clauses with the semicolon of the page's language."""
    return ("; " if page.lang == "en" else "；").join(texts)
