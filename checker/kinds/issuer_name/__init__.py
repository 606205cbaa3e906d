"""The issuer has one name: spelt alike throughout, the same in title and signature, and no other office in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.issuer_name.papers import doers, papers, signer
from checker.kinds.issuer_name.spelling import full_name, misspellings
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.model.document import Span
    from checker.model.report import Report
    from checker.model.result import Observation

_UNNAMED = Unknown("认不出编制机关", "the issuer is not known")


class Params(NamedTuple):
    """What is looked for.

    ``spelling``: the name with a slip; ``signature``: another office that signs; ``paper``: a guide or rules made in another
    office's name; ``work``: the issuer's own work told of another office.
    """

    check: Literal["spelling", "signature", "paper", "work"]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at and the ``issuer``'s name."""
    return frozenset({"words", "issuer"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look for names that should be the issuer's."""
    if not report.issuer.name:
        yield _UNNAMED
        return
    broken = list(_misspelt(report) if params.check == "spelling" else _others(params.check, report))
    yield from broken
    if not broken:
        yield Held()


def _misspelt(report: Report) -> Iterator[Broken]:
    for span, right in misspellings(report):
        yield _broken(span, right, report)._replace(suggestion=right, fixes=(Fix(span, right),))


def _others(check: str, report: Report) -> Iterator[Broken]:
    name = full_name(report.issuer)
    yield from (_broken(span, name, report)._replace(suggestion=name) for span in _CHECKS[check](report))


def _broken(span: Span, issuer: str, report: Report) -> Broken:
    return Broken((span,), {"words": report.text[span.start : span.end], "issuer": issuer})


_CHECKS: Mapping[str, Callable[[Report], Iterator[Span]]] = {"signature": signer, "paper": papers, "work": doers}
