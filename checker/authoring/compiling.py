"""Compiles a folder of rule files to the one JSON that a check loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.crosscheck import cross_check
from checker.authoring.local_sources import add_local
from checker.authoring.sources import gather
from checker.ruleset.loader import COMPILED_FORMAT
from checker.ruleset.locate import digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.authoring.sources import Sources
    from checker.ruleset.ruleset import RuleFileError


def compile_rules(folder: Path, local: Sequence[Path] = ()) -> dict[str, Any]:
    """Validate the rule set in ``folder``, ``local`` rules added, and give its compiled form.

    Raises RuleFileError for the first mistake.
    """
    sources, problems = checked_sources(folder, local)
    if problems:
        raise problems[0]
    return {
        "compiled": COMPILED_FORMAT,
        "version": sources.single["ruleset.yaml"].data["version"],
        "digest": digest(folder, local),
        "rules": [_without_examples(file.data, file.name) for file in sources.rules],
        "instruments": list(sources.instruments.values()),
        "formats": [file.data for file in sources.formats],
        "lexicons": {file.name.removeprefix("lexicons/").removesuffix(".yaml"): file.data for file in sources.lexicons},
        "scoring": sources.single["scoring.yaml"].data,
    }


def checked_sources(folder: Path, local: Sequence[Path] = ()) -> tuple[Sources, list[RuleFileError]]:
    """Read the rule set in ``folder`` and ``local`` rules, and list all their mistakes, by file and place."""
    sources = gather(folder)
    for one in local:
        add_local(sources, one)
    problems = [*sources.problems, *cross_check(sources)]
    return sources, sorted(problems, key=lambda one: (one.file, one.line, one.column))


def _without_examples(rule: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in rule.items() if key != "examples"} | {"file": name}
