"""Write the six parts of a report in the formats of 2019 and 2021."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.generator import tables
from tests.accuracy.generator.layout import Points, lay
from tests.accuracy.generator.old_era import Draft, activities, improvements, problems
from tests.accuracy.generator.wording import data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.accuracy.generator.scene import Scene

SECTIONS = ("overview", "proactive", "applications", "review_litigation", "problems+improvements", "other_matters")
ASPECTS = (
    ("content", "interpretation", "response"),
    (),
    ("management",),
    ("channels",),
    ("supervision", "training", "organisation"),
)


def drafts(
    scene: Scene,
    printing: tables.Print,
    shown: Mapping[str, Mapping[str, str]],
    requests: Mapping[str, Mapping[str, int]],
    suits: Mapping[str, Mapping[str, int]],
) -> list[Draft]:
    """Write the parts: keys, topic of the heading, paragraphs."""
    lead = [scene.say("table_lead")] if scene.chance(0.1) else []
    bodies = {
        "overview": overview(scene),
        "proactive": [*lead, *tables.proactive(printing, scene.regime, shown)],
        "applications": tables.applications(printing, requests),
        "review_litigation": [*_disputes_told(scene), *tables.disputes(printing, suits)],
        "problems+improvements": [*problems(scene), *improvements(scene)],
        "other_matters": _other(scene),
    }
    topics = data("headings")["new"]
    return [(tuple(key.split("+")), scene.random.choice(topics[key]), bodies[key]) for key in SECTIONS]


def overview(scene: Scene) -> list[str]:
    """Treat the five aspects, under their names or in other words."""
    names = scene.random.choice(data("headings")["aspects"])
    texts = [_first(scene, at) + "".join(text for _, text in _work(scene, at)) for at in range(5)]
    points: Points = list(zip(names, texts, strict=True))
    manner = scene.random.choice([scene.slots["below"], f"{scene.slots['below']}_own", "run", "comma"])
    return [scene.say("opening_new", "activities"), *lay(scene, points, manner)]


def _work(scene: Scene, at: int) -> Points:
    return activities(scene, ASPECTS[at], 1, 3) if ASPECTS[at] else []


def _first(scene: Scene, at: int) -> str:
    if at == 0:
        own = scene.slots["own_line"]
        return scene.say("aspect_proactive") + (scene.fill(own) if own and scene.chance(0.7) else "")
    if at == 1:
        extra = scene.say("applications_extra") if scene.chance(0.3) else ""
        return extra + scene.say("aspect_applications")
    if at == 2 and scene.chance(0.7):
        return scene.say("aspect_normative")
    if at == 4 and scene.maker.organ == "government":
        return scene.say("accountability")
    return ""


def _disputes_told(scene: Scene) -> list[str]:
    facts = scene.facts
    total = facts["review_total"] + facts["suit_direct_total"] + facts["suit_after_review_total"]
    if not scene.chance(0.25):
        return []
    if not total:
        return [scene.say("review_none")]
    suits = facts["suit_direct_total"] + facts["suit_after_review_total"]
    return [f"{scene.year}年，因政府信息公开工作被申请行政复议{facts['review_total']}件，被提起行政诉讼{suits}件。"]


def _other(scene: Scene) -> list[str]:
    if scene.regime == "2019":
        return [scene.say("other_2019")]
    fee = scene.say("fee_charged" if scene.facts["fee_notices"] else "fee_new")
    extra = [scene.say("extra_other")] if scene.chance(0.35) else []
    if extra and scene.chance(0.5):
        return lay(scene, [("信息处理费收取情况", fee), ("其他工作情况", extra[0])], scene.slots["below"])
    return [fee, *extra]
