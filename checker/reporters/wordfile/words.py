"""What the comments say, one for each finding and one on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import verdict
from checker.model.rule import Bilingual
from checker.reporters.parts import escape, points, rendering, repairs, tally, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model.result import DocumentResult, Evidence, Finding, Fix, Run

_MOST_QUOTES = 4
_LONGEST_QUOTE = 60

_HEAD = Bilingual("{number}. ［{severity}］{failed}（{rule}）", "{number}. [{severity}] {failed} ({rule})")
_FOUND = Bilingual("说明：{}", "Found: {}")
_WHERE = Bilingual("位置：{}", "Where: {}")
_ALSO = Bilingual("涉及：{}", "Concerns: {}")
_AGAINST = Bilingual("对照：{}", "Compare: {}")
_FIX = Bilingual("改法：{}", "Change: {}")
_ADVICE = Bilingual("建议：{}", "Advice: {}")
_REPAIR = Bilingual("勾稽：{}", "Repair: {}")
_BASIS = Bilingual("依据：{}", "Basis: {}")
_MARK = Bilingual("指纹：{}", "Fingerprint: {}")
_QUOTE = Bilingual("“{}”", "“{}”")
_QUOTE_AT = Bilingual("“{}”（{}）", "“{}” ({})")
_CHANGED = Bilingual("“{}”改为“{}”", "“{}” becomes “{}”")
_DELETED = Bilingual("删去“{}”", "delete “{}”")
_ADDED = Bilingual("补“{}”", "add “{}”")
_AND = Bilingual("；", "; ")
_MORE = Bilingual("另有 {} 处", "{} more")

_TOOL = Bilingual(
    "政府信息公开工作年度报告检查（ogi-checker {}，规则集 {}）",
    "Annual report on open government information, checked (ogi-checker {}, rule set {})",
)
_SCORE = Bilingual("得分：{}  等级：{}", "Score: {}  Grade: {}")
_NO_SCORE = Bilingual("得分：无（{}）", "Score: none ({})")
_VERDICT = {True: Bilingual("结论：通过", "Verdict: passed"), False: Bilingual("结论：未通过", "Verdict: failed")}
_COUNTS = Bilingual(
    "错误 {}，警告 {}，提示 {}；其中疑似 {}，请人工核对", "Errors {}, warnings {}, infos {}; likely ones: {}"
)
_WAIVED = Bilingual("已豁免 {} 处，不再批注", "Waived, without a comment: {}")
_GATES = Bilingual("未通过门槛：{}", "Gates failed: {}")
_LEFT_OUT = Bilingual("问题过多，另有 {} 处没有批注", "Too many findings: {} more have no comment")
_BUILT = Bilingual("本文档由 {} 的文字生成，不是原件", "Made of the text of {}: not the original")
_NOTE = Bilingual("备注：{}", "Note: {}")
_NOTHING = Bilingual("没有发现问题", "No findings")


def finding(run: Run, result: DocumentResult, number: int, found: Finding, lang: str) -> str:
    """Say what was found, on which basis and what would put it right, a line each."""
    rule = run.rules[found.rule]
    severity = rendering.severity(found, lang)
    head = _HEAD.of(lang).format(number=number, severity=severity, failed=rule.failed.of(lang), rule=found.rule)
    lines = [head, _line(_FOUND, rendering.message(run, found, lang), lang)]
    if not found.evidence:
        lines.append(_line(_WHERE, rendering.where(found, lang), lang))
    lines += _quotes(_ALSO, found.evidence[1:], lang)
    lines += _quotes(_AGAINST, found.related, lang)
    lines += (
        [_line(_FIX, _said(_changes(result, found.fixes, lang), len(found.fixes), lang), lang)] if found.fixes else []
    )
    lines.append(_line(_ADVICE, found.suggestion or rule.remedy.of(lang), lang))
    lines += [_line(_REPAIR, repairs.said(found.repairs, lang), lang)] if found.repairs else []
    lines.append(_line(_BASIS, rendering.bases(run, found, lang), lang))
    lines.append(_line(_MARK, found.fingerprint, lang))
    return "\n".join(lines)


def summary(run: Run, result: DocumentResult, lang: str, *, left_out: int, built: bool) -> str:
    """Say on the whole: score, counts, gates, and what else there is to know."""
    _, likely = tally.by_certainty(result.findings)
    lines = [
        _TOOL.of(lang).format(run.tool_version, run.ruleset_version),
        _VERDICT[verdict.passes(result, run)].of(lang),
        _score(result, lang),
    ]
    if tally.standing(result.findings):
        lines.append(_COUNTS.of(lang).format(*tally.by_severity(result.findings), likely))
    else:
        lines.append(_NOTHING.of(lang))
    waived = len(tally.waived(result.findings))
    gates = () if result.score is None else result.score.gates_failed
    lines += [_GATES.of(lang).format(_AND.of(lang).join(_named(run, gate, lang) for gate in gates))] if gates else []
    lines += [_WAIVED.of(lang).format(waived)] if waived else []
    lines += [_LEFT_OUT.of(lang).format(left_out)] if left_out else []
    lines += [_line(_BUILT, result.name, lang)] if built else []
    lines += [_line(_NOTE, note, lang) for note in rendering.notes(result, lang)]
    return "\n".join(lines)


def _score(result: DocumentResult, lang: str) -> str:
    if result.score is None:
        return _NO_SCORE.of(lang).format(wording.STATUSES[result.status.value].of(lang))
    return _SCORE.of(lang).format(points.interval(result.score), result.score.grade)


def _named(run: Run, rule: str, lang: str) -> str:
    return f"{run.rules[rule].failed.of(lang)}（{rule}）" if rule in run.rules else rule


def _line(form: Bilingual, words: str, lang: str) -> str:
    return form.of(lang).format(escape.one_line(words))


def _quotes(form: Bilingual, quoted: tuple[Evidence, ...], lang: str) -> Iterator[str]:
    quotes = dict.fromkeys(_quoted(one, lang) for one in quoted)
    if quotes:
        yield _line(form, _said(quotes, len(quotes), lang), lang)


def _quoted(one: Evidence, lang: str) -> str:
    words = one.quote if len(one.quote) <= _LONGEST_QUOTE else f"{one.quote[:_LONGEST_QUOTE]}…"
    place = rendering.place(one.location, lang)
    return (_QUOTE_AT if place else _QUOTE).of(lang).format(words, place)


def _changes(result: DocumentResult, fixes: Iterable[Fix], lang: str) -> Iterator[str]:
    """Say which words would be replaced by which."""
    text = "" if result.document is None else result.document.text
    for fix in fixes:
        before, after = text[fix.span.start : fix.span.end], fix.replacement
        if before and after:
            yield _CHANGED.of(lang).format(before, after)
        else:
            yield (_DELETED if before else _ADDED).of(lang).format(before or after)


def _said(things: Iterable[str], count: int, lang: str) -> str:
    shown = [thing for thing, _ in zip(things, range(_MOST_QUOTES), strict=False)]
    more = [_MORE.of(lang).format(count - len(shown))] if count > len(shown) else []
    return _AND.of(lang).join([*shown, *more])
