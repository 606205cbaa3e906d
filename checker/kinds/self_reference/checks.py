"""What each check takes for a word that does not fit the issuer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.kinds.self_reference.acts import is_about_work, is_own_act, leads_above
from checker.kinds.self_reference.fitting import fit_of, organ_fits, rank_of
from checker.kinds.self_reference.mentions import mentions_of
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.rule import Organ, Tier
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.kinds.self_reference.fitting import Fit
    from checker.kinds.self_reference.mentions import Mention
    from checker.model.report import Report

_FEW = 3
_MAJORITY = 4
_NAME_AT_LEAST = 3
_BUDGET = r"(?:公开|公布|发布|公示|晒出)了?[^,。;:、\n]{0,6}?(?P<word>(?P<unit>[省市州盟县区旗镇])本级)"
_OTHER_AREAS = r"(?:[发园景新矿库林牧灌山辖片小校灾]|示范|实验|试验|保税|功能|社)区|撤[县市乡镇]|[改设](?:区|市|镇)"
# Its own decisions are brought before a court or an authority; to that authority itself one applies (向市公安局申请行政复议).
_AGAINST = r"(?:针对|涉及|以)(?P<word>[省市县区]{field})(?:(?:政府)?信息公开[^,。;\n]{{0,6}})?(?:为被[^,。;\n]{{1,4}})?(?:申请|提出|提起)(?:的)?(?:行政|政府)"


class Slip(NamedTuple):
    """Words that do not fit, and what fits (empty where that is not known); ``sure``: nothing else can be meant."""

    span: Span
    expected: str = ""
    sure: bool = True


def alien_areas(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find areas that are neither the issuer's nor above it; a word that the report prefers, or its old name, is no slip."""
    fit = fit_of(report.issuer)
    if fit is None:
        return
    found = [one for one in mentions_of(report.prose) if one.is_area]
    counts = Counter(one.unit for one in found)
    anchored = counts[fit.own] or _own_organs(report)
    for one in found:
        if not fit.is_alien(one.unit) or (one.head == "全" and one.unit in fit.below):
            continue
        if anchored and counts[one.unit] <= max(2, counts[fit.own] // _FEW) and not _is_explained(one, report):
            yield Slip(_span(one), one.head + fit.own if counts[fit.own] else "")


def wider_areas(report: Report, words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find areas above the issuer in whose name it tells of its own open information work."""
    fit = fit_of(report.issuer)
    if fit is None:
        return
    found = mentions_of(report.prose)
    suspects = [one for one in found if one.unit in fit.above and is_own_act(one, report, words)]
    suspects = [one for one in suspects if not _tells_of_both(one, found, fit, report)]
    own = sum(one.unit == fit.own or (not one.is_area and organ_fits(one.unit, report.issuer)) for one in found)
    if len(suspects) <= max(1, min(_FEW, own)):
        expected = f"全{fit.own}" if any(one.unit == fit.own for one in found) else ""
        yield from (Slip(_span(one), expected and one.head + fit.own, sure=False) for one in suspects)


def stray_areas(report: Report, words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find the one word that stands against a majority, where the issuer's areas are not fully known."""
    found = [one for one in mentions_of(report.prose) if one.is_area]
    counts = Counter(one.unit for one in found)
    fit = fit_of(report.issuer)
    if fit:
        strays, main = fit.doubtful, fit.own
    else:
        main = max(counts, key=counts.__getitem__, default="")
        strays = frozenset(unit for unit in counts if unit != main and rank_of(unit) == rank_of(main))
    for one in found:
        if one.unit in strays and counts[one.unit] == 1 and counts[main] >= _MAJORITY and one.head != "本":
            about = is_about_work(one, report, words) and not leads_above(one, report, words)
            if about and not _is_explained(one, report):
                yield Slip(_span(one), one.head + main, sure=False)


def alien_organs(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find what the issuer is not called (我局 of a town); where most words do not fit, the name was misread."""
    issuer = report.issuer
    if not issuer.name or issuer.organ is Organ.UNKNOWN:
        return
    found = [one for one in mentions_of(report.prose) if not one.is_area or one.unit in ("镇", "乡", "街道")]
    found = [one for one in found if one.head != "全"]
    own = Counter(f"{one.head}{one.unit}" for one in found if organ_fits(one.unit, issuer))
    alien = [one for one in found if not one.is_area and not organ_fits(one.unit, issuer)]
    selves = own.total() or _names_itself(report)
    if selves and len(alien) <= max(1, own.total() // _FEW):
        expected = own.most_common(1)[0][0] if own else ""
        yield from (Slip(_span(one), expected) for one in alien)


def levels(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find accounts of another level (市本级) made public by the issuer."""
    fit = fit_of(report.issuer)
    if fit is None or "本级" not in report.prose or report.issuer.tier in (Tier.PROVINCE, Tier.CITY):
        return
    for match in compiled(_BUDGET).finditer(report.prose):
        if match["unit"] != fit.own:
            yield Slip(Span(*match.span("word")), f"{fit.own}本级" if len(fit.own) == 1 else "")


def parents(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find reviews and suits told of the office of the same name above."""
    fit = fit_of(report.issuer)
    field = _field(report)
    if fit is None or len(field) < _NAME_AT_LEAST or field not in report.prose:
        return
    for match in compiled(_AGAINST.format(field=field)).finditer(report.prose):
        if match["word"][0] != fit.own:
            yield Slip(Span(*match.span("word")), fit.own + field if len(fit.own) == 1 else "")


def _field(report: Report) -> str:
    """Give the issuer's name behind its places (公安局)."""
    name, place = report.issuer.name, report.issuer.region[-1] if report.issuer.region else ""
    return name.rpartition(place)[2] if place else ""


def _span(one: Mention) -> Span:
    return Span(one.start, one.end)


def _own_organs(report: Report) -> int:
    found = mentions_of(report.prose)
    return sum(not one.is_area and organ_fits(one.unit, report.issuer) for one in found) or _names_itself(report)


def _names_itself(report: Report) -> int:
    """A name that stands more than once was not misread."""
    return int(report.folded.count(report.issuer.name) > 1)


def _is_explained(one: Mention, report: Report) -> bool:
    """The area is another one that the sentence names (a zone, a district before it became one), or the issuer's old name."""
    sentence = report.sentence_at(one.start)
    if compiled(_OTHER_AREAS).search(report.prose, sentence.start, sentence.end):
        return True
    place = report.issuer.region[-1] if report.issuer.region else ""
    stem = place[:-1]
    return stem.endswith(one.unit) or (len(stem) > 1 and stem + one.unit in report.folded)


def _tells_of_both(one: Mention, found: tuple[Mention, ...], fit: Fit, report: Report) -> bool:
    sentence = report.sentence_at(one.start)
    return any(other.unit == fit.own and sentence.start <= other.start < sentence.end for other in found)
