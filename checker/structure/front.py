"""Front and end matter: period, legal basis, contact, publication channel, signature."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Contact, Dated, DateMention, Front, FrontState
from checker.patterns import compiled
from checker.structure.attachment import attached_table
from checker.structure.founding import explains

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.structure.source import Source

_PERIOD_WORDS = (
    r"(?:统计(?:数据)?截[至止]到?|统计(?:数据)?的?(?:时间|期限|时限|期间?|周期|时间段|时段|日期|起止时间|数据)|数据的?(?:统计)?(?:期限|时限|核定|起止(?:时间|日期))"
    r"|期限(?=[自从为是])|数据(?:统计)?截[至止]到?|涵盖(?=(?:19|20)\d{2}))"
)
_WHOLE_YEAR = (
    r"(?:范围)?\s?[为是:系即]?\s?(?P<year>(?:19|20)\d{2})\s?年(?:度|全年|度全年|\s?1\s?月?(?:份)?\s?(?:至|到|—{1,2}|-|–|~)\s?12\s?月(?:份)?)"
    r"(?=\s?(?:[。,;)\n]|$))"
)
_REACH = 60
_BEFORE = 10  # characters before the words for a period
_SEVERAL_YEARS = r"累计|历年|(?:19|20)\d{2}年度?为"
_JOINED = 8
_TO = r"^\s*(?:起|期间|开始|日|零时|,|\s)*\s*(?:至|到|—+|-+|–|~)\s*$"
_SITE = r"(?:网站|政府网|门户网|平台|专栏|网页|信息网|政务网|党政网|公开网|https?:|www|网址)"
_SHOWN = "公布|公开|公示|下载|查阅|阅览|浏览|查询|发布|查看"
_CHANNEL = rf"{_SITE}[^。\n]{{0,80}}(?:{_SHOWN})|(?:{_SHOWN}|登录|登陆|见|刊登|登载)[^。;\n]{{0,40}}{_SITE}|(?:挂网|上网|网上)(?:{_SHOWN})"
_INVITING = r"欢迎[^。,;\n]{0,12}(?:登录|登陆|通过|访问|到|在)[^。;\n]{0,40}(?:查阅|阅览|浏览|查看)"
_IN_FRONT = r"公布|下载|(?:欢迎|可|请|予以)[^。;\n]{0,40}(?:查阅|阅览|查询|浏览|查看|公示)|予以公开"
_ABOUT_REPORT = r"报告(?:的)?(?:全文|电子版)?[^。,;]{0,3}(?:在|见|可|通过|于|已|刊)|(?:本|年度|此|该)(?:年度)?(?:报告|年报)|电子版|全文"
_PHONE = r"(?:电\s*话|手机|热线|Tel|TEL|传真|致电|拨打|联系人|联系方式)[^\d\n]{0,12}?(\(?0?\d[\d()—–\- ]{4,20}\d)(?![\d件条次个起人])"
_EMAIL = r"[A-Za-z0-9][A-Za-z0-9._-]*\s?@\s?[A-Za-z0-9-]+(?:\.\s?[A-Za-z0-9-]+)+"
_POSTCODE = r"邮\s*(?:政\s*编\s*码|编)\s*[:是为]?\s*(\d{6})(?!\d)"
_ADDRESS = r"地\s*址\s*(?:[:,是为]|\s|(?=[一-鿿]{2,6}[省市县区镇]))\s*([^;。\n]{4,60}?)\s*(?=[,;。)]?\s*(?:邮\s*编|邮政|邮箱|联系|咨询|电\s*话|传真|电子|E-?mail)|[;。\n]|\)\s*[。;\n]|$)"
_MONTH_LINE = (
    r"^(?:(?:19|20)\d{2}|二[○〇零0一二三四五六七八九]{3})\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月$"
)
_DAMAGED_DATE = r"^ *(?:\d{4,8}(?:日|号)?|(?:19|20)\d{2}年?\d{0,4}月?\d{0,4}日?)$"
_STREET = r"([一-鿿]{2,20}(?:路|街|大道|巷|胡同|村|镇)\d{1,5}号[^,;。)\n]{0,20})|联系方式\s*:\s*([一-鿿][^,;。\n]{4,40})(?=,\s*邮)"
_ORGAN_ENDS = "政府|行署|局|委|会|办|室|厅|处|中心|组|署|院|队|站|所|街道|司|部|科|公司|集团|学校|中学|小学|大学|馆|社|银行|支行|分行|海关|管委会|园区|开发区"
_SPACED_ORGAN = r"^ {0,40}(?:[一-鿿] {1,4}){3,24}[局委会办室厅处心组署院队站所道司部科府区镇乡县市校]"
_SECOND_NAME = r"(?:\([一-鿿、]{3,24}\))?"
_STAMP = r"(?:\((?:盖章|公章|印章?|章)?\))?"
_ORGAN_LINE = rf"(?:[一-鿿()“”·、]{{2,40}}(?:{_ORGAN_ENDS})|^ {{0,60}}[一-鿿]{{2,16}}[省市县区镇乡]|{_SPACED_ORGAN})\s{{0,30}}{_SECOND_NAME}\s{{0,30}}{_STAMP}\s{{0,60}}$"
_BEHIND_DATE = rf"^ *{_STAMP}[)印]? *(?:$|附|\((?:此件|公开|联系人))"
_BEFORE_DATE = 60


def period_of(source: Source, dates: Sequence[DateMention]) -> tuple[Front, tuple[date, date] | None]:
    """Find the statement of the period (统计期限) and its first and last day.

    DB51/T 2660—2019, 2.1: from 1 January to 31 December of the year reported on; new organs rightly report less.
    """
    text, extent = source.text, source.extent
    fallback = None
    for match in compiled(_PERIOD_WORDS).finditer(text, extent.start, extent.end):
        year = compiled(_WHOLE_YEAR).match(text, match.end(), extent.end)
        if year:
            whole = date(int(year["year"]), 1, 1), date(int(year["year"]), 12, 31)
            return Front(FrontState.PRESENT, Span(match.start(), year.end())), whole
        near = _near(dates, match.end())
        span = source.sentence_at(match.start())
        if _of_several_years(source, span, match.start(), near):
            continue
        if len(near) > 1 and compiled(_TO).match(text[near[0].end : near[1].start]):
            return _range(source, near[0], near[1], Span(match.start(), near[1].end))
        if near and fallback is None:
            fallback = Front(FrontState.PARTIAL, Span(match.start(), near[0].end), ("start",))
        elif fallback is None and compiled(r"\d{6,}|至止|\d+日").search(
            text, match.end(), min(span.end, match.end() + _REACH)
        ):
            fallback = Front(FrontState.UNREADABLE, Span(match.start(), min(span.end, match.end() + _REACH)))
    return (fallback, None) if fallback else _unannounced(source, dates)


def _of_several_years(source: Source, sentence: Span, start: int, near: Sequence[DateMention]) -> bool:
    """Cumulative figures (累计数据) have a period of their own, and so has each of two years told apart."""
    before = max(sentence.start, start - _BEFORE)
    until = near[1].end if len(near) > 1 else near[0].end if near else start
    return bool(compiled(_SEVERAL_YEARS).search(source.text, before, min(until, sentence.end)))


def _near(dates: Sequence[DateMention], start: int) -> list[DateMention]:
    first = bisect_left(dates, start, key=lambda one: one.start)
    return [one for one in dates[first : first + 4] if one.start <= start + _REACH and one.month]


def _range(source: Source, first: DateMention, last: DateMention, span: Span) -> tuple[Front, tuple[date, date] | None]:
    last = DateMention(last.start, last.end, last.year or first.year, last.month, last.day, last.valid)
    begin, end = first.as_date(), last.as_date()
    if begin is None or end is None:
        return Front(FrontState.PARTIAL, span, ("day",)), None
    # The Regulation of 2007 came into force on 1 May 2008 (Article 38).
    whole = begin in (date(begin.year, 1, 1), date(2008, 5, 1)) and (end.month, end.day) == (12, 31)
    if whole or explains(source, span, (begin, end)):
        return Front(FrontState.PRESENT, span), (begin, end)
    return Front(FrontState.PARTIAL, span, ("whole_year",)), (begin, end)


def _unannounced(source: Source, dates: Sequence[DateMention]) -> tuple[Front, tuple[date, date] | None]:
    """A whole year written out before any figure is a statement of the period, whatever it is called."""
    for first, last in pairwise(dates):
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        if whole and last.start - first.end <= _JOINED and compiled(_TO).match(source.text[first.end : last.start]):
            return _range(source, first, last, Span(first.start, last.end))
    return Front(FrontState.ABSENT), None


def basis_of(source: Source) -> Front:
    """Find where the Regulation (政府信息公开条例) is named."""
    match = compiled(r"(?:政府)?信息公开条例|《条例》").search(source.text, source.extent.start, source.extent.end)
    return Front(FrontState.PRESENT, Span(*match.span())) if match else Front(FrontState.ABSENT)


def publication_of(source: Source, intro_end: int) -> Front:
    """Find the sentence that says where the report is published or its electronic version can be had."""
    for sentence in source.sentences:
        text = source.text[sentence.start : sentence.end]
        told = (
            compiled(_ABOUT_REPORT).search(text)
            or compiled(_INVITING).search(text)
            or (sentence.start < intro_end and compiled(_IN_FRONT).search(text))
        )
        if told and compiled(_CHANNEL).search(text):
            return Front(FrontState.PRESENT, sentence)
    return Front(FrontState.ABSENT)


def contact_of(source: Source) -> tuple[Front, Contact]:
    """Find telephone, e-mail, postcode and address of the issuer, as written; spaces inside are kept out."""
    found: dict[str, tuple[str, int]] = {}
    patterns = {"phone": _PHONE, "email": _EMAIL, "postcode": _POSTCODE, "address": _ADDRESS}
    for name, pattern in patterns.items():
        match = compiled(pattern).search(source.text, source.extent.start, source.extent.end)
        if match:
            group = 1 if match.re.groups else 0
            found[name] = ("".join(match.group(group).split()), match.start(group))
    if "address" not in found and ("phone" in found or "postcode" in found):
        found |= _street(source, min(start for _, start in found.values()))
    contact = Contact(**{name: value for name, (value, _) in found.items()})
    reachable = contact.phone or contact.email
    missing = tuple(part for part, there in (("phone", reachable), ("address", contact.address)) if not there)
    places = [start for _, start in found.values()]
    span = source.sentence_at(min(places)) if places else None
    state = (
        FrontState.ABSENT
        if not reachable and not contact.address
        else FrontState.PARTIAL
        if missing
        else FrontState.PRESENT
    )
    return Front(state, span, missing), contact


def _street(source: Source, near: int) -> dict[str, tuple[str, int]]:
    """An address without that word beside it, in the sentence that gives the telephone number."""
    sentence = source.sentence_at(near)
    match = compiled(_STREET).search(source.text, sentence.start, sentence.end)
    if match is None:
        return {}
    group = 1 if match.group(1) else 2
    return {"address": ("".join(match.group(group).split()), match.start(group))}


def signoff_of(source: Source, dates: Sequence[DateMention], last_heading: int) -> tuple[Front, Dated | None]:
    """Find the signature (落款): organ and date behind the last part, before any attachment."""
    start = max(last_heading, source.extent.start)
    attached = attached_table(source)
    end = attached.start if attached and attached.start > start else source.extent.end
    for mention in sorted(dates, key=lambda one: (one.start < end, one.start), reverse=True):
        value = mention.as_date() if mention.start > start else None
        if value and _stands_alone(source.text, mention):
            organ, span = _signer(source.text, start, mention)
            missing = () if organ else ("organ",)
            return Front(FrontState.PRESENT if organ else FrontState.PARTIAL, span, missing), Dated(
                value, "text", Span(mention.start, mention.end)
            )
    return _unsigned(source, start, end), None


def _signer(text: str, start: int, mention: DateMention) -> tuple[bool, Span]:
    """Find the organ before the date of signature, else in the line below it; the span is that of the signature."""
    before = compiled(_ORGAN_LINE).search(text, max(start, mention.start - _BEFORE_DATE), mention.start)
    below = None if before else compiled(rf"\s{{0,4}}\n\s{{0,60}}{_ORGAN_LINE}").match(text, mention.end)
    span = Span(before.start() if before else mention.start, below.end() if below else mention.end)
    return bool(before or below), span


def _stands_alone(text: str, mention: DateMention) -> bool:
    """A date of signature ends its line, and nothing but the organ stands before it."""
    if not compiled(_BEHIND_DATE).search(text[mention.end : mention.end + 24]):
        return False
    line = text[max(text.rfind("\n", 0, mention.start) + 1, mention.start - _BEFORE_DATE) : mention.start]
    return line.endswith("。 ") or line.strip() in ("", "(") or bool(compiled(_ORGAN_LINE).search(line))


def _unsigned(source: Source, start: int, end: int) -> Front:
    """Judge the last line where no full date stands: a month, a damaged date, an organ alone, or neither."""
    whole = source.text[start:end].rstrip()
    above, _, last = whole.rpartition("\n")
    span = Span(start + len(whole) - len(last.strip()), start + len(whole))
    if compiled(_MONTH_LINE).search(last):
        signed = compiled(_ORGAN_LINE).search(above.rstrip()[-_BEFORE_DATE:])
        return Front(FrontState.PRESENT, span) if signed else Front(FrontState.PARTIAL, span, ("organ",))
    if compiled(_DAMAGED_DATE).search(last):
        return Front(FrontState.UNREADABLE, span)
    if above and not last.endswith("。") and compiled(rf"^ *{_ORGAN_LINE}").search(last[-_BEFORE_DATE:]):
        return Front(FrontState.PARTIAL, span, ("date",))
    return Front(FrontState.ABSENT, None, ("organ", "date"))
