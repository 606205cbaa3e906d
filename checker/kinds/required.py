"""A section or an item of front matter is there, complete, and in a place of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.report import FrontState
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.report import Front, Report, Section
    from checker.model.result import Observation


Item = Literal["", "title", "title_name", "period", "legal_basis", "contact", "publication", "signoff"]
Figure = Literal["", "applications_received", "proactive_total"]


@dataclass(frozen=True, slots=True)
class Params:
    """Exactly one of ``section`` (a section key) and ``item`` (a key of ``Report.front``).

    ``placements``: where a section may stand; left out, anywhere. ``zero_is_told``: a figure that, being 0, tells the
    section's content. ``parts``: the parts of an item that must not be missing, with their names; left out, the item as such.
    ``about``: what a finding names as absent, where that is not the section or item itself.
    """

    section: SectionKey | Literal[""] = ""
    item: Item = ""
    placements: tuple[Literal["own", "nested", "stated"], ...] = ()
    zero_is_told: Figure = ""
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    about: str = ""


def placeholders(params: Params) -> frozenset[str]:
    """``heading`` of a misplaced section; ``words``, ``missing`` and ``missing_en`` of an incomplete item."""
    if params.section:
        return frozenset({"heading"} if params.placements else ())
    return frozenset({"words", "missing", "missing_en"} if params.parts else ())


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look for the section or the item."""
    if params.section:
        yield _section(params, report)
    else:
        yield _item(params, report, report.front.get(params.item))


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


def _item(params: Params, report: Report, front: Front | None) -> Observation:
    if front is None:
        return Unknown("这一文本不含该要素", "not part of this text")
    if front.state is FrontState.UNREADABLE:
        return Unknown("文本可能受损，请对照原件", "the text may be damaged: compare the original")
    if front.state is FrontState.ABSENT and not params.parts:
        return Broken(about=params.about or params.item, section="document")
    missing = [part for part in params.parts if part in front.missing]
    if not missing:
        return Held()
    words = report.text[front.span.start : front.span.end] if front.span else ""
    values = {
        "words": words,
        "missing": "、".join(params.parts[part]["zh"] for part in missing),
        "missing_en": ", ".join(params.parts[part]["en"] for part in missing),
    }
    return Broken((front.span,) if front.span else (), values, params.about or params.item, "document")
