"""Workflow commands for GitHub: an annotation a finding, loudest first, for GitHub shows ten of a level and step.

What is waived or known is counted, not annotated. Every line is a command of ours: words of a document cannot be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import verdict
from checker.model.result import Status
from checker.model.rule import Bilingual, Severity
from checker.reporters.parts import escape, points, rendering, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.result import DocumentResult, Evidence, Finding, Run

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}
_OLD_COMMAND = "##["  # the runner still takes it, wherever in a line it stands

_MESSAGE = Bilingual("{}\n建议：{}\n依据：{}\n指纹：{}", "{}\nAdvice: {}\nBasis: {}\nFingerprint: {}")
_UNREADABLE = Bilingual("文件无法读取", "unreadable file")
_CRASHED = Bilingual("规则运行出错，与报告内容无关", "a rule crashed, whatever the report says")
_TOO_LOW = Bilingual("得分不够", "score too low")
_SCORED = Bilingual("得分 {}，要求 {}", "the score is {}, required is {}")
_SUMMARY = Bilingual("年度报告检查", "annual reports checked")
_COUNTS = Bilingual(
    "通过 {}，未通过 {}，无法读取 {}，未检查 {}，跳过 {}；错误 {}，警告 {}，提示 {}，豁免或已知 {}",
    "passed {}, failed {}, unreadable {}, not checked {}, skipped {}; errors {}, warnings {}, infos {}, waived or known {}",
)


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the commands, a line each."""
    lines = [*_troubles(run, lang), *_annotations(run, lang), _summary(run, lang)]
    return "".join(f"{line}\n" for line in lines)


def _troubles(run: Run, lang: str) -> Iterator[str]:
    """What fails a run without being a finding."""
    for result in run.results:
        if result.status is Status.UNREADABLE and not result.skipped:
            words = " ".join(rendering.unreadable(result, lang))
            yield _command("error", words, file=result.name, title=_UNREADABLE.of(lang))
        for crash in verdict.crashed(result):
            words = f"{crash.rule}: {rendering.unmet(crash, lang)}"
            yield _command("error", words, file=result.name, title=_CRASHED.of(lang))
        if verdict.too_low(result, run.policy) and result.score is not None:
            words = _SCORED.of(lang).format(points.interval(result.score), run.policy.min_score)
            yield _command("error", words, file=result.name, title=_TOO_LOW.of(lang))


def _annotations(run: Run, lang: str) -> Iterator[str]:
    found = [(result, one) for result in run.results for one in tally.standing(result.findings)]
    for result, finding in sorted(found, key=lambda pair: -pair[1].severity.rank):
        yield _annotation(run, result, finding, lang)


def _annotation(run: Run, result: DocumentResult, finding: Finding, lang: str) -> str:
    advice, bases = rendering.suggestion(run, finding, lang), rendering.bases(run, finding, lang)
    said = f"[{rendering.severity(finding, lang)}] {rendering.located(run, finding, lang)}"
    words = _MESSAGE.of(lang).format(said, advice, bases, finding.fingerprint)
    title = f"{finding.rule} {run.rules[finding.rule].failed.of(lang)}"
    where = _where(result, finding.evidence[0]) if finding.evidence else {"line": "1"}
    return _command(_COMMANDS[finding.severity], words, file=result.name, **where, title=title)


def _where(result: DocumentResult, one: Evidence) -> dict[str, str]:
    """Columns are shown within a line alone, and only where they are the file's."""
    location = one.location
    made = {"line": str(location.line or 1)}
    if location.running or location.column is None or location.page is not None or result.document is None:
        return made
    last = result.document.locate(max(one.span.start, one.span.end - 1))
    if last.line == location.line and last.column is not None and last.column >= location.column:
        made |= {"col": str(location.column), "endColumn": str(last.column + 1)}
    return made


def _summary(run: Run, lang: str) -> str:
    judged = tally.judged(run)
    passed = sum(verdict.passes(result, run) for result in judged)
    others = (len(tally.unreadable(run)), len(tally.unsupported(run)), len(tally.skipped(run)))
    findings = [one for result in run.results for one in result.findings]
    counted = (*tally.by_severity(findings), len(tally.waived(findings)))
    words = _COUNTS.of(lang).format(passed, len(judged) - passed, *others, *counted)
    return _command("notice", words, title=_SUMMARY.of(lang))


def _command(name: str, words: str, **properties: str) -> str:
    given = ",".join(f"{key}={_encoded(escape.one_line(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {given}::{_encoded(escape.visible(words), _DATA)}"


def _encoded(words: str, table: dict[str, str]) -> str:
    """The percent sign goes first, lest it encode what the others were made into."""
    for character, code in table.items():
        words = words.replace(character, code)
    return words.replace(_OLD_COMMAND, "## [")
