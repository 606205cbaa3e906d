"""Write what stands around the parts: title, introduction, signature, and the page."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.accuracy.generator.scene import Scene, chinese_date, numeral
from tests.accuracy.generator.wording import data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tests.accuracy.generator.makers import Profile


def published(random: Random, regime: str, tier: str, organ: str, year: int) -> tuple[date, date]:
    """Draw the day of signing and the day of publication, both in time."""
    late = regime == "2008" or (organ in {"government", "committee"} and tier != "township")
    last = date(year + 1, 3, 30) if late else date(year + 1, 1, 30)
    first = date(year + 1, 1, 5)
    signed = first + timedelta(days=random.randint(0, (last - first).days))
    return signed, min(last, signed + timedelta(days=random.randint(0, 6)))


def chinese(day: date) -> str:
    """Write a date in figures."""
    return f"{day.year}年{day.month}月{day.day}日"


def dates(random: Random, regime: str, profile: Profile, year: int) -> dict[str, str]:
    """Give the slots for dates."""
    signed, out = published(random, regime, profile.maker.tier, profile.maker.organ, year)
    return {
        "sign_date": chinese(signed),
        "sign_date_cn": chinese_date(signed.year, signed.month, signed.day),
        "publish_iso": out.isoformat(),
    }


def title(scene: Scene) -> str:
    """Write the title; governments are sometimes named by their place."""
    issuer = scene.maker.name
    if scene.maker.organ == "government" and issuer.endswith("人民政府") and scene.chance(0.4):
        issuer = issuer.removesuffix("人民政府")
    return scene.say("titles", "front", issuer=issuer)


def broken(scene: Scene, said: str) -> str:
    """Print the title on two lines now and then."""
    name = scene.maker.name
    return said.replace(name, name + "\n", 1) if said.startswith(name) and scene.chance(0.08) else said


def announcement(scene: Scene, topics: Sequence[str]) -> str:
    """Announce the parts, as they are headed."""
    count = numeral(len(topics)) if scene.chance(0.7) else str(len(topics))
    joined = "；".join(topics) if any("、" in topic for topic in topics) and scene.chance(0.3) else "、".join(topics)
    return scene.say("announcements", "front", list=joined, count=count)


def period(scene: Scene) -> str:
    """State the period; a newly founded organ says from when, the first reports begin with the Regulation."""
    year, month = scene.year, scene.slots.get("month")
    start = f"{year}年{month}月1日" if month else f"{year}年1月1日"
    if "may" in scene.slots and not month:
        start = "2008年5月1日"
    zero = scene.chance(0.08) and "年1月1日" in start
    until = f"{year}年12月31日"
    text = scene.say(
        "periods", "front", **{"from": start.replace("1月1日", "01月01日") if zero else start, "to": until}
    )
    return text + (scene.say("founded", "front") if month else "")


def introduction(scene: Scene, topics: Sequence[str] | None) -> tuple[str, ...]:
    """Write the introduction: basis, parts, period, where it is published, whom to ask."""
    era = "old" if scene.regime == "2008" else "new"
    said = [scene.say(f"openings_{era}", "front")]
    middle = [announcement(scene, topics)] if topics else []
    middle += [period(scene)] if "no_period" not in scene.slots else []
    if scene.chance(0.3):
        middle.reverse()
    said += middle
    said.append(scene.say("publications", "front"))
    said += [scene.say("contacts", "front")] if "no_contact" not in scene.slots else []
    return tuple(said) if scene.chance(0.15) else ("".join(said),)


def furniture(scene: Scene, pool: str, plain_title: str) -> tuple[str, ...]:
    """Write the page before or after the report, or none."""
    if scene.chance(0.55):
        return ()
    pages = data("front")[pool]
    first = scene.facts["first_year"] or scene.facts["short_period"]
    lines = scene.random.choice([page for page in pages if not (first and any("{prev}" in line for line in page))])
    return tuple(scene.fill(line, plain_title=plain_title) for line in lines)


def closing(scene: Scene) -> tuple[str, ...]:
    """Sign and date, as most reports do."""
    if scene.chance(0.2):
        return ()
    return tuple(scene.fill(line) for line in scene.random.choice(data("front")["signatures"]))
