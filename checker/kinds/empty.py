"""A part, or a passage of it, has something behind its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Placement
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Heading, Report, Section
    from checker.model.result import Observation

_MARKS = " \t\u3000\xa0\n。.、,，:：;；#*-—_"
_NONE = (
    r"(?:[我本该]\S{1,3}|目前|暂时?|本?年度?|\d{4}年度?|[尚均,，]){0,4}(?:无|没有|未发现|不存在)"
    r"(?:任何|其他|相关|此类|上述|明显|突出|存在)?的?(?:主要|突出)?(?:问题|情况|内容|不足)?(?:存在)?"
)
# A heading that is its own report: 未收取任何费用, 受理申请2件.
_TELLS = r"无|未|没有|暂|不存在|\d+ ?[件条份次元人个]"
_LISTED = 3
_ATTACHED = Unknown(
    "接连几个标题下都没有正文，可能是目录，或正文另附",
    "several headings in a row have no text: a list of contents, or the text is attached",
)


class Params(NamedTuple):
    """``sections`` looked at; ``says``: what breaks the rule, ``nothing`` at all or no more than the word ``none`` (无).

    ``below``: patterns of titles (no spaces); then the headings within these sections that fit one are looked at.
    """

    sections: tuple[SectionKey, ...]
    says: Literal["nothing", "none"]
    below: tuple[str, ...] = ()


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``heading`` as written, and the ``words`` behind it."""
    return frozenset({"heading", "words"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at what stands behind each heading; one that announces two parts counts once."""
    places: dict[tuple[int, int], Section] = {}
    for key in params.sections:
        section = report.sections.get(key)
        if section and section.placement is Placement.OWN:
            places.setdefault((section.start, section.end), section)
    if not places:
        yield Held(0)
    mains = [one for one in report.outline if one.level == 1]
    for section in places.values():
        yield _within(params, report, section) if params.below else _seen(params, report, section, mains)


def _seen(params: Params, report: Report, section: Section, mains: list[Heading]) -> Observation:
    behind = _behind(report, section.body, section.end)
    words = report.text[behind.start : behind.end]
    values = {"heading": section.heading, "words": words}
    if params.says == "none":
        return Broken((behind,), values, section.key) if compiled(_NONE).fullmatch(words) else Held()
    if words or compiled(_TELLS).search(section.heading) or _goes_on(section.start, mains):
        return Held()
    if _is_listed(report, section.start, mains):
        return _ATTACHED
    return Broken((Span(section.start, section.body),), values, section.key)


def _within(params: Params, report: Report, section: Section) -> Observation:
    """The headings of one section that have nothing behind them are one finding."""
    inside = [one for one in report.outline if section.body <= one.start < section.end and one.style != "item"]
    looked = [one for one in inside if any(compiled(pattern).search(one.title) for pattern in params.below)]
    bare = [one for one in looked if _is_bare(report, one) and not _goes_on(one.start, inside)]
    if not bare:
        return Held(len(looked))
    if len(bare) >= _LISTED and (len(bare) < len(looked) or _next_is_bare(report, section)):
        return _ATTACHED
    heading = "、".join(report.text[one.start : one.end].strip() for one in bare)
    spans = tuple(Span(one.start, one.end) for one in bare)
    return Broken(spans, {"heading": heading, "words": ""}, section.key)


def _is_bare(report: Report, heading: Heading) -> bool:
    behind = _behind(report, heading.end, heading.stop)
    return behind.start == behind.end


def _next_is_bare(report: Report, section: Section) -> bool:
    return any(one.level == 1 and one.start == section.end and _is_bare(report, one) for one in report.outline)


def _behind(report: Report, start: int, end: int) -> Span:
    """Give the text without stops and signature; what was blanked as the page's own is looked at too."""
    signoff = report.front.get("signoff")
    if signoff and signoff.span and start <= signoff.span.start < end:
        end = signoff.span.start
    words = report.text[start:end].rstrip(_MARKS)
    at = start + len(words) - len(words.lstrip(_MARKS))
    return Span(at, start + len(words)) if words else Span(start, start)


def _goes_on(start: int, headings: list[Heading]) -> bool:
    """The next heading begins to count anew: it is an item of this part (五、存在的问题 / 一、意识不强)."""
    at = next((index for index, one in enumerate(headings) if one.start == start), None)
    if at is None or at + 1 >= len(headings):
        return False
    own, following = headings[at].ordinal, headings[at + 1].ordinal
    return own is not None and following is not None and following <= own


def _is_listed(report: Report, start: int, mains: list[Heading]) -> bool:
    """Three main headings in a row without text, the one over ``start`` among them."""
    bare = [_is_bare(report, one) for one in mains]
    at = next((index for index, one in enumerate(mains) if one.start <= start < one.stop), 0)
    windows = (bare[max(0, first) : first + _LISTED] for first in range(at - _LISTED + 1, at + 1))
    return any(len(window) == _LISTED and all(window) for window in windows)
