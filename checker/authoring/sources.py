"""Gathers the files of a rule set, each read and held against its schema; mistakes are collected, not raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.authoring.files import read
from checker.authoring.rule_models import FormatFile, InstrumentsFile, RulesetFile, ScoringFile
from checker.authoring.schema import model_schema, rule_schema
from checker.authoring.validation import validate
from checker.ruleset.locate import rule_files
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.files import YamlFile

_SINGLE = {"ruleset.yaml": RulesetFile, "instruments.yaml": InstrumentsFile, "scoring.yaml": ScoringFile}


@dataclass(slots=True)
class Sources:
    """The readable files of a rule set by what they are, and the mistakes found so far.

    ``rules`` holds only files that are valid by themselves.
    """

    folder: Path
    single: dict[str, YamlFile] = field(default_factory=dict)
    formats: list[YamlFile] = field(default_factory=list)
    lexicons: list[YamlFile] = field(default_factory=list)
    rules: list[YamlFile] = field(default_factory=list)
    local_instruments: list[YamlFile] = field(default_factory=list)
    problems: list[RuleFileError] = field(default_factory=list)

    @property
    def instruments(self) -> dict[str, Any]:
        """The instruments by their ids."""
        own = self.single.get("instruments.yaml")
        files = [*([own] if own else ()), *self.local_instruments]
        return {one["id"]: one for file in files for one in file.data["instruments"]}

    @property
    def by_id(self) -> dict[str, YamlFile]:
        """The rule files by the ids of their rules."""
        return {file.data["id"]: file for file in self.rules}


def gather(folder: Path) -> Sources:
    """Read all files of the rule set in ``folder``."""
    sources = Sources(folder)
    for path in rule_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            _add(sources, read(path, name))
        except RuleFileError as error:
            sources.problems.append(error)
    sources.problems += [
        RuleFileError(name, 1, 1, "缺少这个文件 / this file is missing")
        for name in _SINGLE
        if not (folder / name).is_file()
    ]
    sources.problems += [
        RuleFileError(path.relative_to(folder).as_posix(), 1, 1, "扩展名应为 .yaml / the file's name must end in .yaml")
        for path in sorted(folder.rglob("*.yml"))
    ]
    return sources


def _add(sources: Sources, file: YamlFile) -> None:
    kind, _, _ = file.name.rpartition("/")
    if kind == "lexicons":
        if isinstance(file.data, dict):
            sources.lexicons.append(file)
        else:
            sources.problems.append(file.error((), "词表应为键值表 / a lexicon must be a mapping"))
        return
    problems = validate(file, _schema(file.name))
    sources.problems += problems
    if problems:
        return
    if file.name in _SINGLE:
        sources.single[file.name] = file
    else:
        (sources.formats if kind == "formats" else sources.rules).append(file)


def _schema(name: str) -> dict[str, Any]:
    if name in _SINGLE:
        return model_schema(_SINGLE[name])
    return model_schema(FormatFile) if name.startswith("formats/") else rule_schema()
