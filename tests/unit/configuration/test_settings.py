from __future__ import annotations

from pathlib import Path
from typing import Any

from checker import RuleFileError
from checker.configuration.settings import Layer, resolve


def _layer(origin: str, **values: Any) -> Layer:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return Layer(origin, Path(origin), named, lambda _, message: RuleFileError(origin, 1, 1, message))


def test_the_stronger_layer_wins_key_by_key() -> None:
    made = resolve(
        [_layer("weak", tier="city", lang="en", ignore=["A"]), _layer("strong", tier="county", ignore=["B"])]
    )
    assert made.parameters == {"tier": "county", "lang": "en"}
    origins = {name: one.layer.origin for name, one in made.values.items()}
    assert origins == {"tier": "strong", "lang": "weak", "ignore": "strong"}
    assert made.values["ignore"].value == ["B"]


def test_severities_are_keys_of_their_own() -> None:
    made = resolve([_layer("weak", severity={"A": "info", "B": "info"}), _layer("strong", severity={"A": "error"})])
    told = {name: (one.value, one.layer.origin) for name, one in made.severities.items()}
    assert told == {"A": ("error", "strong"), "B": ("info", "weak")}


def test_local_rules_add_up_and_paths_start_from_their_file() -> None:
    made = resolve([_layer("weak", local_rules="own"), _layer("strong", local_rules="more", waivers="w.yaml")])
    assert made.local_folders == (Path("weak/own"), Path("strong/more"))
    assert made.parameters == {"waiver_file": str(Path("strong/w.yaml"))}
