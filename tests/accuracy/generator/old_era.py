"""Write the parts of a report under the Regulation of 2007: free structures that hold the six contents of Art. 32."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.generator.layout import Points, lay
from tests.accuracy.generator.wording import data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.accuracy.generator.scene import Scene

Draft = tuple[tuple[str, ...], str, list[str]]
POOLS = ("organisation", "training", "channels", "content", "interpretation", "response", "supervision", "management")


def drafts(scene: Scene) -> list[Draft]:
    """Draw a structure and write its parts: keys, topic of the heading, paragraphs."""
    words = data("headings")
    structure = scene.random.choice([found for found in words["structures"] if _suits(scene, found)])
    made = []
    for kind in structure:
        keys = tuple(kind.split("+"))
        topic = scene.random.choice(words["merged"].get(kind) or words["old"][kind])
        made.append((tuple(key for key in keys if key not in EXTRA), topic, _write(scene, keys)))
    return made


EXTRA = ("organisation", "response", "interpretation", "proposals", "platform", "supervision")


def _suits(scene: Scene, structure: list[str]) -> bool:
    return scene.year >= 2014 or not {"interpretation", "response"} & set(structure)


def _write(scene: Scene, keys: tuple[str, ...]) -> list[str]:
    if len(keys) > 2:
        return _nested(scene, keys)
    return [line for key in keys for line in WRITERS[key](scene)]


def _nested(scene: Scene, keys: tuple[str, ...]) -> list[str]:
    names = data("headings")["nested"]
    points: Points = [(names[key], "".join(WRITERS[key](scene))) for key in keys]
    return lay(scene, points, scene.slots["below"] + scene.random.choice(["", "_own"]))


def activities(scene: Scene, pools: tuple[str, ...], low: int, high: int) -> Points:
    """Draw sentences about work from several pools."""
    points: Points = []
    for pool in scene.random.choices(pools, k=scene.random.randint(low, high)):
        points += scene.take("activities", pool)
    return points


def _overview(scene: Scene) -> list[str]:
    return [scene.say("overview_old"), *lay(scene, activities(scene, POOLS, 2, 5))]


def _proactive(scene: Scene) -> list[str]:
    first = scene.say("proactive_total")
    divided = [("proactive_channels", "proactive_shares"), ("proactive_kinds", "proactive_some")]
    chosen = scene.random.sample(divided, scene.random.randint(1, 2))
    said = [scene.say(scene.random.choice(pair)) for pair in chosen]
    if scene.chance(0.5):
        said.append(scene.say("normative"))
    if scene.chance(0.35) and "docs" not in scene.used:
        scene.used.add("docs")
        said.append(scene.say("documents"))
    own = [scene.fill(scene.slots["own_line"])] if scene.slots["own_line"] and scene.chance(0.7) else []
    return [first + "".join(said), *own, *lay(scene, activities(scene, ("channels", "content", "response"), 1, 4))]


def _applications(scene: Scene) -> list[str]:
    extra = [scene.say("applications_extra")] if scene.chance(0.5) else []
    if not scene.facts["applications_received"]:
        said = scene.say("applications_none")
        if scene.chance(0.15) and "docs" not in scene.used:
            scene.used.add("docs")
            said += scene.say("attribute_trap")
        return [said, *extra]
    said = scene.say("applications_some") + scene.say("applications_handled") + scene.say("applications_results")
    return [*extra, said]


def _non_disclosure(scene: Scene) -> list[str]:
    return [scene.say("non_disclosure_some" if scene.facts["denied"] else "non_disclosure_none")]


def _fees(scene: Scene) -> list[str]:
    return [scene.say("fees_some" if scene.facts["fee"] else "fees_none")]


def _disputes(scene: Scene) -> list[str]:
    if not scene.facts["review_total"]:
        return [scene.say("review_none")]
    return [scene.say("review_some" if scene.facts["suit_total"] else "review_only")]


def problems(scene: Scene) -> list[str]:
    """Tell what is wanting."""
    return _told(scene, "problem_openings", "problems")


def improvements(scene: Scene) -> list[str]:
    """Tell what will be done."""
    return _told(scene, "improvement_openings", "improvements")


def _told(scene: Scene, opening: str, pool: str) -> list[str]:
    points = scene.take("prose", pool, scene.random.randint(2, 4))
    lines = lay(scene, points, scene.random.choice(["run", "comma", scene.slots["below"]]))
    first = scene.say(opening)
    return [first + lines[0], *lines[1:]] if len(lines) == 1 else [first, *lines]


def _other(scene: Scene) -> list[str]:
    said = scene.say("other_old")
    if scene.facts.get("has_table"):
        attached = scene.say("attached")
        return [attached] if said == "无。" or "没有其他" in said else [said, attached]
    return [said]


def _points(*pools: str) -> Callable[[Scene], list[str]]:
    return lambda scene: lay(scene, activities(scene, pools, 2, 4) or scene.take("activities", "supervision"))


WRITERS: dict[str, Callable[[Scene], list[str]]] = {
    "overview": _overview,
    "proactive": _proactive,
    "applications": _applications,
    "non_disclosure": _non_disclosure,
    "fees": _fees,
    "review_litigation": _disputes,
    "problems": problems,
    "improvements": improvements,
    "other_matters": _other,
    "organisation": _points("organisation"),
    "response": _points("response"),
    "interpretation": _points("interpretation"),
    "proposals": _points("proposals"),
    "platform": _points("channels"),
    "supervision": _points("supervision", "training"),
}
