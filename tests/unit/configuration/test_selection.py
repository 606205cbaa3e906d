from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import RuleFileError
from checker.configuration.selection import in_force
from checker.configuration.settings import Layer, resolve

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.configuration.settings import Settings

CASES = yaml.safe_load((Path(__file__).parent / "selections.yaml").read_text("utf-8"))
IDS = ("A-ONE", "A-ONE-PAGE", "A-TWO", "AB-ONE", "B-ONE", "S-FILE")


def _settings(values: dict[str, Any]) -> Settings:
    return resolve([Layer("x", Path(), values, lambda trail, said: RuleFileError(str(trail), 1, 1, said))])


@pytest.fixture
def few(ruleset: Ruleset) -> Ruleset:
    """Give a rule set of six rules, of which S-FILE judges what is no report."""
    by_kind = {one.kind: one for one in ruleset.rules.values()}
    rules = {id_: by_kind["status" if id_ == "S-FILE" else "deadline"]._replace(id=id_) for id_ in IDS}
    return ruleset._replace(rules=MappingProxyType(rules))


@pytest.mark.parametrize("case", CASES, ids=[one["name"] for one in CASES])
def test_which_rules_are_in_force(few: Ruleset, case: dict[str, Any]) -> None:
    given = {name: case[name] for name in ("select", "ignore") if name in case}
    assert list(in_force(few, _settings(given)).rules) == case["kept"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ignore": ["B-ONE", "A-TOW"]}, r"'ignore', 1.*did you mean 'A-TWO'"),
        ({"select": ["a"]}, r"'select', 0.*did you mean 'A'"),
        ({"severity": {"A-": "info"}}, r"'severity', 'A-'"),
        ({"ignore": ["*"]}, "no rule is left"),
        ({"select": ["A"], "ignore": ["A", "AB"]}, "no rule is left"),
    ],
    ids=["misspelt", "small letters", "a severity", "all ignored", "all selected ignored"],
)
def test_what_means_no_rule_is_a_mistake(few: Ruleset, values: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleFileError, match=said):
        in_force(few, _settings(values))


def test_the_closer_severity_wins_whatever_the_order(few: Ruleset) -> None:
    for pairs in ([("A-ONE", "info"), ("A*", "error")], [("A*", "error"), ("A-ONE", "info")]):
        made = in_force(few, _settings({"severity": dict(pairs)})).rules
        assert [made[id_].severity for id_ in ("A-ONE", "A-TWO")] == ["info", "error"]
        assert made["B-ONE"] == few.rules["B-ONE"]


def test_version_and_digest_tell_that_it_is_another_rule_set(few: Ruleset) -> None:
    one, other = (in_force(few, _settings({"ignore": [id_]})) for id_ in ("A-ONE", "A-TWO"))
    assert one.version == f"{few.version}+custom"
    assert len({one.digest, other.digest, few.digest}) == 3
    assert in_force(few, _settings({"ignore": ["A-ONE"]})).digest == one.digest


def test_settings_that_change_no_rule_leave_the_rule_set_as_it_is(few: Ruleset) -> None:
    same = few.rules["A-ONE"].severity.value
    assert in_force(few, _settings({"lang": "en", "severity": {"A-ONE": same}})) is few
