"""Whether two names are those of one organ: places and types apart, what is left must have much in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.rule import Organ
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.model.report import Issuer

PLACE = r"(?:[一-鿿]{1,11}?(?:省|自治区|市|自治州|地区|盟|县|区|旗|街道|镇|乡)){1,3}"
OFFICE = r"(?:[一-鿿]{2,12}?(?:局|委员会|厅))"
_TYPE = r"(?:管理)?(?:局|委员会|委|厅|办公室|办事处|办|中心|处|站|所|院|联合会|协会|公司|社)$"
_SHARED_BY_MANY = frozenset("管理监督服务事务综合行政工作和与及")
_FOR_ALL = r"政府|政务|审批|数据|信息|行政服务|营商|机关事务|档案|联合会|区管(?:理)?委(?:员)?会$"  # organs that do this work for a government
_SPEAK_FOR_AREAS = (Organ.GOVERNMENT, Organ.OFFICE, Organ.COMMITTEE, Organ.SUBDISTRICT)


def is_other(name: str, issuer: Issuer) -> bool:
    """Tell whether ``name`` is that of an office which surely is not the issuer, under no older or shorter name."""
    if name == issuer.name or compiled(_FOR_ALL).search(name):
        return False
    if issuer.organ in _SPEAK_FOR_AREAS:
        return True
    if name in issuer.name or issuer.name in name:
        return False
    own, other = _core(issuer.name, issuer), _core(name, issuer)
    return bool(own and other) and 2 * _common(own, other) < min(len(own), len(other))


def _core(name: str, issuer: Issuer) -> str:
    """Give what an office is for: 教育 of 某县教育局."""
    for place in reversed(issuer.region):
        if place in name:
            name = name.rpartition(place)[2]
            break
    else:
        name = compiled(rf"^(?:国家|{PLACE})(?=..)").sub("", name)
    bare = compiled(_TYPE).sub("", name)
    return "".join(char for char in bare if char not in _SHARED_BY_MANY) or bare


def _common(one: str, other: str) -> int:
    """Give the length of the longest common subsequence: 发改 is within 发展和改革."""
    row = [0] * (len(other) + 1)
    for char in one:
        before = 0
        for at, against in enumerate(other, 1):
            above = row[at]
            row[at] = before + 1 if char == against else max(above, row[at - 1])
            before = above
    return row[-1]
