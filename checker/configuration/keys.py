"""The keys of a configuration file and of a profile: what each takes, as JSON Schema, and the option that it stands for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker.model.record import NamedTuple
from checker.model.rule import Organ, Severity, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    Schema = Mapping[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Key(NamedTuple):
    """One key. ``parameter`` is that of ``check`` for which it stands, if any; a ``path`` is relative to its file."""

    schema: Schema
    parameter: str = ""
    in_profile: bool = True
    path: bool = False


def _choice(description: str, words: type[StrEnum], *more: str) -> Schema:
    known = [one.value for one in words if one.value != "unknown"]
    return {"type": "string", "enum": [*known, *more], "description": description}


def _text(description: str) -> Schema:
    return {"type": "string", "pattern": r"\S", "description": description}


def _selectors(description: str) -> Schema:
    return {"type": "array", "items": {"type": "string", "pattern": r"\S"}, "minItems": 1, "description": description}


_SEVERITIES = {"type": "string", "enum": [one.value for one in Severity]}

KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "profile": Key(_text("A profile of the rule set by its name, or the path of a profile."), in_profile=False),
        "tier": Key(_choice("Tier of the issuer.", Tier), "tier"),
        "organ": Key(_choice("Type of the issuer.", Organ), "organ"),
        "year": Key({"type": "integer", "minimum": 2008, "maximum": 2100, "description": "The report year."}, "year"),
        "lang": Key({"type": "string", "enum": ["zh", "en"], "description": "Language of the output."}, "lang"),
        "fail-on": Key(_choice("The least severity that fails.", Severity, "never"), "fail_on"),
        "certain-only": Key(
            {"type": "boolean", "description": "Only certain findings fail, likely ones do not."}, "certain_only"
        ),
        "min-score": Key(
            {"type": "number", "minimum": 0, "maximum": 100, "description": "The least score that passes."}, "min_score"
        ),
        "waivers": Key(_text("Path of a waiver file."), "waiver_file", in_profile=False, path=True),
        "baseline": Key(_text("Path of a baseline file."), "baseline_file", in_profile=False, path=True),
        "select": Key(_selectors("Rules in force, by id or by the beginning of ids; left out: all.")),
        "ignore": Key(_selectors("Rules out of force, by id or by the beginning of ids.")),
        "severity": Key(
            {
                "type": "object",
                "additionalProperties": _SEVERITIES,
                "description": "Severities of rules, by id or by the beginning of ids.",
            }
        ),
        "local-rules": Key(_text("Path of a folder of rule files that are added to the rule set."), path=True),
    }
)
_WHOLE = {"min-score": {**KEYS["min-score"].schema, "type": "integer"}}  # decimals of YAML are read as text here

_BILINGUAL = {
    "type": "object",
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
    "required": ["zh", "en"],
    "additionalProperties": False,
    "description": "What the profile is, in Chinese and in English.",
}


def config_schema() -> dict[str, Any]:
    """Give the JSON Schema of ``ogi-checker.toml``, and of ``[tool.ogi-checker]`` in ``pyproject.toml``."""
    keys = {name: key.schema for name, key in KEYS.items()}
    return _schema("Configuration of ogi-checker.", keys, ())


def profile_schema() -> dict[str, Any]:
    """Give the JSON Schema of a profile."""
    keys = {name: _WHOLE.get(name, key.schema) for name, key in KEYS.items() if key.in_profile}
    return _schema("A profile: a named selection of rules and settings.", {"title": _BILINGUAL, **keys}, ("title",))


def _schema(description: str, keys: Mapping[str, Schema], required: tuple[str, ...]) -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "description": description,
        "type": "object",
        "properties": dict(keys),
        "required": list(required),
        "additionalProperties": False,
    }
