"""Who reports about which year, and the verdict with what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import verdict
from checker.model.result import Status
from checker.model.rule import Bilingual
from checker.reporters.htmlpage import words
from checker.reporters.htmlpage.markup import both, text
from checker.reporters.parts import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.reporters.htmlpage.sheet import Sheet

_STATUS = Bilingual("状态", "Status")
_ISSUER = Bilingual("机关", "Issuer")
_YEAR = Bilingual("报告年度", "Report year")
_REGION = Bilingual("地区", "Region")
_FORMAT = Bilingual("格式", "Format")
_PUBLISHED = Bilingual("公布日期", "Published")
_VERDICT = Bilingual("结论", "Verdict")
_GATES = Bilingual("未通过门槛：{}", "gate failed: {}")
_LOW = Bilingual("得分低于 {}", "the score is below {}")
_FOUND = Bilingual("有“{}”及以上级别的问题", "there are findings of level “{}” or above")
_CRASHED = Bilingual("有规则运行出错", "a rule crashed")


def facts(sheet: Sheet) -> str:
    """List what is known of a report and what became of it."""
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in _rows(sheet))
    return f'<dl class="facts">{rows}</dl>'


def _rows(sheet: Sheet) -> Iterator[tuple[str, str]]:
    result = sheet.result
    why = "".join(f"<li>{reason}</li>" for reason in _reasons(sheet))
    passed = words.verdict(passed=verdict.passes(result, sheet.run))
    yield both(_VERDICT), passed + (f'<ul class="why">{why}</ul>' if why else "")
    yield both(words.FILE), f"<bdi>{text(result.name)}</bdi>"
    if result.status is not Status.CHECKED:
        yield both(_STATUS), both(wording.STATUSES[result.status.value])
    if result.report is not None:
        yield from _known(result.report)


def _known(report: Report) -> Iterator[tuple[str, str]]:
    issuer, unknown = report.issuer, both(words.UNKNOWN)
    kind = f"{both(wording.TIERS[issuer.tier.value])} · {both(wording.ORGANS[issuer.organ.value])}"
    yield both(_ISSUER), f"{text(issuer.name) or unknown}<br><small>{kind}</small>"
    yield both(_YEAR), str(report.year) if report.year else unknown
    if issuer.region:
        yield both(_REGION), text(" / ".join(issuer.region))
    yield both(_FORMAT), text(report.format) or unknown
    if report.published is not None:
        yield both(_PUBLISHED), report.published.value.isoformat()


def _reasons(sheet: Sheet) -> Iterator[str]:
    result, run = sheet.result, sheet.run
    if verdict.gated(result, run.policy) and result.score is not None:
        yield both(_GATES, ", ".join(result.score.gates_failed))
    if verdict.too_low(result, run.policy):
        yield both(_LOW, run.policy.min_score)
    if any(verdict.fails(one, run) for one in result.results):
        level = wording.SEVERITIES[run.policy.fail_on]
        yield both(Bilingual(_FOUND.zh.format(level.zh), _FOUND.en.format(level.en)))
    if verdict.crashed(result):
        yield both(_CRASHED)
