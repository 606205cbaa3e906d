"""Work and accounts of another level (市本级) told as the issuer's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.self_reference.acts import leads_above
from checker.kinds.self_reference.fitting import fit_of
from checker.kinds.self_reference.mentions import Mention
from checker.kinds.self_reference.slips import Slip
from checker.model.document import Span
from checker.model.rule import Tier
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.model.report import Report

_WORD = r"(?P<word>(?P<unit>[省市州盟县区旗镇])本级)"
_BUDGET = rf"(?:公开|公布|发布|公示|晒出)了?[^,。;:、\n]{{0,6}}?{_WORD}"
# At the head of a clause or as what one puts in order and opens; what comes down from there (市本级下放事项) or is shared is not meant.
_WORK = (
    r"(?:^|(?<=[。;,:)\n])|(?<=年)|对|(?:梳理|编制|调整|更新|完善|规范|推进|推动|完成|细化|制定|做好|加强|扩大|深化)了?)"
    rf" {{0,4}}{_WORD}(?!下[放达]|授权|委托|以[上下]|[、和与及]|平台|统[一建])(?=[^,。;\n]{{2,40}})(?=[^。;\n]{{0,60}}公开)"
)


def levels(report: Report, words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find what another level makes public; a sentence that names one's own level beside it tells of both."""
    fit = fit_of(report.issuer)
    if fit is None or "本级" not in report.prose or report.issuer.tier in (Tier.PROVINCE, Tier.CITY):
        return
    expected = f"{fit.own}本级" if len(fit.own) == 1 else ""
    spans = {Span(*match.span("word")) for match in compiled(_BUDGET).finditer(report.prose)}
    works = {Span(*match.span("word")) for match in compiled(_WORK).finditer(report.prose)} - spans
    spans |= {span for span in works if not _is_excused(span, fit.own, report, words)}
    yield from (Slip(span, expected) for span in sorted(spans) if report.prose[span.start] != fit.own)


def _is_excused(span: Span, own: str, report: Report, words: Mapping[str, Any]) -> bool:
    sentence = report.sentence_at(span.start)
    both = compiled(rf"[我全本]{own}|{own}本?级").search(report.prose, sentence.start, sentence.end)
    return both is not None or leads_above(Mention(*span, "", report.prose[span.start]), report, words)
