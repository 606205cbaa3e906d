"""What is wrong with a report that is given as data, by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import relevance

from checker.readers.json.schema import report_schema

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": ("文字", "text"),
    "integer": ("整数", "a whole number"),
    "array": ("列表", "a list"),
    "object": ("键值表", "an object"),
}
_LONGEST = 60  # characters of what was found


def first_mistake(data: object) -> tuple[str, str] | None:
    """Say in Chinese and English where the first mistake is, and what; None where the data is a report."""
    errors = sorted(
        Draft202012Validator(report_schema()).iter_errors(data), key=lambda one: (_path(one), relevance(one))
    )
    if not errors:
        return None
    more = (f"（另有 {len(errors) - 1} 处）", f" (and {len(errors) - 1} more)") if len(errors) > 1 else ("", "")
    zh, en = _said(errors[0])
    return f"{_path(errors[0])}：{zh}{more[0]}", f"{_path(errors[0])}: {en}{more[1]}"


def _path(error: ValidationError) -> str:
    return str(error.json_path)


def _said(error: ValidationError) -> tuple[str, str]:
    known: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    asked: Any = error.validator_value
    found: Any = error.instance
    if error.validator == "required":
        missing = next(key for key in asked if key not in found)
        return f"缺少 {missing}", f"{missing} is missing"
    if error.validator == "additionalProperties":
        extra = next(key for key in found if key not in known.get("properties", {}))
        return f"不认识 {_short(extra)}", f"{_short(extra)} is not known"
    if error.validator == "type" and isinstance(asked, str) and asked in _TYPES:
        zh, en = _TYPES[asked]
        return f"应为{zh}", f"must be {en}"
    if error.validator == "enum":
        return f"应为 {'、'.join(asked)} 之一", f"must be one of {', '.join(asked)}"
    return f"不合要求：{_short(found)}", f"does not fit: {_short(found)}"


def _short(value: object) -> str:
    words = str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
