"""Which of these words fit the issuer: its own area, the areas above it, and those that may be above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.model.rule import Organ, Tier
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.report import Issuer

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_PREFECTURES = frozenset("市州盟")
_COUNTIES = frozenset("县区市旗")
# 某市某局某区分局 speaks of the district that it serves.
_BRANCH = r"(?:分局|支局|分中心|分行|支行|管理部|[大支总]队|调查队|[所队站段]|(?<!办事)处|公司)$|(?:局|委员会|中心)[一-鿿]{2,12}分?(?:局|中心)$"
_RANKED = ("省", "市州盟", "县区旗", "镇乡")
_WITH_AN_OFFICE = (Organ.GOVERNMENT, Organ.OFFICE, Organ.COMMITTEE, Organ.SUBDISTRICT, Organ.UNKNOWN)
_NAMED_IN_FULL = {"校": "校学", "街道": "街"}


class Fit(NamedTuple):
    """Units by what they are to the issuer; ``doubtful`` is 区 where the 自治区 above is not known."""

    own: str
    above: frozenset[str]
    below: frozenset[str]
    doubtful: frozenset[str] = frozenset()

    def is_alien(self, unit: str) -> bool:
        """Tell whether the unit is neither the issuer's own nor one above it."""
        return unit != self.own and unit not in self.above and unit not in self.doubtful


def fit_of(issuer: Issuer) -> Fit | None:
    """Derive the fitting areas; None where the issuer names no place, or is a branch whose own place is not known."""
    if not issuer.region or issuer.tier is Tier.NATIONAL or compiled(_BRANCH).search(issuer.name):
        return None
    own, below = _unit(issuer.region[-1]), _below(issuer.tier)
    if issuer.tier is Tier.UNKNOWN:
        zone = own == "区" or issuer.organ is Organ.COMMITTEE
        return Fit("区", frozenset("省市州盟县旗"), below) if zone else None
    above = _above(issuer.tier, issuer.region)
    doubtful = frozenset("" if _province(issuer.region) or own == "区" or "区" in above else "区")
    return Fit(own, above - {own}, below - {own}, doubtful)


def organ_fits(unit: str, issuer: Issuer) -> bool:
    """Tell whether an organ may call itself by the unit: its name has the word, or it has an office (我办) or a committee."""
    if any(char in issuer.name for char in _NAMED_IN_FULL.get(unit, unit)):
        return True
    if unit == "办":
        return issuer.organ in _WITH_AN_OFFICE or issuer.tier is Tier.TOWNSHIP
    return unit == "委" and issuer.organ in (Organ.COMMITTEE, Organ.SUBDISTRICT, Organ.UNKNOWN)


def rank_of(unit: str) -> int:
    """Give the rank of an area from the province (0) down; what has none comes last."""
    return next((rank for rank, units in enumerate(_RANKED) if unit in units), len(_RANKED))


def _unit(place: str) -> str:
    return "街道" if place.endswith("街道") else place[-1]


def _province(region: Sequence[str]) -> str:
    first = region[0]
    if first in _MUNICIPALITIES:
        return "市"
    return "省" if first.endswith("省") else "区" if first.endswith("自治区") else ""


def _above(tier: Tier, region: Sequence[str]) -> frozenset[str]:
    province = frozenset(_province(region) or "省")
    if tier is Tier.PROVINCE:
        return frozenset()
    if tier is Tier.CITY:
        return province
    parent = _unit(region[-2]) if len(region) > 1 else ""
    if tier is Tier.COUNTY:
        known = parent in _PREFECTURES or parent == "区"
        return province | (frozenset(parent) if known else _PREFECTURES)
    counties = frozenset(parent) if parent in _COUNTIES - {"市"} else _COUNTIES
    return province | _PREFECTURES | counties


def _below(tier: Tier) -> frozenset[str]:
    towns = frozenset(("镇", "乡", "街道"))
    if tier in (Tier.PROVINCE, Tier.CITY):
        return towns | frozenset("市州盟县区旗")
    return frozenset() if tier is Tier.TOWNSHIP else towns
