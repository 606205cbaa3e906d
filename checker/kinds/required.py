"""A section, a topic or an item of front matter is there, complete, and in a place of its own."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import FrontState, Placement
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import SectionKey, TopicKey  # noqa: TC001 - the schema of rule files is made of the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.report import Front, Report, Section
    from checker.model.result import Observation


Item = Literal["", "title", "title_name", "period", "legal_basis", "contact", "publication", "signoff"]
Figure = Literal["", "applications_received", "proactive_total"]

_NO_HEADINGS = Unknown(
    "能认出的一级标题太少，可能是副本丢了标题", "few main headings can be told: a copy may have lost them"
)
_LEFT_OUT = Unknown(
    "该处的编号跳号，可能是副本丢了标题", "a number is left out there: a copy may have lost the heading"
)
_NO_ITEM = Unknown("这一文本不含该要素", "not part of this text")
_OTHER_NAME = Unknown(
    "该处有另一名称的一级标题，可能就是这一部分", "a main heading by another name stands in its place"
)
_NO_PLACE = Unknown("没有单独标题的相应部分，无从查找", "there is no part with a heading to look in")
_TOPICS_AT: Mapping[str, str] = MappingProxyType(
    {"proactive_topic": "proactive", "application_topic": "applications", "information_fee": "other_matters"}
)


class Params(NamedTuple):
    """Exactly one of ``section``, ``topic`` (keys of ``Report.topics``) and ``item`` (keys of ``Report.front``).

    ``placements``: where a section may stand; left out, anywhere. ``least_own``: elsewhere it counts as missing, but only in a
    report with main headings of its own for so many sections. ``zero_is_told``: a figure that, being 0, tells the section's content. ``parts``: the parts of an item or topic that must not be missing, with their names; left out,
    the item or topic as such. ``about``: what a finding names as absent, where that is not the section or item itself.
    """

    section: SectionKey | Literal[""] = ""
    topic: TopicKey | Literal[""] = ""
    item: Item = ""
    placements: tuple[Literal["own", "nested", "stated"], ...] = ()
    least_own: int = 0
    zero_is_told: Figure = ""
    parts: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    about: str = ""


def placeholders(params: Params) -> frozenset[str]:
    """``heading`` of a misplaced section; ``words``, ``missing`` and ``missing_en`` of an incomplete item or topic."""
    if params.section:
        return frozenset({"heading"} if params.placements else ())
    return frozenset({"words", "missing", "missing_en"} if params.parts else ())


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look for the section, the topic or the item."""
    if params.section:
        yield _section(params, report)
    elif params.topic:
        yield _part(params, report, report.topics.get(params.topic) or _NO_PLACE)
    else:
        yield _part(params, report, report.front.get(params.item) or _NO_ITEM)


def _section(params: Params, report: Report) -> Observation:
    section = report.sections.get(params.section)
    if section is None:
        told = params.zero_is_told and report.figures.get(params.zero_is_told) == 0
        return Held() if told else Broken(about=params.section, section=params.section)
    if params.placements and section.placement not in params.placements:
        if params.least_own:
            return _elsewhere(params, report, section)
        line = _first_line(report, section)
        return Broken((line,), {"heading": report.text[line.start : line.end].strip()[:40]}, params.section)
    return Held()


def _elsewhere(params: Params, report: Report, section: Section) -> Observation:
    own = {one.start for one in report.sections.values() if one.placement is Placement.OWN}
    if len(own) < params.least_own:
        return _NO_HEADINGS
    start, end = _place_of(section, report)
    mains = [one for one in report.outline if one.level == 1 and one.style != "item" and start <= one.start <= end]
    if any(start < one.start < end and one.start not in own for one in mains):
        return _OTHER_NAME
    if any(b.ordinal and a.ordinal and b.ordinal > a.ordinal + 1 for a, b in pairwise(mains)):
        return _LEFT_OUT
    line = _first_line(report, section)
    values = {"heading": report.text[line.start : line.end].strip()[:40]}
    return Broken((), values, params.section, params.section, (line,))


def _place_of(section: Section, report: Report) -> Span:
    """Give the range between the main headings that the format has before and behind the section."""
    keys = list(report.sections)
    at = keys.index(section.key)
    before = [one for key in keys[:at] if (one := report.sections[key]).placement is Placement.OWN]
    behind = [one for key in keys[at + 1 :] if (one := report.sections[key]).placement is Placement.OWN]
    return Span(before[-1].start if before else report.extent.start, behind[0].start if behind else report.extent.end)


def _first_line(report: Report, section: Section) -> Span:
    line = report.text.find("\n", section.start, section.end)
    return Span(section.start, line if line > 0 else section.end)


def _part(params: Params, report: Report, front: Front | Unknown) -> Observation:
    if isinstance(front, Unknown):
        return front
    if front.state is FrontState.UNREADABLE:
        return Unknown("文本可能受损，请对照原件", "the text may be damaged: compare the original")
    place = _TOPICS_AT.get(params.topic, "overview") if params.topic else "document"
    about = params.about or params.topic or params.item
    spans = (front.span,) if front.span else ()
    if front.state is FrontState.ABSENT and not params.parts:
        return Broken(spans, about=about, section=place)
    missing = [part for part in params.parts if part in front.missing]
    return Broken(spans, _values(params, report, front, missing), about, place) if missing else Held()


def _values(params: Params, report: Report, front: Front, missing: list[str]) -> dict[str, str]:
    return {
        "words": report.text[front.span.start : front.span.end] if front.span else "",
        "missing": "、".join(params.parts[part]["zh"] for part in missing),
        "missing_en": ", ".join(params.parts[part]["en"] for part in missing),
    }
