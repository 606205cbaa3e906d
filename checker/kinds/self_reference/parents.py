"""The organ above, named where the issuer should stand: applied against, sued, defended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.self_reference.fitting import fit_of
from checker.kinds.self_reference.slips import Slip
from checker.model.document import Span
from checker.model.rule import Organ, Tier
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.kinds.self_reference.fitting import Fit
    from checker.model.report import Issuer, Report

_NAME_AT_LEAST = 3
_PLACE_AT_LEAST = 3
_DISPUTE = "复议|诉讼|应诉"
_GOVERNMENT = r"(?:人民)?政府(?:办公[室厅])?(?!办|网|部门|系统|法制|信息公开(?:工作|指南|目录))"
_WORD = r"(?P<word>(?P<place>[一-鿿]{0,7}?[省市州盟县区旗])(?P<field>◇))"
_HEAD = r"(?:^|(?<=[。;,:)\n])|(?<=年)|(?<=年度)) {0,4}"
# Its own decisions are brought before a court or an authority; to that authority itself one applies (向市公安局申请行政复议).
_AGAINST = (
    rf"(?:针对|涉及|以|对|不服){_WORD}(?:[作做]出)?的?(?:(?:政府)?信息公开)?(?:行为|答复|告知书?|处理)?(?:不服|不满意)?的?"
    r"(?:为被[申告诉]|被?(?:申请|提出|提起)的?(?:行政|政府|复议|诉讼)|行政(?:复议|诉讼))"
)
_STATED = (
    rf"{_HEAD}{_WORD}(?:均?(?:未|没有)(?:发生|出现|产生|被|因)|无(?:因|(?:政府)?信息公开)|(?:作为)?被(?:申请|提起|告)"
    r"|(?:主要|分管)?(?:负责人|负责同志|领导)[^。;\n]{0,30}出庭应诉)"
)
_EXCUSED = r"共同|一并|同时|追加|双被告|复议(?:决定|结果)|作为复议|(?:针对|涉及|面对|向)[我本]"
_VAGUE = frozenset("各该其我本全有")  # 各县人民政府 is no name


def parents(report: Report, _words: Mapping[str, Any]) -> Iterator[Slip]:
    """Find reviews and suits told of the government above, or of the office of the same name there."""
    fit, field = fit_of(report.issuer), _field(report.issuer)
    if fit is None or not field:
        return
    pattern = compiled(f"{_AGAINST}|{_STATED}".replace("◇", field))
    for start, end in _sentences(report):
        for match in pattern.finditer(report.prose, start, end):
            place, excused = match["place"], compiled(_EXCUSED).search(report.prose, start, end)
            if not excused and _is_other(place, fit, report.issuer):
                plain = len(place) == len(fit.own) and report.issuer.tier is not Tier.TOWNSHIP
                yield Slip(Span(*match.span("word")), _expected(match["field"], fit.own, report.issuer), plain)


def _sentences(report: Report) -> Iterator[Span]:
    reached = 0
    for match in compiled(_DISPUTE).finditer(report.prose):
        if match.start() >= reached:
            sentence = report.sentence_at(match.start())
            reached = max(sentence.end, match.end())
            yield Span(sentence.start, sentence.end)


def _field(issuer: Issuer) -> str:
    """Give a pattern for the issuer's name behind its places (公安局); a township's acts are confused with its government's."""
    if issuer.organ in (Organ.GOVERNMENT, Organ.OFFICE) or issuer.tier is Tier.TOWNSHIP:
        return _GOVERNMENT
    name, place = issuer.name, issuer.region[-1] if issuer.region else ""
    field = name.rpartition(place)[2] if place else ""
    return field if len(field) >= _NAME_AT_LEAST else ""


def _is_other(place: str, fit: Fit, issuer: Issuer) -> bool:
    """Tell a place that is above the issuer's, or another one of its rank, from its own under any of its names."""
    own, unit = issuer.region[-1], place[-1]
    if place[0] in _VAGUE and len(place) > 1:
        return False
    if unit in fit.above:
        return not own.endswith(place) or len(place) == 1
    return unit == fit.own and len(place) >= _PLACE_AT_LEAST and own[:-1] not in place and place not in own


def _expected(field: str, own: str, issuer: Issuer) -> str:
    if issuer.organ is Organ.SUBDISTRICT:
        return "街道办事处"
    return own + field if len(own) == 1 else ""
