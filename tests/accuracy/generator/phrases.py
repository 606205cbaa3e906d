"""Words made of figures: growth, channels, kinds, results, verdicts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.accuracy.generator.compound import STATEMENTS
from tests.accuracy.generator.figures import DENIALS, REPLIES, share, split

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

CHANNELS = {
    "site_count": "通过政府网站公开",
    "board_count": "通过公示栏、电子屏等公开",
    "press_count": "通过广播电视报刊公开",
    "weibo_count": "通过政务微博公开",
    "wechat_count": "通过政务微信公开",
}
FORMS = {"face_to_face": "当面申请", "by_fax": "传真申请", "by_net": "网络申请", "by_letter": "信函申请"}
RESULTS = dict(
    zip(
        REPLIES,
        (
            "属于已主动公开范围的",
            "同意公开的",
            "同意部分公开的",
            "不予公开的",
            "不属于本行政机关公开的",
            "申请信息不存在的",
            "告知作出更改补充的",
            "告知通过其他途径办理的",
        ),
        strict=True,
    )
)
GROUNDS = dict(
    zip(
        DENIALS,
        (
            "涉及国家秘密的",
            "涉及商业秘密的",
            "涉及个人隐私的",
            "危及国家安全、公共安全、经济安全和社会稳定的",
            "不是《条例》所指政府信息的",
            "法律法规规定的其他情形",
        ),
        strict=True,
    )
)
NEW_RESULTS = {
    "granted": "予以公开",
    "partial": "部分公开",
    "denied": "不予公开",
    "unable": "无法提供",
    "refused": "不予处理",
    "other": "其他处理",
}


def growth(random: Random, year: int, now: int, before: int) -> str:
    """Compare with the year before, if there is one."""
    if not before:
        return "全部按规定时限公开" if year == 2008 else "均为组建以来公开"
    if now == before:
        return random.choice(["与上年持平", f"与{year - 1}年持平"])
    word = ("增长", "增加") if now > before else ("下降", "减少")
    rate = f"{share(abs(now - before), before, random.choice([1, 2]))}%"
    start = random.choice([f"比{year - 1}年", "同比", "比上年", f"较{year - 1}年"])
    if random.random() < 0.25:
        return f"{start if start != '同比' else '比上年'}{word[1]}{abs(now - before)}{{unit}}"
    return f"{start}{word[0]}{rate}"


def counted(random: Random, words: Mapping[str, str], facts: Mapping[str, int], unit: str) -> str:
    """List all parts that are not zero, with their numbers."""
    items = [f"{word}{facts[name]}{unit}" for name, word in words.items() if facts.get(name)]
    joined = random.choice(["，", "，", "；"]) if any("、" in item for item in items) else random.choice(["，", "、"])
    return joined.join(items)


def channels(random: Random, facts: Mapping[str, int]) -> str:
    """List the channels with their counts, or with their shares."""
    words = {name: word for name, word in CHANNELS.items() if facts.get(name)}
    if random.random() < 0.3:
        total = facts["proactive_total"]
        return "，".join(f"{word}{facts[name]}条，占{share(facts[name], total, 2)}%" for name, word in words.items())
    return counted(random, words, facts, "条")


def kinds(random: Random, names: tuple[str, ...], total: int) -> str:
    """Divide all information by kind; the rest is 其他."""
    parts = split(random, total, [*(random.uniform(1, 4) for _ in names), 2.0])
    items = [f"{name}类{part}条" for name, part in zip((*names, "其他"), parts, strict=True)]
    return "、".join(items)


def some_kinds(random: Random, names: tuple[str, ...], total: int) -> str:
    """Name some kinds only; they fall short of the total by right."""
    chosen = random.sample(names, 2)
    return "、".join(f"{name}信息{random.randint(2, max(3, total // 6))}条" for name in chosen)


def verdicts(facts: Mapping[str, int], name: str) -> str:
    """Tell how disputes ended."""
    words = {"upheld": "维持", "corrected": "被依法纠错", "other": "其他情形"}
    items = [f"{word}{facts[f'{name}_{key}']}件" for key, word in words.items()]
    return "其中" + "、".join(items)


def living(random: Random, year: int, facts: Mapping[str, int], names: tuple[str, ...]) -> dict[str, Callable[[], str]]:
    """Give the slots that are written anew each time."""
    total = facts["proactive_total"]
    return {
        "growth": lambda: growth(random, year, total, facts["prev_total"]).replace("{unit}", "条"),
        "growth_applications": lambda: (
            growth(random, year, facts["applications_received"], facts["prev_applications"]).replace("{unit}", "件")
            if facts["prev_applications"]
            else "均已登记"
        ),
        "channels": lambda: channels(random, facts),
        "site_share": lambda: share(facts["site_count"], total, random.choice([1, 2])),
        "kinds": lambda: kinds(random, names, total),
        "some_kinds": lambda: some_kinds(random, names, total),
        "forms": lambda: counted(random, FORMS, facts, "件"),
        "results": lambda: counted(random, RESULTS if "on_time" in facts else NEW_RESULTS, facts, "件"),
        "denials": lambda: counted(random, GROUNDS, facts, "件"),
        "review_parts": lambda: verdicts(facts, "review"),
        "suit_parts": lambda: verdicts(facts, "suit"),
        **{name: partial(made, random) for name, made in STATEMENTS.items() if name != "units"},
        "units_counted": partial(STATEMENTS["units"], random),
    }
