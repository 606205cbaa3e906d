"""Taking a topic out of a report, wherever it is spoken of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.numbering import announcement

if TYPE_CHECKING:
    from tests.accuracy.model import Sample

SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’）]*")
BINDING = re.compile(r"^[（(]?([一二三四五六七八九十]+|\d+)([）)、.．]|是)|[一二三]是|如下|以下|上述|[：:]$")
WORDS = {
    "proactive": r"主动公开",
    "applications": r"依申请|申请人|申请公开|受理(电话|窗口)|申请受理|[收受办].{0,6}公开申请|申请[\d0]+件|\d+件申请",
    "non_disclosure": r"不予公开|不公开|部分公开",
    "fees": r"收费|费用|减免|收取|免费|免除",
    "review_litigation": r"复议|诉讼|应诉",
    "problems": r"问题|不足|困难|差距|薄弱|短板|有待|不够|亟",
    "improvements": r"改进|下一步|措施|打算|今后|整改",
    "other_matters": r"其他需要|其他事项|其它|需要说明|需要报告|需报告",
}

# In a report on openness 不足 and 措施 are in every part: of these two what tells of shortcomings and of what is done about them.
TREATED = {
    "problems": r"存在[^。]{0,12}(问题|不足)|整改|下一步|今后",
    "problems_alone": r"存在[^。]{0,12}(问题|不足)",
    "improvements": r"整改|改进措施|下一步|今后",
}


def sentences(text: str) -> list[str]:
    """Cut a text into sentences, full stops included."""
    return [found for found in SENTENCE.findall(text) if found]


def drop(sample: Sample, pattern: str, *, spare: tuple[str, ...] = ()) -> Sample | None:
    """Take out every sentence that speaks of something; None where other words hang on one of them."""
    listed = announcement(sample)
    slots = [*edit.introduction(sample), *edit.paragraphs(sample), *edit.closing(sample), *edit.attached(sample)]
    for slot in reversed(slots):
        text = slot.read(sample)
        if slot == listed or not re.search(pattern, text):
            continue
        if slot.kind == "paragraph" and set(sample.parts[slot.part].keys) & set(spare):
            continue
        if not edit.is_prose(text):
            return None
        said = sentences(text)
        kept = [sentence for sentence in said if not re.search(pattern, sentence)]
        after = [said[at] for at in range(1, len(said)) if said[at - 1] not in kept and said[at] in kept]
        if any(BINDING.search(one) for one in said if one not in kept) or any(
            re.match("其中|其余|以上", one) for one in after
        ):
            return None
        sample = slot.write(sample, *(["".join(kept)] if kept else []))
    return sample if all(part.paragraphs for part in sample.parts) else None
