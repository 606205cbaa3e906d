from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import kinds
from checker.authoring.files import read
from checker.authoring.lint import lint
from checker.authoring.loading import load_ruleset
from checker.authoring.parameters import described
from checker.authoring.scaffold import Plan, ScaffoldError, begin
from checker.authoring.schema import params_schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Rules = Callable[..., Path]

ORDER = ("id", "category", "title", "failed", "status", "section", "severity", "weight", "basis", "certainty")

REFUSED = {
    "an id that exists": ({"id": "PLAN"}, "ID", "time/PLAN.yaml"),
    "an id in small letters": ({"id": "plan-two"}, "ID", "capitals"),
    "an id that is a path": ({"id": "../PLAN"}, "ID", "capitals"),
    "an unknown kind": ({"kind": "yaer"}, "--kind", "did you mean 'year'"),
    "an unknown category": ({"category": "year-slips"}, "--category", "did you mean 'year-slip'"),
    "an unknown section": ({"section": "fee"}, "--section", "did you mean 'fees'"),
    "a kind without rules and no category": ({"kind": "status"}, "--category", "no rule of this kind yet"),
    "a folder above": ({"folder": "../elsewhere"}, "--folder", "within the rule set"),
    "a folder elsewhere": ({"folder": "/etc"}, "--folder", "within the rule set"),
    "no folder": ({"folder": "."}, "--folder", "within the rule set"),
    "a folder that no rule is read from": ({"folder": ".hidden"}, "--folder", "within the rule set"),
    "the folder of formats": ({"folder": "formats"}, "--folder", "folder for rules"),
}


@pytest.mark.parametrize("kind", kinds.names())
def test_a_new_rule_of_any_kind_loads(rules: Rules, kind: str) -> None:
    folder = rules()
    path = begin(folder, Plan("TIME-NEW", kind, category="typo", folder="time"))
    rule = load_ruleset(folder).rules["TIME-NEW"]
    assert (rule.kind, rule.status, path) == (kind, "draft", folder / "time" / "TIME-NEW.yaml")


@pytest.mark.parametrize("kind", kinds.names())
def test_the_parameters_of_a_kind_are_told(rules: Rules, kind: str) -> None:
    text = begin(rules(), Plan("TIME-NEW", kind, category="typo", folder="time")).read_text(encoding="utf-8")
    missing = [name for name in params_schema(kind)["properties"] if f"#   {name}: " not in text]
    assert not missing


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_lint_tells_nothing_but_what_is_still_to_be_written(rules: Rules, severity: str) -> None:
    folder = rules()
    before = len(lint(folder))
    path = begin(folder, Plan("TIME-NEW", "year", severity=severity))
    problems = [one for one in lint(folder) if one.file == "time/TIME-NEW.yaml"]
    lines = path.read_text(encoding="utf-8").splitlines()
    assert {one.line for one in problems} == {number for number, line in enumerate(lines, 1) if "待写" in line}
    assert all("still to be written" in one.message for one in problems)
    assert len(lint(folder)) == before + len(problems)


def test_the_keys_stand_in_the_order_of_the_other_rules(rules: Rules) -> None:
    path = begin(rules(), Plan("TIME-NEW", "year"))
    assert list(read(path, path.name).data) == [*ORDER, "kind", "with", "message", "remedy", "examples"]


def test_a_rule_goes_where_those_are_whose_ids_begin_alike(rules: Rules) -> None:
    folder = rules(("time/TIME-A.yaml", None, "not a rule"))
    begin(folder, Plan("PLAN-NEXT", "required"))
    assert (folder / "time" / "PLAN-NEXT.yaml").is_file()


def test_category_and_folder_are_those_of_the_rules_of_the_kind(rules: Rules) -> None:
    path = begin(rules(), Plan("NEW", "required"))
    assert path.parent.name == "structure"
    assert read(path, path.name).data["category"] == "missing-section"


def test_a_folder_that_is_new_is_made_and_finds_the_schema(rules: Rules) -> None:
    path = begin(rules(), Plan("NEW", "year", folder="provinces/east"))
    assert "$schema=../../../docs/schema/rule.schema.json" in path.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize("given", REFUSED)
def test_what_cannot_be_begun_is_refused_with_what_was_meant(rules: Rules, given: str) -> None:
    changed, option, words = REFUSED[given]
    folder = rules()
    before = sorted(folder.rglob("*"))
    with pytest.raises(ScaffoldError, match=words) as caught:
        begin(folder, Plan(**{"id": "NEW", "kind": "year", **changed}))
    assert caught.value.option == option
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer"}, "whole number"),
        ({"anyOf": [{"enum": ["a", "b"]}, {"const": ""}]}, 'a | b | ""'),
        ({"type": "array", "items": {"type": "string"}}, "[text, ...]"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "{NAME: true | false, ...}"),
        (
            {"type": "object", "properties": {"a": {"type": "null"}, "b": {}}, "required": ["a"]},
            "{a: null, b?: anything}",
        ),
        ({"$ref": "#/$defs/Word"}, "text"),
    ],
)
def test_types_are_told_in_words(schema: dict[str, object], words: str) -> None:
    assert described(schema, {"$defs": {"Word": {"type": "string"}}}) == words
