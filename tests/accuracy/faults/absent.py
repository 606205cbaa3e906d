"""Faults of absence around the parts: title, basis, contact, period, publication, signature."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit, topics
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample


@fault("没有标题", "no title at all", category="title", about="title", source="variability.md §1")
def title_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop the title."""
    del random
    again = any("年度报告" in line for line in (*sample.page_before, *sample.introduction[:1]) if len(line) < 60)
    return replace(sample, title="") if sample.title and not again else None


@fault(
    "没有编制依据（全文不提条例）",
    "no legal basis anywhere",
    category="legal-basis",
    about="legal_basis",
    source="regulation.md §8.4",
)
def basis_missing(sample: Sample, random: Random) -> Sample | None:
    """Put a neutral opening in the place of the one that cites the law, and name the law nowhere."""
    law = r"条例|法[〉》]|国办|国务院|〔\d{4}〕\d+号|通知[〉》]"
    for slot in edit.introduction(sample):
        text = slot.read(sample)
        if "条例" in text:
            kept = "".join(one for one in topics.sentences(text) if not re.search(law, one))
            opening = random.choice(
                [
                    "现将{}政府信息公开工作情况报告如下。",
                    "{}，我们稳步推进信息公开，有关情况如下。",
                    "现公布{}政府信息公开工作情况。",
                ]
            )
            sample = slot.write(sample, opening.format(f"{sample.year}年度") + kept)
    for slot in reversed(list(edit.prose(sample))):
        text = slot.read(sample)
        if "条例" in text:
            softened = re.sub(r"《(中华人民共和国政府信息公开)?条例》(有关)?(规定)?", "有关规定", text)
            sample = slot.write(sample, softened)
    return None if "条例" in sample.text() else sample


def without_sentences(sample: Sample, pattern: str) -> Sample | None:
    """Drop sentences of introduction, closing and other matters."""
    slots = [*edit.introduction(sample), *edit.prose(sample, "other_matters"), *edit.closing(sample)]
    changed = sample
    for slot in reversed(slots):
        text = slot.read(sample)
        if re.search(pattern, text):
            kept = "".join(one for one in topics.sentences(text) if not re.search(pattern, one))
            changed = slot.write(changed, *([kept] if kept else []))
    return changed if changed != sample and all(part.paragraphs for part in changed.parts) else None


@fault(
    "没有联系方式", "no contact", category="contact", about="contact", source="variability.md §3；regulation.md §8.4"
)
def contact_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop address, postcode, telephone and mail."""
    del random
    changed = without_sentences(
        sample,
        r"电话|邮编|邮政编码|邮箱|传真|地址[：:]|@|＠|致电|请(与|联系|向).{0,24}(联系|反映)。|存有疑问|如有疑[义问]",
    )
    return changed if changed and not re.search(r"邮编|邮政编码", changed.text()) else None


@fault(
    "没有统计期限",
    "no statement of the period",
    category="period",
    about="period",
    source="variability.md §2；regulation.md §8.4",
)
def period_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop the statement of the period; figures said to run from New Year to its eve state it as well."""
    del random
    changed = without_sentences(sample, r"统计(期|时|周期|日期|起止|数据时|数据期)|涵盖\d{4}年1月|数据时间段")
    return changed if changed and not re.search(r"年1月1日.{1,9}12月31日", changed.text()) else None


@fault("没有落款", "no signature", category="signoff", about="signoff", source="design.md §8")
def signature_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop the lines of signature."""
    del random
    signed = len(list(edit.closing(sample)))
    return replace(sample, closing=sample.closing[signed:]) if signed else None


@fault(
    "没有公布途径",
    "no word of where the report is published",
    category="publication",
    about="publication",
    source="regulation.md §8.4",
)
def publication_missing(sample: Sample, random: Random) -> Sample | None:
    """Drop the sentence on site and archive."""
    del random
    changed = without_sentences(sample, r"网站|下载|www|查阅")
    return changed if changed and "www" not in "".join(changed.introduction) else None


@fault(
    "其他事项未报告信息处理费",
    "nothing on the processing fee",
    category="missing-topic",
    about="information_fee",
    source="regulation.md §4.7",
)
def information_fee_missing(sample: Sample, random: Random) -> Sample | None:
    """Leave other matters without the fee."""
    index = edit.find_part(sample, "other_matters")
    if sample.year < 2021 or index is None or "处理费" not in "".join(sample.parts[index].paragraphs):
        return None
    words = random.choice(["无。", "无其他需要报告的事项。", "没有其他需要报告的事项。", "暂无其他需要报告的事项。"])
    changed = edit.replace_part(sample, index, paragraphs=(words,))
    return None if "处理费" in changed.text() else changed
