"""What there is to say about a rule, in both languages: the matter of its page and of ``explain``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.authoring.accuracy import figures_of, told
from checker.authoring.specimens import examples_of, text_of, year_of
from checker.model.rule import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from checker.authoring.accuracy import Gap
    from checker.model.rule import Basis, Instrument, Rule
    from checker.ruleset.ruleset import Ruleset

Fact = tuple[Bilingual, Bilingual]
"""A label and what it labels."""

_ALL = Bilingual("全部", "all")
_SEVERITIES = {
    "error": Bilingual("错误", "error"),
    "warning": Bilingual("警告", "warning"),
    "info": Bilingual("提示", "info"),
}
_STATUSES = {
    "draft": Bilingual("草案（显示，不计分）", "draft (shown, not counted)"),
    "stable": Bilingual("正式", "stable"),
    "deprecated": Bilingual("停用", "deprecated"),
}
_CERTAINTIES = {
    "certain": Bilingual(
        "确定（算术，或对读全的文件判断有无）", "certain (arithmetic, or absence from a fully read document)"
    ),
    "likely": Bilingual("可能（凭措辞识别）", "likely (recognised by wording)"),
}
_LEVELS = {
    "statute": Bilingual("法定", "statute"),
    "format": Bilingual("国办格式", "national format"),
    "local": Bilingual("地方要求", "local requirement"),
    "practice": Bilingual("实务建议", "practice"),
    "logic": Bilingual("算术与历法", "logic"),
}
_TIERS = {
    "national": Bilingual("国家", "national"),
    "province": Bilingual("省级", "province"),
    "city": Bilingual("市级", "city"),
    "county": Bilingual("县级", "county"),
    "township": Bilingual("乡级", "township"),
    "unknown": Bilingual("层级不明", "unknown tier"),
}
_ORGANS = {
    "government": Bilingual("人民政府", "government"),
    "office": Bilingual("政府办公厅（室）", "office"),
    "department": Bilingual("部门", "department"),
    "subdistrict": Bilingual("街道办事处", "subdistrict"),
    "committee": Bilingual("管委会", "committee"),
    "authorised": Bilingual("法律、法规授权的组织", "authorised organisation"),
    "unknown": Bilingual("类型不明", "unknown organ"),
}
_OUTCOMES = {
    "pass": Bilingual("通过", "passes"),
    "fail": Bilingual("不通过", "fails"),
    "undetermined": Bilingual("无法判定", "undetermined"),
    "not_applicable": Bilingual("不适用", "does not apply"),
}


@dataclass(frozen=True, slots=True)
class SheetExample:
    """An example: its name, what becomes of it, under which circumstances, and its text with marks."""

    name: str
    outcome: Bilingual
    given: Bilingual
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rule as explained to people."""

    rule: Rule
    facts: tuple[Fact, ...]
    basis: tuple[Bilingual, ...]
    examples: tuple[SheetExample, ...]
    gaps: tuple[Gap, ...] = ()


def sheet(rule: Rule, ruleset: Ruleset, folder: Path) -> Sheet:
    """Put together what there is to say about ``rule`` of the rule set in ``folder``."""
    figures = figures_of(folder)
    accuracy = (Bilingual("准确率", "Accuracy"), told(figures, rule.id))
    return Sheet(
        rule,
        (*_facts(rule, ruleset), *([accuracy] if figures is not None else [])),
        tuple(_basis(one, ruleset.instruments[one.instrument]) for one in rule.basis),
        tuple(_example(one) for one in examples_of(rule, folder)),
        figures[rule.id].gaps if figures and rule.id in figures else (),
    )


def severity(rule: Rule) -> Bilingual:
    """Name the severity of ``rule``."""
    return _SEVERITIES[rule.severity]


def section_title(key: str, ruleset: Ruleset) -> Bilingual:
    """Name a section as the newest format that has it does."""
    titles = [one.title for form in ruleset.formats for one in form.sections if one.key == key]
    return titles[-1] if titles else Bilingual("全文", "the whole report")


def years(rule: Rule, ruleset: Ruleset) -> Bilingual:
    """Name the report years that ``rule`` governs."""
    dated = [
        one
        for one in (ruleset.instruments[basis.instrument] for basis in rule.basis)
        if one.first_year or one.last_year
    ]
    named = sorted({(one.first_year or 0, one.last_year or 9999) for one in dated})
    spans = [_span(first, last) for first, last in _merged(named)]
    return Bilingual("、".join(one.zh for one in spans), ", ".join(one.en for one in spans)) if spans else _ALL


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _span(first: int, last: int) -> Bilingual:
    if first == 0:
        return Bilingual(f"{last}年度及以前", f"until {last}")
    return (
        Bilingual(f"{first}年度起", f"since {first}")
        if last == 9999
        else Bilingual(f"{first}—{last}年度", f"{first}–{last}")
    )


def _facts(rule: Rule, ruleset: Ruleset) -> Iterable[Fact]:
    title = section_title(rule.section, ruleset)
    yield Bilingual("级别", "Severity"), severity(rule)
    yield Bilingual("权重", "Weight"), Bilingual(str(rule.weight), str(rule.weight))
    yield Bilingual("所属部分", "Section"), Bilingual(title.zh, f"{title.en} ({rule.section})")
    yield Bilingual("类别", "Category"), Bilingual(rule.category, rule.category)
    yield Bilingual("把握", "Certainty"), _CERTAINTIES[rule.certainty]
    yield Bilingual("适用年度", "Report years"), years(rule, ruleset)
    yield Bilingual("适用层级", "Tiers"), _names(rule.tiers, _TIERS)
    yield Bilingual("适用机关", "Organs"), _names(rule.organs, _ORGANS)
    if rule.requires:
        yield Bilingual("前提规则", "Requires"), Bilingual("、".join(rule.requires), ", ".join(rule.requires))
    yield Bilingual("状态", "Status"), _STATUSES[rule.status]
    yield Bilingual("规则文件", "Rule file"), Bilingual(rule.file, rule.file)


def _names(chosen: Sequence[str], names: dict[str, Bilingual]) -> Bilingual:
    known = [names[one] for one in chosen]
    return Bilingual("、".join(one.zh for one in known), ", ".join(one.en for one in known)) if known else _ALL


def _basis(basis: Basis, instrument: Instrument) -> Bilingual:
    level, name = _LEVELS[instrument.level], instrument.name
    # Numbered documents are cited by title and number, the rest by their plain names.
    cited = (
        f"《{name.zh}》（{instrument.number}）{basis.article}" if instrument.number else f"{name.zh} {basis.article}"
    )
    named = "" if level.zh == name.zh else f"{level.zh}："
    return Bilingual(f"{named}{cited}".rstrip(), f"{level.en}: {name.en}, {basis.article}".rstrip(", "))


def _example(example: dict[str, Any]) -> SheetExample:
    year = year_of(example)
    given = [Bilingual(f"{year}年度", f"report year {year}")] if year else []
    given += [_TIERS[example["tier"]]] if "tier" in example else []
    given += [_ORGANS[example["organ"]]] if "organ" in example else []
    if "published" in example:
        given.append(Bilingual(f"{example['published']} 发布", f"published {example['published']}"))
    return SheetExample(
        name=example["name"],
        outcome=_OUTCOMES[example["expect"]],
        given=Bilingual("，".join(one.zh for one in given), ", ".join(one.en for one in given)),
        text=text_of(example).strip("\n"),
        about=example.get("about", ""),
    )
