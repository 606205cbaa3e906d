"""A year in a given role stands in the right distance from the report year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import FrontState
from checker.model.result import Broken, Fix, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report, YearMention
    from checker.model.result import Observation


Role = Literal[
    "title",
    "self_name",
    "period",
    "signed",
    "plan",
    "compared",
    "measure",
    "this_year",
    "this_year_ahead",
    "own_year",
    "last_year",
    "last_year_own",
    "next_year",
    "until",
    "until_late",
    "narrative",
    "narrative_same",
    "self_compared",
]
_FRONT_ROLES = frozenset({"title", "self_name", "period", "signed"})
_FRONT_OF = {"period": "period", "signed": "signoff"}


class Params(NamedTuple):
    """The year in ``role`` minus the report year must lie in ``[least, most]``.

    ``expected`` is the distance that would be right: it becomes the suggestion and the fix.
    ``title``, ``self_name``: of the title, and of the report's name in its introduction.
    ``period``, ``signed``: of the period (统计期限) and of the signature.
    ``plan``, ``measure``: of a plan (下一步), and of a measure among the improvements to come.
    ``compared``, ``self_compared``: that figures are compared with (比2016年增长), and one compared with itself.
    ``this_year``, ``this_year_ahead``: beside 今年 or 本年度, and 本年度 beside the year after the report's.
    ``own_year``: beside 报告年度 or 统计年度.
    ``last_year``, ``last_year_own``: beside 去年 or 上年, and 上年度 beside the report's own year.
    ``next_year``: beside 明年 or 下年.
    ``until``, ``until_late``: that figures reach to (截至…底), and a late month or a day behind the release of the year after the report's.
    ``narrative``, ``narrative_same``: of what is told, and of a number that the same part tells of the report year.
    """

    role: Role
    expected: int
    least: int = -100
    most: int = 100


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at, the ``year`` in them, the ``report_year`` and the year ``expected``."""
    return frozenset({"words", "year", "report_year", "expected"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every year in the role; a text without any says nothing wrong, one that may be damaged nothing at all."""
    if _is_damaged(report, _FRONT_OF.get(params.role, "")):
        yield Unknown("文本可能受损，请对照原件", "the text may be damaged: compare the original")
        return
    mentions = [one for one in report.years if one.role == params.role]
    broken = [one for one in mentions if not params.least <= one.offset <= params.most]
    yield from (_broken(params, report, one) for one in broken)
    if not broken:
        yield Held(len(mentions))


def _is_damaged(report: Report, item: str) -> bool:
    front = report.front.get(item)
    if front is None or front.span is None:
        return front is not None and front.state is FrontState.UNREADABLE
    start, end = front.span
    damaged = any(one.what == "date" and one.start < end and start < one.end for one in report.damages)
    return damaged or front.state is FrontState.UNREADABLE


def _in_style(words: str, year: int) -> str:
    """Write ``year`` as ``words`` are written: 2017年, 2017 or 二○一七年."""
    if words[:1] in "一二三四五六七八九":
        zero = next((one for one in words if one in "○〇零"), "〇")
        return "".join((zero + "一二三四五六七八九")[int(digit)] for digit in str(year)) + "年"
    return f"{year}年" if words.endswith("年") else str(year)


def _broken(params: Params, report: Report, mention: YearMention) -> Broken:
    report_year = mention.value - mention.offset
    right = _in_style(report.text[mention.digits.start : mention.digits.end], report_year + params.expected)
    values: dict[str, str | int] = {
        "words": report.text[mention.start : mention.end],
        "year": mention.value,
        "report_year": report_year,
        "expected": report_year + params.expected,
    }
    section = "document" if params.role in _FRONT_ROLES else None
    span = Span(mention.start, mention.end)
    return Broken((span,), values, section=section, suggestion=right, fixes=(Fix(mention.digits, right),))
