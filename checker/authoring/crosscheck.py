"""Checks between rule files, and between a rule and its kind: what no schema can say."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath
from string import Formatter
from typing import TYPE_CHECKING, Any

from checker import kinds
from checker.authoring.validation import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring.files import YamlFile
    from checker.authoring.sources import Sources
    from checker.ruleset.ruleset import RuleFileError


def cross_check(sources: Sources) -> Iterator[RuleFileError]:
    """List what does not fit together among files that are each valid by themselves."""
    yield from _ids(sources)
    # A rule is there by its file's name even where the file has a mistake.
    names = {*(one.file for one in sources.problems), *(one.name for one in sources.rules)}
    known = sources.by_id.keys() | {stem for name in names if (stem := PurePosixPath(name).stem).isupper()}
    lexicons = {PurePosixPath(one.name).stem: one.data for one in sources.lexicons}
    for file in sources.rules:
        yield from _references(file, sources, known)
        yield from _looked_for(file, sources)
        yield from _placeholders(file, lexicons)
        yield from _examples(file)
    yield from _cycles(sources)
    yield from _scoring(sources, known)
    yield from _formats(sources)


def _ids(sources: Sources) -> Iterator[RuleFileError]:
    first: dict[str, str] = {}
    for file in sources.rules:
        id_ = file.data["id"]
        name = PurePosixPath(file.name).stem
        if id_ != name:
            yield file.error(("id",), f"编号应与文件名“{name}”一致 / must equal the file name, '{name}'")
        if first.setdefault(id_, file.name) != file.name:
            yield file.error(("id",), f"编号已用于 {first[id_]} / already used in {first[id_]}")
    used: set[str] = set()
    instruments = sources.single.get("instruments.yaml")
    for index, one in enumerate(instruments.data["instruments"] if instruments else ()):
        if instruments and one["id"] in used:
            yield instruments.error(("instruments", index, "id"), f"编号重复 / occurs twice: {one['id']}")
        used.add(one["id"])


def _references(file: YamlFile, sources: Sources, known: set[str]) -> Iterator[RuleFileError]:
    for index, basis in enumerate(file.data["basis"]):
        name = basis["instrument"]
        if sources.instruments and name not in sources.instruments:
            yield file.error(("basis", index, "instrument"), f"未登记的依据“{name}”{meant(name, sources.instruments)}")
    for index, required in enumerate(file.data.get("requires", ())):
        if required not in known:
            yield file.error(("requires", index), f"没有规则“{required}”{meant(required, known)}")


def _looked_for(file: YamlFile, sources: Sources) -> Iterator[RuleFileError]:
    """What a rule looks for is described by a format, or it would be found nowhere."""
    if any(one.file.startswith("formats/") for one in sources.problems):
        return
    given = file.data["with"]
    sections = {one["key"] for form in sources.formats for one in form.data["sections"]} | {"document"}
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("sections", index), key) for index, key in enumerate(given.get("sections", ()))
    ]
    named += [(("section",), given["section"])] if "section" in given else []
    for trail, key in named:
        if key not in sections:
            yield file.error(("with", *trail), f"没有格式写有这一部分“{key}”{meant(key, sections)}")
    topics = {one["key"]: one["parts"] for form in sources.formats for one in form.data.get("topics", ())}
    if "topic" in given and given["topic"] not in topics:
        yield file.error(("with", "topic"), f"没有格式写有这一主题“{given['topic']}”{meant(given['topic'], topics)}")
        return
    for part in given.get("parts", ()) if "topic" in given else ():
        if part not in topics[given["topic"]]:
            yield file.error(("with", "parts", part), f"主题没有这一方面“{part}”{meant(part, topics[given['topic']])}")


def _placeholders(file: YamlFile, lexicons: Mapping[str, Any]) -> Iterator[RuleFileError]:
    kind, named = kinds.load(file.data["kind"]), file.data["with"].get("lexicon")
    if named is not None and named not in lexicons:
        yield file.error(("with", "lexicon"), f"没有这个词表“{named}”{meant(named, lexicons)}")
        return
    try:
        allowed = kind.placeholders(kinds.bind(kind, file.data["with"], lexicons))
    except (TypeError, ValueError, LookupError) as error:
        yield file.error(("with",), f"参数不可用 / the parameters cannot be used: {error}")
        return
    for lang, text in file.data["message"].items():
        try:
            used = [(name, spec, cast) for _, name, spec, cast in Formatter().parse(text) if name is not None]
        except ValueError as error:
            yield file.error(("message", lang), f"花括号不成对 / the braces do not match: {error}")
            continue
        for name, spec, cast in used:
            if spec or cast or name not in allowed:
                yield file.error(("message", lang), f"未知的占位符“{name}”{meant(name, allowed)}")


def _examples(file: YamlFile) -> Iterator[RuleFileError]:
    for index, one in enumerate(file.data.get("examples", ())):
        marked = any("「" in one.get(key, "") for key in ("text", "report", "table"))
        if one["expect"] == "fail" and not (marked or one.get("about") or one.get("at")):
            yield file.error(
                ("examples", index),
                "应不通过的示例须指明位置：用「…」标出，或写 about、at / a fail example must say where: mark it with 「…」, or give about or at",
            )
        try:
            date.fromisoformat(one.get("published", "2000-01-01"))
        except ValueError:
            yield file.error(("examples", index, "published"), "没有这一天 / there is no such day")


def _cycles(sources: Sources) -> Iterator[RuleFileError]:
    graph = {id_: tuple(file.data.get("requires", ())) for id_, file in sources.by_id.items()}
    for id_, file in sources.by_id.items():
        if id_ in _reachable(id_, graph):
            yield file.error(("requires",), f"规则互为前提 / {id_} requires itself, through the rules that it requires")


def _reachable(start: str, graph: dict[str, tuple[str, ...]]) -> set[str]:
    reached: set[str] = set()
    pending = list(graph[start])
    while pending:
        id_ = pending.pop()
        if id_ not in reached:
            reached.add(id_)
            pending += graph.get(id_, ())
    return reached


def _scoring(sources: Sources, known: set[str]) -> Iterator[RuleFileError]:
    file = sources.single.get("scoring.yaml")
    if file is None:
        return
    for index, gate in enumerate(file.data["gates"]):
        if gate not in known:
            yield file.error(("gates", index), f"没有规则“{gate}”{meant(gate, known)}")
    points = [one["from"] for one in file.data["grades"]]
    if points != sorted(set(points), reverse=True) or points[-1] != 0:
        yield file.error(
            ("grades",),
            "等级须由高到低，最后一级从 0 起 / grades must go from the highest to the lowest, the last from 0",
        )


def _formats(sources: Sources) -> Iterator[RuleFileError]:
    last_year = 0
    for file in sorted(sources.formats, key=lambda one: one.data["years"][0]):
        first, last = file.data["years"]
        if file.data["id"] != PurePosixPath(file.name).stem:
            yield file.error(("id",), "编号应与文件名一致 / must equal the file name")
        if first <= last_year or (last is not None and last < first):
            yield file.error(
                ("years",), "年度与另一格式重叠或前后颠倒 / the years overlap another format's or are reversed"
            )
        last_year = last or 9999
