"""Who reports: the title, the report's own name in its introduction, and the issuer with tier, organ and region."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.model.document import Span
from checker.model.report import Front, FrontState, Issuer
from checker.model.rule import Organ, Tier
from checker.patterns import compiled
from checker.structure.wording import REPORT_NAME, TITLE_YEAR
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.structure.source import Source

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_OWN_WORD = r"^[我本该]"
_INLINE_TITLE = rf"^\s*([^,。;:\n《]{{0,60}}?{REPORT_NAME})(?=\s|\d|根据|按照|依据|本|为)"
_SELF_NAME = rf"[^,。;:\s《》()“”~]{{0,40}}(?:19|20)\d{{2}}\s?年[^,。;:\s《》()“”~]{{0,40}}?{REPORT_NAME}"
_LEAD = r"^.*?(?:公布|发布|公开(?=\S{2,20}(?:19|20)\d{2})|编制完?成?了?|编成|撰写了?|形成了?|制作了?|现将|现就|以下是|是|为|将|特此|如下|关于)"
_NAME_BEHIND = r"(?:的)?(?:通知|要求|函|意见|部署|规定|格式|工作要求|有关)|编制|编报|编写|撰写|报送|公布工作|发布工作"
_YEAR_WORDS = TITLE_YEAR
_PLACES = (
    r"(?P<province>[^省市区县\s]{2,6}?(?:省|自治区|特别行政区))?"
    r"(?P<city>[^省市区县镇乡\s]{1,7}?(?:市|自治州|地区|盟))?"
    r"(?P<county>[^省市县镇乡\s]{1,12}?(?:新区|开发区|实验区|示范区|区|自治县|县|自治旗|旗|市))?"
    r"(?P<township>[^省市区县\s]{1,8}?(?:(?<!城)[镇乡]|街道))?"
)
_NAME_REACH = 32
_ORGANS = (
    (Organ.SUBDISTRICT, r"街道(?:办事处)?(?:办公室)?$"),
    (Organ.COMMITTEE, r"(?:管委会|管理委员会|新区|开发区|实验区|示范区|园区)(?:办公室)?$"),
    (Organ.OFFICE, r"(?:政府|政府办|人民政府)办公?(?:厅|室)$|^.{0,8}政府办$"),
    (Organ.GOVERNMENT, r"(?:人民政府|政府)$"),
    (Organ.DEPARTMENT, r"(?:局|委|委员会|厅|处|办|办公室|中心|大队|支队|站|署|院|关|所|队|司|部|组|银行|学会)$"),
    (Organ.AUTHORISED, r"(?:公司|集团|学校|大学|学院|医院|协会)$"),
)


class Names(NamedTuple):
    """The title (None where the report has none), the report's own name in its introduction, and which of them to judge."""

    title: Span | None
    self_name: Span | None

    @property
    def best(self) -> Span | None:
        """The title, or failing it the name in the introduction."""
        return self.title or self.self_name


def names_of(source: Source, title_line: Span | None, intro_end: int) -> Names:
    """Find the title line or a title that runs into the text, and the name in the introduction."""
    text, start = source.text, source.extent.start
    title = _with_name_before(source, title_line) if title_line else None
    if title is None:
        inline = compiled(_INLINE_TITLE).match(text, start, start + 120)
        title = Span(inline.start(1), inline.end(1)) if inline else None
    after = title.end if title else start
    return Names(title, _self_name(source, after, max(intro_end, after)))


def _with_name_before(source: Source, title: Span) -> Span:
    """A title may be broken behind the issuer's name: 平潭综合实验区 / 2014年度……报告."""
    if not compiled(rf"^\s*{_YEAR_WORDS}\s*{REPORT_NAME}$").search(source.quote(title)):
        return title
    before = fold(source.document.text[max(0, title.start - _NAME_REACH) : title.start]).rstrip()
    name = next(iter(before.split()[-1:]), "")
    if ":" not in name and any(compiled(pattern).search(name) for _, pattern in _ORGANS):
        return Span(max(0, title.start - _NAME_REACH) + len(before) - len(name), title.end)
    return title


def _self_name(source: Source, start: int, end: int) -> Span | None:
    for match in compiled(_SELF_NAME).finditer(source.prose, start, end):
        if compiled(_NAME_BEHIND).match(source.prose, match.end()):
            continue
        lead = compiled(_LEAD).match(match.group())
        begin = match.start() + (lead.end() if lead else 0)
        return Span(begin, match.end())
    return None


def title_front(source: Source, names: Names, page_title: Span | None) -> dict[str, Front]:
    """Judge whether there is a title, and the wording of it (or of the name in the introduction)."""
    present = names.title or page_title
    front = {"title": Front(FrontState.PRESENT if present else FrontState.ABSENT, names.title or page_title)}
    named = names.best or page_title
    if named is None:
        front["title_name"] = Front(FrontState.ABSENT)
        return front
    missing = tuple(_missing(source.document.text[named.start : named.end]))
    front["title_name"] = Front(FrontState.PARTIAL if missing else FrontState.PRESENT, named, missing)
    return front


def _missing(title: str) -> list[str]:
    words = "".join(fold(title).split())
    core = compiled(_YEAR_WORDS).sub("", words)
    wanted = {
        "year": bool(compiled(_YEAR_WORDS).search(words)),
        "issuer": not compiled(rf"^(?:{REPORT_NAME})$").search(core),
        "government": "政府信息公开" in core,
        "work": bool(compiled(r"公开工作").search(core)),
        "annual": bool(compiled(r"年度报告(?:\([^()]*\))?$").search(words)),
        "plain": "关于" not in core,
    }
    return [part for part, there in wanted.items() if not there]


def issuer_of(words: str, regions: Mapping[str, Sequence[str]], span: Span | None) -> Issuer:
    """Read the issuer out of a title, a publisher or a signature; ``regions`` maps provinces to their cities."""
    core = compiled(_YEAR_WORDS).sub("", "".join(fold(words).split()))
    core = compiled(rf"{REPORT_NAME}(?:的函)?(?:\(\))?$").sub("", core)
    name = compiled(r"^(?:关于|现将|报送)+|(?:关于)?的?(?:政府|政务)?信息公开$|(?:关于|的|年)+$").sub("", core)
    if not name or compiled(_OWN_WORD).search(name):
        return Issuer()
    region = _region(name, regions)
    organ = _organ(name, region)
    return Issuer(name, _tier(region, organ, regions), organ, tuple(region.values()), span)


def _region(name: str, regions: Mapping[str, Sequence[str]]) -> dict[str, str]:
    match = compiled(_PLACES).match(name)
    places = {key: place for key, place in match.groupdict().items() if place} if match else {}
    city = places.get("city", "")
    if city in MUNICIPALITIES:
        places = {"province": city, **{key: place for key, place in places.items() if key not in ("province", "city")}}
    elif city:
        province = next((one for one, cities in regions.items() if city in cities), None)
        if province:
            places = {**places, "province": province}
        elif city.endswith("市") and "county" not in places:
            places["county"] = places.pop("city")
    order = ("province", "city", "county", "township")
    return {key: places[key] for key in order if key in places}


def _organ(name: str, region: Mapping[str, str]) -> Organ:
    for organ, pattern in _ORGANS:
        if compiled(pattern).search(name):
            return organ
    last = ["", *region.values()][-1]
    return Organ.GOVERNMENT if last and name.endswith(last) else Organ.UNKNOWN


def _tier(region: Mapping[str, str], organ: Organ, regions: Mapping[str, Sequence[str]]) -> Tier:
    if organ is Organ.COMMITTEE or any(
        place.endswith(("新区", "开发区", "实验区", "示范区")) for place in region.values()
    ):
        return Tier.UNKNOWN
    if "township" in region:
        return Tier.TOWNSHIP
    if "county" in region:
        return Tier.COUNTY
    if "city" in region:
        known = any(region["city"] in cities for cities in regions.values())
        return Tier.CITY if known or not region["city"].endswith("市") else Tier.COUNTY
    return Tier.PROVINCE if "province" in region else Tier.UNKNOWN
