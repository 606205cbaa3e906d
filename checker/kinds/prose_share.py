"""A percentage of a whole is what the part and the whole beside it make (17条，占32条的53.1%)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from checker.counting import Interval, percent, prints_as, total
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.quantity import Quantity
    from checker.model.relations import Share
    from checker.model.report import Report
    from checker.model.result import Observation

_FEW = 2
_HUNDRED = 100


class Params(NamedTuple):
    """A share has no parameters: its numbers say what it must be."""


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``part``, ``whole`` and the share ``printed`` as written; what it must be, ``right``."""
    return frozenset({"part", "whole", "printed", "right"})


def observe(params: Params, report: Report) -> Iterator[Observation]:  # noqa: ARG001 - a kind's shape
    """Judge every share whose whole is known; one that any of the possible wholes explains holds."""
    broken = 0
    for share in report.shares:
        if not any(_explains(share, whole) for whole in share.wholes):
            broken += 1
            yield _broken(share, report)
    if not broken:
        yield Held(len(report.shares))


def _explains(share: Share, whole: Quantity) -> bool:
    true = percent(Interval.of(share.part), Interval.of(whole))
    return true is None or prints_as(true, share.printed) or prints_as(true, _evened_out(share))


def _evened_out(share: Share) -> Quantity:
    """Of shares that make a hundred exactly, one may have been rounded otherwise to make it."""
    printed = share.printed
    if len(share.together) <= _FEW or total(share.together).low != _HUNDRED:
        return printed
    unit = Decimal(1).scaleb(min(int(printed.value.as_tuple().exponent), 0))
    return printed._replace(low=printed.low - unit, high=printed.high + unit)


def _broken(share: Share, report: Report) -> Broken:
    whole, part, printed = share.wholes[0], share.part, share.printed
    right = _right(share, whole)
    values: dict[str, str | int] = {
        "part": _written(part, report),
        "whole": _written(whole, report) if not _is_sum(share) else f"{whole.value}{whole.unit}",
        "printed": _written(printed, report),
        "right": right,
    }
    number = compiled(r"\d++(?:\.\d++)?(?=\s?%)").match(report.folded, printed.start, printed.end)
    sure = share.named and number and not any(one.approximate for one in (part, whole, printed))
    return Broken(
        (Span(part.start, printed.end),),
        values,
        related=(Span(whole.start, whole.end),) if whole.end <= part.start else (),
        suggestion=right,
        fixes=(Fix(Span(*number.span()), right.removesuffix("%")),) if sure and number else (),
    )


def _is_sum(share: Share) -> bool:
    """A whole that is not printed has the place of its parts."""
    return share.wholes[0].start <= share.part.start < share.wholes[0].end


def _right(share: Share, whole: Quantity) -> str:
    """Give the share with as many decimals as it is printed with."""
    decimals = Decimal(1).scaleb(min(int(share.printed.value.as_tuple().exponent), 0))
    return f"{(share.part.value * 100 / whole.value).quantize(decimals, ROUND_HALF_UP)}%"


def _written(one: Quantity, report: Report) -> str:
    return " ".join(report.text[one.start : one.end].split())
