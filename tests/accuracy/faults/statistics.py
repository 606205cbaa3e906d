"""Faults in the statistics attached to reports of 2014–2018 (政府信息公开情况统计表): one wrong number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults.edit import attached, mark
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.accuracy.faults.registry import Body
    from tests.accuracy.model import Sample

    Number = Callable[[int, int, Random], int]

SOURCE = "regulation.md §5"
_VALUE = r"(\d+)(?=\s*\|?\s*$)"


def in_row(label: str, number: Number, bound: str = "") -> Body:
    """Make an injector that puts another number into a row; it may depend on the numbers of the rows that match ``bound``."""

    def inject(sample: Sample, random: Random) -> Sample | None:
        lines = [(slot, slot.read(sample)) for slot in attached(sample)]
        found = [(slot, line, value) for slot, line in lines if label in line and (value := re.search(_VALUE, line))]
        if not found:
            return None
        slot, line, value = found[0]
        bounds = [
            int(one[1]) for _, other in lines if bound and re.search(bound, other) and (one := re.search(_VALUE, other))
        ]
        words = mark(str(number(int(value[1]), sum(bounds), random)))
        return slot.write(sample, line[: value.start()] + words + line[value.end() :])

    return inject


def another(value: int, _bound: int, random: Random) -> int:
    """Give a number beside the right one, as by a slip."""
    return random.choice(
        [one for one in (value - 1, value + 1, value + 2, value + 10, value * 10) if one not in (value, -1)]
    )


def above(_value: int, bound: int, random: Random) -> int:
    """Give a number above that of the row that bounds it."""
    return bound + random.choice((1, 1, 2, 5, 30))


for _name, _zh, _en, _label in (
    ("received", "收到申请数不是分项之和", "applications received that are not their sum", "收到申请数"),
    ("settled", "办结数不是分项之和", "applications settled that are not their sum", "申请办结数"),
    ("answered", "答复数不是分项之和", "answers that are not their sum", "申请答复数"),
    ("denied", "不同意公开的理由不足总数", "grounds of refusal that are not the whole", "其他情形"),
    ("review", "复议数不是分项之和", "reviews that are not their sum", "行政复议数量"),
    ("suit", "诉讼数不是分项之和", "lawsuits that are not their sum", "行政诉讼数量"),
    ("staff", "人员数不是分项之和", "staff that are not their sum", "从事政府信息公开工作人员数"),
):
    fault(
        f"统计表{_zh}",
        f"attached statistics with {_en}",
        category="table-sum",
        also=("prose-table",),
        source=SOURCE,
        name=f"statistics_{_name}",
    )(in_row(_label, another))

for _name, _zh, _en, _label, _bound in (
    ("normative_total", "公开的规范性文件多于信息", "more documents than information", "主动公开规范性文件数", "主动公开政府信息数"),
    ("normative_public", "公开的规范性文件多于制发的", "more documents than were made", "主动公开规范性文件数", "制发规范性文件总数"),
    ("proactive_total", "公开的信息多于各渠道之和", "more information than its channels", "主动公开政府信息数", r"\d\.\S{4}公开政府信息数"),
    ("press_led", "负责同志参加的发布会多于总数", "more press conferences with leaders than all", "主要负责同志参加新闻", "新闻发布会总次数"),
    ("interviews_led", "负责同志参加的访谈多于总数", "more interviews with leaders than all", "主要负责同志参加政府网站", r"2\.政府网站在线访谈次数"),
):  # fmt: skip
    fault(
        f"统计表{_zh}",
        f"attached statistics with {_en}",
        category="table-sum",
        also=("prose-table",),
        source=SOURCE,
        name=f"statistics_{_name}",
    )(in_row(_label, above, _bound))

fault(
    "统计表的数与正文不同",
    "attached statistics with another number than the text",
    category="prose-table",
    also=("table-sum",),
    source=SOURCE,
    name="statistics_told",
)(in_row("收到申请数", another))
