"""Put a clean report together from a seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from tests.accuracy.generator import figures, front, layout, makers, new_era, old_era, phrases, slots, tables
from tests.accuracy.generator.scene import Scene
from tests.accuracy.model import Part, Sample

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS = {"2008": range(2008, 2019), "2019": range(2019, 2021), "2021": range(2021, 2026)}
HALF = str.maketrans("，：；（）", ",:;()")
RULE_MAKERS = {("province", "government"), ("city", "government"), ("national", "department")}


def generate(seed: int, regime: str | None = None, organ: str | None = None) -> Sample:
    """Write the report of this seed; seeds in a row walk through regimes, tiers and organs."""
    plans = [
        (era, role) for era in YEARS for role in makers.ROLES if regime in {None, era} and organ in {None, role[1]}
    ]
    era, (tier, kind) = plans[seed % len(plans)]
    random = Random(f"{seed} {era} {tier} {kind}")  # noqa: S311 - repeatable by design
    year = random.choice(YEARS[era])
    return _punctuated(random, _compose(random, era, year, makers.profile(random, year, tier, kind)))


def _compose(random: Random, regime: str, year: int, profile: makers.Profile) -> Sample:
    maker = profile.maker
    scale = figures.SCALES[maker.tier]
    facts = figures.general(random, year, scale)
    values = {**slots.fixed(random, profile, year), **front.dates(random, regime, profile, year)}
    values |= {"own_line": profile.own_line, **_absences(random, year, maker.organ)}
    shown, requests, suits = _tables(random, regime, scale, profile, facts, fresh="month" in values)
    living = {**slots.drawn(random, profile, year), **phrases.living(random, year, facts, profile.kinds)}
    facts |= _marks(values, year)
    if facts["first_year"] or facts["short_period"]:
        facts |= {"prev_total": 0, "prev_applications": 0}
    scene = Scene(random, year, regime, maker, facts, values, living)
    if regime == "2008" and year >= 2014 and random.random() < 0.4:
        facts |= _attached(random, facts)
    manner = layout.manner(random)
    values["below"] = layout.below(manner)
    title = front.title(scene)
    glued = random.random() < 0.15 and manner.startswith("一")
    values["glue"] = "" if glued else "\n"
    printing = tables.Print(
        random.choice(["|", "\t"]),
        random.choice(["repeat", "blank", "none"]),
        "\u00a0" if random.random() < 0.06 else "",
    )
    printing = tables.Print("\t", "none") if glued else printing
    drafts = old_era.drafts(scene) if regime == "2008" else new_era.drafts(scene, printing, shown, requests, suits)
    topics = [topic for _, topic, _ in drafts]
    heads = [head + topic for head, topic in zip(_numbers(manner, len(topics)), topics, strict=True)]
    parts = tuple(
        Part(keys, heading, tuple(line for text in lines for line in text.split("\n") if line))
        for heading, (keys, _, lines) in zip(heads, drafts, strict=True)
    )
    return Sample(
        year=year,
        regime=regime,
        maker=maker,
        title=front.broken(scene, title),
        introduction=front.introduction(scene, topics if random.random() < 0.5 else None),
        parts=parts,
        closing=(*front.closing(scene), *_attachment(scene, printing)),
        page_before=front.furniture(scene, "page_before", title),
        page_after=front.furniture(scene, "page_after", title),
        facts=dict(facts),
        style="glued" if glued else "lines",
    )


def _tables(
    random: Random, regime: str, scale: int, profile: makers.Profile, facts: dict[str, int], *, fresh: bool
) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    if regime == "2008":
        facts |= figures.old_requests(random, scale)
        return {}, {}, {}
    told, requests, suits = figures.new_requests(random, regime, scale, fresh=fresh)
    facts |= told
    maker = profile.maker
    rules = (maker.tier, maker.organ) in RULE_MAKERS
    quiet = maker.organ in {"office", "authorised"}
    shown = figures.proactive_table(random, regime, scale, rules=rules, zero=quiet)
    facts |= {f"{name}_normative": int(shown["normative"][key]) for name, key in _STOCK.items()}
    charged = regime == "2021" and facts["new"] > 12 and random.random() < 0.2
    facts["fee_notices"] = random.randint(1, 2) if charged else 0
    facts["info_fee"] = facts["fee_notices"] * random.randint(1, 6) * 100
    return shown, requests, suits


_STOCK = {"made": "a", "repealed": "b", "in_force": "c"}


def _absences(random: Random, year: int, organ: str) -> dict[str, str]:
    found = {name: "" for name in ("no_period", "no_contact") if random.random() < 0.03}
    if year == 2008 and random.random() < 0.5:
        found["may"] = ""
    if organ in {"department", "committee", "authorised"} and year in {2010, 2015, 2019} and random.random() < 0.25:
        found = {"month": str(random.randint(3, 10))}
    return found


def _marks(values: dict[str, str], year: int) -> dict[str, int]:
    """Tell by figures what wordings ask for: a short period, the first year, a day in March."""
    return {
        "short_period": int("month" in values),
        "may_start": int("may" in values),
        "first_year": int(year == 2008),
        "march": int("年3月" in values["sign_date"]),
    }


def _attached(random: Random, facts: dict[str, int]) -> dict[str, int]:
    responses = random.randint(0, 9)
    return {
        "has_table": 1,
        "else_count": facts["board_count"] + facts["press_count"],
        "responses": responses,
        "media_responses": responses,
        "other_responses": random.randint(0, 4),
        "led_briefings": random.randint(0, facts["briefings"]),
        "led_interviews": random.randint(0, facts["interviews"]),
        "bodies": 1,
        "staff": facts["fulltime"] + facts["parttime"],
    }


def _attachment(scene: Scene, printing: tables.Print) -> Iterable[str]:
    if not scene.facts.get("has_table"):
        return ()
    fee = f"{scene.facts['fee'] / 10000:.4f}" if scene.facts["fee"] else "0"
    return ("附件", f"{scene.year}年政府信息公开情况统计表", *tables.statistics(printing, scene.facts, fee))


def _numbers(first: str, count: int) -> list[str]:
    return [layout.number(first, at) for at in range(1, count + 1)]


def _punctuated(random: Random, sample: Sample) -> Sample:
    if random.random() < 0.7:
        return sample

    def half(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line.translate(HALF) for line in lines)

    return replace(
        sample,
        title=sample.title.translate(HALF),
        introduction=half(sample.introduction),
        parts=tuple(Part(part.keys, part.heading.translate(HALF), half(part.paragraphs)) for part in sample.parts),
        closing=half(sample.closing),
        page_before=half(sample.page_before),
        page_after=half(sample.page_after),
    )
