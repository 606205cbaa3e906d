"""Why a period is rightly shorter than the year: the organ was founded, reorganised or dissolved in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    import regex

    from checker.model.document import Span
    from checker.structure.source import Source

_BEFORE = 300
_BEHIND = 200
_NEAR = 24  # characters between the event and its month
_DECEMBER = 12  # an end short of the year by days alone is a slip
_LATEST = 2  # months between the event and the first or last day counted
_OWN = r"(?:[我本](?:局|委|办|厅|处|部|院|中心|站|队|社|区|县|市|镇|乡|街道|单位|机关|部门|管委会)|[一-鿿]{2}(?:局|委员会|办公室|厅|中心|管委会))"
_NO_ORGAN = r"(?:小组|专班|平台|网站|专栏|栏目|队伍|窗口|机制|制度|联盟|群|[。;\n])"
_TO_ITSELF = rf"(?:(?!{_NO_ORGAN})[^。;\n]){{0,30}}?"
_ENDS = r"(?=$|[,。;)、]|后|之日|以来|至今|于|的?(?:单位|部门|机构|机关)|而成|运行|运转|办公|履职|完毕|完成)"
_INTO = r"(?:合并|整合)(?:组建|成立|设立)为?[一-鿿]{2,20}(?:局|委员会|厅|中心|办公室|管委会)(?=[,。;)])"
_REFORM = r"机构改革(?=[^。;\n]{0,40}~)|(?<=~[^。;\n]{0,20})机构改革"  # only as the reason of the period itself
_FOUNDED = rf"(?:组建|成立|设立|挂牌(?:成立)?|合并|重组|整合|更名){_ENDS}|{_INTO}|{_REFORM}"
_DISSOLVED = rf"(?:撤销|注销|并入|划入|合并|划转|更名|不再保留)|{_REFORM}"
_BECAUSE = r"(?:因|由于|鉴于|受)"
_NEWLY = r"(?:新(?:组建|成立|设立)|机构改革|[今本当]年|年[内中初底])"
_MONTH = r"(?:((?:19|20)\d{2})年)?(1[0-2]|0?[1-9])月"


def explains(source: Source, place: Span, period: tuple[date, date]) -> bool:
    """Tell whether the text around ``place`` gives the organ's founding or end as the reason for this period."""
    first, last = period
    late = first != date(first.year, 1, 1)
    early = (last.month, last.day) != (12, 31)
    started = not late or _told(source, place, _FOUNDED, (first, range(-_LATEST, 1)))
    ended = not early or (last.month < _DECEMBER and _told(source, place, _DISSOLVED, (last, range(_LATEST))))
    return started and ended


def _told(source: Source, place: Span, event: str, due: tuple[date, range]) -> bool:
    start, end = max(source.extent.start, place.start - _BEFORE), min(source.extent.end, place.end + _BEHIND)
    words = source.text[start : place.start] + "~" * (place.end - place.start) + source.text[place.end : end]
    said = compiled(rf"(?:{_OWN}|{_BECAUSE}){_TO_ITSELF}({event})").finditer(words)
    return any(_in_time(words, match, due) for match in said)


def _in_time(words: str, match: regex.Match[str], due: tuple[date, range]) -> bool:
    """The event's month, or that it is new, stands beside it."""
    day, months = due
    near = words[max(0, match.start(1) - _NEAR) : match.end(1) + _NEAR]
    dated = [(year, int(month)) for year, month in compiled(_MONTH).findall(near)]
    if not dated:
        return bool(compiled(_NEWLY).search(words[max(0, match.start() - _NEAR) : match.end(1)]))
    return any((not year or int(year) == day.year) and month - day.month in months for year, month in dated)
