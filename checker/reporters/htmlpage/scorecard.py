"""The score as a picture: a ring for the number, and stairs down from 100 for what each rule took."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Bilingual
from checker.reporters.htmlpage.markup import both, text, title
from checker.reporters.parts import points

if TYPE_CHECKING:
    from checker.model.result import Score
    from checker.reporters.htmlpage.sheet import Sheet

_RING = Bilingual("得分 {}（满分 100），等级 {}", "score {} of 100, grade {}")
_STAIRS = Bilingual("得分从何而来", "Where the points went")
_FULL = Bilingual("满分", "Full marks")
_OPEN = Bilingual("未能判断", "Undetermined")
_SCORE = Bilingual("得分", "Score")
_NO_LOSS = Bilingual("没有失分。", "No points lost.")
_FROM = Bilingual("横轴自 {} 分起", "the axis begins at {}")
_WIDE = 1000


class _Step(NamedTuple):
    """A step of the stairs between two numbers of points, in hundredths."""

    name: str
    said: str
    low: int
    high: int
    kind: str


def ring(score: Score) -> str:
    """Draw the number in a ring, filled so far as the lower bound goes; the paler part is what could not be told."""
    lower, upper = points.printed(score.lower), points.printed(score.upper)
    number = points.interval(score)
    return (
        f'<svg class="ring" viewBox="0 0 120 120" role="img"><title>{title(_RING, number, score.grade)}</title>'
        '<circle class="track" cx="60" cy="60" r="50" pathLength="100"/>'
        f'<circle class="open" cx="60" cy="60" r="50" pathLength="100" stroke-dasharray="{upper} 100"/>'
        f'<circle class="filled grade{text(score.grade)}" cx="60" cy="60" r="50" pathLength="100" stroke-dasharray="{lower} 100"/>'
        f'<text class="grade" x="60" y="64">{text(score.grade)}</text><text x="60" y="82">{number}</text></svg>'
    )


def stairs(sheet: Sheet, score: Score) -> str:
    """Draw the ledger: a step for every rule that took points."""
    lower = points.hundredths(score.lower)
    base = min(lower // 1000 * 1000, 9000)
    rows = "".join(_row(step, base) for step in _steps(sheet, score))
    note = f" <small>{both(_FROM, base // 100)}</small>" if base else ""
    none = "" if score.ledger else f"<p>{both(_NO_LOSS)}</p>"
    return (
        f'<div class="stairs"><table><caption>{both(_STAIRS)}{note}</caption><tbody>{rows}</tbody></table>{none}</div>'
    )


def _steps(sheet: Sheet, score: Score) -> list[_Step]:
    lower, upper = points.hundredths(score.lower), points.hundredths(score.upper)
    steps, at = [_Step(both(_FULL), "100", 0, 10_000, "whole")], 10_000
    for rule, lost in sorted(points.ledger(score), key=lambda entry: (-entry[1], entry[0])):
        name = f"{both(sheet.run.rules[rule].failed)} <code>{text(rule)}</code>"
        steps.append(_Step(name, f"−{_number(lost)}", at - lost, at, "lost"))
        at -= lost
    if lower < upper:
        steps.append(_Step(both(_OPEN), f"−{_number(upper - lower)}", lower, upper, "open"))
    steps.append(_Step(f"<b>{both(_SCORE)}</b>", f"<b>{points.interval(score)}</b>", 0, lower, "whole"))
    return steps


def _row(step: _Step, base: int) -> str:
    scale = _WIDE / (10_000 - base)
    left, right = (round(max(bound - base, 0) * scale) for bound in (step.low, step.high))
    bar = (
        f'<svg viewBox="0 0 {_WIDE} 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="{step.kind}" x="{left}" width="{max(right - left, 3)}" height="10"/></svg>'
    )
    return f'<tr><th scope="row">{step.name}</th><td class="bar">{bar}</td><td class="count">{step.said}</td></tr>'


def _number(hundredths: int) -> str:
    return points.printed(Fraction(hundredths, 100))
