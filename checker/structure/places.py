"""The chain of places that an organ's name begins with: 省, 市, 县区, 乡镇街道."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
DISTRICTS_CALLED_NEW = ("浦东新区", "滨海新区", "沈北新区")  # districts of the state, though most 新区 are zones
# 我局, 本县, 全市 name no place, but 本溪, 全椒, 全南 and 全州 do.
PRONOUN = r"(?:[我该各]|本(?!溪)|全(?!椒|南县|州县|国))"
_ABOVE = r"^(?:中共|国家税务总局|中国人民银行|中华人民共和国)(?=.*[省市区县州])"
_ZONE = r"(?:(?![局厅])[一-鿿]){2,12}?(?:新区|开发区|实验区|示范区|高新区|度假区|保税区)"
_NOT_A_NAME = rf"(?![区市县省州]|中国|国家|民航|{PRONOUN})"
_DOUBLE = "辉县市|[沙赣]县区|社旗县|红旗区"  # one rank's word inside the name of another
_COUNTY_CITY = rf"^{_NOT_A_NAME}[一-鿿]{{2,5}}?市(?!区|场)"
_PREFECTURE = rf"^{_NOT_A_NAME}[一-鿿]{{2,8}}?(?:自治州|地区|盟)|^{_NOT_A_NAME}[一-鿿]{{2,4}}州(?![区市县])"
_COUNTY = rf"^(?:{_DOUBLE}|{_ZONE}|市[中南北]区|{_NOT_A_NAME}(?:(?![局厅])[一-鿿]){{1,10}}?(?:自治县|自治旗|(?<![社园景库灾小校])区|县|旗)(?!街道|[镇乡]))"
_TOWNSHIP = r"^(?:人民政府|政府)?([一-鿿]{1,6}?(?:(?<!城)[镇乡]|街道))(?![一-鿿]{0,2}[市县])"


def places_of(name: str, regions: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Read the places by rank (province, city, county, township); ``regions`` maps provinces to their cities."""
    rest = compiled(_ABOVE).sub("", name)
    found: dict[str, str] = {}
    province = next((one for one in (*MUNICIPALITIES, *regions) if rest.startswith(one)), None)
    if province:
        found["province"], rest = province, rest[len(province) :]
    city = _city(rest, regions)
    if city:
        found.setdefault("province", _province_of(city, regions) or "")
        found["city"], rest = city, rest[len(city) :]
    county = compiled(_COUNTY).match(rest) or compiled(_COUNTY_CITY).match(rest)
    if county:
        found["county"], rest = county.group(), rest[county.end() :]
    township = compiled(_TOWNSHIP).match(rest)
    if township and (found or not rest.startswith(("区", "市", "县", "乡镇"))):
        found["township"] = township.group(1)
    return {rank: place for rank, place in found.items() if place}


def _city(rest: str, regions: Mapping[str, Sequence[str]]) -> str | None:
    known = next((city for cities in regions.values() for city in cities if rest.startswith(city)), None)
    if known:
        return known
    other = compiled(_PREFECTURE).match(rest)
    return other.group() if other else None


def _province_of(city: str, regions: Mapping[str, Sequence[str]]) -> str | None:
    """Find the province of a city, also by the short name of an autonomous prefecture (凉山州) and as 地区."""
    stem = city.removesuffix("地区")  # 毕节地区 became 毕节市
    stem = stem.removesuffix("州") if not city.endswith("自治州") else stem
    return next((province for province, cities in regions.items() if any(one.startswith(stem) for one in cities)), None)
