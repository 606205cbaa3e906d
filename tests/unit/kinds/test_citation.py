from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import engine, kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from checker import Report, Ruleset
    from checker.model.result import Observation
    from tests.conftest import UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "citation.yaml").read_text("utf-8"))
CLEAN = [pytest.param(case, id=f"{case['year']} {case['text']}") for case in CASES["clean"]]
FAULTY = [pytest.param(case, id=f"{case['year']} {case['text']}") for case in CASES["faulty"]]
FIRST = {"number": "国务院令第1号", "title": "甲条例", "since": 2008, "articles": [3, 4]}
SECOND = {"number": "国务院令第2号", "title": "甲条例", "since": 2019, "articles": [49, 50], "issued": "2019-04-03"}


def read(case: dict[str, Any], understand_fragment: UnderstandFragment) -> Report:
    published = {"published": date.fromisoformat(case["published"])} if "published" in case else {}
    return understand_fragment(case["text"], case.get("section"), year=case["year"], **published)


def found(report: Report, ruleset: Ruleset) -> dict[str, str]:
    rules = frozenset(id_ for id_ in ruleset.rules if id_.startswith("CITE-"))
    return {
        one.rule: "".join(evidence.quote for evidence in one.evidence)
        for result in engine.run(report, ruleset, rules)
        for one in result.findings
    }


@pytest.mark.parametrize("case", CLEAN)
def test_nothing_is_said_of_what_is_cited_rightly(
    case: dict[str, Any], understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    assert found(read(case, understand_fragment), ruleset) == {}


@pytest.mark.parametrize("case", FAULTY)
def test_each_fault_is_told_by_its_own_rule_at_its_place(
    case: dict[str, Any], understand_fragment: UnderstandFragment, ruleset: Ruleset
) -> None:
    assert found(read(case, understand_fragment), ruleset) == case["found"]


def seen(report: Report, check: str, *instruments: dict[str, Any], **given: Any) -> list[Observation]:
    kind = kinds.load("citation")
    params = kinds.bind(kind, {"check": check, "instruments": list(instruments or (FIRST, SECOND)), **given})
    return list(kind.observe(params, report))


def corrected(report: Report, broken: Observation) -> str:
    assert isinstance(broken, Broken)
    text = report.text
    for fix in sorted(broken.fixes, reverse=True):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


@pytest.mark.parametrize(
    ("year", "right"),
    [(2008, "国务院令第1号"), (2018, "国务院令第1号"), (2019, "国务院令第2号"), (2030, "国务院令第2号")],
)
def test_the_number_that_would_be_right_is_that_of_the_report_year(
    year: int, right: str, understand_fragment: UnderstandFragment
) -> None:
    (broken,) = seen(understand_fragment("《甲条例》（国务院令第7号）", year=year), "number")
    assert isinstance(broken, Broken)
    assert broken.suggestion == right
    assert broken.values == {"words": "国务院令第7号", "expected": right, "report_year": year, "title": "甲条例"}


@pytest.mark.parametrize(
    ("check", "year", "text", "after"),
    [
        ("number", 2020, "《甲条例》（国令第 7 号）", "《甲条例》（国令第 2 号）"),
        ("number", 2020, "《甲条例》（国令第７号）", "《甲条例》（国令第2号）"),
        ("era", 2020, "根据《甲条例》（国务院令1号）编制本报告", "根据《甲条例》（国务院令2号）编制本报告"),
        ("articles", 2020, "根据《甲条例》第三条、第4条编制本报告", "根据《甲条例》第四十九条、第50条编制本报告"),
        ("articles", 2010, "根据《甲条例》第四十九、五十条编制本报告", "根据《甲条例》第三、四条编制本报告"),
    ],
)
def test_a_fix_keeps_the_way_of_writing(
    check: str, year: int, text: str, after: str, understand_fragment: UnderstandFragment
) -> None:
    report = understand_fragment(text, year=year)
    (broken,) = seen(report, check)
    assert corrected(report, broken) == after


def test_the_number_of_another_instrument_is_not_replaced_for_the_title_may_be_wrong(
    understand_fragment: UnderstandFragment,
) -> None:
    other = {"number": "国务院令第3号", "title": "乙条例"}
    (broken,) = seen(understand_fragment("《甲条例》（国务院令第3号）", year=2020), "number", FIRST, other)
    assert isinstance(broken, Broken)
    assert (broken.suggestion, broken.fixes) == ("国务院令第1号", ())


def test_a_number_of_another_series_is_not_rewritten(understand_fragment: UnderstandFragment) -> None:
    other = {"number": "国办发〔2014〕3号"}
    (broken,) = seen(understand_fragment("根据国办发〔2014〕3号编制本报告", year=2020), "era", FIRST, SECOND, other)
    assert isinstance(broken, Broken)
    assert (broken.suggestion, broken.fixes) == ("国务院令第2号", ())


def test_a_number_of_another_series_belongs_to_another_document(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment("《甲条例》（国办发〔2020〕7号）", year=2020), "number") == [Held(1)]


def test_a_number_that_copying_damaged_is_not_judged(understand_fragment: UnderstandFragment) -> None:
    notice = {"number": "国办函〔2020〕109号", "title": "甲通知", "since": 2020}
    whole, damaged = "《甲通知》（国办函〔2020〕19号）", "《甲通知》（国办函〔202019号）"
    assert isinstance(seen(understand_fragment(whole, year=2020), "number", notice)[0], Broken)
    assert seen(understand_fragment(damaged, year=2020), "number", notice) == [Held(1)]


def test_a_report_of_an_unknown_year_is_not_judged(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment("《甲条例》（国务院令第7号）"), "number") == []


def test_the_right_instrument_cited_anywhere_excuses_the_earlier_one(understand_fragment: UnderstandFragment) -> None:
    text = "根据《甲条例》（国务院令第1号）编制本报告。\n贯彻国务院令第2号。"
    assert seen(understand_fragment(text, year=2020), "era") == [Held(2)]


def test_an_instrument_of_the_future_is_no_earlier_one(understand_fragment: UnderstandFragment) -> None:
    text = "根据《甲条例》（国务院令第2号）编制本报告。"
    assert seen(understand_fragment(text, year=2010), "era") == [Held(1)]


@pytest.mark.parametrize(
    ("year", "published", "holds"),
    [
        (2018, None, True),
        (2017, None, False),
        (2018, date(2019, 4, 2), False),
        (2018, date(2019, 4, 3), True),
        (2017, date(2020, 1, 1), True),
        (2018, date(2018, 3, 1), True),
    ],
    ids=["perhaps late", "long before", "the day before", "the day itself", "published late", "dated before its time"],
)
def test_what_is_cited_must_have_been_issued(
    year: int,
    published: date | None,
    holds: bool,  # noqa: FBT001
    understand_fragment: UnderstandFragment,
) -> None:
    report = understand_fragment("贯彻国务院令第2号。", year=year, published=published)
    assert (seen(report, "issued") == [Held(1)]) is holds


def test_a_sentence_excuses_what_it_explains(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("根据修订前的《甲条例》第三条，编制本报告。", year=2020)
    assert len(seen(report, "articles")) == 1
    assert seen(report, "articles", unless="修订前") == [Held(1)]


def test_a_report_that_cites_nothing_says_nothing_wrong(understand_fragment: UnderstandFragment) -> None:
    assert seen(understand_fragment("主动公开政府信息15条。", year=2020), "era") == [Held(0)]


@pytest.mark.parametrize("check", ["number", "era", "articles", "issued"])
def test_the_values_given_are_those_promised_to_messages(check: str, understand_fragment: UnderstandFragment) -> None:
    texts = {"number": "《甲条例》（国务院令第7号）", "issued": "国务院令第2号"}
    report = understand_fragment(
        texts.get(check, "根据《甲条例》（国务院令第1号），按照《甲条例》第三条，编制本报告"),
        year=2010 if check == "issued" else 2020,
    )
    kind = kinds.load("citation")
    params = kinds.bind(kind, {"check": check, "instruments": [FIRST, SECOND]})
    (broken,) = kind.observe(params, report)
    assert isinstance(broken, Broken)
    assert set(broken.values) == kind.placeholders(params)


def test_a_key_that_no_instrument_has_is_a_mistake_in_the_rule_file() -> None:
    kind = kinds.load("citation")
    with pytest.raises(TypeError):
        kind.placeholders(kinds.bind(kind, {"check": "era", "instruments": [{"nummer": "国务院令第1号"}]}))
