"""Lay sentences out: numbered paragraphs, runs of 一是二是, circled numbers, plain paragraphs; and number the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.generator.scene import numeral

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.generator.scene import Scene

Points = list[tuple[str, str]]
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


MANNERS = {"一、": 20, "第一部分　": 2, "1. ": 1, "一、 ": 2, "（一）": 1}


def manner(random: Random) -> str:
    """Draw the manner in which parts are numbered, as the number of the first."""
    return random.choices(list(MANNERS), list(MANNERS.values()))[0]


def number(first: str, at: int) -> str:
    """Write the number of a part in this manner."""
    return first.replace("一", numeral(at)).replace("1", str(at))


def below(first: str) -> str:
    """Name the manner of numbers one level below that of the parts."""
    return {"（一）": "arabic", "1. ": "round"}.get(first, "bracket")


def lay(scene: Scene, points: Points, way: str | None = None) -> list[str]:
    """Lay out points in a manner, or in one that is drawn."""
    if len(points) < 2:
        return [text for _, text in points]
    default = scene.slots["below"]
    way = way or scene.random.choice([default, default, f"{default}_own", "run", "circled", "plain", "comma"])
    if way == "plain":
        return ["".join(text for _, text in points)]
    marked = [(_mark(way, at), lead, text) for at, (lead, text) in enumerate(points, 1)]
    if way.endswith("_own"):
        return [f"{mark}{lead}{scene.slots['glue']}{text}" for mark, lead, text in marked]
    lines = [f"{mark}{lead}。{text}" for mark, lead, text in marked]
    return ["".join(lines)] if way in {"run", "circled"} else lines


def _mark(way: str, at: int) -> str:
    """Write the number of a point."""
    kind = way.removesuffix("_own")
    return {
        "bracket": f"（{numeral(at)}）",
        "arabic": f"{at}.",
        "round": f"（{at}）",
        "circled": CIRCLED[at - 1],
    }.get(kind, f"{numeral(at)}是")
