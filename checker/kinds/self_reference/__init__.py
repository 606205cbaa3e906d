"""A report calls its own organ and area by words that fit the issuer: no 我镇 of a bureau, no 全市 of a district's own work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.self_reference import checks
from checker.kinds.self_reference.levels import levels
from checker.kinds.self_reference.parents import parents
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held, Unknown
from checker.passage import in_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from checker.kinds.self_reference.slips import Slip
    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.rule import Lexicon

_UNNAMED = Unknown("认不出编制机关", "the issuer is not known")


class Params(NamedTuple):
    """``lexicon``: patterns for one's own ``work`` and ``acts``, and for what is ``superior``, ``led_by`` or ``beside``.

    ``check``: ``area`` is an area that is neither the issuer's nor above it; ``wider`` an area above it in its own work;
    ``stray`` a single word against the report's others where the issuer's areas are not known; ``organ`` another type of
    organ (我局 of a town); ``level`` the accounts of another level (市本级); ``parent`` the office above, sued for one's own acts.
    """

    check: Literal["area", "wider", "stray", "organ", "level", "parent"]
    lexicon: Lexicon


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at and the ``issuer``'s name."""
    return frozenset({"words", "issuer"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every word of the kind asked for; without an issuer nothing can be told."""
    if not report.issuer.name and params.check != "stray":
        yield _UNNAMED
        return
    slips = list(_CHECKS[params.check](report, params.lexicon.entries))
    yield from (_broken(slip, report) for slip in slips)
    if not slips:
        yield Held()


def _broken(slip: Slip, report: Report) -> Broken:
    words = report.text[slip.span.start : slip.span.end]
    fixes = (Fix(slip.span, slip.expected),) if slip.expected and slip.sure else ()
    values = {"words": words, "issuer": report.issuer.name}
    return Broken((in_clause(report, slip.span),), values, suggestion=slip.expected or None, fixes=fixes)


_CHECKS: Mapping[str, Callable[[Report, Mapping[str, Any]], Iterator[Slip]]] = {
    "area": checks.alien_areas,
    "wider": checks.wider_areas,
    "stray": checks.stray_areas,
    "organ": checks.alien_organs,
    "level": levels,
    "parent": parents,
}
