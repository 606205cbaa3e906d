"""A finding as a card: how loud, what, where, in which words, on which basis and what would put it right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Bilingual
from checker.reporters.htmlpage import words
from checker.reporters.htmlpage.marks import anchor, compared
from checker.reporters.htmlpage.markup import both, said, text
from checker.reporters.parts import rendering

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from checker.model.result import Evidence, Finding, Fix
    from checker.reporters.htmlpage.sheet import Entry, Sheet

_MOST_QUOTES = 6

_GO = Bilingual("看原文", "In the text")
_CELL = Bilingual("看统计表", "In the table")
_AGAINST = Bilingual("对照", "Compare")
_MORE = Bilingual("另有 {} 处", "{} more places")
_FIX = Bilingual("改法", "Change")
_ADVICE = Bilingual("建议", "Advice")
_BASIS = Bilingual("依据", "Basis")
_WAIVED = Bilingual("豁免理由", "Waived because")
_MARK = Bilingual("指纹", "Fingerprint")
_DELETE = Bilingual("（删去）", "(delete)")


class Places(NamedTuple):
    """Where findings can lead to: anchors in the text, cells of redrawn tables by the finding's id; and what cells are called."""

    anchors: AbstractSet[str]
    cells: Mapping[str, str]
    names: Mapping[str, str]


def card(sheet: Sheet, entry: Entry, places: Places) -> str:
    """Give the card."""
    finding = entry.finding
    waived = "" if finding.waived is None else " waived"
    attributes = (
        f'class="card {finding.severity.value}{waived}" id="{entry.id}" tabindex="-1" data-severity="{finding.severity.value}" '
        f'data-certainty="{text(finding.certainty)}" data-category="{text(finding.category)}"'
    )
    message = f'<p class="message">{said(partial(rendering.message, sheet.run, finding))}</p>'
    content = _head(sheet, entry, places) + message + _quotes(entry, places) + _links(entry, places)
    return f"<li><article {attributes}>{content}{_facts(sheet, finding)}</article></li>"


def _head(sheet: Sheet, entry: Entry, places: Places) -> str:
    finding, rule = entry.finding, sheet.run.rules[entry.finding.rule]
    severity = f'<span class="badge {finding.severity.value}">{words.severity(finding.severity.value)}</span>'
    doubt = "" if finding.certainty == "certain" else f'<span class="badge likely">{both(words.LIKELY)}</span>'
    where = f'<p class="where">{said(partial(rendering.where, _in_words(finding, places)))}</p>'
    badges = f'<p class="badges">{severity}{doubt}<code>{text(finding.rule)}</code></p>'
    return f'<h4><span class="number">{entry.number}</span><span>{both(rule.failed)}</span></h4>{badges}{where}'


def _in_words(finding: Finding, places: Places) -> Finding:
    """Name the cell by its printed labels instead of its keys."""
    if not finding.evidence or finding.evidence[0].location.cell not in places.names:
        return finding
    first = finding.evidence[0]
    location = first.location._replace(cell=places.names[first.location.cell or ""])
    return finding._replace(evidence=(first._replace(location=location), *finding.evidence[1:]))


def _quotes(entry: Entry, places: Places) -> str:
    """Quote the evidence and what it is held against; cells of a redrawn table speak for themselves."""
    finding = entry.finding
    main = [
        _quote(one, anchor(entry, at, main=True), places)
        for at, one in enumerate(finding.evidence)
        if one.location.cell not in places.names
    ]
    other = [
        _quote(one, anchor(entry, at, main=False), places)
        for at, one in compared(finding)
        if one.location.cell not in places.names
    ]
    against = f'<p class="label">{both(_AGAINST)}</p>' if other else ""
    return "".join((*_some(main), against, *_some(other)))


def _some(quotes: list[str]) -> list[str]:
    rest = len(quotes) - _MOST_QUOTES
    return [*quotes[:_MOST_QUOTES], f'<p class="label">{both(_MORE, rest)}</p>'] if rest > 0 else quotes


def _quote(one: Evidence, place: str, places: Places) -> str:
    quote = f"{text(one.before)}<b>{text(one.quote)}</b>{text(one.after)}"
    shown = f'<a class="jump" href="#{place}">{quote}</a>' if place in places.anchors else quote
    return f'<blockquote lang="zh-CN">{shown}</blockquote>'


def _links(entry: Entry, places: Places) -> str:
    place = anchor(entry, 0, main=True)
    links = [f'<a class="go" href="#{place}">{both(_GO)} ↗</a>'] if place in places.anchors else []
    if entry.id in places.cells:
        links.append(f'<a class="go" href="#{places.cells[entry.id]}">{both(_CELL)} ↗</a>')
    return f'<p class="links">{" ".join(links)}</p>' if links else ""


def _facts(sheet: Sheet, finding: Finding) -> str:
    rows = [(both(_FIX), _fix(sheet, one)) for one in finding.fixes[:_MOST_QUOTES]]
    rows.append((both(_ADVICE), said(partial(rendering.suggestion, sheet.run, finding))))
    rows.append((both(_BASIS), said(partial(rendering.bases, sheet.run, finding))))
    if finding.waived is not None:
        rows.append((both(_WAIVED), text(finding.waived)))
    rows.append((both(_MARK), f"<code>{text(finding.fingerprint)}</code>"))
    return f"<dl>{''.join(f'<dt>{name}</dt><dd>{value}</dd>' for name, value in rows)}</dl>"


def _fix(sheet: Sheet, fix: Fix) -> str:
    document = sheet.result.document
    before = "" if document is None else _seen(document.text[fix.span.start : fix.span.end])
    after = f"<ins>{_seen(fix.replacement)}</ins>" if fix.replacement else both(_DELETE)
    return f"<del>{before}</del> → {after}" if before else after


def _seen(raw: str) -> str:
    """Let a blank be seen where there is nothing else."""
    return text(raw if raw.strip() else raw.replace(" ", "␣").replace("\u3000", "□"))
