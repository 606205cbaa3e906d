"""Lints a rule set: all its mistakes at once, and what makes a rule fit to be published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring import hostile
from checker.authoring.accuracy import figures_of
from checker.authoring.compiling import checked_sources
from checker.authoring.scaffold import UNWRITTEN
from checker.authoring.specimens import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from checker.authoring.accuracy import Figures
    from checker.authoring.files import Trail, YamlFile
    from checker.authoring.sources import Sources
    from checker.ruleset.ruleset import RuleFileError

_PATTERN_KEYS = frozenset({"pattern", "patterns", "unless", "headings", "topics", "wordings"})
_MAY_BE_ERROR = frozenset({"statute", "format", "logic"})


def lint(folder: Path, local: Sequence[Path] = ()) -> list[RuleFileError]:
    """List everything that is to be put right in the rule set in ``folder`` and ``local`` rules, by file and place."""
    sources, problems = checked_sources(folder, local)
    for file in sources.rules:
        problems += [*_unwritten(file), *_examples(file), *_weight(file), *_severity(file, sources)]
    problems += [*_twins(sources), *_patterns(sources), *_unmeasured(sources, figures_of(folder))]
    return sorted(problems, key=lambda one: (one.file, one.line, one.column))


def _unwritten(file: YamlFile) -> Iterator[RuleFileError]:
    for trail, text in _strings(file.data, ()):
        if text.startswith(UNWRITTEN):
            yield file.error(
                trail, f"还没有写 / still to be written: {text.removeprefix(UNWRITTEN).lstrip('： ') or trail[-1]}"
            )


def _examples(file: YamlFile) -> Iterator[RuleFileError]:
    expected = {one["expect"] for one in file.data.get("examples", ())}
    for wanted in ("pass", "fail"):
        if wanted not in expected:
            yield file.error(
                ("examples",), f"缺少 expect: {wanted} 的示例 / no example is expected to {wanted}", at_key=True
            )


def _weight(file: YamlFile) -> Iterator[RuleFileError]:
    if (file.data["severity"] == "info") != (file.data["weight"] == 0):
        yield file.error(
            ("weight",),
            "提示类规则的权重应为 0，其他至少为 1 / the weight of an info rule is 0, of any other at least 1",
        )


def _severity(file: YamlFile, sources: Sources) -> Iterator[RuleFileError]:
    if file.data["severity"] != "error":
        return
    levels = {
        sources.instruments[one["instrument"]]["level"]
        for one in file.data["basis"]
        if one["instrument"] in sources.instruments
    }
    if not levels & _MAY_BE_ERROR:
        yield file.error(
            ("severity",),
            "依据不是法规、国办格式或算术历法，最高为 warning / at most a warning: no basis is statute, format or logic",
        )
    if file.data.get("certainty") == "likely" and "logic" not in levels:
        yield file.error(
            ("severity",), "仅凭措辞识别的规则最高为 warning / at most a warning: it is recognised by wording alone"
        )


def _unmeasured(sources: Sources, figures: Mapping[str, Figures] | None) -> Iterator[RuleFileError]:
    """A rule set that is measured at all is measured whole: what has no figures is a draft, what cries wolf no error."""
    if figures is None:
        return
    for file in (one for one in sources.rules if not one.name.startswith(LOCAL)):
        found = figures.get(file.data["id"])
        if file.data["status"] == "stable" and (found is None or not found.recall.trials):
            yield file.error(
                ("status",), "没有准确率数据，只能是 draft / no figures in accuracy.json: it can be a draft only"
            )
        if file.data["severity"] == "error" and found is not None and found.clean:
            yield file.error(
                ("severity",),
                f"在无差错的报告上误报 {found.clean} 处，最高为 warning / at most a warning: {found.clean} false alarms on clean reports",
            )


def _twins(sources: Sources) -> Iterator[RuleFileError]:
    seen: dict[str, str] = {}
    for file in sources.rules:
        key = json.dumps([file.data["kind"], file.data["with"], file.data.get("applies_to")], sort_keys=True)
        first = seen.setdefault(key, file.name)
        if first != file.name:
            yield file.error(("with",), f"与 {first} 的检查方式和参数相同 / same kind and parameters as {first}")


def _patterns(sources: Sources) -> Iterator[RuleFileError]:
    for file, trail, pattern in _all_patterns(sources):
        complaint = hostile.complaint(pattern)
        if complaint:
            yield file.error(trail, complaint)


def _all_patterns(sources: Sources) -> Iterator[tuple[YamlFile, Trail, str]]:
    texts = [
        (file, trail, text) for file in (*sources.formats, *sources.lexicons) for trail, text in _strings(file.data, ())
    ]
    texts += [(file, trail, text) for file in sources.rules for trail, text in _strings(file.data["with"], ("with",))]
    for file, trail, text in texts:
        if _PATTERN_KEYS.intersection(trail) or hostile.looks_like_pattern(text):
            yield file, trail, text


def _strings(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:  # noqa: ANN401 - any plain data
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _strings(one, (*trail, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(one, (*trail, key))
