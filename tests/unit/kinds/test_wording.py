from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import engine, kinds
from checker.kinds.wording.variants import variants
from checker.model.document import Span
from checker.model.result import Broken, Fix, Held
from checker.model.rule import Lexicon

if TYPE_CHECKING:
    from checker import Report, Ruleset
    from checker.kinds.wording.entry import Entry
    from checker.model.result import Finding, Observation
    from tests.conftest import Understand, UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text("utf-8"))
LISTS = [("typos", "wrong"), ("typos", "usage"), ("doubled", "sure"), ("doubled", "likely"), ("terms", "terms")]
PAGE = "<html><body><h1>某市某局2021年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开信息15条。</p><table><tr><td>项目</td><td>数量</td></tr><tr><td>{}</td><td>3</td></tr></table></body></html>"


def made_of(terms: list[str], confused: dict[str, str]) -> list[Entry]:
    return [make() for _, make in variants(terms, confused)]


def told(report: Report, ruleset: Ruleset) -> list[Finding]:
    rules = frozenset(id_ for id_ in ruleset.rules if id_.startswith("TYPO-"))
    return [finding for result in engine.run(report, ruleset, rules) for finding in result.findings]


def seen(report: Report, words: dict[str, Any], **given: str) -> list[Observation]:
    kind = kinds.load("wording")
    params = kinds.bind(kind, {"lexicon": "own", "words": "words", **given}, {"own": {"words": words}})
    return list(kind.observe(params, report))


def spans(report: Report, words: dict[str, Any], **given: str) -> list[str]:
    return [
        report.text[fix.span.start : fix.span.end]
        for one in seen(report, words, **given)
        if isinstance(one, Broken)
        for fix in one.fixes
    ]


@pytest.mark.parametrize("text", CASES["clean"])
def test_nothing_is_said_of_words_that_are_right(
    text: str, understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    assert [(one.rule, one.evidence[0].quote) for one in told(understand_fragment(text, year=2017), ruleset)] == []


@pytest.mark.parametrize("case", CASES["faulty"], ids=lambda case: case["text"])
def test_each_slip_is_told_once_with_the_better_word(
    case: dict[str, Any], understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    found: dict[str, list[str | None]] = {}
    for one in told(understand_fragment(case["text"], year=2017), ruleset):
        found.setdefault(one.rule, []).append(one.suggestion)
    assert found == case["found"]


def test_the_fix_puts_the_better_word_in_the_place_of_the_wrong_one(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开甲乙信息。")
    (broken,) = seen(report, {"plain": {"甲乙": "丙丁"}})
    assert isinstance(broken, Broken)
    assert broken.fixes == (Fix(Span(2, 4), "丙丁"),)
    assert broken.spans == (Span(0, 6),)
    assert broken.values == {"words": "甲乙", "expected": "丙丁"}


def test_two_words_of_one_clause_are_told_apart(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("公开甲乙信息和甲乙目录。")
    found = [one for one in seen(report, {"plain": {"甲乙": "丙丁"}}) if isinstance(one, Broken)]
    assert [report.text[slice(*one.spans[0])] for one in found] == ["公开甲乙信息和甲乙目录", "信息和甲乙目录"]


def test_labels_of_statutory_tables_are_left_to_the_rules_on_tables(understand: Understand, ruleset: Ruleset) -> None:
    rows = "| 第二十条第（一）项 |\n| 信息内容 | 本年制发件数 | 本年废纸件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 1 | 0 | 5 |\n| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 3 |\n| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 | 3 |\n| 行政强制 | 0 |\n| 第二十条第（八）项 |\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 0 |\n"
    text = f"某市某局2021年政府信息公开工作年度报告\n一、总体情况\n另有废纸件数15件。\n二、主动公开政府信息情况\n{rows}三、收到和处理政府信息公开申请情况\n无。\n"
    assert [one.evidence[0].quote for one in told(understand(text), ruleset)] == ["另有废纸件数15件"]


def test_a_text_without_any_of_the_words_says_nothing_wrong(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment("公开信息。"), {"plain": {"甲乙": "丙丁"}}) == [Held()]


@pytest.mark.parametrize(
    ("around", "text", "found"),
    [
        ({"before": "可能"}, "可能甲乙。也甲乙。", 1),
        ({"after": "[。]"}, "甲乙。甲乙的。", 1),
        ({"not_before": "可能"}, "可能甲乙。也甲乙。", 1),
        ({"not_after": "的"}, "甲乙。甲乙的。", 1),
        ({"near": "清单"}, "甲乙清单。甲乙。", 1),
        ({"after": "清单"}, "甲乙\n清单", 0),
    ],
    ids=["before", "after", "not before", "not after", "in its sentence", "beyond its line"],
)
def test_the_words_around_make_a_word_sure(
    around: dict[str, str], text: str, found: int, understand_fragment: UnderstandFragment
) -> None:
    entry = {"wrong": "甲乙", "right": "丙丁", **around}
    assert len(spans(understand_fragment(text), {"placed": [entry]})) == found


def test_of_two_words_that_overlap_the_longer_is_told(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("甲乙丙信息")
    assert spans(report, {"plain": {"甲乙": "子丑", "甲乙丙": "子丑寅", "乙丙": "丑寅"}}) == ["甲乙丙"]


def test_a_longer_legitimate_word_excuses_what_lies_within_it(understand_fragment: UnderstandFragment) -> None:
    words = {"plain": {"甲乙": "丙丁"}, "legitimate": ["大甲乙"]}
    assert spans(understand_fragment("大甲乙和小甲乙"), words) == ["甲乙"]


@pytest.mark.parametrize(("where", "found"), [("tables", ["甲乙"]), ("text", []), ("all", ["甲乙"])])
def test_tables_are_judged_where_asked(where: str, found: list[str], understand: Understand) -> None:
    report = understand(PAGE.format("甲乙"), "report.html")
    assert spans(report, {"plain": {"甲乙": "丙丁"}}, where=where) == found


def test_what_copying_damaged_is_not_told(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("自201711日至1231日公开信息。", year=2017)
    assert report.damages
    assert spans(report, {"plain": {"11日": "1月1日"}}) == []


def test_a_slip_in_a_main_heading_is_told_by_the_rule_on_headings(understand: Understand, ruleset: Ruleset) -> None:
    text = "某市某局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息15条。\n二、主动公开政府信息情况\n公开15条。\n三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政法复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n有不足。\n六、其他需要报告的事项\n无。\n"
    assert told(understand(text), ruleset) == []


def test_a_term_loses_swaps_or_mistakes_one_character() -> None:
    made = {one.wrong: (bool(one.before), bool(one.after)) for one in made_of(["甲乙丙丁戊"], {"丙": "病"})}
    alone_before = {"甲丙丁戊": (True, False)}
    alone_after = {"甲乙丙戊": (False, True)}
    swapped = dict.fromkeys(["乙甲丙丁戊", "甲丙乙丁戊", "甲乙丁丙戊", "甲乙丙戊丁"], (False, False))
    assert made == alone_before | alone_after | swapped | {"甲乙丁戊": (False, False), "甲乙病丁戊": (False, False)}


def test_a_short_term_loses_nothing() -> None:
    assert {len(one.wrong) for one in made_of(["甲乙丙丁"], {})} == {4}


def test_a_key_that_no_entry_has_is_a_mistake_in_the_lexicon() -> None:
    kind = kinds.load("wording")
    words = {"placed": [{"wrong": "甲乙", "right": "丙丁", "behind": "的"}]}
    with pytest.raises(TypeError):
        kind.placeholders(kinds.bind(kind, {"lexicon": "own", "words": "words"}, {"own": {"words": words}}))


def test_a_list_that_the_lexicon_has_not_is_a_mistake_in_the_rule_file() -> None:
    kind = kinds.load("wording")
    with pytest.raises(KeyError):
        kind.placeholders(kinds.bind(kind, {"lexicon": "own", "words": "none"}, {"own": {}}))


@pytest.mark.parametrize(("lexicon", "words"), LISTS)
def test_a_better_word_is_never_itself_called_wrong(
    lexicon: str, words: str, understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    given: Any = ruleset.lexicons[lexicon][words]
    better = [*given.get("plain", {}).values(), *(one["right"] for one in given.get("placed", ()))]
    text = "。\n".join([*better, *given.get("doubled", ()), *given.get("terms", ())])
    report = understand_fragment(text, year=2021)
    kind = kinds.load("wording")
    for name, its in LISTS:
        params = kind.Params(Lexicon(name, ruleset.lexicons[name]), its)
        assert [one.values for one in kind.observe(params, report) if isinstance(one, Broken)] == []


def test_no_word_of_the_list_is_also_a_slip_of_a_term(ruleset: Ruleset) -> None:
    terms: Any = ruleset.lexicons["terms"]["terms"]
    typos: Any = ruleset.lexicons["typos"]["wrong"]
    broken = {one.wrong for one in made_of(terms["terms"], terms["confused"]) if not (one.before or one.after)}
    assert broken & typos["plain"].keys() == set()
