from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checker.authoring.compiling import compile_rules
from checker.ruleset.loader import from_compiled
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = "time/PLAN.yaml"
FEES = "structure/FEES.yaml"

MISTAKES = {
    "an unknown key": (PLAN, "severity: error", "sevrity: error", "7:1", "did you mean 'severity'"),
    "an unknown key without a likeness": (PLAN, "weight: 3", "weight: 3\ncolour: red", "9:1", "known: applies_to"),
    "an unquoted comma": (PLAN, "en: Name the coming", "en: Name it, the coming", "16:34", "quote the text before it"),
    "a missing key": (PLAN, "remedy: {zh: 改为下一年, en: Name the coming year}\n", "", "1:1", "missing: remedy"),
    "an unknown value": (PLAN, "severity: error", "severity: eror", "7:11", "did you mean 'error'"),
    "an unknown category": (PLAN, "year-slip", "year-slips", "2:11", "did you mean 'year-slip'"),
    "a word for a number": (PLAN, "weight: 3", "weight: three", "8:9", "must be a whole number"),
    "a truth for a number": (PLAN, "weight: 3", "weight: true", "8:9", "must be a whole number"),
    "a word for a list": (FEES, "requires: [PLAN]", "requires: PLAN", "13:11", "must be a list"),
    "a list for a mapping": (FEES, "applies_to: {tiers: [city], organs: [government]}", "applies_to: [city]", "12:13", "must be a mapping"),
    "a negative weight": (PLAN, "weight: 3", "weight: -3", "8:9", "must be at least 0"),
    "a weight beyond measure": (PLAN, "weight: 3", "weight: 101", "8:9", "must be at most 100"),
    "no basis": (PLAN, "basis:\n  - {instrument: logic, article: 年份}", "basis: []", "9:8", "needs at least 1"),
    "one language only": (PLAN, "{zh: 改为下一年, en: Name the coming year}", "{zh: 改为下一年}", "16:9", "missing: en"),
    "an empty text": (PLAN, "{zh: 改为下一年,", '{zh: " ",', "16:14", "must not be empty"),
    "an id in small letters": (PLAN, "id: PLAN", "id: plan", "1:5", "must match"),
    "an id that is not the file's name": (PLAN, "id: PLAN", "id: PLANS", "1:5", "must equal the file name, 'PLAN'"),
    "an unknown kind": (PLAN, "kind: year", "kind: yeer", "11:7", "did you mean 'year'"),
    "an unknown parameter": (PLAN, "expected: 1,", "expcted: 1,", "12:20", "did you mean 'expected'"),
    "a missing parameter": (PLAN, "{role: plan, expected: 1, least: 1}", "{role: plan}", "12:7", "missing: expected"),
    "a parameter of another type": (PLAN, "expected: 1,", "expected: next,", "12:30", "must be a whole number"),
    "an unknown placeholder": (PLAN, "“{words}”应", "“{wrds}”应", "14:7", "did you mean 'words'"),
    "a placeholder with a format": (PLAN, "'{words}'", "'{words!r}'", "15:7", "unknown: words"),
    "a brace too few": (PLAN, "'{words}'", "'{words'", "15:7", "the braces do not match"),
    "an unregistered instrument": (PLAN, "instrument: logic", "instrument: logik", "10:18", "did you mean 'logic'"),
    "an unknown required rule": (FEES, "requires: [PLAN]", "requires: [PLANS]", "13:12", "did you mean 'PLAN'"),
    "a rule that requires itself": (FEES, "requires: [PLAN]", "requires: [FEES]", "13:11", "requires itself"),
    "a section that no format has": (FEES, "with: {section: fees}", "with: {section: problems}", "15:17", "unknown: problems"),
    "a list with a section that no format has": (FEES, "required\nwith: {section: fees}", "empty\nwith: {sections: [fees, problems], says: none}", "15:25", "unknown: problems"),
    "a topic that no format has": (FEES, "with: {section: fees}", "with: {topic: supervision}", "15:15", "known: platform"),
    "a part that the topic has not": (FEES, "with: {section: fees}", "with: {topic: platform, parts: {sites: {zh: 网站, en: site}}}", "15:40", "did you mean 'site'"),
    "an example without a text": (FEES, ", text: 未收取费用。", "", "20:5", "exactly one of these is needed: text, report, table"),
    "a fail example that says no place": (FEES, " about: fees,", "", "19:5", "must say where"),
    "an unknown tier in an example": (FEES, "fail, tier: city", "fail, tier: town", "19:40", "unknown: town"),
    "a date that is none": (FEES, "fail, tier", "fail, published: 2018/3/31, tier", "19:45", "must match"),
    "a day that no month has": (FEES, "fail, tier", "fail, published: 2018-02-30, tier", "19:45", "no such day"),
    "an unknown gate": ("scoring.yaml", "[PLAN]", "[PLAM]", "6:9", "did you mean 'PLAN'"),
    "grades from the lowest": ("scoring.yaml", "grade: A, from: 90", "grade: A, from: 0", "4:3", "from the highest to the lowest"),
    "a loss as a decimal": ("scoring.yaml", '"1/2"', '"0.5"', "2:31", "must match"),
    "points for an unknown section": ("scoring.yaml", "improvements: 40", "improvement: 40", "1:26", "did you mean 'improvements'"),
    "no version": ("ruleset.yaml", '"1.2.3"', '"1.2"', "1:10", "must match"),
    "an instrument twice": ("instruments.yaml", "id: practice", "id: law", "3:10", "occurs twice: law"),
    "years that are no pair": ("instruments.yaml", "[2008, 2018]", "[2008]", "2:90", "needs at least 2"),
    "a word for a year": ("instruments.yaml", "[2008, 2018]", "[2008, later]", "2:97", "must be"),
    "an unknown level": ("instruments.yaml", "level: statute", "level: statue", "2:74", "did you mean 'statute'"),
    "a format under another name": ("formats/2008.yaml", '"2008"', '"2009"', "1:5", "must equal the file name"),
    "a format whose years are reversed": ("formats/2008.yaml", "[2008, null]", "[2008, 2007]", "2:8", "reversed"),
    "a lexicon that is a list": ("lexicons/words.yaml", "wrong:\n  no: 012\n待写: {}", "- no", "1:1", "must be a mapping"),
    "a key twice": (PLAN, "weight: 3", "weight: 3\nweight: 4", "9:1", "occurs twice"),
    "broken YAML": (PLAN, "weight: 3", "weight: [3", "9:6", "not valid YAML"),
    "an empty file": (PLAN, None, "# nothing\n", "1:1", "the file is empty"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_at_its_place(
    rules: Callable[..., Path], mistake: tuple[str, str | None, str, str, str]
) -> None:
    file, old, new, place, words = mistake
    with pytest.raises(RuleFileError) as caught:
        compile_rules(rules((file, old, new)))
    error = caught.value
    assert (error.file, f"{error.line}:{error.column}") == (file, place), error
    assert words in error.message


def test_the_message_of_a_mistake_is_chinese_first(rules: Callable[..., Path]) -> None:
    with pytest.raises(RuleFileError, match=r"^time/PLAN.yaml:7:11: 未知的值“eror”，是否应为“error”？ / "):
        compile_rules(rules((PLAN, "severity: error", "severity: eror")))


def test_rules_do_not_require_each_other(rules: Callable[..., Path]) -> None:
    with pytest.raises(RuleFileError, match=r"structure/FEES.yaml:13:11: .*through the rules that it requires"):
        compile_rules(rules((PLAN, "kind: year", "requires: [FEES]\nkind: year")))


def test_parameters_that_the_kind_cannot_use_are_a_mistake(
    rules: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(_: object) -> frozenset[str]:
        message = "fees are not to be looked for"
        raise ValueError(message)

    monkeypatch.setattr("checker.kinds.required.placeholders", refusing)
    with pytest.raises(RuleFileError, match=r"structure/FEES.yaml:15:7: .*fees are not to be looked for"):
        compile_rules(rules())


def test_a_rule_id_is_used_once(rules: Callable[..., Path]) -> None:
    folder = rules()
    (folder / "other").mkdir()
    (folder / "other" / "PLAN.yaml").write_text((folder / PLAN).read_text("utf-8"), "utf-8")
    with pytest.raises(RuleFileError, match=r"time/PLAN.yaml:1:5: .*already used in other/PLAN.yaml"):
        compile_rules(folder)


def test_formats_do_not_share_years(rules: Callable[..., Path]) -> None:
    folder = rules()
    text = (folder / "formats/2008.yaml").read_text("utf-8")
    (folder / "formats/2019.yaml").write_text(text.replace("2008", "2019"), "utf-8")
    with pytest.raises(RuleFileError, match=r"formats/2019.yaml:2:8: .*overlap"):
        compile_rules(folder)


@pytest.mark.parametrize("name", ["ruleset.yaml", "instruments.yaml", "scoring.yaml"])
def test_a_rule_set_needs_its_three_single_files(rules: Callable[..., Path], name: str) -> None:
    folder = rules()
    (folder / name).unlink()
    with pytest.raises(RuleFileError, match=f"{name}:1:1: .*this file is missing"):
        compile_rules(folder)


def test_a_rule_file_with_the_other_suffix_is_not_passed_over(rules: Callable[..., Path]) -> None:
    folder = rules()
    (folder / PLAN).rename(folder / "time/PLAN.yml")
    with pytest.raises(RuleFileError, match=r"must end in .yaml"):
        compile_rules(folder)


def test_the_compiled_form_survives_json_and_loads(rules: Callable[..., Path]) -> None:
    ruleset = from_compiled(json.loads(json.dumps(compile_rules(rules()))))
    assert ruleset.version == "1.2.3"
    assert list(ruleset.rules) == ["FEES", "PLAN"]
    assert ruleset.rules["FEES"].file == FEES
    assert ruleset.rules["PLAN"].params == {"role": "plan", "expected": 1, "least": 1}


def test_the_compiled_form_leaves_the_examples_out(rules: Callable[..., Path]) -> None:
    assert all("examples" not in rule for rule in compile_rules(rules())["rules"])


def test_words_in_a_lexicon_stay_words(rules: Callable[..., Path]) -> None:
    assert compile_rules(rules())["lexicons"]["words"]["wrong"] == {"no": "012"}
