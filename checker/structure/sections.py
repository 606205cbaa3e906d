"""Sections by canonical key: an own heading first, else a nested one, else a sentence that states the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.report import Placement, Section
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.document import Span
    from checker.model.report import Heading
    from checker.ruleset.ruleset import Format, SectionFormat
    from checker.structure.source import Source

_DEEPEST = 3
_ANNOUNCING = (
    r"(?:包括|包含|涵盖|分为|由)(?:[^。\n]{0,400}?)(?:部分|组成|构成|内容)|(?:全文|报告)(?:主要)?(?:包括|包含)"
)


def keys_of(title: str, form: Format) -> tuple[str, ...]:
    """Name the sections that a heading's title announces; one heading may announce two (存在的问题及改进情况)."""
    return tuple(part.key for part in form.sections if _announces(part, title))


def _announces(part: SectionFormat, title: str) -> bool:
    return any(compiled(pattern).search(title) for pattern in part.headings)


def sections_of(source: Source, outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    """Find every section of ``form`` that is there, in the form's order."""
    headed = _headed(outline, form)
    found: dict[str, Section] = {}
    body = _body_start(source, outline)
    for part in form.sections:
        section = headed.get(part.key) or _stated(source, part, body)
        if section:
            found[part.key] = section
    return found


def _headed(outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for heading in outline:
        if heading.level > _DEEPEST or heading.style == "item":
            continue
        placement = Placement.OWN if heading.level == 1 else Placement.NESTED
        for key in keys_of(heading.title, form):
            known = found.get(key)
            if known is None or (known.placement is Placement.NESTED and placement is Placement.OWN):
                found[key] = Section(key, heading.title, placement, heading.start, heading.stop)
    return found


def _body_start(source: Source, outline: tuple[Heading, ...]) -> int:
    """The introduction announces parts without containing them."""
    return next((heading.start for heading in outline if heading.style != "item"), source.extent.start)


def _stated(source: Source, part: SectionFormat, body: int) -> Section | None:
    for span in _topic_sentences(source, part, body):
        if not compiled(_ANNOUNCING).search(source.prose, span.start, span.end):
            return Section(part.key, source.quote(span), Placement.STATED, span.start, span.end)
    return None


def _topic_sentences(source: Source, part: SectionFormat, body: int) -> Iterator[Span]:
    for pattern in part.topics:
        for match in compiled(pattern).finditer(source.prose, body, source.extent.end):
            yield source.sentence_at(match.start())
