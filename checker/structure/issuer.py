"""The organ that reports: its name as a title, a publisher or a signature has it, its tier, its type and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.report import Issuer
from checker.model.rule import Organ, Tier
from checker.patterns import compiled
from checker.structure.places import places_of
from checker.structure.wording import REPORT_NAME, TITLE_YEAR
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.document import Span

_OWN_WORD = r"^[我本该]"
_AROUND = r"^(?:关于|现将|报送)+|(?:关于)?的?(?:政府|政务)?信息公开$|(?:关于|的|年)+$"
_NATIONAL = r"^(?:国务院|国家|中华人民共和国)|^(?![区市县省州乡镇党])[一-鿿]{2,8}部$"
_ZONES = ("新区", "开发区", "实验区", "示范区", "高新区", "度假区", "保税区")
_ORGANS = (
    (Organ.AUTHORISED, r"(?:公司|集团|学校|大学|学院|中学|小学|医院|协会|学会)$"),
    (Organ.SUBDISTRICT, r"街道(?:办事处)?(?:办公室)?$"),
    (Organ.COMMITTEE, rf"(?:管委会|管理委员会|园区|{'|'.join(_ZONES)})(?:办公室)?$"),
    (Organ.OFFICE, r"(?:政府|国务院)办公?(?:厅|室)$|^.{0,8}政府办$"),
    (Organ.GOVERNMENT, r"(?:人民政府|政府|国务院)$"),
    (Organ.DEPARTMENT, r"(?:局|委|委员会|厅|处|办|办公室|中心|大队|支队|站|署|院|关|所|队|司|部|组|银行)$"),
)


def issuer_of(words: str, regions: Mapping[str, Sequence[str]], span: Span | None) -> Issuer:
    """Read the issuer out of a title, a publisher or a signature; ``regions`` maps provinces to their cities."""
    core = compiled(TITLE_YEAR).sub("", "".join(fold(words).split()))
    core = compiled(rf"{REPORT_NAME}(?:的函)?(?:\(\))?$").sub("", core)
    name = compiled(_AROUND).sub("", core)
    if not name or compiled(_OWN_WORD).search(name):
        return Issuer()
    places = places_of(name, regions)
    organ = _organ(name, places)
    return Issuer(name, _tier(name, places, organ), organ, tuple(places.values()), span)


def names_an_organ(words: str) -> bool:
    """Tell whether ``words`` end as the names of organs do."""
    return any(compiled(pattern).search(words) for _, pattern in _ORGANS)


def _organ(name: str, places: Mapping[str, str]) -> Organ:
    last = ["", *places.values()][-1]
    if last and name.endswith(last) and not last.endswith((*_ZONES, "街道")):
        return Organ.GOVERNMENT
    return next((organ for organ, pattern in _ORGANS if compiled(pattern).search(name)), Organ.UNKNOWN)


def _tier(name: str, places: Mapping[str, str], organ: Organ) -> Tier:
    if organ is Organ.COMMITTEE or any(place.endswith(_ZONES) for place in places.values()):
        return Tier.UNKNOWN
    for rank, tier in (
        ("township", Tier.TOWNSHIP),
        ("county", Tier.COUNTY),
        ("city", Tier.CITY),
        ("province", Tier.PROVINCE),
    ):
        if rank in places:
            return tier
    return Tier.NATIONAL if compiled(_NATIONAL).search(name) else Tier.UNKNOWN
