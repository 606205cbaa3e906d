"""The organ that reports: its name as a title, a publisher or a signature has it, its tier, its type and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.report import Issuer
from checker.model.rule import Organ, Tier
from checker.patterns import compiled
from checker.structure.places import DISTRICTS_CALLED_NEW, PRONOUN, places_of
from checker.structure.wording import REPORT_NAME, TITLE_YEAR
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.document import Span

_AROUND = r"^(?:关于|现将|报送)+|(?:关于)?的?(?:政府|政务)?信息公开$|(?:关于|的|年)+$|\((?:盖章|公章|印章?|章)?\)?$"
_BRANCH = r"[一-鿿]{2,12}(?:局|署|行|院|委员会)[一-鿿]{2}"  # 国家统计局某县调查队, 国家能源局南方监管局
_NO_MINISTRY = r"(?:组织|宣传|统战|武装|事业|项目|办公|总)部$"
_NATIONAL = rf"^(?:国务院|国家|中国|全国|中华人民共和国)(?!{_BRANCH})|^审计署$|^[一-鿿]{{2,8}}(?:总局|总署)$|^(?![区市县省州乡镇党])(?!.*{_NO_MINISTRY})[一-鿿]{{2,8}}部$"
_ZONES = ("新区", "开发区", "实验区", "示范区", "高新区", "度假区", "保税区")
_SECOND_NAME = r"\([^()]{2,30}\)$"  # 某局(某中心): one organ with two name-plates
_A_TASK = "监督|城市|市容|综合|行政|资产|城乡建设|公积金"  # what departments manage; zones are managed by their name
_AUTHORISED = (
    r"公司|集团|学校|大学|学院|中学|小学|医院|卫生院|研究院|科学院|协会|学会|联合会|红十字会|总工会|妇联|残联|理事会|馆|电视台|报社"
    r"|供销(?:合作)?(?:联合?)?社|合作社联合社|供销总社|(?<!政务服务)(?<!行政服务)(?<!审批服务)(?<!便民服务)(?<!政务)中心"
)
_ORGANS = (
    (Organ.AUTHORISED, rf"(?:{_AUTHORISED})$"),
    (Organ.SUBDISTRICT, r"街道(?:办事处|办)?(?:(?:党政|综合|党建){0,2}办公室)?$"),
    (Organ.COMMITTEE, rf"(?:管委会|(?<!{_A_TASK})管理委员会|园区|{'|'.join(_ZONES)})(?:办公室)?$"),
    (Organ.OFFICE, r"(?:政府|国务院)办公?(?:厅|室)$|^.{0,8}政府办$"),
    (Organ.GOVERNMENT, r"(?:人民政府|政府|国务院|行政公署|行署)$"),
    (
        Organ.DEPARTMENT,
        r"(?:局|委|委员会|(?<!大)厅|处|办|办公室|中心|大队|支队|站|署|院|关|所|队|司|部|组|银行|支行|分行)$",
    ),
)


def issuer_of(words: str, regions: Mapping[str, Sequence[str]], span: Span | None) -> Issuer:
    """Read the issuer out of a title, a publisher or a signature; ``regions`` maps provinces to their cities."""
    core = compiled(TITLE_YEAR).sub("", "".join(fold(words).split()))
    core = compiled(rf"{REPORT_NAME}(?:的函)?(?:\(\))?$").sub("", core)
    name = compiled(_AROUND).sub("", core)
    if not name or compiled(rf"^{PRONOUN}").search(name):
        return Issuer()
    places = places_of(name, regions)
    organ = _organ(name, places)
    return Issuer(name, _tier(name, places, organ), organ, tuple(places.values()), span)


def names_an_organ(words: str) -> bool:
    """Tell whether ``words`` end as the names of organs do."""
    return _kind(words) is not None


def _organ(name: str, places: Mapping[str, str]) -> Organ:
    last = ["", *places.values()][-1]
    if last and name.endswith(last) and (last in DISTRICTS_CALLED_NEW or not last.endswith((*_ZONES, "街道"))):
        return Organ.GOVERNMENT
    return _kind(name) or Organ.UNKNOWN


def _kind(name: str) -> Organ | None:
    """Read the type off the end of a name; of several names (某局、某中心; 某局(某中心)) the first tells it."""
    bare = compiled(_SECOND_NAME).sub("", name)
    ends = (_by_end(part) for part in (bare.split("、")[0], bare))
    return next((organ for organ in ends if organ), None)


def _by_end(name: str) -> Organ | None:
    return next((organ for organ, pattern in _ORGANS if compiled(pattern).search(name)), None)


def _tier(name: str, places: Mapping[str, str], organ: Organ) -> Tier:
    if organ is Organ.COMMITTEE or any(_is_zone(place) for place in places.values()):
        return Tier.UNKNOWN
    for rank, tier in (
        ("township", Tier.TOWNSHIP),
        ("county", Tier.COUNTY),
        ("city", Tier.CITY),
        ("province", Tier.PROVINCE),
    ):
        if rank in places:
            return tier
    of_the_state = organ is not Organ.AUTHORISED and compiled(_NATIONAL).search(name)
    return Tier.NATIONAL if of_the_state else Tier.UNKNOWN


def _is_zone(place: str) -> bool:
    return place.endswith(_ZONES) and place not in DISTRICTS_CALLED_NEW
