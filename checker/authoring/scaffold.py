"""Begins a rule: a file with every key in its place, which loads at once and says what remains to be written."""

from __future__ import annotations

import contextlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from re import fullmatch
from textwrap import wrap
from typing import TYPE_CHECKING, get_args

from checker import kinds
from checker.authoring.parameters import meaning, parameters
from checker.authoring.rule_models import Category
from checker.authoring.sources import gather
from checker.authoring.validation import meant
from checker.model.rule import Organ, SectionKey, Severity, Tier
from checker.ruleset.locate import packaged_form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from typing import Any

    from checker.authoring.sources import Sources

UNWRITTEN = "待写"
"""What a text begins with that is still to be written; ``rules lint`` looks for it."""

_ID = r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*"
_TAKEN = frozenset({"formats", "lexicons"})
_WIDTH = 122  # a line of a docstring and the mark


class ScaffoldError(ValueError):
    """A rule that cannot be begun: which ``option`` stands in the way, and why."""

    def __init__(self, message: str, option: str) -> None:
        """Keep the option's name, as the command line has it, beside the message."""
        super().__init__(message)
        self.option = option


@dataclass(frozen=True, slots=True)
class Plan:
    """What the writer of a new rule says beforehand; None: as the rules that are most like it."""

    id: str
    kind: str
    category: str | None = None
    section: str = "document"
    severity: str = "warning"
    folder: str | None = None


def begin(rules: Path, plan: Plan) -> Path:
    """Write the file of a new rule into the rule set ``rules`` and give its path; raises ScaffoldError."""
    if packaged_form(rules):
        message = f"这是随程序安装的规则，请先复制一份 / these rules belong to the installed program: copy them first, {rules}"
        raise ScaffoldError(message, "--rules")
    sources = gather(rules)
    _refuse_id(plan.id, sources)
    _refuse_unknown("--kind", plan.kind, kinds.names())
    _refuse_unknown("--section", plan.section, get_args(SectionKey))
    category = plan.category or _category(plan, sources)
    _refuse_unknown("--category", category, get_args(Category))
    path = _folder(rules, plan.folder or _likely_folder(plan, category, sources)) / f"{plan.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    depth = len(path.parent.resolve().relative_to(rules.resolve()).parts)
    text = "\n".join(_lines(plan, category, sources, "../" * (depth + 1)))
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
    return path


def _refuse_id(id_: str, sources: Sources) -> None:
    if not fullmatch(_ID, id_):
        message = f"编号只用大写字母、数字和连字符 / an id is capitals, digits and hyphens, e.g. TIME-YEAR-PLAN: {id_}"
        raise ScaffoldError(message, "ID")
    for path in sorted(sources.folder.rglob("*.yaml")):
        if path.stem.upper() == id_:
            there = path.relative_to(sources.folder).as_posix()
            message = f"{id_} 已有 / there is already a file {there}"
            raise ScaffoldError(message, "ID")


def _refuse_unknown(option: str, word: str, known: Collection[str]) -> None:
    if word not in known:
        message = f"没有“{word}”{meant(word, known)}"
        raise ScaffoldError(message, option)


def _folder(rules: Path, name: str) -> Path:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    folder = rules.joinpath(*parts)
    within = folder.resolve().is_relative_to(rules.resolve()) and not any(one.startswith(".") for one in parts)
    if not parts or not within or parts[0] in _TAKEN:
        message = f"应是规则集内放规则的文件夹 / must be a folder for rules within the rule set {rules}: {name}"
        raise ScaffoldError(message, "--folder")
    return folder


def _category(plan: Plan, sources: Sources) -> str:
    found = _most(file.data["category"] for file in sources.rules if file.data["kind"] == plan.kind)
    if found is None:
        known = ", ".join(get_args(Category))
        message = f"这种检查方式还没有规则，请用 --category 指定 / no rule of this kind yet: give one of {known}"
        raise ScaffoldError(message, "--category")
    return found


def _likely_folder(plan: Plan, category: str, sources: Sources) -> str:
    """Give the folder of the rules whose ids begin alike, else of those of the category, else of the kind."""
    prefix = plan.id.partition("-")[0]
    likenesses = (
        [file for file in sources.rules if file.data["id"].partition("-")[0] == prefix],
        [file for file in sources.rules if file.data["category"] == category],
        [file for file in sources.rules if file.data["kind"] == plan.kind],
    )
    found = (_most(PurePosixPath(file.name).parent.as_posix() for file in files) for files in likenesses)
    return next((one for one in found if one not in {None, "."}), None) or prefix.lower()


def _most(words: Iterable[str]) -> str | None:
    counted = Counter(words)
    return max(sorted(counted), key=lambda word: counted[word]) if counted else None


def _lines(plan: Plan, category: str, sources: Sources, up: str) -> Iterator[str]:
    severity = Severity(plan.severity)
    yield f"# yaml-language-server: $schema={up}docs/schema/rule.schema.json"
    yield f"id: {plan.id}"
    yield f"category: {category}"
    yield f"title: {_unwritten('规则成立时的情形', 'what holds where the rule passes')}"
    yield f"failed: {_unwritten('不成立时的情形', 'what is the matter where it fails')}"
    yield "status: draft  # draft: shown, not counted | stable | deprecated"
    yield f"section: {plan.section}"
    yield f"severity: {severity}  # {' | '.join(Severity)}"
    yield f"weight: {0 if severity is Severity.INFO else 1}  # 0 for info; 1 to 5, see docs/scoring.md"
    yield from _basis(severity, sources.instruments)
    yield f"# applies_to: {{tiers: [{_known(Tier)}], organs: [{_known(Organ)}]}}  # left out: all"
    yield "# requires: [ID]  # failed there, this rule is blocked and not failed twice"
    yield f"certainty: {'certain' if severity is Severity.ERROR else 'likely'}  # likely: recognised by wording"
    yield from _kind(plan.kind, _lexicon(plan, sources))
    yield "message:"
    yield f"  zh: {UNWRITTEN}：查到了什么、应为什么"
    yield f"  en: {UNWRITTEN} what was found and what was expected"
    yield f"remedy: {_unwritten('怎么改', 'what to do')}"
    yield "examples:  # the passing ones harder than the failing ones; text, report or table; year, section, tier, organ"
    yield from (
        _example("fail", plan.section, "「应指出之处」用括号标出"),
        _example("pass", plan.section, "相像而不错的文字"),
    )


def _basis(severity: Severity, instruments: Mapping[str, Any]) -> Iterator[str]:
    wanted = ("logic", "statute", "format") if severity is Severity.ERROR else ("practice",)
    ranked = sorted(instruments.values(), key=lambda one: (one["level"] not in wanted, one["years"][1] is not None))
    yield "basis:  # one or more of:"
    yield from (f"#   {one['id']}: {one['name']['zh']} ({one['level']}, {_years(one)})" for one in instruments.values())
    yield f"  - {{instrument: {ranked[0]['id'] if ranked else UNWRITTEN}, article: {UNWRITTEN}：条款}}"


def _years(instrument: Mapping[str, Any]) -> str:
    first, last = instrument["years"]
    return f"{first or ''}-{last or ''}" if first or last else "all years"


def _lexicon(plan: Plan, sources: Sources) -> str:
    """Name the lexicon that other rules of the kind use, else any."""
    used = [file.data["with"].get("lexicon") for file in sources.rules if file.data["kind"] == plan.kind]
    names = [PurePosixPath(one.name).stem for one in sources.lexicons]
    return next((one for one in (*used, *names) if one), UNWRITTEN)


def _kind(name: str, lexicon: str) -> Iterator[str]:
    kind = kinds.load(name)
    known = [one._replace(first=lexicon) if one.name == "lexicon" else one for one in parameters(name, UNWRITTEN)]
    first, offered = _accepted(kind, {one.name: one.first for one in known if one.first is not None})
    yield f"kind: {name}"
    yield from _comment(meaning(name))
    for one in known:
        yield from _comment(f"{one.name}: {one.type} ({one.default})", "#   ")
    yield from ("with:", *(f"  {key}: {_flow(value)}" for key, value in first.items())) if first else ("with: {}",)
    yield from _comment(f"placeholders:\n{kind.placeholders.__doc__ or ''}")
    yield from _comment("  ".join(f"{{{name}}}" for name in offered))


def _accepted(kind: kinds.Kind, first: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Give the first values that the kind can use, with the placeholders they bring.

    A list of what only the kind can describe has no entry to begin with; it begins empty.
    """
    for values in (first, {name: [] if isinstance(value, list) else value for name, value in first.items()}):
        with contextlib.suppress(TypeError, ValueError, LookupError):
            return values, sorted(kind.placeholders(kinds.bind(kind, values, defaultdict(dict))))
    return first, []


def _flow(value: object) -> str:
    plain = isinstance(value, str) and value.isidentifier() and value not in {"true", "false", "null"}
    return str(value) if plain else json.dumps(value, ensure_ascii=False)


def _comment(text: str, mark: str = "# ") -> Iterator[str]:
    for line in text.replace("``", "`").splitlines():
        yield from wrap(line, _WIDTH, initial_indent=mark, subsequent_indent=mark, break_long_words=False)


def _known(words: Iterable[str]) -> str:
    return ", ".join(words)


def _unwritten(zh: str, en: str) -> str:
    return f"{{zh: {UNWRITTEN}：{zh}, en: {UNWRITTEN} {en}}}"


def _example(expect: str, section: str, text: str) -> str:
    place = "" if section == "document" else f"section: {section}, "
    return (
        f'  - {{name: {UNWRITTEN} in a short phrase, expect: {expect}, year: 2017, {place}text: "{UNWRITTEN}：{text}"}}'
    )
