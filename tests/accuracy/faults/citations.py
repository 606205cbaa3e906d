"""Faults in what is cited: decrees, articles, notices, and words of the other era's law."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

LAW, FORMAT = "regulation.md §2.1、§2.2", "regulation.md §3、§4；variability.md §6"
NAME = r"《中华人民共和国政府信息公开条例》"
NOTICES = {
    "60": "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》",
    "30": "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》",
}


def decree(sample: Sample, random: Random, number: str) -> Sample | None:
    """Cite the regulation under a decree number, in place of the one that is cited or beside the name."""
    changed = edit.substitute(sample, random, r"国务院令第(\d+)号", f"国务院令第{number}号", edit.introduction(sample))
    if changed:
        return changed
    for slot in edit.introduction(sample):
        words = random.choice(
            [
                f"（国务院令第{number}号）",
                f"（国务院第{number}号令）",
                f"（中华人民共和国国务院令第{number}号）",
                f"（国令第{number}号）",
            ]
        )
        cited = edit.adapt(sample, words[0]) + edit.mark(words[1:-1]) + edit.adapt(sample, words[-1])
        text = re.sub(rf"({NAME})(?![（(])", rf"\g<1>{cited}", slot.read(sample), count=1)
        if text != slot.read(sample):
            return slot.write(sample, text)
    return None


@fault(
    "条例的国务院令号错", "a wrong decree number", category="legal-basis", also=("document-number", "typo"), source=LAW
)
def decree_number_wrong(sample: Sample, random: Random) -> Sample | None:
    """Cite a decree that is no regulation on openness."""
    right, slips = (
        ("492", ["429", "942", "493", "482", "402"])
        if sample.regime == "2008"
        else ("711", ["771", "117", "710", "701", "721", "411"])
    )
    del right
    return decree(sample, random, random.choice(slips))


@fault("新条例时期仍引第492号", "the old decree cited in the new era", category="legal-basis", source=LAW)
def old_decree_in_new_era(sample: Sample, random: Random) -> Sample | None:
    """Cite decree 492 in a report for 2019 or later."""
    return None if sample.regime == "2008" else decree(sample, random, "492")


@fault(
    "旧条例时期引第711号",
    "the new decree cited before it was made",
    category="legal-basis",
    also=("year-slip",),
    source=LAW,
)
def new_decree_in_old_era(sample: Sample, random: Random) -> Sample | None:
    """Cite decree 711 in a report for a year before 2018."""
    return None if sample.regime != "2008" or sample.year >= 2018 else decree(sample, random, "711")


def articles(sample: Sample, random: Random, numbers: list[str]) -> Sample | None:
    """Cite an article of the regulation in place of another one, or behind its name in the introduction."""
    article = f"第{random.choice(numbers)}条"
    slots = list(edit.introduction(sample))
    changed = edit.substitute(
        sample, random, rf"(?<={NAME})第[一二三四五六七八九十]+条(、第[一二三四五六七八九十]+条)?", article, slots
    )
    if changed:
        return changed
    return edit.substitute(
        sample,
        random,
        rf"{NAME}(?=(（[^）]*）)?(的?(规定|要求)|，|编制))",
        f"《中华人民共和国政府信息公开条例》{article}",
        slots,
    )


@fault("新条例时期引第三十一、三十二条", "articles 31 and 32 cited in the new era", category="legal-basis", source=LAW)
def old_articles_in_new_era(sample: Sample, random: Random) -> Sample | None:
    """Cite the articles of the old law for the annual report."""
    return None if sample.regime == "2008" else articles(sample, random, ["三十一", "三十二"])


@fault("旧条例时期引第四十九、五十条", "articles 49 and 50 cited in the old era", category="legal-basis", source=LAW)
def new_articles_in_old_era(sample: Sample, random: Random) -> Sample | None:
    """Cite the articles of the new law, which the old one does not have."""
    return articles(sample, random, ["四十九", "五十"]) if sample.regime == "2008" and sample.year < 2018 else None


def notice(sample: Sample, random: Random, words: str) -> Sample | None:
    """Cite a notice in place of the format notice, or as the basis in a new sentence of the introduction."""
    cited = r"(《[^》]*年度报告(有关事项|格式)[^》]*》[（(])?国办公开办函〔\d+〕\d+号([）)](?:[^，。]{0,2}文件)?|文件)?"
    changed = edit.substitute(sample, random, cited, words, edit.introduction(sample))
    if changed:
        return changed
    slots = [slot for slot in edit.introduction(sample) if slot.read(sample).endswith("。")]
    if not slots or "国办公开办函" in "".join(sample.introduction):
        return None
    text = random.choice(
        [
            f"本报告的格式依据{OPEN}{words}{CLOSE}。",
            f"编制体例按照{OPEN}{words}{CLOSE}执行。",
            f"报告内容和格式执行{OPEN}{words}{CLOSE}的规定。",
        ]
    )
    return slots[0].write(sample, slots[0].read(sample) + edit.adapt(sample, text))


@fault(
    "2021年及以后仍只引60号",
    "the trial format cited alone for 2021 or later",
    category="legal-basis",
    also=("document-number",),
    source=FORMAT,
)
def trial_format_after_2021(sample: Sample, random: Random) -> Sample | None:
    """Cite notice 60 for the format of a report for 2021 or later."""
    if sample.year < 2021:
        return None
    return notice(
        sample, random, random.choice([f"{NOTICES['60']}（国办公开办函〔2019〕60号）", "国办公开办函〔2019〕60号文件"])
    )


@fault(
    "60号的题名配30号的文号",
    "the title of one notice with the number of the other",
    category="legal-basis",
    also=("document-number",),
    source=FORMAT,
)
def notice_title_and_number_mixed(sample: Sample, random: Random) -> Sample | None:
    """Give a notice the number of the other one."""
    if sample.year < 2021:
        return None
    mixed = [f"{NOTICES['60']}（国办公开办函〔2021〕30号）", f"{NOTICES['30']}（国办公开办函〔2019〕60号）"]
    return notice(sample, random, random.choice(mixed))


@fault(
    "把61号当作年报格式通知",
    "the notice on platforms cited for the format",
    category="legal-basis",
    also=("document-number",),
    source="variability.md §6（61号＝规范公开平台）",
)
def platform_notice_for_format(sample: Sample, random: Random) -> Sample | None:
    """Cite notice 61 for the format of the report."""
    if sample.regime == "2008":
        return None
    own = NOTICES["30" if sample.year >= 2021 else "60"]
    return notice(sample, random, f"{own}（国办公开办函〔2019〕61号）")


@fault(
    "新条例时期使用旧的收费用语",
    "words of the old law on fees in the new era",
    category="legal-basis",
    also=("heading-wording",),
    source=LAW,
)
def old_fee_words(sample: Sample, random: Random) -> Sample | None:
    """Speak of charges for retrieval, copying and posting, and of waivers."""
    if sample.regime == "2008":
        return None
    text = random.choice(
        [
            "本年度未收取«检索、复制、邮寄等成本费用»。",
            "全年«检索费、复制费、邮寄费»均为0元。",
            "依申请公开除«检索、复制、邮寄等成本费用»外不收取其他费用。",
            "对«经济困难的申请人减免相关费用»，全年无此情况。",
            "提供政府信息«收取复制、邮寄成本费»0元。",
            "按规定«免收检索、复印、邮寄等费用»。",
            "政府信息公开«收费及减免»情况：无。",
            "«检索、复制、递送成本费»全部免收。",
        ]
    )
    return edit.add_sentence(sample, random, text.replace("«", OPEN).replace("»", CLOSE), "other_matters", "overview")


@fault(
    "旧条例时期出现信息处理费",
    "the processing fee in the old era",
    category="legal-basis",
    also=("year-slip",),
    source="regulation.md §2.2 第四十二条、§4.8",
)
def new_fee_words(sample: Sample, random: Random) -> Sample | None:
    """Speak of the processing fee before the law knew it."""
    if sample.regime != "2008":
        return None
    text = random.choice(
        [
            "全年未收取«信息处理费»。",
            "本年度没有发出«信息处理费收费通知»。",
            "按照«《政府信息公开信息处理费管理办法》»，全年无收费。",
            "«信息处理费»收取金额为0元。",
            "实际收取«政府信息公开信息处理费»0元。",
            "无«按件计收、按量计收信息处理费»的情况。",
            "«信息处理费»收入：无。",
            "未开展«信息处理费»征收工作。",
        ]
    )
    return edit.add_sentence(
        sample, random, text.replace("«", OPEN).replace("»", CLOSE), "fees", "overview", "applications"
    )


@fault(
    "新条例时期写15个工作日答复",
    "the old time limit in the new era",
    category="legal-basis",
    source="regulation.md §2.1 第二十四条、§2.2 第三十三条",
)
def old_time_limit(sample: Sample, random: Random) -> Sample | None:
    """State the time limit of the other law."""
    days = "20" if sample.regime == "2008" else "15"
    text = random.choice(
        [
            "对政府信息公开申请，均应当自收到之日起«{}个工作日»内予以答复。",
            "依申请公开的法定答复期限为«{}个工作日»。",
            "按照《条例》规定的«{}个工作日»期限答复申请。",
        ]
    )
    return edit.add_sentence(
        sample, random, text.format(days).replace("«", OPEN).replace("»", CLOSE), "applications", "overview"
    )
