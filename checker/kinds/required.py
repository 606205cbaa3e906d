"""A section, a topic or an item of front matter is there, complete, and in a place of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.report import FrontState
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import SectionKey, TopicKey  # noqa: TC001 - the schema of rule files is made of the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.report import Front, Report, Section
    from checker.model.result import Observation


Item = Literal["", "title", "title_name", "period", "legal_basis", "contact", "publication", "signoff"]
Figure = Literal["", "applications_received", "proactive_total"]

_NO_ITEM = Unknown("这一文本不含该要素", "not part of this text")
_NO_PLACE = Unknown("没有单独标题的相应部分，无从查找", "there is no part with a heading to look in")
_TOPICS_AT: Mapping[str, str] = MappingProxyType(
    {"proactive_topic": "proactive", "application_topic": "applications", "information_fee": "other_matters"}
)


@dataclass(frozen=True, slots=True)
class Params:
    """Exactly one of ``section``, ``topic`` (keys of ``Report.topics``) and ``item`` (keys of ``Report.front``).

    ``placements``: where a section may stand; left out, anywhere. ``zero_is_told``: a figure that, being 0, tells the
    section's content. ``parts``: the parts of an item or topic that must not be missing, with their names; left out,
    the item or topic as such. ``about``: what a finding names as absent, where that is not the section or item itself.
    """

    section: SectionKey | Literal[""] = ""
    topic: TopicKey | Literal[""] = ""
    item: Item = ""
    placements: tuple[Literal["own", "nested", "stated"], ...] = ()
    zero_is_told: Figure = ""
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
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
        line = _first_line(report, section)
        return Broken((line,), {"heading": report.text[line.start : line.end].strip()[:40]}, params.section)
    return Held()


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
