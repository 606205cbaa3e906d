"""What stands behind a name stays the same throughout a report: the address of a site, the number of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from checker.model.report import Report
    from checker.model.result import Observation


class Params(NamedTuple):
    """``pattern`` has the groups ``name`` and ``value`` and is looked for in the width-folded text.

    Values are compared without blanks and regardless of case, brackets and width; so are names. Each later value that is
    not the first one of its name is a fault.
    """

    pattern: str


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at, the ``name``, and the ``first`` value that was given for it."""
    return frozenset({"words", "name", "first"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Hold every value of a name against its first; a name that occurs once says nothing wrong."""
    firsts: dict[str, regex.Match[str]] = {}
    broken = 0
    for match in compiled(params.pattern).finditer(report.folded, report.extent.start, report.extent.end):
        first = firsts.setdefault(_plain(match["name"]), match)
        if _plain(first["value"]) != _plain(match["value"]):
            broken += 1
            yield _broken(report, first, match)
    if not broken:
        yield Held(len(firsts))


def _plain(words: str) -> str:
    return compiled(r"[\s〔〕\[\]()【】]+").sub("", words).lower()


def _broken(report: Report, first: regex.Match[str], match: regex.Match[str]) -> Broken:
    here, there = Span(*match.span("value")), Span(*first.span("value"))
    values: dict[str, str | int] = {
        "words": report.text[here.start : here.end],
        "name": match["name"],
        "first": report.text[there.start : there.end],
    }
    return Broken((here,), values, related=(there,))
