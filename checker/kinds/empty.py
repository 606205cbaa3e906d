"""A part has something behind its heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.report import Placement
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import SectionKey  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Heading, Report, Section
    from checker.model.result import Observation

_MARKS = " \t\u3000\xa0\n。.、,，:：;；#*-—_"
_NONE = r"(?:暂?无|(?:暂时?)?没有|暂未发现|不存在)(?:相关|此类|上述|明显|存在)?的?(?:主要)?(?:问题|情况|内容)?"
# A heading that is its own report: 未收取任何费用, 受理申请2件.
_TELLS = r"无|未|没有|暂|不存在|\d+ ?[件条份次元人个]"
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Params:
    """``sections`` looked at; ``says``: what breaks the rule, ``nothing`` at all or no more than the word ``none`` (无)."""

    sections: tuple[SectionKey, ...]
    says: Literal["nothing", "none"]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``heading`` as written, and the ``words`` behind it."""
    return frozenset({"heading", "words"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at what stands behind each main heading; one that announces two parts counts once."""
    mains = [one for one in report.outline if one.level == 1]
    places: dict[tuple[int, int], Section] = {}
    for key in params.sections:
        section = report.sections.get(key)
        if section and section.placement is Placement.OWN:
            places.setdefault((section.start, section.end), section)
    if not places:
        yield Held(0)
    for section in places.values():
        yield _seen(params, report, section, mains)


def _seen(params: Params, report: Report, section: Section, mains: list[Heading]) -> Observation:
    words = _words(report, section.body, section.end)
    broken = Broken((Span(section.start, section.body),), {"heading": section.heading, "words": words}, section.key)
    if params.says == "none":
        return broken if compiled(_NONE).fullmatch(words) else Held()
    if words or compiled(_TELLS).search(section.heading) or _goes_on(section, mains):
        return Held()
    if _is_listed(report, section, mains):
        return Unknown(
            "接连几个标题下都没有正文，可能是目录，或正文另附",
            "several headings in a row have no text: a list of contents, or the text is attached",
        )
    return broken


def _words(report: Report, start: int, end: int) -> str:
    """Give the text without stops and signature; what was blanked as the page's own is looked at too."""
    signoff = report.front.get("signoff")
    if signoff and signoff.span and start <= signoff.span.start < end:
        end = signoff.span.start
    return report.text[start:end].strip(_MARKS)


def _goes_on(section: Section, mains: list[Heading]) -> bool:
    """The next heading begins to count anew: it is an item of this part (五、存在的问题 / 一、意识不强)."""
    at = next((index for index, one in enumerate(mains) if one.start == section.start), None)
    if at is None or at + 1 >= len(mains):
        return False
    own, following = mains[at].ordinal, mains[at + 1].ordinal
    return own is not None and following is not None and following <= own


def _is_listed(report: Report, section: Section, mains: list[Heading]) -> bool:
    """Three main headings in a row without text, this one among them."""
    bare = [not _words(report, one.end, one.stop) for one in mains]
    at = next((index for index, one in enumerate(mains) if one.start <= section.start < one.stop), 0)
    windows = (bare[max(0, first) : first + _LISTED] for first in range(at - _LISTED + 1, at + 1))
    return any(len(window) == _LISTED and all(window) for window in windows)
