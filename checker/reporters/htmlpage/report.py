"""One report in the page: what it is, its score, its text with the marks, the findings beside it, its tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker import verdict
from checker.model.document import Span
from checker.model.result import OutcomeKind
from checker.model.rule import Bilingual
from checker.reporters.htmlpage import body, finding, identity, scorecard, tables, words
from checker.reporters.htmlpage.marks import Marks
from checker.reporters.htmlpage.markup import both, fold, said, table, text
from checker.reporters.htmlpage.sheet import MOST_PLACES
from checker.reporters.parts import rendering, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model.result import RuleResult
    from checker.reporters.htmlpage.sheet import Entry, Sheet

_FINDINGS = Bilingual("问题（{}）", "Findings ({})")
_WAIVED = Bilingual("已豁免（{}）", "Waived ({})")
_LEFT_OUT = Bilingual("另有 {} 处未列出（每条规则最多列 {} 处）", "{} more places not shown (at most {} a rule)")
_NOTHING = Bilingual("没有发现问题。", "No findings.")
_ALL_HIDDEN = Bilingual("没有符合筛选条件的问题。", "No finding matches the filter.")
_TEXT = Bilingual("原文", "Text")
_NO_TEXT = Bilingual("报告太多，本页不附原文。", "There are too many reports for their texts to be in this page.")
_TABLES = Bilingual("统计表", "Statutory tables")
_UNTOLD = Bilingual("未能判断或未检查的规则（{}）", "Rules that could not tell or were not run ({})")
_OUTCOME = Bilingual("结果", "Outcome")
_TOP = Bilingual("返回目录", "Back to the index")
_UNTOLD_KINDS = (OutcomeKind.ERROR, OutcomeKind.UNDETERMINED, OutcomeKind.BLOCKED, OutcomeKind.WAIVED)


def section(sheet: Sheet) -> str:
    """Give one report; nothing for one that the page leaves out."""
    if not sheet.shown:
        return ""
    opened = " open" if sheet.alone else ""
    content = "".join((_card(sheet), _notes(sheet), _columns(sheet), _untold(sheet)))
    return f'<details class="report" id="{sheet.id}"{opened}><summary>{_summary(sheet)}</summary>{content}</details>'


def _summary(sheet: Sheet) -> str:
    result = sheet.result
    known = result.report.title if result.report is not None and result.report.title else result.name
    counts = zip(("error", "warning", "info"), tally.by_severity(result.findings), strict=True)
    chips = "".join(f'<span class="badge {key}">{words.severity(key)} {count}</span>' for key, count in counts if count)
    return f"<h2>{text(known)}</h2>{words.verdict(passed=verdict.passes(result, sheet.run))}{chips}"


def _card(sheet: Sheet) -> str:
    score = sheet.result.score
    picture = "" if score is None else scorecard.ring(score) + scorecard.stairs(sheet, score)
    up = "" if sheet.alone else f'<p class="up"><a href="#index">↑ {both(_TOP)}</a></p>'
    return f'{up}<div class="card-top">{identity.facts(sheet)}{picture}</div>'


def _notes(sheet: Sheet) -> str:
    notes = zip(rendering.notes(sheet.result, "zh"), rendering.notes(sheet.result, "en"), strict=False)
    items = "".join(f"<li>{_pair(zh, en)}</li>" for zh, en in notes)
    return f'<div class="notes"><h3>{both(words.NOTES)}</h3><ul>{items}</ul></div>' if items else ""


def _pair(zh: str, en: str) -> str:
    return said(lambda lang: en if lang == "en" else zh)


def _columns(sheet: Sheet) -> str:
    marks = Marks(sheet)
    shown = _text(sheet, marks)
    drawn = tables.drawn(sheet) if sheet.full else tables.Drawn("", {}, {})
    places = finding.Places(marks.shown, drawn.cells, drawn.names)
    cards = [(entry, finding.card(sheet, entry, places)) for entry in sheet.entries]
    redrawn = f'<h3 id="{sheet.id}-tables">{both(_TABLES)}</h3>{drawn.markup}' if drawn.markup else ""
    return f'<div class="columns"><div class="paper">{shown}{redrawn}</div><div class="beside" tabindex="0" role="group" aria-labelledby="{sheet.id}-findings">{_lists(sheet, cards)}</div></div>'


def _text(sheet: Sheet, marks: Marks) -> str:
    result = sheet.result
    if result.document is None or not sheet.full:
        return f"<p>{both(_NO_TEXT)}</p>"
    whole = Span(0, len(result.document.text))
    extent = whole if result.report is None else result.report.extent
    shown = body.text(result.document, extent, marks)
    return f'<h3 id="{sheet.id}-text">{both(_TEXT)}</h3><div class="text" lang="zh-CN">{shown}</div>'


def _lists(sheet: Sheet, cards: Iterable[tuple[Entry, str]]) -> str:
    standing = [card for entry, card in cards if entry.finding.waived is None]
    waived = [card for entry, card in cards if entry.finding.waived is not None]
    none = "" if standing else f"<p>{both(_NOTHING)}</p>"
    shown = f'<h3 id="{sheet.id}-findings">{both(_FINDINGS, len(standing))}</h3>{none}'
    shown += f'<ol class="cards">{"".join(standing)}</ol><p class="filtered" hidden>{both(_ALL_HIDDEN)}</p>'
    if sheet.left_out:
        shown += f'<p class="label">{both(_LEFT_OUT, sheet.left_out, MOST_PLACES)}</p>'
    apart = f'<h3>{both(_WAIVED, len(waived))}</h3><ol class="cards">{"".join(waived)}</ol>' if waived else ""
    return shown + apart


def _untold(sheet: Sheet) -> str:
    untold = [one for kind in _UNTOLD_KINDS for one in sheet.result.results if one.outcome is kind and not one.findings]
    if not untold:
        return ""
    rows = [
        (_rule(sheet, one), words.outcome(one.outcome.value), said(partial(rendering.unmet, one))) for one in untold
    ]
    shown = table((both(words.RULE), both(_OUTCOME), both(words.REASON)), rows)
    return fold(both(_UNTOLD, len(untold)), shown)


def _rule(sheet: Sheet, result: RuleResult) -> str:
    return f"{both(sheet.run.rules[result.rule].title)} <code>{text(result.rule)}</code>"
