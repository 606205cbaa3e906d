"""What each check takes for a word that does not fit the issuer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.kinds.self_reference.acts import is_about_work, is_own_act, leads_above
from checker.kinds.self_reference.fitting import fit_of, organ_fits, rank_of
from checker.kinds.self_reference.mentions import mentions_of
from checker.kinds.self_reference.slips import Slip
from checker.model.document import Span
from checker.model.rule import Organ, Tier
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.kinds.self_reference.fitting import Fit
    from checker.kinds.self_reference.mentions import Mention
    from checker.model.report import Report

_FEW = 3
_MAJORITY, _ENOUGH = 4, 2  # enough where the issuer is known to be of another rank
_NEAR = 300  # characters to each side within the paragraph
_COUNTIES = frozenset("县区旗")
_OTHER_AREAS = r"(?:[发园景新矿库林牧灌山辖片小校灾]|示范|实验|试验|保税|功能|社)区|撤[县市乡镇]|[改设](?:区|市|镇)"


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
        strays, main = fit.doubtful | (fit.below & _COUNTIES), fit.own
    else:
        main = max(counts, key=counts.__getitem__, default="")
        strays = frozenset(unit for unit in counts if unit != main and rank_of(unit) == rank_of(main))
    for one in found:
        if one.unit in strays and counts[one.unit] == 1 and counts[main] >= _least(one, fit) and one.head != "本":
            about = is_about_work(one, report, words) and not leads_above(one, report, words)
            if about and not _is_explained(one, report) and not (fit and _is_named_near(one, report)):
                yield Slip(_span(one), one.head + main, sure=False)


def alien_organs(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find what the issuer is not called (我局 of a town); where most words do not fit, the name was misread."""
    issuer = report.issuer
    if not issuer.name or issuer.organ is Organ.UNKNOWN:
        return
    found = [one for one in mentions_of(report.prose) if not one.is_area or one.unit in ("镇", "乡", "街道")]
    found = [one for one in found if one.head != "全"]
    own = Counter(f"{one.head}{one.unit}" for one in found if organ_fits(one.unit, issuer))
    towns = issuer.tier is Tier.NATIONAL  # one of the state is no town
    alien = [one for one in found if (towns or not one.is_area) and not organ_fits(one.unit, issuer)]
    selves = own.total() or _names_itself(report)
    if selves and len(alien) <= max(1, own.total() // _FEW):
        expected = own.most_common(1)[0][0] if own else ""
        yield from (Slip(_span(one), expected) for one in alien)


def _least(one: Mention, fit: Fit | None) -> int:
    return _ENOUGH if fit and one.unit in fit.below else _MAJORITY


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


def _is_named_near(one: Mention, report: Report) -> bool:
    """The paragraph names a place of that rank, whose area may be meant (某山县…全县各部门)."""
    start = max(report.prose.rfind("\n", 0, one.start), one.start - _NEAR)
    stop = report.prose.find("\n", one.end)
    end = min(stop if stop >= 0 else len(report.prose), one.end + _NEAR)
    return any(
        match.start() != one.start - 1
        for match in compiled(rf"[一-鿿~](?<![全我本各社地辖片街园]){one.unit}(?![域县])").finditer(
            report.prose, start, end
        )
    )


def _tells_of_both(one: Mention, found: tuple[Mention, ...], fit: Fit, report: Report) -> bool:
    sentence = report.sentence_at(one.start)
    return any(other.unit == fit.own and sentence.start <= other.start < sentence.end for other in found)
