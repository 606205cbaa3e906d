"""What a document is by its title and what it says of itself: an annual report, or a guide, a plan, a notice, a letter, a list."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.structure.wording import REPORT_NAME, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

OF_THE_TOPIC = r"信息公开|政务公开|公开政府信息"
"""What an annual report on open government information cannot but speak of."""

_REPORTS = r"报告|年报|总结"
_TELLS = r"情况|概况|综述|小结|回顾|公报"  # may stand for 报告 in a report's title
_GENRES = (
    "指南|办法|要点|目录|制度|方案|规定|细则|意见|公告|通告|清单|规则|规程|流程图?|计划|通知|决定|须知|手册|标准|规范|条例"
    "|预案|机制|职责|问答|考核(?:结果|评分表?|评估)?"
)
_REMARK = r"(?:\([^()]{1,30}\)|〔[^〔〕]{1,30}〕|(?:19|20)\d{2}年?版|》){0,2}"
_COMPILING = r"编制|编报|编写|撰写|填报|填写|做好|开展|规范"
_FORMS = r"(?:报告|年报)》?的?(?:政策)?(?:解读|图解)|(?:报告|年报)(?:的|编制|编写|填报)*(?:格式|模板|范本|样式|指引|说明|要求)"
_CARRIERS = r"函|请示|通知|公告|通告"
_LINE_LENGTH = 80
_ITSELF = r"本(?:年度)?(?:报告|年报)(?!制度|的?编制|编写)"
_OTHER_ITSELF = r"本(?:指南|办法|细则|规定|制度|方案|要点|意见|规程|规则)(?!的)"
_LISTED = (
    rf"^[\s·•*>\[\]\d.、()-]{{0,12}}([^,。;:\n]{{0,70}}?{REPORT_NAME}(?:\((?:19|20)\d{{2}}年?(?:年?度)?\))?)"
    r"(?:\]\([^()\n]{0,200}\))?[\s\d/.:年月日\[\]()-]{0,30}$"
)
_LEAST_YEARS, _LEAST_TITLES = 2, 3


class Genre(StrEnum):
    """What a title says of a document."""

    UNTOLD = "untold"
    REPORT = "report"
    CARRIER = "carrier"  # a letter or notice with which a report is sent or published
    COMPILING = "compiling"  # how annual reports are to be made
    OTHER = "other"  # a guide, a plan, rules


def genre_of(lines: Iterable[str]) -> Genre:
    """Judge by the titles over a text, the nearest first: the first that tells anything decides."""
    below = ""
    for line in lines:
        words = "".join(line.split())
        for one in (words, words + below):  # a title may be broken over two lines
            genre = _genre(one)
            if genre is not Genre.UNTOLD:
                return genre
        below = words
    return Genre.UNTOLD


def _genre(words: str) -> Genre:
    if len(words) > _LINE_LENGTH or not compiled(OF_THE_TOPIC).search(words):
        return Genre.UNTOLD
    if not compiled(_REPORTS).search(words):
        other = compiled(rf"(?:{_GENRES}){_REMARK}$").search(words) and not compiled(_TELLS).search(words)
        return Genre.OTHER if other else Genre.UNTOLD
    if compiled(rf"(?:{_COMPILING})[^。]{{0,60}}(?:{_GENRES}){_REMARK}$|(?:{_FORMS}){_REMARK}$").search(words):
        return Genre.COMPILING
    if compiled(rf"(?:报告|年报|总结)》?的?(?:{_CARRIERS}){_REMARK}$").search(words):
        return Genre.CARRIER
    return Genre.REPORT if compiled(rf"{REPORT_NAME}{_REMARK}$").search(words) else Genre.UNTOLD


def says_report(text: str) -> bool:
    """Tell whether a text speaks of itself as a report (本报告)."""
    return bool(compiled(_ITSELF).search(text))


def says_other(text: str) -> bool:
    """Tell whether a text speaks of itself as something else (本指南), and nowhere of an annual report."""
    return bool(compiled(_OTHER_ITSELF).search(text)) and not compiled(rf"{_ITSELF}|年度报告|年报|总结").search(text)


def lists_reports(text: str) -> bool:
    """Tell whether a page is but a list of reports: titles of several years or organs, and hardly a sentence."""
    titles = {"".join(match.group(1).split()) for match in compiled(_LISTED).finditer(text)}
    years = {year for title in titles for year in compiled(YEAR).findall(title)}
    several = len(years) >= _LEAST_YEARS or len(titles) > _LEAST_TITLES
    return several and text.count("。") < len(titles)
