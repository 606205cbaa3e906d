"""Sections by canonical key: an own heading first, else a nested one, else a sentence that states the topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Placement, Section
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.model.report import Heading
    from checker.ruleset.ruleset import Format, SectionFormat
    from checker.structure.source import Source

_DEEPEST = 3
_LONG, _AROUND = 160, 24
_ANNOUNCING = (
    r"(?:报告|年报|全文)[^。\n]{0,40}?(?:包括|包含|涵盖|分为|由)"
    r"|(?:包括|包含|涵盖|分为|由)[^。\n]{0,400}?(?:\d+|[一二三四五六七八九十]+)个?部分"
)


def keys_of(title: str, form: Format) -> tuple[str, ...]:
    """Name the sections that a heading's title announces; one heading may announce two (存在的问题及改进情况)."""
    return tuple(part.key for part in form.sections if _announces(part, title))


def _announces(part: SectionFormat, title: str) -> bool:
    return any(compiled(pattern).search(title) for pattern in part.headings)


def sections_of(source: Source, outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    """Find every section of ``form`` that is there, in the form's order."""
    headed = _told_apart(source, outline, form, _headed(source, outline, form))
    found: dict[str, Section] = {}
    body = _body_start(source, outline)
    for part in form.sections:
        section = headed.get(part.key) or _stated(source, part, body)
        if section:
            found[part.key] = section
    return found


def _headed(source: Source, outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for heading in outline:
        if heading.level > _DEEPEST or heading.style == "item":
            continue
        placement = Placement.OWN if heading.level == 1 else Placement.NESTED
        for key in keys_of(heading.title, form):
            known = found.get(key)
            if known is None or (known.placement is Placement.NESTED and placement is Placement.OWN):
                words = " ".join(source.quote(Span(heading.start, heading.end)).split())
                found[key] = Section(key, words, placement, heading.start, heading.stop, heading.end)
    return found


def _told_apart(
    source: Source, outline: tuple[Heading, ...], form: Format, found: dict[str, Section]
) -> dict[str, Section]:
    """Where one heading announces two contents, a heading below it for the second alone begins that one."""
    first_at = {section.start: key for key, section in reversed(found.items())}
    for heading in outline:
        keys = keys_of(heading.title, form) if heading.level > 1 and heading.style != "item" else ()
        shared = found.get(keys[0]) if len(keys) == 1 else None
        if (
            shared
            and shared.start < heading.start < shared.end
            and first_at.get(shared.start, shared.key) != shared.key
        ):
            words = " ".join(source.quote(Span(heading.start, heading.end)).split())
            found[shared.key] = Section(shared.key, words, shared.placement, heading.start, heading.stop, heading.end)
    return found


def _body_start(source: Source, outline: tuple[Heading, ...]) -> int:
    """The introduction announces parts without containing them."""
    return next((heading.start for heading in outline if heading.style != "item"), source.extent.start)


def _stated(source: Source, part: SectionFormat, body: int) -> Section | None:
    for pattern in part.topics:
        for match in compiled(pattern).finditer(source.prose, body, source.extent.end):
            sentence = source.sentence_at(match.start())
            if not compiled(_ANNOUNCING).search(source.prose, sentence.start, sentence.end):
                start, end = sentence
                if end - start > _LONG:  # a table that stands in one line: its row
                    start, end = max(start, match.start() - _AROUND), min(end, match.end() + _AROUND)
                return Section(part.key, "", Placement.STATED, start, end, start)
    return None
