from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import reporters
from checker.model.document import Note
from checker.model.result import LedgerEntry, Score
from checker.reporters.parts import points

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]

KEYS = {
    "": ["schema_version", "tool", "ruleset", "results"],
    "result": ["document", "format", "sha256", "status", "report", "score", "findings", "outcomes", "notes"],
    "report": [
        "title",
        "issuer",
        "report_year",
        "regime",
        "period",
        "published",
        "signed",
        "contact",
        "sections",
        "tables",
        "figures",
    ],
    "finding": [
        "rule",
        "category",
        "severity",
        "message",
        "section",
        "about",
        "evidence",
        "related",
        "values",
        "basis",
        "suggestion",
        "fixes",
        "repairs",
        "certainty",
        "waived",
        "fingerprint",
    ],
    "evidence": ["quote", "start", "end", "line", "column", "page", "cell"],
}


def parsed(run: Run, lang: str = "zh") -> Any:
    return json.loads(reporters.load("json").render(run, lang=lang, width=0, colour=False))


def test_the_keys_are_those_that_are_published_in_that_order(run: Run) -> None:
    data = parsed(run)
    first = data["results"][0]
    found = first["findings"][0]
    assert list(data) == KEYS[""]
    assert list(first) == KEYS["result"]
    assert list(first["report"]) == KEYS["report"]
    assert list(found) == KEYS["finding"]
    assert list(found["evidence"][0]) == KEYS["evidence"]
    assert list(first["score"]) == ["lower", "upper", "grade", "gates_failed", "ledger"]
    assert list(first["outcomes"][0]) == ["rule", "outcome", "checked", "reason"]


def test_an_unreadable_file_has_no_report_and_its_reason_among_the_notes(run: Run) -> None:
    unreadable = parsed(run, "en")["results"][3]
    assert unreadable["status"] == "unreadable"
    assert (unreadable["format"], unreadable["sha256"], unreadable["report"], unreadable["score"]) == (None,) * 4
    assert unreadable["notes"] == ["the file is encrypted", "remove the password and try again"]


def test_outcomes_are_sorted_by_rule(run: Run) -> None:
    rules = [outcome["rule"] for outcome in parsed(run)["results"][0]["outcomes"]]
    assert rules == sorted(rules)


def test_a_note_said_twice_is_given_once(results: Results, run_of: Callable[..., Run]) -> None:
    noted = results["faulty"]._replace(notes=(Note("编码按 GBK 读取", "read as GBK"), Note("另一条", "another")))
    assert parsed(run_of(noted))["results"][0]["notes"] == ["编码按 GBK 读取", "另一条"]


def test_absent_sections_are_left_out_and_the_others_stand_in_reading_order(run: Run) -> None:
    sections = parsed(run)["results"][0]["report"]["sections"]
    assert [one["key"] for one in sections] == ["overview", "improvements"]


def test_whole_figures_are_whole_numbers(run: Run) -> None:
    figures = parsed(run)["results"][0]["report"]["figures"]
    assert figures == {"amount": 12.5, "proactive_total": 58603}
    assert isinstance(figures["proactive_total"], int)


def test_the_suggestion_is_the_findings_own_or_the_remedy_of_the_rule(run: Run) -> None:
    found = {one["rule"]: one["suggestion"] for one in parsed(run, "en")["results"][0]["findings"]}
    assert found["TIME-PLAN"] == "2018年"
    assert found["SEC-FEES"] == "Add a part on fees, or state that none were charged"


def test_braces_in_values_and_missing_values_leave_the_sentence_whole(run: Run) -> None:
    messages = [one["message"] for one in parsed(run, "en")["results"][0]["findings"] if one["rule"] == "FORM-MARK"]
    assert messages == ["<b>|\x1b[31m has no partner, 2", "“{0} has no partner, {missing}"]


def test_a_file_name_that_is_no_unicode_can_be_encoded(results: Results, run_of: Callable[..., Run]) -> None:
    odd = run_of(results["unreadable"]._replace(name="\udcff\x9b.txt"))
    text = reporters.load("json").render(odd, lang="zh", width=0, colour=False)
    assert text.encode()
    assert json.loads(text)["results"][0]["document"] == "\udcff\x9b.txt"


@pytest.mark.parametrize("lower", [Fraction(59999, 1000), Fraction(60)])
def test_a_bound_is_never_rounded_up_into_the_next_grade(lower: Fraction) -> None:
    assert (points.hundredths(lower) >= 6000) == (lower >= 60)


@given(st.lists(st.fractions(min_value=0, max_value=9), max_size=11), st.fractions(min_value=0, max_value=1))
def test_the_printed_ledger_and_upper_bound_are_exactly_100(losses: list[Fraction], doubt: Fraction) -> None:
    upper = 100 - sum(losses, Fraction())
    entries = tuple(LedgerEntry(f"R-{number}", lost) for number, lost in enumerate(losses))
    score = Score(upper * doubt, upper, "A", (), entries)
    rounded = points.ledger(score)
    whole = Decimal(points.hundredths(upper)) + sum(Decimal(lost) for _, lost in rounded)
    assert whole == 10000
    assert points.hundredths(score.lower) <= points.hundredths(score.upper)
    assert all(
        abs(Fraction(lost, 100) - exact) < Fraction(1, 100) for (_, lost), exact in zip(rounded, losses, strict=True)
    )
