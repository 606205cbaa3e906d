"""Holds a YAML file against its JSON Schema and says at each mistake what is wrong and what was probably meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.authoring.files import Trail, YamlFile
    from checker.ruleset.ruleset import RuleFileError

_TYPES = {
    "string": "文字 / must be text",
    "integer": "整数 / must be a whole number",
    "number": "数字 / must be a number",
    "boolean": " true 或 false / must be true or false",
    "array": "列表 / must be a list",
    "object": "键值表 / must be a mapping",
    "null": "空 / must be left empty",
}
_LIMITS = {
    "pattern": "格式不对，应符合 / must match: {}",
    "minItems": "至少要有 {0} 项 / needs at least {0}",
    "maxItems": "至多 {0} 项 / takes at most {0}",
    "minProperties": "至少要有 {0} 项 / needs at least {0}",
    "minimum": "不能小于 {0} / must be at least {0}",
    "maximum": "不能大于 {0} / must be at most {0}",
}


def validate(file: YamlFile, schema: Mapping[str, Any]) -> list[RuleFileError]:
    """List a file's mistakes against ``schema``, in the order of their places."""
    found = [made for error in Draft202012Validator(schema).iter_errors(file.data) for made in _explained(file, error)]
    unique = {(one.line, one.column, one.message): one for one in found}
    return [unique[key] for key in sorted(unique)]


def meant(word: object, known: Iterable[str]) -> str:
    """Give the end of a message that says which known word was probably meant, or which there are."""
    options = sorted(known)
    close = get_close_matches(str(word), options, n=1)
    if close:
        return f"，是否应为“{close[0]}”？ / unknown: {word}; did you mean '{close[0]}'?"
    return f"，可用：{'、'.join(options)} / unknown: {word}; known: {', '.join(options)}"


def _explained(file: YamlFile, error: Any) -> Iterator[RuleFileError]:  # noqa: ANN401 - jsonschema types too loosely
    trail: Trail = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = error.schema["properties"]
        for key in error.instance.keys() - known.keys():
            yield file.error((*trail, key), _unknown(key, error.instance[key], known), at_key=True)
    elif error.validator == "required":
        missing = _missing(error)
        if missing:
            yield file.error(trail, f"缺少 {'、'.join(missing)} / missing: {', '.join(missing)}")
    elif error.validator == "anyOf":
        yield from _explained(file, best_match(error.context))
    elif "propertyNames" in error.absolute_schema_path:
        message = f"未知的键“{error.instance}”{meant(error.instance, error.validator_value)}"
        yield file.error((*trail, error.instance), message, at_key=True)
    else:
        yield file.error(trail, _message(error))


def _unknown(key: str, value: object, known: Iterable[str]) -> str:
    if value is None:  # {zh: 甲, en: one, two} has a key "two"
        return f"“{key}”之前的文字含有逗号，请加引号 / unknown key '{key}': quote the text before it, which has a comma"
    return f"未知的键“{key}”{meant(key, known)}"


def _missing(error: Any) -> list[str]:  # noqa: ANN401 - see above
    # A misspelt key is reported as unknown already; that the right one is missing says nothing new.
    unknown = [key for key in error.instance if key not in error.schema.get("properties", {})]
    missing = [key for key in error.validator_value if key not in error.instance]
    return [key for key in missing if not get_close_matches(key, unknown, n=1)]


def _message(error: Any) -> str:  # noqa: ANN401 - see above
    value = error.validator_value
    if error.validator == "enum":
        return f"未知的值“{error.instance}”{meant(error.instance, map(str, value))}"
    if error.validator == "type":
        return f"类型不对，应为{_TYPES[value]}"
    if error.validator == "oneOf":
        keys = [one["required"][0] for one in value]
        return f"须有且只有其一：{'、'.join(keys)} / exactly one of these is needed: {', '.join(keys)}"
    if error.validator == "pattern" and value == r"\S":
        return "不能为空 / must not be empty"
    limit = _LIMITS.get(error.validator)
    return limit.format(value) if limit else f"不合要求 / {error.message}"
