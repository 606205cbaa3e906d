"""The end of a console report: every file in one table, the commonest faults, what was not checked and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import verdict
from checker.model.rule import Bilingual
from checker.reporters.parts import points, rendering, tally
from checker.reporters.terminal.page import BOLD, DIM, GREEN, RED
from checker.reporters.terminal.width import cells, pad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.result import DocumentResult
    from checker.reporters.terminal.page import Page

MOST_FAULTS = 10
"""Rules listed among the commonest faults."""

_LEAST_ROOM = 20

_TITLE = Bilingual("汇总", "Summary")
_COLUMNS = Bilingual(
    "结论|得分|等级|错误|警告|提示|豁免|门槛|报告", "Verdict|Score|Grade|Err|Warn|Info|Waived|Gate|Report"
)
_WAIVED = 6  # the column that is left out where nothing is waived
_PASSED = Bilingual("通过", "passed")
_FAILED = Bilingual("未通过", "failed")
_GATED = Bilingual("未通过", "failed")
_OPEN = Bilingual("通过", "passed")
_FAULTS = Bilingual("常见问题（报告数）", "Commonest faults (reports)")
_FAULT = Bilingual("{} {}（{} 处）", "{} {} (places: {})")
_MORE_FAULTS = Bilingual("另有 {} 种问题未列出", "{} more kinds of fault not shown")
_UNREADABLE = Bilingual("无法读取", "Unreadable")
_SKIPPED = Bilingual("跳过（不是年度报告）", "Skipped (no annual reports)")
_UNSUPPORTED = Bilingual("未检查（格式尚不支持）", "Not checked (formats not read yet)")
_HINT = Bilingual("处理办法：", "What to do: ")
_TOTAL = Bilingual(
    "共 {} 个文件：通过 {}，未通过 {}，无法读取 {}，未检查 {}，跳过 {}",
    "{} files: {} passed, {} failed, {} unreadable, {} not checked, {} skipped",
)
_POLICY = Bilingual("判定标准：--fail-on {}", "Verdict by: --fail-on {}")
_CRASHES = Bilingual("有规则运行出错：{}", "Some rules crashed: {}")


def write(page: Page) -> None:
    """Write the summary of the whole run."""
    page.rule("=")
    page.line(page.say(_TITLE), BOLD)
    judged = tally.judged(page.run)
    if judged:
        _table(page, sorted(judged, key=lambda one: verdict.passes(one, page.run)))
    if len(judged) > 1:
        _faults(page)
    _unreadable(page)
    _passed_over(page, _UNSUPPORTED, tally.unsupported(page.run))
    _passed_over(page, _SKIPPED, tally.skipped(page.run))
    _total(page, judged)


def _table(page: Page, judged: Sequence[DocumentResult]) -> None:
    rows = [page.say(_COLUMNS).split("|"), *(_row(page, result) for result in judged)]
    if not any(tally.waived(result.findings) for result in judged):
        rows = [row[:_WAIVED] + row[_WAIVED + 1 :] for row in rows]
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    styles = [DIM, *(GREEN if verdict.passes(one, page.run) else RED for one in judged)]
    for row, style in zip(rows, styles, strict=True):
        fixed = [pad(cell, width) for cell, width in zip(row[:-1], widths[:-1], strict=True)]
        _beside(page, "  ".join([*fixed, ""]), row[-1], style)


def _beside(page: Page, columns: str, name: str, style: str) -> None:
    """Write a name beside its columns, or below where the terminal is too narrow for both."""
    if page.width - cells(columns) >= _LEAST_ROOM:
        page.hang(columns, name, style)
    else:
        page.line(columns, style)
        page.hang("  ", name)


def _row(page: Page, result: DocumentResult) -> list[str]:
    score = result.score
    passed = verdict.passes(result, page.run)
    return [
        page.say(_PASSED if passed else _FAILED),
        "-" if score is None else points.interval(score),
        "-" if score is None else score.grade,
        *map(str, tally.by_severity(result.findings)),
        str(len(tally.waived(result.findings))),
        "-" if score is None else page.say(_GATED if score.gates_failed else _OPEN),
        result.name,
    ]


def _faults(page: Page) -> None:
    faults = tally.commonest(page.run)
    if not faults:
        return
    page.line()
    page.line(page.say(_FAULTS), BOLD)
    digits = len(str(faults[0].reports))
    for fault in faults[:MOST_FAULTS]:
        failed = page.run.rules[fault.rule].failed.of(page.lang)
        page.hang(f"{fault.reports:>{digits}}  ", page.say(_FAULT, fault.rule, failed, fault.places))
    if len(faults) > MOST_FAULTS:
        page.line(page.say(_MORE_FAULTS, len(faults) - MOST_FAULTS), DIM)


def _unreadable(page: Page) -> None:
    unreadable = tally.unreadable(page.run)
    if unreadable:
        page.line()
        page.line(page.say(_UNREADABLE), BOLD)
    for result in unreadable:
        reason, hint = rendering.unreadable(result, page.lang)
        page.line(f"{result.name}: {reason}", RED)
        if hint:
            page.hang(page.say(_HINT), hint)


def _passed_over(page: Page, title: Bilingual, results: tuple[DocumentResult, ...]) -> None:
    if results:
        page.line()
        page.line(page.say(title), BOLD)
    for result in results:
        page.line(f"{result.name}: {rendering.skipped(result, page.lang)}")


def _total(page: Page, judged: tuple[DocumentResult, ...]) -> None:
    passed = sum(verdict.passes(result, page.run) for result in judged)
    missed = (len(kind(page.run)) for kind in (tally.unreadable, tally.unsupported, tally.skipped))
    page.line()
    page.line(page.say(_TOTAL, len(page.run.results), passed, len(judged) - passed, *missed), BOLD)
    policy = page.run.policy
    least = "" if policy.min_score is None else f" --min-score {policy.min_score}"
    page.line(page.say(_POLICY, policy.fail_on) + (" --certain-only" if policy.certain_only else "") + least, DIM)
    crashes = sorted({crash.rule for result in judged for crash in verdict.crashed(result)})
    if crashes:
        page.line(page.say(_CRASHES, ", ".join(crashes)), RED)
