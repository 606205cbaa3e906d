"""Numbers of headings and of 一是、二是 run from one, each once, without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.sequence.lists import heading_lists, item_lists, number_of
from checker.kinds.sequence.ordinals import in_style
from checker.kinds.sequence.silence import is_certain_enough
from checker.kinds.sequence.slips import slips_of
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.sequence.lists import Siblings
    from checker.kinds.sequence.slips import Slip
    from checker.model.report import Report
    from checker.model.result import Observation

_SHOWN = 20


class Params(NamedTuple):
    """``styles`` of numbering and ``flaws`` judged; ``level``: the main headings, those below them, or all.

    ``first``: what comes first is not number one; ``lone``: there is a number one and no other. ``parts``: where these all
    have main headings of their own, no line can be a part that lost its number.
    """

    styles: tuple[Literal["part", "han", "han_bracket", "arabic", "arabic_bracket", "circled", "item"], ...]
    flaws: tuple[Literal["first", "gap", "repeat", "restart", "disorder", "lone"], ...]
    level: Literal["main", "below", "all"] = "all"
    parts: tuple[SectionKey, ...] = ()


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at and their ``number``, the number ``expected`` (of ``lone``: next), and the words ``previous``."""
    return frozenset({"words", "number", "expected", "previous"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every list of the styles and the level asked for; what may be the copy's fault is not told."""
    checked, broken = 0, 0
    for siblings in _lists(params, report):
        checked += len(siblings.members)
        for slip in slips_of(siblings, report.folded):
            if slip.flaw in params.flaws and is_certain_enough(slip, siblings, report, params.parts):
                broken += 1
                yield _broken(slip, report)
    if not broken:
        yield Held(checked)


def _lists(params: Params, report: Report) -> Iterator[Siblings]:
    for style in params.styles:
        lists = item_lists(report) if style == "item" else heading_lists(style, report)
        yield from (one for one in lists if params.level in ("all", "main" if one.main else "below"))


def _broken(slip: Slip, report: Report) -> Broken:
    span = _shown(slip.heading.start, slip.heading.end)
    number = number_of(slip.heading, report)
    written = report.text[number.start : number.end]
    expected = in_style(written, slip.expected)
    before = _shown(slip.previous.start, slip.previous.end) if slip.previous else None
    values = {
        "words": report.text[span.start : span.end],
        "number": written.strip(),
        "expected": expected.strip(),
        "previous": report.text[before.start : before.end] if before else "",
    }
    return Broken(
        (span,),
        values,
        related=(before,) if before else (),
        suggestion=expected.strip() if slip.sure else None,
        fixes=(Fix(number, expected),) if slip.sure else (),
    )


def _shown(start: int, end: int) -> Span:
    return Span(start, min(end, start + _SHOWN))
