"""Faults in who is spoken of: private persons laid open, another level's affairs told as one's own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.drawn import filled
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.told import first_of, tell
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Maker, Sample

FILE = "fault_persons"
PRIVACY = "regulation.md §2.2 第十五条（个人隐私）"
LEVELS = "variability.md §8.4（公开市本级、针对市公安局申请行政复议）"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ABOUT_PERSONS = ("applications", "overview", "proactive")


def person(random: Random) -> str:
    """Draw a name."""
    said = wordings(FILE)
    return f"{random.choice(said['surnames'])}{random.choice(said['given'])}"


def identity_of(random: Random) -> str:
    """Make an identity number with its check digit (GB 11643)."""
    born = f"{random.randint(1958, 2001)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    # The last codes of a day are kept for persons of a hundred years, so that this number is nobody's.
    body = f"{random.choice(wordings(FILE)['areas'])}{born}{random.randint(996, 999)}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


@fault(
    "姓名之后公布了身份证号码",
    "an identity number published beside a name",
    category="contact",
    also=("placeholder",),
    source=f"{PRIVACY}；GB 11643",
)
def identity_number_beside_name(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that gives a person's name and identity number."""
    return tell(sample, random, FILE, "identity", keys=ABOUT_PERSONS, person=person(random), number=identity_of(random))


@fault(
    "公布了自然人的手机号码",
    "a private person's mobile number published beside the name",
    category="contact",
    also=("placeholder",),
    source=PRIVACY,
)
def private_mobile(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that gives a person's name and mobile number."""
    number = f"1{random.choice(['35', '38', '39', '50', '59', '77', '86', '87', '89'])}{random.randrange(10**8):08}"
    return tell(sample, random, FILE, "mobile", keys=ABOUT_PERSONS, person=person(random), number=number)


def levels(maker: Maker) -> list[str]:
    """Give the words for levels that are not the maker's own."""
    # A zone is a 区 with accounts of its own.
    if maker.tier not in {"county", "township"} or len(maker.places) < 2 or maker.organ == "committee":
        return []
    own, upper = maker.places[-1], maker.places[-2]
    if upper[-1] not in "市县区旗州":
        return []
    found = [f"{upper[-1]}本级"]
    if maker.tier == "county":
        found = [f"{kind}本级" for kind in {"县": "市市区", "区": "市", "旗": "市"}.get(own[-1], "")]
    return found


@fault(
    "县级部门、乡镇把别级的“市本级”“区本级”当作本级",
    "a county bureau or a township that speaks of another level as its own",
    category="self-reference",
    also=("foreign-place", "copied-text"),
    source=LEVELS,
)
def level_of_other(sample: Sample, random: Random) -> Sample | None:
    """Tell one's own work as that of another level."""
    found = levels(sample.maker)
    return (
        tell(sample, random, FILE, "level", keys=("overview", "proactive"), level=random.choice(found))
        if found
        else None
    )


def parents(maker: Maker) -> list[str]:
    """Give what the organ above the maker is called there."""
    if maker.tier not in {"county", "township"} or len(maker.places) < 2:
        return []
    own, upper = maker.places[-1], maker.places[-2]
    if upper[-1] not in "市州县区旗":
        return []
    if maker.tier == "township":
        return [f"{upper[-1]}人民政府", f"{upper[-1]}政府"]
    kind = maker.name.removeprefix(own)
    if maker.organ not in {"department", "office", "authorised", "government"} or kind == maker.name:
        return []
    # In a county-level city 市某局 is the maker itself.
    return [upper + kind] if own.endswith("市") else [upper[-1] + kind, upper[-1] + kind, upper + kind]


@fault(
    "复议诉讼部分把上级机关当作本机关",
    "the organ above named as the one sued or applied to",
    category="self-reference",
    also=("foreign-place", "issuer-name", "copied-text"),
    source=LEVELS,
)
def parent_in_review(sample: Sample, random: Random) -> Sample | None:
    """Name the organ above in one's own part on reviews and lawsuits."""
    found = parents(sample.maker)
    index = edit.find_part_only(sample, "review_litigation")
    if not found or index is None or sample.style == "glued":
        return None
    cases = sum(count for name, count in sample.facts.items() if re.fullmatch(r"(review|suit)\w*_total", name))
    said = filled(
        random.choice(wordings(FILE)["parent_some" if cases else "parent_none"]), sample, parent=random.choice(found)
    )
    part = sample.parts[index]
    lines = [line for line in part.paragraphs if edit.is_row(line)]
    at = 0 if lines else len(part.paragraphs)
    paragraphs = (*part.paragraphs[:at], edit.adapt(sample, said), *part.paragraphs[at:])
    return sample.with_part(index, replace(part, paragraphs=paragraphs))


OTHERS = {"区": "县", "县": "区", "旗": "县", "镇": "乡", "乡": "镇", "州": "市", "盟": "市", "市": "县区"}


@fault(
    "通篇说“全区”而有一处“全县”",
    "one “the whole county” in the report of a district, and the like",
    category="self-reference",
    also=("foreign-place", "copied-text"),
    source=LEVELS,
)
def other_kind_of_area(sample: Sample, random: Random) -> Sample | None:
    """Call the area once by a kind that it is not, in a report that names it rightly elsewhere."""
    place = sample.maker.places[-1] if sample.maker.places else ""
    own = place[-1:]
    # In an autonomous region 全区 is the region.
    regional = any(one.endswith("自治区") for one in sample.maker.places)
    others = OTHERS.get(own, "").replace("区", "" if regional else "区")
    if not others or place.endswith("自治区") or not re.search(f"[全我]{own}", sample.text()):
        return None
    area = "全" + random.choice(others)
    return first_of(
        random,
        lambda: edit.substitute(sample, random, f"全{own}(?!.{{0,6}}先进)", area, edit.prose(sample)),
        lambda: tell(sample, random, FILE, "area", area=area),
    )
