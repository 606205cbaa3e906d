"""Another office where the issuer should stand: in the signature, as author of its guide, as who does its work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.kinds.issuer_name.organs import OFFICE, PLACE, is_other
from checker.model.document import Span
from checker.model.report import FrontState
from checker.model.rule import Organ
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report

_SIGNER = r"(?<![一-鿿])[一-鿿]{4,40}(?:局|委员会|厅)(?![一-鿿])"
_MADE = r"(?:编制|编印|编写|制定|制订|修订|修改|完善|出台|建立|健全|更新)[^。;\n]{0,30}\Z"
_OF_OTHERS = r"转发|指导|督促|协助|审核|会同|联合|配合|下属|所属|直属|二级|原[一-鿿]|(?:根据|按照|依据|依照|落实|贯彻|执行|学习|参照|借鉴)[^,。;\n]{0,60}\Z"
_PAPER = rf"《(?P<organ>{PLACE}{OFFICE})(?:\d{{4}}年度?)?(?:依申请|政府|政务)?(?:信息)?公开[^《》\n]{{0,20}}?(?:指南|目录|制度|办法|细则|规定|规程|流程)"
_DOES = (
    r"(?:"
    r"(?:领导(?:班子)?|党组|党委)(?:高度|十分|非常)重视"
    r"|(?:办公室|[一-鿿]{2}[科股室处])(?:具体)?(?:负责|受理|承办)"
    r"|(?:按要求|按时|及时)?完成了?(?:政府)?信息公开|查[阅询])"
)
_SEAT = r"领导小组(?:办公室)?设在"
_OF_THE_AREA = r"[省市县区州旗][委政](?!策)|[省市县区]信息公开|各部门|各单位"
_OFFICES = (Organ.DEPARTMENT, Organ.AUTHORISED, Organ.SUBDISTRICT)
_REACH = 40


def signer(report: Report) -> Iterator[Span]:
    """Find a signature by another office than the title's."""
    signoff = report.front.get("signoff")
    if not signoff or not signoff.span or signoff.state is not FrontState.PRESENT or not _is_titled(report):
        return
    match = compiled(_SIGNER).search(report.folded, signoff.span.start, signoff.span.end)
    if match and is_other(match.group(), report.issuer):
        yield Span(match.start(), match.end())


def papers(report: Report) -> Iterator[Span]:
    """Find guides, catalogues and rules that the issuer, an office, made in another office's name."""
    if report.issuer.organ not in _OFFICES:
        return
    text = report.folded
    for match in compiled(_PAPER).finditer(text):
        before = text[report.sentence_at(match.start()).start : match.start()]
        if not compiled(_MADE).search(before[-_REACH:]) or compiled(_OF_OTHERS).search(before):
            continue
        if _is_peer(match["organ"], report) and is_other(match["organ"], report.issuer):
            yield Span(match.start(), match.end())


def doers(report: Report) -> Iterator[Span]:
    """Find the issuer's own work done by another office of its place."""
    place = report.issuer.region[-1] if report.issuer.region else ""
    if report.issuer.organ not in _OFFICES or not place:
        return
    organ = f"(?P<organ>{place}{OFFICE})"
    work = f"{_SEAT}{organ}(?=[。,;])|{organ}{_DOES}"
    for sentence in _sentences_with(place, report):
        words = report.prose[sentence.start : sentence.end]
        if "公开" not in words or compiled(_OF_THE_AREA).search(words.replace(place, "")):
            continue
        for match in compiled(work).finditer(words):
            if is_other(match["organ"], report.issuer):
                yield Span(*(sentence.start + at for at in match.span("organ")))


def _sentences_with(words: str, report: Report) -> Iterator[Span]:
    at = report.prose.find(words)
    while at >= 0:
        sentence = report.sentence_at(at)
        yield sentence
        at = report.prose.find(words, max(sentence.end, at + 1))


def _is_peer(name: str, report: Report) -> bool:
    """An office of the same place, or of a place of the same rank; those above issue papers for those below."""
    region = report.issuer.region
    if not region or region[-1] in name:
        return bool(region)
    found = compiled(PLACE).match(name)
    return bool(found and found.group()[-1] == region[-1][-1] and not any(one in name for one in region[:-1]))


def _is_titled(report: Report) -> bool:
    """The issuer must be read from the title, not from the signature itself."""
    return bool(report.issuer.name) and report.issuer.name in report.title
