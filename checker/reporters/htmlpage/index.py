"""The top of the page: all reports at a glance, in a table that can be sorted, and the files that were not checked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker import verdict
from checker.model.rule import Bilingual
from checker.reporters.htmlpage import words
from checker.reporters.htmlpage.charts import charts
from checker.reporters.htmlpage.markup import both, said, table, text
from checker.reporters.htmlpage.sheet import MOST_FULL
from checker.reporters.parts import points, rendering, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model.result import DocumentResult, Run
    from checker.reporters.htmlpage.sheet import Sheet

_NOTHING = Bilingual("没有可检查的报告。", "There was no report to check.")
_REPORTS = Bilingual("份报告", "reports")
_READ = Bilingual("份无法读取", "unreadable")
_FINDINGS = Bilingual("处问题", "findings")
_TABLE = Bilingual("全部报告", "All reports")
_SORT = Bilingual("点击列名排序", "Click a heading to sort")
_FIND = Bilingual("查找报告", "Find a report")
_ISSUER = Bilingual("机关", "Issuer")
_YEAR = Bilingual("年度", "Year")
_VERDICT = Bilingual("结论", "Verdict")
_MANY = Bilingual(
    "报告超过 {} 份：本页只列未通过报告的问题，不附原文。",
    "More than {} reports: this page has the findings of those that failed, without their texts.",
)
_UNREADABLE = Bilingual("无法读取的文件", "Unreadable files")
_UNSUPPORTED = Bilingual("未检查的文件（格式尚不支持）", "Files not checked (formats not read yet)")
_SKIPPED = Bilingual("跳过的文件", "Skipped files")


def overview(run: Run, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Give the index of a run of several files, and what was not checked of any run."""
    if not sheets:
        yield f'<p class="nothing">{both(_NOTHING)}</p>'
    if sheets and not sheets[0].alone:
        limit = "" if sheets[0].full else f'<p class="notice">{both(_MANY, MOST_FULL)}</p>'
        yield f'<section id="index">{_tiles(run, sheets)}{limit}<div class="charts">{charts(sheets)}</div>{_table(sheets)}</section>'
    yield _files(_UNREADABLE, tally.unreadable(run), _why)
    yield _files(_UNSUPPORTED, tally.unsupported(run), rendering.skipped)
    yield _files(_SKIPPED, tally.skipped(run), rendering.skipped)


def _tiles(run: Run, sheets: Sequence[Sheet]) -> str:
    passed = sum(verdict.passes(sheet.result, run) for sheet in sheets)
    unread = len(tally.unreadable(run))
    tiles = [_tile("", len(sheets), both(_REPORTS)), _tile("good", passed, both(words.PASSED))]
    tiles.append(_tile("bad", len(sheets) - passed, both(words.FAILED)))
    tiles += [_tile("bad", unread, both(_READ))] if unread else []
    found = [tally.by_severity(sheet.result.findings) for sheet in sheets]
    for index, key in enumerate(("error", "warning", "info")):
        tiles.append(_tile(key, sum(one[index] for one in found), words.severity(key)))
    return f'<ul class="tiles">{"".join(tiles)}</ul>'


def _tile(kind: str, count: int, name: str) -> str:
    return f'<li class="{kind}"><b>{count}</b> {name}</li>'


def _table(sheets: Sequence[Sheet]) -> str:
    names = (words.REPORT, _ISSUER, _YEAR, words.SCORE)
    plain = [*map(both, names), *map(words.severity, ("error", "warning", "info"))]
    plain += [both(words.WAIVED), both(_VERDICT)]
    head = "".join(f'<th scope="col"><button type="button">{name}</button></th>' for name in plain)
    rows = "".join(map(_row, sheets))
    find = f'<label class="find">{both(_FIND)} <input type="search" id="find"></label>'
    return (
        f'<div class="table-head"><h2>{both(_TABLE)}</h2><small>{both(_SORT)}</small>{find}</div>'
        f'<div class="scroll" tabindex="0" role="group"><table class="plain sortable"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(sheet: Sheet) -> str:
    result, report = sheet.result, sheet.result.report
    name = f"<bdi>{text(result.name)}</bdi>"
    linked = f'<a href="#{sheet.id}">{name}</a>' if sheet.shown else name
    issuer = text(report.issuer.name) if report is not None else ""
    year = str(report.year or "") if report is not None else ""
    passed = verdict.passes(result, sheet.run)
    cells = [("", issuer or "—"), (year or "0", year or "—"), _score(result)]
    cells += [
        (str(count), str(count)) for count in (*tally.by_severity(result.findings), len(tally.waived(result.findings)))
    ]
    cells.append(("1" if passed else "0", words.verdict(passed=passed)))
    shown = "".join(f"<td{_key(key)}>{value}</td>" for key, value in cells)
    return f'<tr><th scope="row">{linked}</th>{shown}</tr>'


def _key(key: str) -> str:
    """Tell by which number a cell sorts; one without sorts by its words."""
    return f' data-key="{key}"' if key else ""


def _score(result: DocumentResult) -> tuple[str, str]:
    if result.score is None:
        return "-1", "—"
    shown = f'{points.interval(result.score)} <span class="grade{text(result.score.grade)}">{text(result.score.grade)}</span>'
    return str(points.hundredths(result.score.lower)), shown


def _files(name: Bilingual, results: Sequence[DocumentResult], why: Callable[[DocumentResult, str], str]) -> str:
    if not results:
        return ""
    rows = [(f"<bdi>{text(one.name)}</bdi>", said(partial(why, one))) for one in results]
    return (
        f'<section class="files"><h2>{both(name)}</h2>{table((both(words.FILE), both(words.REASON)), rows)}</section>'
    )


def _why(result: DocumentResult, lang: str) -> str:
    return " ".join(rendering.unreadable(result, lang))
