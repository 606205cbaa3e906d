"""JSON Schemas (draft 2020-12) of the rule files, of waiver and baseline files and of the checker's JSON result."""

from __future__ import annotations

import collections.abc
import dataclasses
import json
import typing
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from checker import kinds
from checker.authoring.baseline_models import BaselineFile
from checker.authoring.generated import Drift, bring_up_to_date
from checker.authoring.result_models import Result
from checker.authoring.rule_models import FormatFile, InstrumentsFile, RuleFile, RulesetFile, ScoringFile
from checker.authoring.waiver_models import WaiversFile
from checker.configuration.keys import config_schema, profile_schema
from checker.model.rule import Lexicon
from checker.readers.json.schema import report_schema

if TYPE_CHECKING:
    from pathlib import Path

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Leaves out titles that only repeat a key, and null where leaving a key out says the same."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        return False

    def default_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - pydantic's signature
        if schema.get("default", ...) is not None:
            return super().default_schema(schema)
        inner = schema["schema"]
        return self.generate_inner(inner["schema"] if inner["type"] == "nullable" else inner)


def schemas() -> dict[str, Schema]:
    """Give every published schema by its name."""
    return {
        "rule": rule_schema(),
        "instruments": model_schema(InstrumentsFile),
        "scoring": model_schema(ScoringFile),
        "format": model_schema(FormatFile),
        "ruleset": model_schema(RulesetFile),
        "waivers": model_schema(WaiversFile),
        "baseline": model_schema(BaselineFile),
        "config": config_schema(),
        "profile": profile_schema(),
        "report": report_schema(),
        "result": model_schema(Result, mode="serialization"),
    }


@cache
def model_schema(model: type[BaseModel], mode: typing.Literal["validation", "serialization"] = "validation") -> Schema:
    """Give the schema of a file or result that does not depend on the kinds."""
    made = model.model_json_schema(schema_generator=_Generator, mode=mode)
    return {"$schema": _DIALECT, **made}


@cache
def rule_schema() -> Schema:
    """Give the schema of a rule file, in which the kind decides what stands under ``with``."""
    schema: Schema = json.loads(json.dumps(model_schema(RuleFile)))
    schema["properties"]["kind"]["enum"] = list(kinds.names())
    schema["allOf"] = []
    for name in kinds.names():
        params = params_schema(name)
        schema["$defs"].update(params.pop("$defs", {}))
        schema["$defs"][f"with.{name}"] = params
        schema["allOf"].append(_when_kind(name))
    return schema


def params_schema(kind: str) -> Schema:
    """Give the schema of a kind's parameters, made of its ``Params``."""
    made = TypeAdapter(_resolved(kinds.load(kind).Params)).json_schema(
        schema_generator=_Generator, ref_template=f"#/$defs/with.{kind}.{{model}}"
    )
    made["$defs"] = {f"with.{kind}.{name}": schema for name, schema in made.get("$defs", {}).items()}
    made.pop("title", None)
    return made


def write(out: Path, *, check: bool = False) -> list[Drift]:
    """Write all schemas to the folder ``out``, or with ``check`` only tell which differ from what is there."""
    pages = {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }
    return bring_up_to_date(out, pages, check=check)


def _when_kind(name: str) -> Schema:
    return {
        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
        "then": {"properties": {"with": {"$ref": f"#/$defs/with.{name}"}}},
    }


def _resolved(params: type[Any]) -> type[Any]:
    # Kinds import the types of their annotations for the type checker alone; pydantic needs them for real.
    names = {**vars(collections.abc), **vars(typing), "Lexicon": Lexicon}
    hints = typing.get_type_hints(params, localns=names)
    fields = [(name, _written(hints[name]), *_default(params, name)) for name in params._fields]
    namespace = {"__doc__": params.__doc__, "__pydantic_config__": {"extra": "forbid"}}
    return dataclasses.make_dataclass(params.__name__, fields, namespace=namespace, kw_only=True)


def _written(type_: Any) -> Any:  # noqa: ANN401 - any annotation
    """A rule file names a lexicon."""
    return str if type_ is Lexicon else type_


def _default(params: type[Any], name: str) -> tuple[Any, ...]:
    if name not in params._field_defaults:
        return ()
    value = params._field_defaults[name]
    if isinstance(value, collections.abc.Mapping):
        return (dataclasses.field(default_factory=lambda: dict(value)),)
    return (dataclasses.field(default=value),)
