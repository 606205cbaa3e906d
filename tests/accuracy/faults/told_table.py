"""Faults between the text and the statutory tables: results told otherwise, one office above the whole; and lists cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.sums import wrong_count
from tests.accuracy.model import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

TABLES = "regulation.md §6.3 C11"


@fault(
    "正文办理结果与表格不符",
    "results in the text differ from the table",
    category="prose-table",
    also=("figure-conflict", "prose-sum"),
    source=TABLES,
)
def results_text_against_table(sample: Sample, random: Random) -> Sample | None:
    """Tell a result in the overview, with a number that the table does not have."""
    if sample.regime == "2008" or not sample.facts.get("handled"):
        return None
    name, key = random.choice([("不予公开", "denied"), ("无法提供", "unable"), ("不予处理", "refused")])
    number = wrong_count(random, sample.facts[key]) + sample.facts["handled"]
    said = random.choice(
        [
            f"在办结的政府信息公开申请中，{name}{number}件。",
            f"全年答复的政府信息公开申请中，{name}的{number}件。",
            f"从办理结果看，对政府信息公开申请{name}{number}件。",
        ]
    )
    return _told(sample, random, said)


@fault(
    "某一机关的件数多于全部",
    "one office has more applications than all together",
    category="prose-table",
    also=("figure-conflict", "prose-sum"),
    source=TABLES,
)
def office_above_the_whole(sample: Sample, random: Random) -> Sample | None:
    """Tell the number of the government's office, above that of the table."""
    if sample.regime == "2008" or sample.maker.organ != "government":
        return None
    number = sample.facts.get("new", 0) + random.randint(11, 60)
    office = random.choice(["市政府办公室", "县政府办公室", "区政府办公室", "市政府办公厅"])
    said = random.choice(
        [
            f"{office}收到政府信息公开申请{number}件，均依法办理。",
            f"全年{office}代表政府受理政府信息公开申请{number}件。",
        ]
    )
    return _told(sample, random, said)


def _told(sample: Sample, random: Random, said: str) -> Sample | None:
    slots = list(edit.prose(sample, "overview"))
    if not slots:
        return None
    slot = random.choice(slots)
    return slot.write(sample, slot.read(sample) + edit.mark(edit.adapt(sample, said)))


@fault(
    "一列数据的最后一项前用了句号",
    "a stop before the last count of a list",
    category="punctuation",
    source="GB/T 15834",
)
def stop_within_list(sample: Sample, random: Random) -> Sample | None:
    """Add a list of counts of which the last item stands behind a stop."""
    kinds = [
        "机构职能类信息",
        "政策文件类信息",
        "规划计划类信息",
        "工作动态类信息",
        "通知公告",
        "行政执法类信息",
        "人事信息",
        "财政信息",
    ]
    random.shuffle(kinds)
    items = "，".join(f"{kind}{random.randint(2, 60)}条" for kind in kinds[: random.randint(3, 6)])
    rest = random.choice(["其他应主动公开的信息", "其他类信息", "其他政府信息"])
    said = f"按类别分，{items}{OPEN}。{CLOSE}{rest}{random.randint(2, 60)}条。"
    slots = list(edit.prose(sample, "overview", "proactive"))
    if not slots:
        return None
    slot = random.choice(slots)
    return slot.write(sample, slot.read(sample) + edit.adapt(sample, said))


@fault(
    "语句缺词或多词",
    "a word is lacking or needless in a fixed phrase",
    category="typo",
    also=("duplicate-text",),
    source="variability.md §8.5",
)
def phrase_lacks_a_word(sample: Sample, random: Random) -> Sample | None:
    """Add a sentence in which two prepositions stand together, or a notice that is on a thing."""
    place = random.choice(["门户网站上", "办事大厅内", "公示栏中", "微信公众号上"])
    year = sample.year
    said = random.choice(
        [
            f"各类事项由在{place}统一公开，方便群众查询。",
            f"办事指南由在{place}集中公示。",
            f"印发了《关于对{year}年度政务公开工作要点的通知》，明确了任务分工。",
            f"下发《办公室关于对{year}年政府信息公开工作方案的通知》，逐项落实。",
        ]
    )
    return _told(sample, random, said)


@fault(
    "以“今年”计数",
    "counts of “this year” in a report that is read in the next",
    category="vague-date",
    also=("year-slip",),
    source="variability.md §8.3",
)
def counts_of_this_year(sample: Sample, random: Random) -> Sample | None:
    """Add a count of this year."""
    number = random.randint(3, 90)
    said = random.choice(
        [
            f"今年共收到群众来信{number}件，均已办结。",
            f"今年以来，累计发布政策解读{number}篇。",
            f"今年召开专题会议{random.randint(2, 9)}次。",
            f"今年受理咨询{number}件。",
        ]
    )
    return _told(sample, random, said)
