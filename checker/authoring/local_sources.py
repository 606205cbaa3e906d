"""Adds a folder of local rules (地方规则) to the files of a rule set: rules, and instruments that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.files import read
from checker.authoring.rule_models import InstrumentsFile
from checker.authoring.schema import model_schema, rule_schema
from checker.authoring.specimens import LOCAL
from checker.authoring.validation import validate
from checker.ruleset.locate import rule_files
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.authoring.files import YamlFile
    from checker.authoring.sources import Sources

_INSTRUMENTS = "instruments.yaml"


def add_local(sources: Sources, folder: Path) -> None:
    """Add the rules and instruments in ``folder``, called by its name; mistakes are collected."""
    for path in rule_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            file = read(path, f"{LOCAL}{folder.name}/{name}")
        except RuleFileError as error:
            sources.problems.append(error)
            continue
        sources.problems += _added(sources, file, name)


def _added(sources: Sources, file: YamlFile, name: str) -> list[RuleFileError]:
    schema = model_schema(InstrumentsFile) if name == _INSTRUMENTS else rule_schema()
    problems = validate(file, schema)
    if problems:
        return problems
    if name == _INSTRUMENTS:
        taken = list(_taken(sources, file))
        sources.local_instruments.append(file)
        return taken
    sources.rules.append(file)
    return []


def _taken(sources: Sources, file: YamlFile) -> Iterator[RuleFileError]:
    for index, one in enumerate(file.data["instruments"]):
        if one["id"] in sources.instruments:
            yield file.error(("instruments", index, "id"), f"编号已有 / there is one already: {one['id']}")
