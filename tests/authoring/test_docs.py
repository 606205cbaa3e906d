from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.authoring import docs
from checker.authoring.explain import explain
from checker.authoring.generated import Drift

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = "time/PLAN.yaml"

ON_THE_PAGE = [
    "# PLAN 打算写的是下一年",
    "*The plan is for the coming year*",
    "| 级别 Severity | 错误 | error |",
    "| 权重 Weight | 3 | 3 |",
    "| 所属部分 Section | 改进情况 | Improvements (improvements) |",
    "| 适用年度 Report years | 全部 | all |",
    "- 算术与历法 年份",
    "  logic: Arithmetic and the calendar, 年份",
    "- “{words}”应为{expected}年",
    "- Name the coming year",
    "**不通过 / fails**：the report year（2017年度 / report year 2017）",
    "> <b>今年(2017年)</b>,我市将继续推进网站建设。",
    "**通过 / passes**：the next year",
]


@pytest.mark.parametrize("line", ON_THE_PAGE)
def test_a_page_says_what_a_rule_is_about(rules: Callable[..., Path], tmp_path: Path, line: str) -> None:
    docs.write(rules(), tmp_path / "docs")
    assert line in (tmp_path / "docs" / "PLAN.md").read_text("utf-8")


def test_a_page_names_issuers_requirements_and_tokens(rules: Callable[..., Path], tmp_path: Path) -> None:
    docs.write(rules(), tmp_path / "docs")
    text = (tmp_path / "docs" / "FEES.md").read_text("utf-8")
    for words in (
        "| 适用年度 Report years | 2008—2018年度 | 2008–2018 |",
        "| 适用层级 Tiers | 市级 | city |",
        "| 适用机关 Organs | 人民政府 | government |",
        "| 前提规则 Requires | PLAN | PLAN |",
        "- 法定：《条例》（国务院令第492号）第三十二条",
        "指出 / names: `fees`",
    ):
        assert words in text


YEARS = {
    "[2019, null]": ("2019年度起", "since 2019"),
    "[null, 2018]": ("2018年度及以前", "until 2018"),
    "[null, null]": ("全部", "all"),
}


@pytest.mark.parametrize(("written", "said"), YEARS.items())
def test_report_years_are_said_in_words(
    rules: Callable[..., Path], tmp_path: Path, written: str, said: tuple[str, str]
) -> None:
    docs.write(rules(("instruments.yaml", "[2008, 2018]", written)), tmp_path / "docs")
    assert f"| 适用年度 Report years | {said[0]} | {said[1]} |" in (tmp_path / "docs" / "FEES.md").read_text("utf-8")


def test_years_of_instruments_that_follow_each_other_are_one_span(rules: Callable[..., Path], tmp_path: Path) -> None:
    changes = (
        (
            "instruments.yaml",
            'number: "", level: practice, years: [null, null]',
            'number: "", level: practice, years: [2019, null]',
        ),
    )
    docs.write(rules(*changes), tmp_path / "docs")
    assert "| 2008年度起 | since 2008 |" in (tmp_path / "docs" / "FEES.md").read_text("utf-8")


def test_words_of_an_example_do_not_become_markup(rules: Callable[..., Path], tmp_path: Path) -> None:
    docs.write(rules((PLAN, "2018年,我市将继续推进网站建设。", "1. *甲*<b>[乙](丙)|2018年")), tmp_path / "docs")
    assert r"> 1\. \*甲\*\<b\>\[乙\](丙)\|2018年" in (tmp_path / "docs" / "PLAN.md").read_text("utf-8")


def test_circumstances_of_an_example_are_named(rules: Callable[..., Path], tmp_path: Path) -> None:
    docs.write(rules(("structure/FEES.yaml", "fail, tier", "fail, published: 2018-03-31, tier")), tmp_path / "docs")
    given = "（2017年度，市级，人民政府，2018-03-31 发布 / report year 2017, city, government, published 2018-03-31）"
    assert given in (tmp_path / "docs" / "FEES.md").read_text("utf-8")


def test_the_index_lists_every_rule(rules: Callable[..., Path], tmp_path: Path) -> None:
    docs.write(rules(), tmp_path / "docs")
    text = (tmp_path / "docs" / "README.md").read_text("utf-8")
    assert (
        "| [PLAN](PLAN.md) | 打算写的是下一年<br>The plan is for the coming year | 错误 | 3 | 改进情况 | 全部 |" in text
    )
    assert "[FEES](FEES.md)" in text


def test_pages_that_are_up_to_date_are_no_drift(rules: Callable[..., Path], tmp_path: Path) -> None:
    folder = rules()
    assert {drift.state for drift in docs.write(folder, tmp_path / "docs")} == {"new"}
    assert docs.write(folder, tmp_path / "docs", check=True) == []


def test_a_changed_rule_is_drift_that_checking_leaves_alone(rules: Callable[..., Path], tmp_path: Path) -> None:
    docs.write(rules(), tmp_path / "docs")
    before = (tmp_path / "docs" / "PLAN.md").read_text("utf-8")
    folder = rules((PLAN, "weight: 3", "weight: 4"))
    assert Drift("PLAN.md", "changed") in docs.write(folder, tmp_path / "docs", check=True)
    assert (tmp_path / "docs" / "PLAN.md").read_text("utf-8") == before


def test_the_page_of_a_rule_that_is_gone_is_removed_and_others_are_kept(
    rules: Callable[..., Path], tmp_path: Path
) -> None:
    folder = rules()
    docs.write(folder, tmp_path / "docs")
    (tmp_path / "docs" / "GONE.md").write_text((tmp_path / "docs" / "PLAN.md").read_text("utf-8"), "utf-8")
    (tmp_path / "docs" / "mine.md").write_text("# mine\n")
    assert docs.write(folder, tmp_path / "docs") == [Drift("GONE.md", "left over")]
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == ["FEES.md", "PLAN.md", "README.md", "mine.md"]


EXPLAINED = {
    "zh": ["PLAN  打算写的是下一年", "  级别：错误", "依据", "  改为下一年", "[不通过] the report year (2017年度)", "    「今年(2017年)」,我市"],
    "en": ["PLAN  The plan is for the coming year", "  Severity: error", "Basis", "  Name the coming year", "[fails] the report year (report year 2017)"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "lines"), EXPLAINED.items())
def test_a_rule_is_explained_in_the_language_asked_for(rules: Callable[..., Path], lang: str, lines: list[str]) -> None:
    text = explain(rules(), "PLAN", lang)
    for line in lines:
        assert line in text


def test_a_rule_without_examples_is_explained_without_any(rules: Callable[..., Path]) -> None:
    folder = rules()
    text, _, _ = (folder / PLAN).read_text("utf-8").partition("examples:")
    (folder / PLAN).write_text(text, "utf-8")
    assert explain(folder, "PLAN", "en").endswith("What to do\n  Name the coming year\n")
