"""Small pictures of many reports: how scores are spread, which faults are commonest, how years and regions differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Bilingual
from checker.reporters.htmlpage.markup import both, text, title
from checker.reporters.parts import points, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model.result import DocumentResult
    from checker.reporters.htmlpage.sheet import Sheet

_SPREAD = Bilingual("得分分布", "Spread of scores")
_BIN = Bilingual("{}–{} 分：{} 份", "{}–{} points: {} reports")
_AXIS = Bilingual("横轴为得分，柱上为份数", "scores across, reports on top of the bars")
_FAULTS = Bilingual("常见问题（报告数）", "Commonest faults (reports)")
_YEARS = Bilingual("按报告年度（平均得分）", "By report year (mean score)")
_REGIONS = Bilingual("按地区（平均得分）", "By region (mean score)")
_OF = Bilingual("{} 份", "n = {}")
_MOST_BARS = 10
_BINS = 10


class _Bar(NamedTuple):
    name: str
    value: float
    said: str


def charts(sheets: Sequence[Sheet]) -> str:
    """Draw all that the reports have something to show for."""
    run = sheets[0].run
    faults = [
        _Bar(f"{both(run.rules[one.rule].failed)} <code>{text(one.rule)}</code>", one.reports, str(one.reports))
        for one in tally.commonest(run)[:_MOST_BARS]
    ]
    results = [sheet.result for sheet in sheets]
    years = _means((str(one.report.year), one) for one in results if one.report is not None and one.report.year)
    return "".join(
        (
            _spread(results),
            _bars(_FAULTS, faults, len(sheets), "long"),
            _bars(_YEARS, years, 100),
            _bars(_REGIONS, _means(_by_region(results)), 100),
        )
    )


def _figure(name: Bilingual, content: str) -> str:
    return f'<figure class="chart"><figcaption>{both(name)}</figcaption>{content}</figure>'


def _spread(results: Iterable[DocumentResult]) -> str:
    scores = [points.hundredths(one.score.lower) for one in results if one.score is not None]
    if not scores:
        return ""
    base = min(*scores, 9_000) // 1000 * 1000
    width = (10_000 - base) // _BINS
    counts = Counter(min((score - base) // width, _BINS - 1) for score in scores)
    tallest = max(counts.values())
    bars = "".join(_column(base + index * width, width, counts[index], tallest, index) for index in range(_BINS))
    bars += '<text class="axis end" x="300" y="122">100</text>'
    note = f'<p class="label">{both(_AXIS)}</p>'
    svg = f'<svg class="spread" viewBox="0 0 300 128" role="img"><title>{title(_SPREAD)}</title>{bars}<path d="M0 108H300"/></svg>'
    return _figure(_SPREAD, svg + note)


def _column(low: int, width: int, count: int, tallest: int, index: int) -> str:
    height, x = round(90 * count / tallest), index * 30
    shown = title(_BIN, f"{low / 100:g}", f"{(low + width) / 100:g}", count)
    top = f'<text x="{x + 15}" y="{103 - height}">{count}</text>' if count else ""
    axis = f'<text class="axis" x="{x}" y="122">{low / 100:g}</text>' if index % 2 == 0 else ""
    return (
        f'<g><title>{shown}</title><rect x="{x + 2}" y="{108 - height}" width="26" height="{height}"/>{top}{axis}</g>'
    )


def _bars(name: Bilingual, bars: Sequence[_Bar], full: float, names: str = "short") -> str:
    rows = "".join(_row(bar, full) for bar in bars)
    return _figure(name, f'<table class="bars {names}"><tbody>{rows}</tbody></table>') if bars else ""


def _row(bar: _Bar, full: float) -> str:
    svg = (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="track" width="100" height="10"/><rect width="{100 * bar.value / full:.1f}" height="10"/></svg>'
    )
    return f'<tr><th scope="row">{bar.name}</th><td class="bar">{svg}</td><td class="count">{bar.said}</td></tr>'


def _means(named: Iterable[tuple[str, DocumentResult]]) -> list[_Bar]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for name, one in named:
        if one.score is not None:
            groups[name].append(points.hundredths(one.score.lower))
    largest = sorted(groups, key=lambda name: (-len(groups[name]), name))[:_MOST_BARS]
    return [_mean(name, groups[name]) for name in sorted(largest)]


def _mean(name: str, scores: Sequence[int]) -> _Bar:
    mean = sum(scores) / len(scores) / 100
    return _Bar(text(name), mean, f"{mean:.1f} <small>{both(_OF, len(scores))}</small>")


def _by_region(results: Sequence[DocumentResult]) -> list[tuple[str, DocumentResult]]:
    """Name every report by the outermost place in which the reports differ."""
    chains = [() if one.report is None else one.report.issuer.region for one in results]
    deepest = max(map(len, chains), default=0)
    for depth in range(deepest):
        names = [chain[depth] if depth < len(chain) else "" for chain in chains]
        if len(set(filter(None, names))) > 1:
            return [(name, one) for name, one in zip(names, results, strict=True) if name]
    return []
