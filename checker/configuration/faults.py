"""Holds settings against the schema of their keys: the few words of JSON Schema that it uses, without the library's cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Trail = tuple[str | int, ...]

_TYPES: Mapping[str, tuple[tuple[type, ...], str]] = {
    "string": ((str,), "应为文字 / must be text"),
    "integer": ((int,), "应为整数 / must be a whole number"),
    "number": ((int, float), "应为数字 / must be a number"),
    "boolean": ((bool,), "应为 true 或 false / must be true or false"),
    "array": ((list,), "应为列表 / must be a list"),
    "object": ((dict,), "应为键值表 / must be a table of keys and values"),
}


class Fault(NamedTuple):
    """A mistake: the keys and indexes that lead to it, and what is the matter; ``at_key`` where that is the key itself."""

    trail: Trail
    message: str
    at_key: bool = False


def faults(value: Any, schema: Mapping[str, Any], trail: Trail = ()) -> Iterator[Fault]:  # noqa: ANN401 - any plain data
    """List the mistakes of ``value`` against ``schema``."""
    wanted, complaint = _TYPES[schema["type"]]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        yield Fault(trail, complaint)
    elif isinstance(value, dict):
        yield from _of_table(value, schema, trail)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield Fault(trail, "不能为空；不需要时请删去此键 / must not be empty: leave the key out instead")
        for index, one in enumerate(value):
            yield from faults(one, schema["items"], (*trail, index))
    else:
        yield from _of_scalar(value, schema, trail)


def probably(word: str, known: Iterable[str]) -> str:
    """Give the end of a message that says which known word was probably meant, or which there are."""
    from difflib import get_close_matches  # only a mistake needs it

    options = list(known)
    close = get_close_matches(word, options, n=1) or get_close_matches(word.upper(), options, n=1)
    if close:
        return f"，是否应为“{close[0]}”？ / unknown: {word}; did you mean '{close[0]}'?"
    if not options:
        return f" / unknown: {word}"
    return f"，可用：{'、'.join(options)} / unknown: {word}; known: {', '.join(options)}"


def _of_table(value: Mapping[str, Any], schema: Mapping[str, Any], trail: Trail) -> Iterator[Fault]:
    known, others = schema.get("properties", {}), schema["additionalProperties"]
    for key, one in value.items():
        if key in known or others:
            yield from faults(one, known.get(key, others), (*trail, key))
        else:
            yield Fault((*trail, key), f"未知的键“{key}”{probably(key, known)}", at_key=True)
    missing = [key for key in schema.get("required", ()) if key not in value]
    if missing:
        yield Fault(trail, f"缺少 {'、'.join(missing)} / missing: {', '.join(missing)}")


def _of_scalar(value: Any, schema: Mapping[str, Any], trail: Trail) -> Iterator[Fault]:  # noqa: ANN401 - any plain data
    if "enum" in schema and value not in schema["enum"]:
        yield Fault(trail, f"未知的值“{value}”{probably(value, schema['enum'])}")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield Fault(trail, "不能为空 / must not be empty")
    if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        least, most = schema["minimum"], schema["maximum"]
        yield Fault(trail, f"应在 {least} 到 {most} 之间 / must be from {least} to {most}")
