"""A figure that the text tells more than once is the same each time, and what is said to be none has no number beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence  # noqa: TC003 - the schema of rule files is made of the annotations
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checker.counting import Interval
from checker.kinds.agreement.cells import clashes
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.relations import Telling
    from checker.model.report import Report
    from checker.model.result import Observation

_EXPLANATION = 40  # characters
_STOPS = ("。", ";", "!", "?")
_MOST_CELLS = 12  # shown of a sum
_SHOWN = 60  # characters of a passage in a message
_PENDING = r"正在|在办|待|撤回|撤销|撤诉|补正|延期|结转|转结|尚[在未]|期限内|其余|另|转办|转送|合并|重复|放弃|中止|终止|未办结|未答复|下一?年|次年|其中"
_CARRIED = "applications_carried_in"
_OF_THE_YEAR = frozenset({"applications_new", "applications_accepted", "applicants", "channels", "channel_described"})
_SENTENCE = 400  # characters of a long one that are looked at
_SUBJECT = r"[我本各全](?!年)|级|机关|单位|部门|[局厅委]|办公室|府办"
_APART = 240  # characters between the number received and that of answers


class Params(NamedTuple):
    """``figures`` by key (see structure/tellings/words.py), and the ``test`` they are put to.

    ``same``: each has one value wherever it is told. ``none``: where one is told to be none, no number of it, or of what
    ``shown_by`` lists for it, is above zero; what was carried over may still be answered, if it is told. ``answered``: where all
    applications are told to be answered, the number of answers is that of applications. ``table``: each is what ``cells`` allows: of
    the sums of cells (table/row/column, rows with *) listed for it, one has its value; ``whose`` are the figures looked at: the
    issuer's ``own``, or those of some other ``body`` (本级, 某办), of which the table may tell more.
    """

    figures: tuple[str, ...]
    test: Literal["same", "none", "answered", "table"]
    shown_by: Mapping[str, Sequence[str]] = MappingProxyType({})
    cells: Mapping[str, Sequence[str]] = MappingProxyType({})
    whose: Literal["own", "body"] = "own"


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``words`` pointed at and ``other`` words, the ``value`` told in the one and ``expected`` by the other."""
    return frozenset({"words", "other", "value", "expected"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Hold the tellings of each figure against each other; one that is told once says nothing wrong."""
    own = [one for one in report.tellings if one.is_of(report.issuer.name)]
    test = {"same": _told_twice, "none": _denied, "answered": _answered, "table": _against_table}[params.test]
    broken = list(test(params, report, own))
    yield from broken
    if not broken:
        yield Held(sum(one.key in params.figures for one in own))


def _told_twice(params: Params, report: Report, own: list[Telling]) -> Iterator[Broken]:
    for key in params.figures:
        told = [one for one in own if one.key == key and not one.none]
        carried = {one.low for one in own if one.key == _CARRIED and key.startswith("applications")}
        for first, second in _clashing(told):
            if abs(first.low - second.low) not in carried:
                yield _broken(report, second, first)


def _clashing(told: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Hold each value against the last one before it that may be of the same; one finding a change of value."""
    for index, second in enumerate(told):
        before = [one for one in told[max(0, index - 4) : index] if _comparable(one, second)]
        if before and not any(_interval(one).meets(_interval(second)) for one in before):
            yield before[-1], second


def _comparable(one: Telling, other: Telling) -> bool:
    return one.area == other.area and one.unit == other.unit


def _denied(params: Params, report: Report, own: list[Telling]) -> Iterator[Broken]:
    """One finding for each figure and area that is denied, and for each passage: the number nearest to it."""
    seen: set[Span] = set()
    carried = any(one.key == _CARRIED and one.high > 0 for one in report.tellings)
    for key in params.figures:
        shown = {key, *params.shown_by.get(key, ())}
        if carried:
            shown &= {key, *_OF_THE_YEAR}
        numbers = [one for one in own if one.key in shown and one.low > 0]
        by_area = {area: [one for one in numbers if one.area in (area, "")] for area in {one.area for one in numbers}}
        unnamed = by_area.get("", [])
        areas: set[str] = set()  # that are denied and have a number
        for none in (one for one in own if one.key == key and one.none):
            if none.area in areas or none.number in seen:
                continue
            found = _nearest(by_area.get(none.area, unnamed), none) or _goes_on(report, numbers, none)
            if found:
                areas.add(none.area)
                seen.add(none.number)
                yield _broken(report, found, none)


def _nearest(numbers: Sequence[Telling], none: Telling) -> Telling | None:
    return min(numbers, key=lambda one: abs(one.number.start - none.number.start), default=None)


def _goes_on(report: Report, numbers: Sequence[Telling], none: Telling) -> Telling | None:
    """Give the last number of the sentence before a denial without a subject, which so is of that number's area."""
    sentence = report.sentence_at(none.number.start)
    last = bisect_left(numbers, sentence.start, key=lambda one: one.number.start) - 1
    if none.whose or last < 0 or report.sentence_at(numbers[last].number.start).end != sentence.start:
        return None
    said = report.prose[sentence.start : min(sentence.end, none.number.end + _SENTENCE)]
    return None if said.startswith("\n") or compiled(_SUBJECT).search(said) else numbers[last]


def _answered(params: Params, report: Report, own: list[Telling]) -> Iterator[Broken]:
    rates = [one.number for one in own if one.key == "applications_answered_rate"]
    totals = [one for one in own if one.key == "applications_total"]
    carried_in = any(one.key == _CARRIED and one.high > 0 for one in report.tellings)
    for received in (one for one in own if rates and one.key in params.figures and not one.none and not carried_in):
        answers = _answers(received, totals)
        if answers is None or answers.high >= received.low:
            continue
        end = min(report.sentence_at(answers.number.start).end, answers.number.end + _SENTENCE)
        first = bisect_left(rates, received.number.end, key=lambda one: one.start)
        claims = rates[first : bisect_left(rates, end, key=lambda one: one.start)]
        if claims and not compiled(_PENDING).search(_besides(report, Span(received.number.end, end), claims)):
            yield _broken(report, answers, received)


def _besides(report: Report, whole: Span, claims: list[Span]) -> str:
    """Give the words beside the claims; 全部在法定期限内答复 leaves nothing pending."""
    starts = [whole.start, *(one.end for one in claims)]
    ends = [*(one.start for one in claims), whole.end]
    return ",".join(report.prose[start:end] for start, end in zip(starts, ends, strict=True))


def _answers(received: Telling, totals: Sequence[Telling]) -> Telling | None:
    """Give the first number of answers near behind that of applications."""
    first = bisect_left(totals, received.number.end, key=lambda one: one.number.start)
    last = bisect_right(totals, received.number.end + _APART, key=lambda one: one.number.start)
    return next((one for one in totals[first:last] if one.area == received.area), None)


def _against_table(params: Params, report: Report, own: list[Telling]) -> Iterator[Broken]:
    told = own
    if params.whose == "body":
        told = [one for one in report.tellings if one.scope == "own" and not one.is_of(report.issuer.name)]
    for clash in clashes(report, [one for one in told if one.key in params.figures], params.cells):
        values: dict[str, str | int] = {
            "words": _said(report, clash.told.words),
            "other": clash.labels,
            "value": _said(report, clash.told.number),
            "expected": f"{clash.value.normalize():f}" if clash.value else "0",
        }
        yield Broken((_explained(report, clash.told),), values, related=clash.cells[:_MOST_CELLS])


def _explained(report: Report, told: Telling) -> Span:
    """Point at the words with what the sentence goes on to say of the number (分别属于…), where that is short."""
    sentence = report.sentence_at(told.number.start)
    end = sentence.end - (report.prose[sentence.end - 1 : sentence.end] in _STOPS)
    return Span(told.words.start, end if told.words.end <= end <= told.words.end + _EXPLANATION else told.words.end)


def _interval(one: Telling) -> Interval:
    return Interval(one.low, one.high)


def _broken(report: Report, found: Telling, other: Telling) -> Broken:
    values: dict[str, str | int] = {
        "words": _said(report, found.words),
        "other": _said(report, other.words),
        "value": _said(report, found.number),
        "expected": _said(report, other.number),
    }
    return Broken((found.words,), values, related=(other.words,))


def _said(report: Report, span: Span) -> str:
    text = "".join(report.text[span.start : span.end].split())
    return text if len(text) <= _SHOWN else "…" + text[-_SHOWN:]
