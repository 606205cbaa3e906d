"""The values of the slots that name organs, places, offices and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.accuracy.generator.makers import existed, gazetteer, is_fit
from tests.accuracy.generator.wording import data

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.accuracy.generator.makers import City, Profile

LEADERS = {"government": "政府领导班子", "committee": "管委会领导班子", "subdistrict": "街道党工委"}
UNITS = {"government": "各部门、各单位", "committee": "各局（办）", "subdistrict": "各科室、各社区"}


def fixed(random: Random, profile: Profile, year: int) -> dict[str, str]:
    """Give the slots that keep one value through a report."""
    maker = profile.maker
    places = data("places")
    own = maker.places[-1] if maker.places else maker.name
    room = _room(random, profile)
    mail = random.choice(["163.com", "126.com", f"{profile.pinyin}.gov.cn"])
    return {
        "year": str(year),
        "prev": str(year - 1),
        "next": str(year + 1),
        "issuer": maker.name,
        "self": maker.self_name,
        "own": own,
        "area": profile.area,
        "super": _super(profile),
        "province_office": f"{profile.city.province}人民政府办公厅",
        "doc_mark": own[0],
        "room": room,
        "room_tail": _tail(maker.organ, room),
        "leaders": LEADERS.get(maker.organ, "领导班子"),
        "units": UNITS.get(maker.organ, "各科室、直属单位"),
        "site": _site(random, profile),
        "url": _url(profile),
        "column": random.choice(["政府信息公开", "政务公开", "信息公开"]),
        "archive": f"{(own if maker.tier in {'city', 'county', 'province'} else '')}{random.choice(['档案馆', '图书馆'])}",
        "paper": _paper(profile),
        "address": _address(random, profile),
        "postcode": _postcode(random, profile.city),
        "email": f"{random.choice(['zwgk', 'xxgk', 'bgs', 'dzb'])}_{profile.pinyin}@{mail}",
        **_phones(random, profile.city),
        "kind_a": profile.kinds[0],
        "kind_b": profile.kinds[1],
        "town_a": places["towns"][random.randrange(10)] + "镇",
        "town_b": places["towns"][random.randrange(10, 20)] + "乡",
        "national_plan": data("misc")["national_plans"].get(year, ""),
        "format_notice": random.choice(data("front")["format_2019" if year < 2021 else "format_2021"]),
    }


def drawn(random: Random, profile: Profile, year: int) -> dict[str, Callable[[], str]]:
    """Give the slots that take another value each time: other places, people, companies."""
    far = [city for city in gazetteer() if city.province != profile.city.province and is_fit(city, year, "county")]
    misc: dict[str, Any] = data("misc")

    def county() -> str:
        city = random.choice(far)
        return city.province + city.name + random.choice([name for name, _ in city.counties if existed(name, year)])

    return {
        "far_city": lambda: random.choice([city for city in far if city.name]).name,
        "far_province": lambda: random.choice(far).province,
        "far_county": county,
        "university": lambda: random.choice(misc["universities"]),
        "company": lambda: random.choice(misc["companies"]),
        "person": lambda: random.choice(data("front")["persons"]),
    }


def _tail(organ: str, room: str) -> str:
    if organ in {"government", "subdistrict"}:
        return ""
    return room if room.startswith(("政务", "办公")) else room[1:]


def _paper(profile: Profile) -> str:
    place = profile.city.province if profile.maker.tier in {"province", "national"} else profile.city.name
    place = place or profile.city.province
    papers: dict[str, str] = data("places")["papers"]
    return papers.get(place, place[:-1] + "日报")


def _super(profile: Profile) -> str:
    maker, city = profile.maker, profile.city
    if maker.tier == "national" or (maker.tier == "province" and maker.organ != "department"):
        return "国务院办公厅"
    if maker.tier == "province":
        return city.province + "人民政府办公厅"
    if maker.tier == "city" and maker.organ in {"government", "office"}:
        return city.province + "人民政府办公厅"
    if maker.tier == "city":
        return city.name + "人民政府办公室"
    if maker.organ in {"government", "office"} and maker.tier == "county":
        return f"{city.name or city.province}人民政府办公" + ("室" if city.name else "厅")
    base = maker.places[-2] if maker.tier == "township" else maker.places[-1]
    return base + "人民政府办公室"


def _room(random: Random, profile: Profile) -> str:
    maker = profile.maker
    if maker.organ == "government":
        if maker.tier == "township":
            return random.choice(["党政办公室", "党政综合办公室"])
        return f"{maker.places[-1]}人民政府办公" + ("厅政务公开办公室" if maker.tier == "province" else "室")
    if maker.organ == "subdistrict":
        return "街道党政办公室"
    if maker.organ == "office":
        return "政务公开办公室"
    return {"厅": "厅办公室", "局": "局办公室", "部": "部办公厅"}.get(maker.name[-1], "办公室")


def _site(random: Random, profile: Profile) -> str:
    maker = profile.maker
    if maker.tier == "national":
        return maker.name + "门户网站"
    place = maker.places[-2] if maker.tier == "township" else maker.places[-1]
    if maker.organ in {"department", "authorised"} and random.random() < 0.4:
        return maker.name + random.choice(["网站", "门户网站"])
    return place + random.choice(["人民政府网站", "人民政府门户网站"])


def _url(profile: Profile) -> str:
    scheme = "https" if profile.maker.self_name in {"我局", "我市"} else "http"
    return f"{scheme}://www.{profile.pinyin}.gov.cn"


def _address(random: Random, profile: Profile) -> str:
    place = profile.maker.places[-1] if profile.maker.places else "北京市西城区"
    return f"{place}{random.choice(data('places')['roads'])}{random.randint(1, 399)}号{random.choice(['', '', '3楼', '行政中心A座512室'])}"


def _postcode(random: Random, city: City) -> str:
    return city.postcode[:3] + f"{random.randint(0, 9)}{random.randint(0, 9)}{random.randint(0, 9)}"


def _phones(random: Random, city: City) -> dict[str, str]:
    digits = 8 if len(city.area_code) == 3 or city.area_code in data("places")["eight_digits"] else 7
    form = random.choice(["{code}-{number}", "{code}-{number}", "{code}—{number}", "（{code}）{number}"])
    numbers = [str(random.randint(2, 8)) + "".join(str(random.randint(0, 9)) for _ in range(digits - 1)) for _ in "ab"]
    phone = form.format(code=city.area_code, number=numbers[0])
    fax = phone if random.random() < 0.4 else form.format(code=city.area_code, number=numbers[1])
    return {"phone": phone, "fax": fax, "phone_only": phone}
