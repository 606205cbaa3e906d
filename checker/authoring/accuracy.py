"""The measured accuracy of rules (accuracy.json of a rule set, written by ``make accuracy``): for their pages and the linter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.model.rule import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "accuracy.json"
_NONE = Bilingual("尚未测量", "not measured yet")


class Share(NamedTuple):
    """``hits`` of ``trials``."""

    hits: int
    trials: int

    def __str__(self) -> str:
        """Write the share with what it is of; nothing of nothing."""
        return f"{self.hits / self.trials:.3f} ({self.hits}/{self.trials})" if self.trials else "–"


class Gap(NamedTuple):
    """A fault that the rule is to find and does not always find: what it is, and how often it was found."""

    fault: Bilingual
    found: Share


class Figures(NamedTuple):
    """What was measured of one rule; ``clean``: errors and warnings on ``clean_reports`` reports without a fault."""

    recall: Share
    precision: Share
    place: Share
    clean: int
    clean_reports: int
    gaps: tuple[Gap, ...]

    def told(self) -> Bilingual:
        """Say it in one line."""
        return Bilingual(
            f"召回 {self.recall}，查准 {self.precision}，位置正确 {self.place}；{self.clean_reports} 份无差错报告上误报 {self.clean} 处",
            f"recall {self.recall}, precision {self.precision}, right place {self.place}; {self.clean} false alarms on {self.clean_reports} clean reports",
        )


def figures_of(folder: Path) -> Mapping[str, Figures] | None:
    """Read the figures of the rule set in ``folder``, by rule; None where none were measured."""
    file = folder / NAME
    if not file.is_file():
        return None
    data = json.loads(file.read_text("utf-8"))
    return {id_: _figures(one, data["clean_reports"]) for id_, one in data["rules"].items()}


def told(figures: Mapping[str, Figures] | None, rule: str) -> Bilingual:
    """Say what was measured of ``rule``, or that nothing was."""
    found = (figures or {}).get(rule)
    return found.told() if found else _NONE


def _figures(data: Mapping[str, Any], clean_reports: int) -> Figures:
    recall, precision, place = (Share(*data[name]) for name in ("recall", "precision", "place"))
    gaps = tuple(Gap(Bilingual(one["zh"], one["en"]), Share(*one["found"])) for one in data["gaps"])
    return Figures(recall, precision, place, data["clean"], clean_reports, gaps)
