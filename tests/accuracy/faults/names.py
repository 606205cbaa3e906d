"""Faults in names: places, organs, what the report calls itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.wordings import wordings
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

COPIED = "variability.md §8.4"
PROVINCES = {
    "枣阳市": "湖北省",
    "屏南县": "福建省",
    "宝应县": "江苏省",
    "射洪市": "四川省",
    "余干县": "江西省",
    "莘县": "山东省",
    "清河县": "河北省",
    "义乌市": "浙江省",
    "肥东县": "安徽省",
    "凤翔区": "陕西省",
    "田东县": "广西壮族自治区",
    "庄河市": "辽宁省",
}


def written(random: Random, pool: str, **values: str) -> str:
    """Draw a wrong sentence; «» stands for the marks."""
    chosen: str = random.choice(wordings("fault_words")[pool])
    text = chosen.format(**values)
    return text.replace("«", OPEN).replace("»", CLOSE)


def other_place(sample: Sample, random: Random) -> str:
    """Draw a place of another province: what a province's own county does may be told by its organs."""
    own = "".join((*sample.maker.places, sample.maker.name))
    places: list[str] = wordings("fault_words")["places"]
    foreign = [place for place in places if place not in own and PROVINCES[place] not in own]
    return random.choice([place for place in foreign if place not in sample.text()])


@fault(
    "本机关的工作写了外地地名（新增语句）",
    "another place in an act of one's own, in a new sentence",
    category="foreign-place",
    also=("self-reference", "copied-text"),
    source=COPIED,
)
def foreign_place_sentence(sample: Sample, random: Random) -> Sample | None:
    """Tell one's own work with another place as its subject; to an organ of the state none is foreign."""
    if sample.maker.tier == "national":
        return None
    return edit.add_sentence(
        sample, random, written(random, "foreign", place=other_place(sample, random)), "overview", "proactive"
    )


@fault(
    "本地地名误为外地",
    "one's own place replaced by another",
    category="foreign-place",
    also=("issuer-name", "copied-text"),
    source=COPIED,
)
def own_place_replaced(sample: Sample, random: Random) -> Sample | None:
    """Replace the maker's place in the body."""
    if not sample.maker.places:
        return None
    own, new = sample.maker.places[-1], other_place(sample, random)
    slots = [*edit.introduction(sample), *edit.prose(sample)]
    return edit.substitute(sample, random, re.escape(own), new, slots)


@fault(
    "照抄他单位名称",
    "another bureau's name in the text",
    category="foreign-place",
    also=("issuer-name", "self-reference", "copied-text"),
    source=f"{COPIED}（公安2009 经贸局）",
)
def other_bureau(sample: Sample, random: Random) -> Sample | None:
    """Name a bureau that is not the maker, as the maker."""
    if sample.maker.organ not in {"department", "authorised", "subdistrict"} or not sample.maker.places:
        return None
    kinds = [kind for kind in wordings("fault_words")["bureau_names"] if kind[:2] not in sample.maker.name]
    place = sample.maker.places[-1]
    bureau = random.choice([place, place, other_place(sample, random)]) + random.choice(kinds)
    return edit.add_sentence(sample, random, written(random, "bureaus", bureau=bureau), "overview", "proactive")


@fault(
    "县级机关自称“全市”“全省”",
    "a county's organ that speaks of the whole city or province",
    category="foreign-place",
    also=("self-reference",),
    source=f"{COPIED}（全市信息公开工作）",
)
def whole_city_for_county(sample: Sample, random: Random) -> Sample | None:
    """Speak of a wider area than one's own."""
    places = sample.maker.places
    if sample.maker.tier not in {"county", "township"} or not places or places[-1].endswith("市") or len(places) < 3:
        return None
    wide = random.choice(["全市", "全省", "我市", "我省"] if places[-1][-1] in "县区镇乡旗" else ["全省", "我省"])
    text = random.choice(
        [
            "«{}»政府信息公开工作有序推进。",
            "«{}»各级行政机关认真落实信息公开制度。",
            "切实提高了«{}»信息公开工作水平。",
            "«{}»公开工作取得新进展。",
            "推动«{}»信息公开规范化建设。",
            "«{}»政府网站运行平稳。",
            "«{}»公开目录编制工作全部完成。",
            "统一规范«{}»信息公开专栏。",
        ]
    )
    return edit.add_sentence(
        sample, random, text.format(wide).replace("«", OPEN).replace("»", CLOSE), "overview", "proactive"
    )


@fault(
    "自称不一致",
    "the maker calls itself by what it is not",
    category="self-reference",
    also=("copied-text", "foreign-place"),
    source=COPIED,
)
def self_reference_wrong(sample: Sample, random: Random) -> Sample | None:
    """Call a bureau a town, or a government a bureau."""
    kinds = ["我局", "我镇", "我县", "我委", "我乡", "我厅", "我街道", "我校", "我院", "我部"]
    own = sample.maker.self_name
    name = sample.maker.name
    wrong = random.choice([kind for kind in kinds if kind[1:] != own[1:] and kind[1:] not in name])
    return (
        edit.substitute(sample, random, re.escape(own), wrong, edit.prose(sample))
        if own.startswith(("我", "本"))
        else None
    )


def misspelt(name: str, random: Random) -> str:
    """Spoil a name: a character lost, two swapped, one doubled; places without their rank are usual short forms."""
    at = random.choice([at for at in range(1, len(name) - 1) if name[at] not in "省市州县区旗"])
    return random.choice(
        [name[:at] + name[at + 1 :], name[:at] + name[at + 1] + name[at] + name[at + 2 :], name[: at + 1] + name[at:]]
    )


@fault(
    "机关名称写错（引言或正文）",
    "the issuer's name misspelt in the text",
    category="issuer-name",
    also=("typo",),
    source=f"{COPIED}（平潭综合区行政审批局）",
)
def issuer_misspelt(sample: Sample, random: Random) -> Sample | None:
    """Spoil the name once."""
    return edit.substitute(
        sample, random, re.escape(sample.maker.name), lambda m: misspelt(m[0], random), edit.body(sample)
    )


@fault(
    "机关名称写错（落款）",
    "the issuer's name misspelt in the signature",
    category="issuer-name",
    also=("signoff", "typo"),
    source=COPIED,
)
def signature_misspelt(sample: Sample, random: Random) -> Sample | None:
    """Spoil the name in the signature."""
    return edit.substitute(
        sample, random, re.escape(sample.maker.name), lambda m: misspelt(m[0], random), edit.closing(sample)
    )


@fault(
    "标题与落款机关不同",
    "title and signature name different organs",
    category="issuer-name",
    also=("signoff", "foreign-place"),
    source=COPIED,
)
def signature_of_other(sample: Sample, random: Random) -> Sample | None:
    """Sign with another organ's name."""
    kinds = [kind for kind in wordings("fault_words")["bureau_names"] if kind[:2] not in sample.maker.name]
    name = (sample.maker.places[-1] if sample.maker.places else "国家") + random.choice(kinds)
    return edit.substitute(sample, random, re.escape(sample.maker.name), name, edit.closing(sample))


@fault(
    "联系地址在外地",
    "an address in another place than the issuer's",
    category="foreign-place",
    also=("contact",),
    source="variability.md §7、§8.4",
)
def address_elsewhere(sample: Sample, random: Random) -> Sample | None:
    """Put another place at the head of the address."""
    if not sample.maker.places or sample.maker.tier == "national":
        return None
    place = other_place(sample, random)
    names = "|".join(map(re.escape, sample.maker.places))
    return edit.substitute(
        sample, random, rf"(?<=地址)([：:])(?:{names})+", lambda m: m[1] + place, edit.introduction(sample)
    )


@fault(
    "网址属于外地政府",
    "a web address of another place's government",
    category="foreign-place",
    also=("contact", "publication"),
    source="variability.md §7、§8.4",
)
def site_elsewhere(sample: Sample, random: Random) -> Sample | None:
    """Give the site of another government."""
    hosts = [
        host
        for host in ("zaoyang", "pingnan", "shehong", "yugan", "feidong", "zhuanghe", "tiandong", "yiwu")
        if host not in sample.text()
    ]
    return edit.substitute(
        sample, random, r"www\.[a-z]+\.gov\.cn", f"www.{random.choice(hosts)}.gov.cn", edit.introduction(sample)
    )


@fault(
    "落款只有日期没有机关",
    "a signature with a date and no organ",
    category="signoff",
    also=("issuer-name",),
    source="design.md §8",
)
def signature_without_name(sample: Sample, random: Random) -> Sample | None:
    """Take the name out of the signature."""
    del random
    for index, line in enumerate(sample.closing):
        if line.startswith(sample.maker.name):
            rest = line.removeprefix(sample.maker.name).strip()
            closing = edit.put(sample.closing, index, [rest] if rest else [])
            at = next((i for i, one in enumerate(closing) if "年" in one), None)
            return None if at is None else replace(sample, closing=edit.put(closing, at, [edit.mark(closing[at])]))
    return None
