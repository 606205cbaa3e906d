from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker import kinds
from checker.authoring import schema
from checker.authoring.generated import Drift

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS = schema.schemas()


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", kinds.names())
def test_the_parameters_of_every_kind_are_closed(kind: str) -> None:
    assert schema.params_schema(kind)["additionalProperties"] is False


def test_the_kind_decides_what_stands_under_with() -> None:
    rule = {"kind": "year", "with": {"section": "fees"}}
    messages = [error.message for error in Draft202012Validator(SCHEMAS["rule"]).iter_errors(rule)]
    assert "Additional properties are not allowed ('section' was unexpected)" in messages


def test_a_rule_as_an_editor_reads_it_is_valid(rules: Callable[..., Path]) -> None:
    for name in ("time/PLAN.yaml", "structure/FEES.yaml"):
        data = yaml.safe_load((rules() / name).read_text("utf-8"))
        assert not list(Draft202012Validator(SCHEMAS["rule"]).iter_errors(data))


def test_every_sort_of_rule_file_has_its_schema(rules: Callable[..., Path]) -> None:
    folder = rules()
    for name, file in {
        "instruments": "instruments",
        "scoring": "scoring",
        "ruleset": "ruleset",
        "format": "formats/2008",
    }.items():
        data = yaml.safe_load((folder / f"{file}.yaml").read_text("utf-8"))
        assert not list(Draft202012Validator(SCHEMAS[name]).iter_errors(data))


RESULT = json.loads((Path(__file__).parent.parent / "golden" / "json-zh.json").read_text("utf-8"))


def test_the_programs_own_result_is_valid() -> None:
    assert RESULT["results"]
    assert not list(Draft202012Validator(SCHEMAS["result"]).iter_errors(RESULT))


@pytest.mark.parametrize("key", RESULT["results"][0])
def test_a_result_without_one_of_its_keys_is_not_valid(key: str) -> None:
    first = {name: value for name, value in RESULT["results"][0].items() if name != key}
    assert list(Draft202012Validator(SCHEMAS["result"]).iter_errors(RESULT | {"results": [first]}))


def test_schemas_are_written_and_checked(tmp_path: Path) -> None:
    schema.write(tmp_path)
    assert schema.write(tmp_path, check=True) == []
    (tmp_path / "rule.schema.json").write_text("{}\n")
    assert schema.write(tmp_path, check=True) == [Drift("rule.schema.json", "changed")]
