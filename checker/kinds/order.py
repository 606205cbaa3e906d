"""The parts with headings of their own stand in the order of the format."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Placement
from checker.model.result import Broken, Held
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model.report import Report, Section
    from checker.model.result import Observation

_SHOWN = 42
_STYLES = frozenset({"part", "han", "markup"})  # another line may be a cell of a table
_ENOUGH = 4


class Params(NamedTuple):
    """``sections`` whose order is judged; it is that of the format, whatever their order here."""

    sections: tuple[SectionKey, ...]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``heading`` of the part out of place, and the ``other`` that should stand on its other side."""
    return frozenset({"heading", "other"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Tell the fewest parts that would have to move."""
    found = _headed(params, report)
    kept = _longest_in_order([one.start for one in found])
    moved = [index for index in range(len(found)) if index not in kept]
    for index in moved:
        yield _broken(found[index], _passed(index, kept, found), report)
    if not moved:
        yield Held(len(found))


def _headed(params: Params, report: Report) -> list[Section]:
    """List the parts with main headings in the format's order; one heading that announces two parts counts once."""
    styles = {one.start: one.style for one in report.outline}
    own: dict[int, Section] = {}
    for key, section in report.sections.items():
        if key in params.sections and section.placement is Placement.OWN:
            own.setdefault(section.start, section)
    used = Counter(styles.get(start) for start in own)
    return [one for start, one in own.items() if styles.get(start) in _STYLES or used[styles.get(start)] >= _ENOUGH]


def _longest_in_order(starts: Sequence[int]) -> list[int]:
    """Give the indices of a longest rising run."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, start in enumerate(starts):
        at = bisect_left(tails, start)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [start]
        ends[at : at + 1] = [index]
    kept: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        kept.append(last)
        last = before[last]
    return kept[::-1]


def _passed(index: int, kept: Sequence[int], found: Sequence[Section]) -> Section:
    """The nearest part in the format's order that stands on the wrong side."""
    start = found[index].start
    wrong = [other for other in kept if (other < index) != (found[other].start < start)]
    return found[min(wrong, key=lambda other: abs(other - index))]


def _broken(section: Section, other: Section, report: Report) -> Broken:
    span, related = _heading(section, report), _heading(other, report)
    values = {"heading": _words(span, report), "other": _words(related, report)}
    return Broken((span,), values, section=section.key, related=(related,))


def _heading(section: Section, report: Report) -> Span:
    line = report.text.find("\n", section.start, section.end)
    ends = (section.body, line, section.start + _SHOWN)
    return Span(section.start, min(end for end in ends if end > section.start))


def _words(span: Span, report: Report) -> str:
    return "".join(report.text[span.start : span.end].split())
