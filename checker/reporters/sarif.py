"""SARIF 2.1.0 for code scanning and editors: every rule with its help, every finding with a file and a line.

A file without lines of its own (docx, pdf, html) has those of its text, a paragraph a line, and a logical place that says so.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from checker.baseline import is_known
from checker.model.rule import Bilingual
from checker.reporters.interchange import notifications, places
from checker.reporters.interchange.rules import LEVELS, descriptor, text
from checker.reporters.parts import escape, points, rendering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.result import DocumentResult, Finding, Run

    Data = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = Bilingual("运行程序时所在的文件夹", "The folder in which the program was called")
_LIKELY = Bilingual("（疑似，请人工核对）", " (likely: please check)")
_MESSAGE = Bilingual("{}\n建议：{}\n依据：{}", "{}\nAdvice: {}\nBasis: {}")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "json": "application/json",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "txt": "text/plain",
}
_RAW = re.compile("[\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # legal in JSON, but not in a file or on a terminal


def render(run: Run, *, lang: str, width: int, colour: bool) -> str:  # noqa: ARG001 - every reporter has one signature
    """Give the run as one SARIF log."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run, lang)]}
    written = json.dumps(log, ensure_ascii=False, indent=1)
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"


def _run(run: Run, lang: str) -> Data:
    rules = {id_: index for index, id_ in enumerate(sorted(run.rules))}
    said = [one for index, result in enumerate(run.results) for one in notifications.about(result, index, rules, lang)]
    return {
        "tool": {"driver": _driver(run, rules, lang)},
        "invocations": [
            {
                "executionSuccessful": all(one["level"] != "error" for one in said),
                "toolExecutionNotifications": said,
            }
        ],
        "originalUriBaseIds": {places.ROOT: {"description": {"text": _ROOT.of(lang)}}},
        "columnKind": "unicodeCodePoints",
        "language": "en" if lang == "en" else "zh-CN",
        "artifacts": [_artifact(result, index) for index, result in enumerate(run.results)],
        "results": list(_results(run, rules, lang)),
        "properties": {"rulesetVersion": run.ruleset_version, "rulesetDigest": run.ruleset_digest},
    }


def _driver(run: Run, rules: Mapping[str, int], lang: str) -> Data:
    return {
        "name": "ogi-checker",
        "version": run.tool_version,
        "language": "en" if lang == "en" else "zh-CN",
        "rules": [descriptor(run, run.rules[id_], lang) for id_ in rules],
        "notifications": notifications.descriptors(lang),
    }


def _artifact(result: DocumentResult, index: int) -> Data:
    location = {key: value for key, value in places.artifact(result.name, index).items() if key != "index"}
    made: Data = {"location": location, "roles": ["analysisTarget"]}
    if result.document is not None:
        made["hashes"] = {"sha-256": result.document.sha256}
        if result.document.format in _TYPES:
            made["mimeType"] = _TYPES[result.document.format]
    return made | {"properties": _properties(result)}


def _properties(result: DocumentResult) -> Data:
    made: Data = {"status": result.status.value, "skipped": result.skipped}
    if result.report is not None:
        made["reportYear"] = result.report.year
    if result.score is not None:
        made |= {"score": points.interval(result.score), "grade": result.score.grade}
        made["gatesFailed"] = list(result.score.gates_failed)
    return made


def _results(run: Run, rules: Mapping[str, int], lang: str) -> Iterator[Data]:
    with_baseline = any(is_known(finding) for result in run.results for finding in result.findings)
    for index, result in enumerate(run.results):
        seen: Counter[str] = Counter()
        for finding in result.findings:
            seen[finding.fingerprint] += 1
            made = _result(run, finding, result, index, lang)
            made["ruleIndex"] = rules[finding.rule]
            made["partialFingerprints"] = _fingerprints(finding, seen[finding.fingerprint])
            if with_baseline:
                made["baselineState"] = "unchanged" if is_known(finding) else "new"
            yield made


def _fingerprints(finding: Finding, number: int) -> dict[str, str]:
    """The second is the one that GitHub goes by: it would otherwise hash the line, which for docx is none."""
    return {"ogiChecker/v1": finding.fingerprint, "primaryLocationLineHash": f"{finding.fingerprint}:{number}"}


def _result(run: Run, finding: Finding, result: DocumentResult, index: int, lang: str) -> Data:
    made: Data = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(run, finding, lang)},
        "locations": [places.primary(finding, result, index, lang)],
    }
    related = [places.place(one, result, index, lang) for one in (*finding.evidence[1:], *finding.related)]
    if related:
        made["relatedLocations"] = [{"id": number, **one} for number, one in enumerate(related, 1)]
    fix = _fix(run, finding, result, index, lang)
    return (
        made
        | ({"fixes": [fix]} if fix else {})
        | {"suppressions": _suppressions(finding)}
        | {"properties": {"category": finding.category, "section": finding.section, "certainty": finding.certainty}}
    )


def _message(run: Run, finding: Finding, lang: str) -> str:
    said = rendering.message(run, finding, lang) + (_LIKELY.of(lang) if finding.certainty != "certain" else "")
    advice = rendering.suggestion(run, finding, lang)
    return text(escape.visible(_MESSAGE.of(lang).format(said, advice, rendering.bases(run, finding, lang))))


def _suppressions(finding: Finding) -> list[Data]:
    """An empty list says that nobody accepted it; what stands in the baseline was not accepted either, only not new."""
    if finding.waived is None or is_known(finding):
        return []
    return [{"kind": "external", "status": "accepted", "justification": escape.visible(finding.waived)}]


def _fix(run: Run, finding: Finding, result: DocumentResult, index: int, lang: str) -> Data | None:
    """All replacements belong together, so all or none: only in a file whose characters the text has, letter for letter."""
    if result.document is None or not finding.fixes:
        return None
    regions = [places.exact(fix.span, result.document) for fix in finding.fixes]
    if None in regions:
        return None
    replacements = [
        {"deletedRegion": region, "insertedContent": {"text": fix.replacement}}
        for region, fix in zip(regions, finding.fixes, strict=True)
    ]
    change = {"artifactLocation": places.artifact(result.name, index), "replacements": replacements}
    said = text(escape.visible(rendering.suggestion(run, finding, lang)))
    return {"description": {"text": said}, "artifactChanges": [change]}
