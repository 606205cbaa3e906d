"""A kind's parameters as a rule writer wants them: named, their types in words, and values to begin with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.authoring.schema import params_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = dict[str, Any]

_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true | false", "null": "null"}


class Parameter(NamedTuple):
    """One parameter of a kind; ``first`` is a value to begin with, None where the parameter may be left out."""

    name: str
    type: str
    default: str
    first: Any


def parameters(kind: str, text: str) -> tuple[Parameter, ...]:
    """List the parameters of ``kind`` in their order; ``text`` is what a needed text begins with."""
    schema = params_schema(kind)
    needed = schema.get("required", ())
    return tuple(
        Parameter(name, described(one, schema), _default(one, needed=name in needed), _first(name, schema, text))
        for name, one in schema["properties"].items()
    )


def meaning(kind: str) -> str:
    """Say what the parameters of ``kind`` mean, in the words of its ``Params``."""
    return str(params_schema(kind).get("description", ""))


def described(one: Schema, whole: Schema) -> str:
    """Say in words what a value may be that ``one``, a part of the schema ``whole``, describes."""
    one = _resolved(one, whole)
    if "enum" in one or "const" in one:
        return " | ".join(json.dumps(value) if value == "" else str(value) for value in _choices(one))
    if "anyOf" in one:
        return " | ".join(described(option, whole) for option in one["anyOf"])
    match one.get("type"):
        case "array":
            return f"[{described(one.get('items', {}), whole)}, ...]"
        case "object":
            return "{" + ", ".join(_entries(one, whole)) + "}"
        case str(name):
            return _TYPES[name]
    return "anything"


def _entries(one: Schema, whole: Schema) -> Iterator[str]:
    needed = one.get("required", ())
    for name, entry in one.get("properties", {}).items():
        yield f"{name}{'' if name in needed else '?'}: {described(entry, whole)}"
    if isinstance(one.get("additionalProperties"), dict):
        yield f"NAME: {described(one['additionalProperties'], whole)}, ..."


def _default(one: Schema, *, needed: bool) -> str:
    if needed:
        return "needed"
    if one.get("default") in (None, "", [], {}):
        return "may be left out"
    return f"left out: {json.dumps(one['default'], ensure_ascii=False)}"


def _first(name: str, schema: Schema, text: str) -> Any:  # noqa: ANN401 - any plain data
    return _beginning(schema["properties"][name], schema, text) if name in schema.get("required", ()) else None


def _beginning(one: Schema, whole: Schema, text: str) -> Any:  # noqa: ANN401 - any plain data
    one = _resolved(one, whole)
    if "anyOf" in one:
        return _beginning(one["anyOf"][0], whole, text)
    if "enum" in one or "const" in one:
        return _choices(one)[0]
    if one.get("type") == "array":
        return [_beginning(item, whole, text) for item in one.get("prefixItems") or [one.get("items", {})]]
    if one.get("type") == "object":
        entries = one.get("properties", {})
        return {name: _beginning(entries[name], whole, text) for name in one.get("required", ())}
    plain = {"integer": one.get("minimum", 1), "number": one.get("minimum", 1), "boolean": False}
    return plain.get(one.get("type", "string"), text)


def _choices(one: Schema) -> list[Any]:
    choices: list[Any] = one.get("enum") or [one["const"]]
    return choices


def _resolved(one: Schema, whole: Schema) -> Schema:
    while "$ref" in one:
        one = whole["$defs"][one["$ref"].removeprefix("#/$defs/")]
    return one
