from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple, cast

import pytest

from checker import kinds
from checker.model.rule import Lexicon

if TYPE_CHECKING:
    from checker import Ruleset


def test_the_folder_is_the_registry() -> None:
    assert set(kinds.names()) >= {"deadline", "required", "status", "year"}


@pytest.mark.parametrize("name", kinds.names())
def test_every_kind_has_the_shape_of_a_kind(name: str) -> None:
    kind = kinds.load(name)
    assert kind.__name__ == f"checker.kinds.{name}"  # type: ignore[attr-defined]
    assert all(callable(one) for one in (kind.Params, kind.placeholders, kind.observe))


def test_a_kind_that_is_not_there_cannot_be_loaded() -> None:
    with pytest.raises(ModuleNotFoundError):
        kinds.load("horoscope")


def test_lists_of_a_rule_file_become_tuples() -> None:
    params = kinds.bind(kinds.load("required"), {"section": "fees", "placements": ["own", "nested"]})
    assert params.placements == ("own", "nested")
    assert hash(params.placements)


def test_a_parameter_that_a_kind_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        kinds.bind(kinds.load("year"), {"role": "plan", "expected": 1, "colour": "red"})


def test_every_rule_s_parameters_fit_its_kind(ruleset: Ruleset) -> None:
    for rule in ruleset.rules.values():
        kind = kinds.load(rule.kind)
        assert kind.placeholders(kinds.bind(kind, rule.params, ruleset.lexicons)) >= set()


def test_a_parameter_called_lexicon_becomes_the_lexicon_of_that_name(ruleset: Ruleset) -> None:
    class Worded(NamedTuple):
        lexicon: Lexicon

    kind = cast("kinds.Kind", SimpleNamespace(Params=Worded))
    assert kinds.bind(kind, {"lexicon": "page"}, ruleset.lexicons).lexicon == Lexicon("page", ruleset.lexicons["page"])
    with pytest.raises(KeyError, match="words"):
        kinds.bind(kind, {"lexicon": "words"}, ruleset.lexicons)
