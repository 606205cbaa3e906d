"""Sections by canonical key: an own heading first, else a nested one, else a sentence that states the topic."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Placement, Section, Wording
from checker.patterns import compiled
from checker.structure.headingwords import misspelt, wording_of

if TYPE_CHECKING:
    from checker.model.report import Heading
    from checker.ruleset.ruleset import Format, SectionFormat
    from checker.structure.source import Source

_DEEPEST = 3
_LONG, _AROUND = 160, 24
# A word or two in quotation marks say what they mean, “不同意公开”1件, unless they name a place to look in.
_BRIEF = r"“[^“”《》\n]{1,6}”(?![^。,;\n]{0,6}(?:栏|平台|系统|板块|版块|模块|专区|目录|渠道|信箱|窗口|链接|按钮))"
_ANNOUNCING = (
    r"(?:报告|年报|全文)[^。\n]{0,40}?(?:包括|包含|涵盖|分为|由)"
    r"|(?:包括|包含|涵盖|分为|由)[^。\n]{0,400}?(?:\d+|[一二三四五六七八九十]+)个?部分"
)


def keys_of(title: str, form: Format) -> tuple[str, ...]:
    """Name the sections that a heading's title announces; one heading may announce two (存在的问题及改进情况)."""
    return tuple(part.key for part in form.sections if _announces(part, title))


def _announces(part: SectionFormat, title: str) -> bool:
    return compiled(_any(part.headings)).search(title) is not None


@cache
def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def sections_of(source: Source, outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    """Find every section of ``form`` that is there, in the form's order."""
    headed = _told_apart(source, outline, form, _headed(source, outline, form))
    found: dict[str, Section] = {}
    body = _body_start(source, outline)
    words = _spoken(source)
    for part in form.sections:
        section = headed.get(part.key) or _stated(source, words, part, body)
        if section:
            found[part.key] = section
    return found


def _headed(source: Source, outline: tuple[Heading, ...], form: Format) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for heading in outline:
        if heading.level > _DEEPEST or heading.style == "item":
            continue
        for part in _parts_of(heading, form):
            known = found.get(part.key)
            if known is None or (known.placement is Placement.NESTED and heading.level == 1):
                found[part.key] = _section(source, heading, part)
    return found


def _parts_of(heading: Heading, form: Format) -> list[SectionFormat]:
    """A main heading that announces nothing may be one of the format's with a slip of the pen in it."""
    announced = [part for part in form.sections if _announces(part, heading.title)]
    if announced or heading.level > 1:
        return announced
    return [part for part in form.sections if misspelt(part, heading.title)]


def _section(source: Source, heading: Heading, part: SectionFormat) -> Section:
    words = _as_written(source, heading)
    if heading.level > 1:
        return Section(part.key, words, Placement.NESTED, heading.start, heading.stop, heading.end)
    line = source.text.find("\n", heading.end, heading.stop)
    rest = source.text[heading.end : line if line >= 0 else heading.stop]
    wording = wording_of(part, heading.title, whole_line=not rest.strip(" :。"))
    official = part.title.zh if wording is not Wording.FREE else ""
    return Section(part.key, words, Placement.OWN, heading.start, heading.stop, heading.end, wording, official)


def _as_written(source: Source, heading: Heading) -> str:
    """Quote a heading; only where its words are broken over lines, the break becomes a blank."""
    return compiled(r"\s*[\r\n]\s*").sub(" ", source.quote(Span(heading.start, heading.end)).strip())


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
            words = _as_written(source, heading)
            found[shared.key] = Section(shared.key, words, shared.placement, heading.start, heading.stop, heading.end)
    return found


def _body_start(source: Source, outline: tuple[Heading, ...]) -> int:
    """The introduction announces parts without containing them."""
    return next((heading.start for heading in outline if heading.style != "item"), source.extent.start)


def _spoken(source: Source) -> str:
    """Give the prose with its brief quotations; titles and longer quotations stay blanked."""
    pieces, at = [], 0
    for match in compiled(_BRIEF).finditer(source.text):
        if source.prose[match.start()] == "“":
            pieces += [source.prose[at : match.start()], match.group()]
            at = match.end()
    return "".join([*pieces, source.prose[at:]])


def _stated(source: Source, words: str, part: SectionFormat, body: int) -> Section | None:
    for pattern in part.topics:
        for match in compiled(pattern).finditer(words, body, source.extent.end):
            sentence = source.sentence_at(match.start())
            if not compiled(_ANNOUNCING).search(source.prose, sentence.start, sentence.end):
                start, end = sentence
                if end - start > _LONG:  # a table that stands in one line: its row
                    start, end = max(start, match.start() - _AROUND), min(end, match.end() + _AROUND)
                return Section(part.key, "", Placement.STATED, start, end, start)
    return None
