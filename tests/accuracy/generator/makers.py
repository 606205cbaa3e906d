"""Who reports: organs of every tier and type in places of all provinces, and what they call themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.accuracy.generator.wording import data
from tests.accuracy.model import Maker

if TYPE_CHECKING:
    from random import Random

ROLES = (
    *((tier, organ) for tier in ("province", "city", "county") for organ in ("government", "department", "office")),
    ("township", "government"),
    ("township", "subdistrict"),
    ("county", "committee"),
    ("national", "department"),
    ("city", "authorised"),
    ("county", "authorised"),
)
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class City:
    """A line of the gazetteer."""

    province: str
    name: str
    pinyin: str
    area_code: str
    postcode: str
    counties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A maker with what its prose needs: its place, its kinds of information, how it speaks of others."""

    maker: Maker
    city: City
    pinyin: str
    area: str
    kinds: tuple[str, ...]
    own_line: str = ""


@cache
def gazetteer() -> tuple[City, ...]:
    """Read the gazetteer."""
    found = []
    for line in data("places")["cities"]:
        province, name, pinyin, code, post, counties = line.split("|")
        pairs = tuple((part.split(":")[0], part.split(":")[1]) for part in counties.split(","))
        found.append(City(province, name, pinyin, code, post, pairs))
    return tuple(found)


def seat(province: str) -> tuple[City, str]:
    """Give the seat of a province, as a city without counties, and the name of its web site."""
    pinyin, code, post = data("places")["provinces"][province].split("|")
    return City(province, "", pinyin, code, post, ()), pinyin


def existed(place: str, year: int) -> bool:
    """Tell whether a place bore its name in a year."""
    return bool(data("places")["since"].get(place, 0) <= year)


def is_fit(city: City, year: int, tier: str) -> bool:
    """Tell whether an organ of this tier could be there in this year."""
    if tier == "city" and not city.name:
        return False
    lower = [name for name, _ in city.counties if existed(name, year)]
    return existed(city.name, year) and bool(lower)


def profile(random: Random, year: int, tier: str, organ: str) -> Profile:
    """Draw an organ of a tier and type."""
    city = random.choice([found for found in gazetteer() if is_fit(found, year, tier)])
    if tier == "national":
        return _national(random, year)
    county = random.choice([pair for pair in city.counties if existed(pair[0], year)])
    chain = {"province": (city.province,), "city": (city.province, city.name)}.get(
        tier, tuple(part for part in (city.province, city.name, county[0]) if part)
    )
    pinyin = city.pinyin if tier == "city" else county[1]
    if tier == "province":
        city, pinyin = seat(city.province)
    maker = (_township if tier == "township" else _organ)(random, year, tier, organ, chain)
    return Profile(maker[0], city, pinyin, area(chain[-1], tier), maker[1], maker[2])


def area(place: str, tier: str) -> str:
    """Say "the whole county" and the like."""
    if tier == "township":
        return "辖区"
    return "全" + ("区" if place.endswith("自治区") else place[-1])


def _national(random: Random, year: int) -> Profile:
    field = random.choice([found for found in data("fields")["national"] if found["from"] <= year])
    maker = Maker(field["name"], field["self"], (), "national", "department")
    city, _ = seat("北京市")
    return Profile(maker, city, field["site"], "全系统", tuple(field["kinds"]))


def _township(
    random: Random, year: int, tier: str, organ: str, chain: tuple[str, ...]
) -> tuple[Maker, tuple[str, ...], str]:
    _ = year
    places, kinds = data("places"), tuple(data("fields")["township_kinds"])
    if organ == "subdistrict":
        name = random.choice(places["streets"]) + "街道"
        full = f"{chain[-1]}{name}办事处"
        return Maker(full, random.choice(["我街道", "街道"]), (*chain, name), tier, organ), kinds, ""
    suffix = random.choice("镇镇镇乡")
    name = random.choice(places["towns"]) + suffix
    full = random.choice([f"{chain[-1]}{name}人民政府", f"{chain[-1]}{name}人民政府", f"{name}人民政府"])
    return Maker(full, "我" + suffix, (*chain, name), tier, organ), kinds, ""


def _organ(
    random: Random, year: int, tier: str, organ: str, chain: tuple[str, ...]
) -> tuple[Maker, tuple[str, ...], str]:
    place, kinds = chain[-1], tuple(data("fields")["government_kinds"])
    if organ == "department":
        field = random.choice([found for found in data("fields")["fields"] if _serves(found, year)])
        name = field["upper" if tier == "province" else "lower"]
        return Maker(place + name, _self(name), chain, tier, organ), tuple(field["kinds"]), field["own"]
    if organ == "authorised":
        field = random.choice(data("fields")["authorised"])
        return Maker(place + field["name"], field["self"], chain, tier, organ), tuple(field["kinds"]), ""
    if organ == "committee":
        zone = random.choice(data("places")["zones"])
        return (
            Maker(f"{place}{zone}管理委员会", random.choice(["管委会", "我委", "我区"]), chain, tier, organ),
            kinds,
            "",
        )
    if organ == "office":
        hall = "办公厅" if tier == "province" or place in MUNICIPALITIES else "办公室"
        return Maker(f"{place}人民政府{hall}", "我厅" if hall == "办公厅" else "我办", chain, tier, organ), kinds, ""
    unit = "我" + area(place, tier)[1:]
    return Maker(place + "人民政府", unit, chain, tier, organ), kinds, ""


def _serves(field: dict[str, Any], year: int) -> bool:
    return bool(field["from"] <= year <= field.get("to", 2100))


def _self(name: str) -> str:
    return "我" + ("委" if name.endswith("委员会") else name[-1])
