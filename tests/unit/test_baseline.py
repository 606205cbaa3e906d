from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import baseline
from checker.baseline import Known
from checker.model.document import ReadError
from checker.model.result import DocumentResult, Finding, OutcomeKind, RuleResult, Status
from checker.model.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


def finding(fingerprint: str, rule: str = "A", waived: str | None = None) -> Finding:
    return Finding(
        rule, "typo", Severity.ERROR, "fees", None, (), (), {}, (), None, (), "certain", fingerprint, (), waived
    )


def report(name: str, *findings: Finding, crashed: Iterable[str] = ()) -> DocumentResult:
    rules = sorted({one.rule for one in findings})
    found = [
        RuleResult(rule, OutcomeKind.FAIL, 1, None, tuple(one for one in findings if one.rule == rule))
        for rule in rules
    ]
    errors = [RuleResult(rule, OutcomeKind.ERROR) for rule in crashed]
    return DocumentResult(name, Status.CHECKED, results=(*found, *errors))


def unreadable(name: str) -> DocumentResult:
    return DocumentResult(name, Status.UNREADABLE, error=ReadError(name, ("坏", "bad"), ("", "")))


def known(*entries: Known) -> dict[str, Known]:
    return {one.fingerprint: one for one in entries}


@pytest.mark.parametrize(("places", "before", "covered"), [(1, 1, True), (2, 2, True), (1, 2, True), (2, 1, False)])
def test_more_places_than_before_all_stand(places: int, before: int, covered: bool) -> None:  # noqa: FBT001 - a table
    made = baseline.covering(known(Known("f", "A", "x.txt", before)), report("x.txt", *[finding("f")] * places))
    assert list(made) == (["f"] if covered else [])


def test_a_finding_is_known_in_a_file_of_another_name() -> None:
    (waiver,) = baseline.covering(known(Known("f", "A", "x.txt")), report("y.docx", finding("f"))).values()
    assert waiver.covers(finding("f"))
    assert baseline.is_known(finding("f", waived=waiver.reason))
    assert not baseline.is_known(finding("f", waived="原件如此"))


def test_what_is_found_is_taken_down_once_in_order() -> None:
    two = report("b.txt", finding("3", "B"), finding("2", "A"), finding("2", "A"))
    one = report("a.docx", finding("9", "B"), finding("2", "A"))
    assert baseline.taken([two, one], {}) == (
        Known("9", "B", "a.docx"),
        Known("2", "A", "b.txt", 2),
        Known("3", "B", "b.txt"),
    )


def test_what_a_person_has_waived_is_not_taken_down_and_what_was_known_is() -> None:
    found = report("a.txt", finding("1", waived="原件如此"), finding("2", waived=baseline.KNOWN))
    assert [one.fingerprint for one in baseline.taken([found], {})] == ["2"]


def test_what_nothing_was_learned_of_stays() -> None:
    before = known(
        Known("1", "A", "a.txt"), Known("2", "B", "a.txt"), Known("3", "A", "b.txt", 4), Known("5", "A", "c")
    )
    now = baseline.taken([report("a.txt", crashed=["B"]), unreadable("b.txt")], before)
    assert now == (Known("2", "B", "a.txt"), Known("3", "A", "b.txt", 4))


def test_what_is_gone_is_told_of_reports_that_were_read_alone() -> None:
    before = known(*(Known(number, "A", name) for number, name in (("1", "a"), ("2", "a"), ("3", "b"), ("4", "c"))))
    assert [one.fingerprint for one in baseline.gone([report("a", finding("1")), unreadable("b")], before)] == ["2"]
