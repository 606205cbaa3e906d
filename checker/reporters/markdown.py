"""Markdown for reviewers: every file in one table, the commonest faults, what was not checked and why, then each report's findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker import verdict
from checker.model.rule import Bilingual
from checker.reporters.parts import escape, points, rendering, tally, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model.result import DocumentResult, Finding, Run

_TITLE = Bilingual("政府信息公开工作年度报告检查汇总", "Annual reports on open government information: summary")
_RULESET = Bilingual("规则集 {}（{}），程序 {}", "rule set {} ({}), program {}")
_REPORTS = Bilingual(
    "报告|结论|得分|门槛|错误|警告|提示|豁免|确定／疑似|首要问题",
    "Report|Verdict|Score|Gate|Errors|Warnings|Infos|Waived|Certain / likely|Top finding",
)
_FAULTS = Bilingual("常见问题", "Commonest faults")
_FAULT_COLUMNS = Bilingual("规则|问题|报告数|处数", "Rule|Fault|Reports|Places")
_UNREADABLE = Bilingual("无法读取", "Unreadable")
_UNSUPPORTED = Bilingual("未检查（格式尚不支持）", "Not checked (formats not read yet)")
_SKIPPED = Bilingual("跳过的文件", "Skipped files")
_CRASHED = Bilingual("规则运行出错", "Rules that crashed")
_FINDINGS = Bilingual("逐份问题与备注", "Findings and notes by report")
_FINDING_COLUMNS = Bilingual("级别|规则|问题|依据|建议|指纹", "Severity|Rule|Finding|Basis|Advice|Fingerprint")
_WAIVED = Bilingual("已豁免（{}）", "waived ({})")
_WAIVED_BECAUSE = Bilingual("（豁免理由：{}）", " (waived because: {})")
_FILE_COLUMNS = Bilingual("文件|原因", "File|Reason")
_VERDICT = {True: Bilingual("通过", "passed"), False: Bilingual("未通过", "failed")}
_MARKUP = re.compile(r"[\\`*_\[\]|~]")


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the summary."""
    versions = (run.ruleset_version, run.ruleset_digest[:12], run.tool_version)
    blocks = [f"# {_TITLE.of(lang)}", _text(_RULESET.of(lang).format(*versions))]
    blocks.append(_table(_REPORTS.of(lang), (_report(run, result, lang) for result in _failed_first(run))))
    blocks += _part(_FAULTS.of(lang), _FAULT_COLUMNS.of(lang), _faults(run, lang))
    blocks += _part(_CRASHED.of(lang), _FILE_COLUMNS.of(lang), _crashes(run, lang))
    unreadable = [(one.name, " ".join(rendering.unreadable(one, lang))) for one in tally.unreadable(run)]
    blocks += _part(_UNREADABLE.of(lang), _FILE_COLUMNS.of(lang), unreadable)
    unsupported = [(one.name, rendering.skipped(one, lang)) for one in tally.unsupported(run)]
    blocks += _part(_UNSUPPORTED.of(lang), _FILE_COLUMNS.of(lang), unsupported)
    skipped = [(one.name, rendering.skipped(one, lang)) for one in tally.skipped(run)]
    blocks += _part(_SKIPPED.of(lang), _FILE_COLUMNS.of(lang), skipped)
    blocks += _by_report(run, lang)
    return "\n\n".join(blocks) + "\n"


def _failed_first(run: Run) -> list[DocumentResult]:
    return sorted(tally.judged(run), key=lambda one: verdict.passes(one, run))


def _report(run: Run, result: DocumentResult, lang: str) -> tuple[str, ...]:
    top = tally.loudest(run, result)[:1]
    gates = () if result.score is None else result.score.gates_failed
    return (
        result.name,
        _VERDICT[verdict.passes(result, run)].of(lang),
        "—" if result.score is None else f"{points.interval(result.score)} {result.score.grade}",
        ", ".join(gates) or "—",
        *map(str, tally.by_severity(result.findings)),
        str(len(tally.waived(result.findings))),
        " / ".join(map(str, tally.by_certainty(result.findings))),
        "".join(rendering.message(run, finding, lang) for finding in top) or "—",
    )


def _faults(run: Run, lang: str) -> list[tuple[str, ...]]:
    return [
        (fault.rule, run.rules[fault.rule].failed.of(lang), str(fault.reports), str(fault.places))
        for fault in tally.commonest(run)
    ]


def _crashes(run: Run, lang: str) -> list[tuple[str, ...]]:
    return [
        (result.name, f"{crash.rule}: {rendering.said(crash.reason, lang) or wording.OUTCOMES['error'].of(lang)}")
        for result in tally.judged(run)
        for crash in verdict.crashed(result)
    ]


def _by_report(run: Run, lang: str) -> list[str]:
    blocks: list[str] = []
    for result in _failed_first(run):
        found = (*tally.standing(result.findings), *tally.waived(result.findings))
        rows = [_finding(run, finding, lang) for finding in found]
        notes = "\n".join(f"- {_text(note)}" for note in rendering.notes(result, lang))
        blocks += [f"### {_text(result.name)}"] if rows or notes else []
        blocks += [_table(_FINDING_COLUMNS.of(lang), rows)] if rows else []
        blocks += [notes] if notes else []
    return [f"## {_FINDINGS.of(lang)}", *blocks] if blocks else []


def _finding(run: Run, finding: Finding, lang: str) -> tuple[str, ...]:
    severity = rendering.severity(finding, lang)
    said = rendering.located(run, finding, lang)
    if finding.waived is not None:
        severity = _WAIVED.of(lang).format(severity)
        said += _WAIVED_BECAUSE.of(lang).format(finding.waived)
    basis, advice = rendering.bases(run, finding, lang), rendering.suggestion(run, finding, lang)
    return severity, finding.rule, said, basis, advice, finding.fingerprint


def _part(title: str, columns: str, rows: Sequence[tuple[str, ...]]) -> list[str]:
    return [f"## {title}", _table(columns, rows)] if rows else []


def _table(columns: str, rows: Iterable[tuple[str, ...]]) -> str:
    head = columns.split("|")
    lines = [head, ["---"] * len(head), *([_text(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _text(text: str) -> str:
    """Keep document text from being markup, of Markdown or HTML, and from leaving its table cell."""
    plain = escape.one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", plain)
