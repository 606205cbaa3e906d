"""Faults at the head of a report: its title, the letter it came in, its contact."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

TITLES = "variability.md §1"


@fault("标题缺“工作”", "a title without 工作", category="title", source=TITLES)
def title_without_work(sample: Sample, random: Random) -> Sample | None:
    """Leave 工作 out of the title of a report under the new law."""
    if sample.regime == "2008":
        return None
    return edit.substitute(sample, random, "政府信息公开工作(年度报告|)", r"政府信息公开\1", edit.title(sample))


@fault("标题没有年份", "a title without a year", category="title", also=("year-slip", "period"), source=TITLES)
def title_without_year(sample: Sample, random: Random) -> Sample | None:
    """Leave the year out of the title."""
    pattern = rf"[（(]{sample.year}年度?[）)]|{sample.year}年度?"
    without = re.sub(pattern, "", sample.title)
    del random
    return None if without == sample.title else replace(sample, title=edit.mark(without))


@fault(
    "标题没有机关名称",
    "a title without the issuer",
    category="title",
    also=("issuer-name",),
    source=f"{TITLES}（公安2009）",
)
def title_without_issuer(sample: Sample, random: Random) -> Sample | None:
    """Leave the issuer out of the title."""
    del random
    name = sample.maker.name
    without = sample.title.replace(name, "").replace(name.removesuffix("人民政府"), "").removeprefix("关于")
    return None if without == sample.title else replace(sample, title=edit.mark(without))


@fault("标题缺“政府”", "a title without 政府", category="title", source=TITLES)
def title_without_government(sample: Sample, random: Random) -> Sample | None:
    """Leave 政府 out of the title."""
    # In 某县人民政府信息公开工作年度报告 nobody misses the second 政府.
    pattern = "(?<!人民政府)政府信息公开"
    return edit.substitute(
        sample, random, pattern, random.choice(["信息公开", "政务信息公开", "政务公开"]), edit.title(sample)
    )


@fault(
    "标题截断或名称不对",
    "a title that is cut off or names another kind of paper",
    category="title",
    also=("typo",),
    source=TITLES,
)
def title_of_other_paper(sample: Sample, random: Random) -> Sample | None:
    """Call the report a summary, or cut its name off."""
    words = random.choice(["工作总结", "工作年度报", "信息公开工作汇报", "情况说明", "工作计划", "公开工作自查报告"])
    return edit.substitute(sample, random, r"政府信息公开(工作)?(\d{4})?年度报告", words, edit.title(sample))


@fault(
    "把报送函当作报告公布",
    "a letter to a superior published as the report",
    category="publication",
    also=("title", "self-reference", "legal-basis", "signoff"),
    source=f"{TITLES}（苏平2020、公安2015–2017）",
)
def letter_published(sample: Sample, random: Random) -> Sample | None:
    """Open with a salutation and the words of a letter."""
    if not sample.introduction:
        return None
    reader = random.choice(["县政务公开办", "市政府办公室", "贵办", "区政府办公室", "市政府信息公开工作领导小组办公室"])
    opening = random.choice(
        [
            "根据贵办《关于报送年度报告的通知》要求，现将我单位有关情况报送如下，请审阅。",
            "按照贵办通知要求，现将年度报告随函报送，请查收。",
            "现将我单位年度报告报来，如有不妥，请批评指正。",
            "根据贵单位来函要求，现将有关情况报告如下，请审示。",
        ]
    )
    return replace(
        sample,
        introduction=(
            *map(edit.mark, (edit.adapt(sample, f"{reader}："), edit.adapt(sample, opening))),
            *sample.introduction,
        ),
    )


PHONE = r"(?<![\d-])(?P<area>[（(]?0\d{2,3}[）)]?[-—–\s]*)?(?P<number>\d{7,8})(?!\d)"


@fault(
    "电话少一位",
    "a telephone number that is a digit short",
    category="contact",
    also=("typo",),
    source="variability.md §3",
)
def phone_short(sample: Sample, random: Random) -> Sample | None:
    """Leave a digit or two out of a telephone number with its area code."""

    def shorten(match: re.Match[str]) -> str | None:
        area, number = match["area"], match["number"]
        return f"{area}{number[: 6 if len(number) == 7 else random.choice([5, 6])]}" if area else None

    return edit.substitute(sample, random, PHONE, shorten, edit.introduction(sample))


@fault(
    "电子邮箱写坏",
    "a broken mail address",
    category="contact",
    also=("typo", "spacing", "punctuation"),
    source="variability.md §3",
)
def mail_broken(sample: Sample, random: Random) -> Sample | None:
    """Break the address of the mailbox."""

    def spoil(match: re.Match[str]) -> str:
        user, host = match[1], match[2]
        return random.choice(
            [
                f"{user}{host}",
                f"{user}@@{host}",
                f"{user}@{host.split('.')[0]}",
                f"{user}#{host}",
                f"{user}@{host.replace('.', '。')}",
                f"{user}@ {host}",
            ]
        )

    return edit.substitute(sample, random, r"([A-Za-z0-9_]+)@([A-Za-z0-9.]+[A-Za-z])", spoil, edit.introduction(sample))


@fault(
    "网址写坏",
    "a broken web address",
    category="contact",
    also=("publication", "typo", "spacing", "punctuation"),
    source="variability.md §3（https//、gov. cn）",
)
def address_broken(sample: Sample, random: Random) -> Sample | None:
    """Break the address of the site."""

    def spoil(match: re.Match[str]) -> str:
        url = match[0]
        bare = url.partition("://")[2] or url
        return random.choice(
            [
                f"http//{bare}",
                f"https:/{bare}",
                f"http:\\\\{bare}",
                url.replace(".gov", "gov"),
                url.replace("www.", "ww."),
                url.replace(".", "。", 1),
                url.replace("gov.cn", "gov. cn"),
                url.replace("www.", "www,"),
            ]
        )

    return edit.substitute(sample, random, r"(?:https?://)?www\.[a-z0-9.]+gov\.cn", spoil, edit.introduction(sample))


@fault(
    "邮编位数不对",
    "a postcode with a wrong number of digits",
    category="contact",
    also=("typo",),
    source="variability.md §3",
)
def postcode_wrong(sample: Sample, random: Random) -> Sample | None:
    """Lose or add a digit."""
    return edit.substitute(
        sample,
        random,
        r"(?<=[编码][：:])(\d{5})(\d)(?!\d)",
        random.choice([r"\1", r"\1\2\2", r"\1\g<2>0"]),
        edit.introduction(sample),
    )


@fault(
    "公布了身份证号码",
    "an identity number published",
    category="contact",
    also=("placeholder", "typo", "foreign-place"),
    source="regulation.md §2.2 第十五条（个人隐私）",
)
def identity_number(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence that gives a person's identity number."""
    body = f"{random.choice(['110101', '320106', '440305', '510104'])}19{random.randint(60, 99)}{random.randint(1, 12):02}{random.randint(1, 28):02}{random.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]
    text = random.choice(
        [
            "申请人周某（身份证号{}）的申请已答复。",
            "联系人身份证号码：{}。",
            "经核实，申请人（居民身份证{}）的诉求已办结。",
        ]
    )
    return edit.add_sentence(
        sample, random, text.format(edit.mark(body + check)), "applications", "overview", "proactive"
    )
