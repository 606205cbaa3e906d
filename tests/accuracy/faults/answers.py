"""Faults in what is claimed beside a figure: exact numbers with 余, answers, differences and fees that are refuted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.drawn import filled
from tests.accuracy.faults.registry import fault
from tests.accuracy.faults.sums import LOGIC
from tests.accuracy.faults.told import first_of, tell
from tests.accuracy.faults.wordings import wordings

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

FILE = "fault_claims"
SAID = "variability.md §8.2"


@fault(
    "确数之后加“余”“多”",
    "an exact number with “more than” behind it",
    category="typo",
    source="GB/T 15835（概数）；variability.md §8.5",
)
def exact_number_with_more(sample: Sample, random: Random) -> Sample | None:
    """Put 余 or 多 behind an exact number, or add a sentence that has one."""
    more = random.choice("余余多")
    number = random.randint(11, 199) * 10 + random.randint(1, 9)
    exact = r"(?<![\d.、—-])(\d{2,}[1-9])(条|件|篇|份|人次|期|册|封)(?![\d%])"
    return first_of(
        random,
        lambda: edit.substitute(sample, random, exact, rf"\g<1>{more}\2", edit.prose(sample)),
        lambda: tell(sample, random, FILE, "exact_with_more", n=number, more=more),
    )


@fault(
    "称全部按时答复而答复数少于收到数",
    "all said to be answered in time, with fewer answers than applications",
    category="figure-conflict",
    also=("prose-sum", "prose-table"),
    source=SAID,
)
def answers_fewer_than_received(sample: Sample, random: Random) -> Sample | None:
    """Claim that all were answered beside a smaller number of answers."""
    received = sample.facts.get("applications_received") or sample.facts.get("new") or 0
    if received < 3:
        return None
    answered = received - random.randint(1, max(1, received // 4))
    keys = ("applications", "overview")
    return tell(sample, random, FILE, "all_in_time", keys=keys, a=received, b=answered)


@fault(
    "增减数与两年数字不符（新增语句）",
    "a difference that the two numbers beside it refute, in a new sentence",
    category="prose-growth",
    also=("figure-conflict",),
    source=LOGIC,
)
def difference_sentence_wrong(sample: Sample, random: Random) -> Sample | None:
    """Tell last year's number, a difference and this year's number that do not agree."""
    before, gap = random.randint(80, 400), random.randint(12, 60)
    slip = random.choice([-10, -2, -1, 1, 2, 9, 10])
    way, after = random.choice([("grown", before + gap), ("fallen", before - gap)])
    return tell(sample, random, FILE, way, a=before, d=gap + slip, b=after)


@fault(
    "主动公开的增减条数与两年总数不符",
    "the difference in information made public that both totals refute",
    category="prose-growth",
    also=("figure-conflict",),
    source=LOGIC,
)
def difference_wrong(sample: Sample, random: Random) -> Sample | None:
    """Spoil the difference of the totals; last year's total is told beside it."""
    total, before = sample.facts.get("proactive_total", 0), sample.facts.get("prev_total", 0)
    pattern = rf"(?<!\d){total}条([，,])([比较](?:上年|\d{{4}}年))(增加|减少)(\d+)条"
    if abs(total - before) < 2:
        return None

    def spoil(match: re.Match[str]) -> str:
        wrong = int(match[4]) + random.choice([-1, 1, 10, 20, 100])
        told = f"（{sample.year - 1}年为{before}条）"
        return f"{total}条{told}{match[1]}{match[2]}{match[3]}{abs(wrong)}条"

    return edit.substitute(sample, random, pattern, spoil, edit.prose(sample, "overview", "proactive"))


AMOUNT = r"[^。，,；;]*收取[^。，,；;]{0,30}?[1-9]\d*(?:\.\d+)?元"
NO_FEE = r"[^。\n]*(?:未|没有)收取[^。\n]*费[^。\n]*。|[^。\n]*提供政府信息均为免费[^。\n]*。"
PARTS = ("fees", "applications", "other_matters", "overview")


@fault(
    "已写收费金额又称未收取任何费用",
    "“no fee was charged” in a report that tells an amount charged",
    category="figure-conflict",
    also=("prose-sum", "prose-table"),
    source=SAID,
)
def no_fee_beside_amount(sample: Sample, random: Random) -> Sample | None:
    """Say behind an amount, or in another part, that nothing was charged; the amount is marked as well."""
    found = [
        (slot, match)
        for slot in edit.prose(sample, *PARTS)
        for match in re.finditer(AMOUNT, slot.read(sample))
        if slot.read(sample).endswith("。") and not re.search(r"(未|没有)收取", match[0])
    ]
    if not found:
        return None
    slot, match = random.choice(found)
    text = match.string
    fee = "信息处理费" if sample.regime == "2021" else "检索、复制、邮寄等费用"
    said = edit.adapt(sample, filled(random.choice(wordings(FILE)["no_fee"]), sample, fee=fee))
    marked = text[: match.start()] + edit.mark(match[0]) + text[match.end() :]
    others = [one for one in edit.prose(sample, "overview", "applications") if one.read(sample).endswith("。")]
    other = random.choice(others) if others else slot
    if other == slot or random.random() < 0.5:
        return slot.write(sample, marked + said)
    return slot.write(other.write(sample, other.read(sample) + said), marked)


@fault(
    "已称未收费又写收费金额",
    "an amount charged behind “no fee was charged”",
    category="figure-conflict",
    also=("prose-sum", "prose-table"),
    source=SAID,
)
def amount_beside_no_fee(sample: Sample, random: Random) -> Sample | None:
    """Follow “nothing was charged” by an amount."""
    if sample.regime not in {"2008", "2021"}:
        return None
    amount = random.choice([random.randint(2, 40) * 5, random.randint(1, 9) * 100])
    said = filled(random.choice(wordings(FILE)[f"fee_{sample.regime}"]), sample, n=amount)
    return edit.substitute(sample, random, NO_FEE, lambda m: m[0] + said, edit.prose(sample, *PARTS))
