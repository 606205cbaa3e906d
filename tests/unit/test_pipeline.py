from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import checker
from checker import pipeline, workers
from checker.authoring.loading import load_ruleset
from checker.model.result import DocumentResult, OutcomeKind, Policy, Status
from checker.model.rule import Organ, Tier
from checker.sources import Source
from checker.structure.build import Hints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.ruleset.ruleset import Ruleset

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
POEM = "床前明月光，疑是地上霜。\n".encode()


@pytest.fixture(scope="module")
def rules() -> Ruleset:
    return load_ruleset()


def seed() -> bytes:
    return min(SEEDS.glob("*.txt")).read_bytes()


def facts(results: list[DocumentResult]) -> list[object]:
    """What makes results equal; an error is compared by its words, since exceptions compare by identity."""
    return [
        (
            one.name,
            one.status,
            one.report,
            one.results,
            one.score,
            one.notes,
            one.skipped,
            one.error and (one.error.reason, one.error.hint),
        )
        for one in results
    ]


def test_bytes_become_a_scored_result_with_every_rule(rules: Ruleset) -> None:
    result = pipeline.check_bytes(seed(), "a.txt", rules)
    assert (result.name, result.status) == ("a.txt", Status.CHECKED)
    assert [one.rule for one in result.results] == sorted(rules.rules)
    assert result.score is not None
    assert result.report is not None
    assert result.report.document is result.document


def test_a_file_is_judged_as_its_bytes_are(rules: Ruleset, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(seed())
    by_file = pipeline.check_file(tmp_path / "x.txt", "a.txt", rules)
    assert by_file == pipeline.check_bytes(seed(), "a.txt", rules)


def test_what_cannot_be_read_keeps_the_reason(rules: Ruleset) -> None:
    result = pipeline.check_bytes(b"", "a.txt", rules)
    assert (result.status, result.document, result.results, result.score) == (Status.UNREADABLE, None, (), None)
    assert result.error is not None
    assert result.error.path == "a.txt"


def test_a_fault_while_understanding_a_file_costs_that_file(rules: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pipeline, "build", crash)
    result = pipeline.check_bytes(seed(), "a.txt", rules)
    assert result.status is Status.UNREADABLE
    assert result.error is not None
    assert "RecursionError" in result.error.reason[0]


def test_a_named_file_that_is_no_report_has_one_finding_and_no_score(rules: Ruleset) -> None:
    result = pipeline.check_bytes(POEM, "poem.txt", rules)
    assert result.status is Status.NOT_A_REPORT
    assert [one.outcome for one in result.results].count(OutcomeKind.FAIL) == len(result.findings) == 1
    assert (result.score, result.skipped) == (None, False)


def test_one_found_in_a_folder_is_skipped(rules: Ruleset) -> None:
    result = pipeline.check_bytes(POEM, "poem.txt", rules, explicit=False)
    assert (result.skipped, result.findings, result.results) == (True, (), ())


def test_hints_reach_the_report(rules: Ruleset) -> None:
    hints = Hints(year=2016, tier=Tier.COUNTY, organ=Organ.OFFICE)
    report = pipeline.check_bytes(seed(), "a.txt", rules, hints).report
    assert report is not None
    assert (report.year, report.issuer.tier, report.issuer.organ) == (2016, Tier.COUNTY, Organ.OFFICE)


class Killer:
    """Stands for a path to a file that kills whoever reads it: a worker process that unpacks it ends."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


@pytest.fixture
def files(tmp_path: Path) -> list[Source]:
    contents = {"a.txt": seed(), "b.txt": POEM, "c.txt": b"", "d.txt": seed().replace(b"2017", b"2016")}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return [Source(tmp_path / name, name, explicit=name != "b.txt") for name in contents]


def test_serial_and_parallel_results_are_equal_and_in_order(rules: Ruleset, files: list[Source]) -> None:
    ticks: list[int] = []
    serial, parallel = (
        pipeline.check_many(files, rules, jobs=jobs, progress=lambda: ticks.append(1)) for jobs in (1, 2)
    )
    assert facts(serial) == facts(parallel)
    assert [one.name for one in parallel] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert len(ticks) == 8


def test_a_file_that_kills_its_worker_is_unreadable_and_the_others_are_checked(
    rules: Ruleset, files: list[Source]
) -> None:
    killer = Source(Killer(), "killer.pdf")  # type: ignore[arg-type]
    results = pipeline.check_many([killer, *files], rules, jobs=2)
    assert results[0].status is Status.UNREADABLE
    assert results[0].error is not None
    assert "9" in results[0].error.reason[0]
    assert facts(results[1:]) == facts(pipeline.check_many(files, rules))


def test_where_no_worker_comes_up_the_work_is_done_here(
    rules: Ruleset, files: list[Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_comes_up(*_: object) -> Iterator[tuple[int, DocumentResult]]:
        raise workers.CannotStartError
        yield

    monkeypatch.setattr(workers, "spread", none_comes_up)
    assert facts(pipeline.check_many(files, rules, jobs=2)) == facts(pipeline.check_many(files, rules))


def test_the_public_door_takes_one_path_or_many_and_gives_a_run(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(seed())
    policy = Policy(fail_on="never")
    one = checker.check(tmp_path / "x.txt", policy=policy)
    many = checker.check([str(tmp_path)], year=2017, tier="county", policy=policy)
    assert [result.name for result in one.results] == [result.name for result in many.results]
    assert one.policy is policy
    assert many.results[0].report is not None
    assert many.results[0].report.issuer.tier is Tier.COUNTY
    assert one.rules == load_ruleset().rules
    assert (one.tool_version, one.ruleset_digest) == (checker.__version__, load_ruleset().digest)


def test_the_public_door_refuses_a_tier_there_is_not() -> None:
    with pytest.raises(ValueError, match="village"):
        checker.check([], tier="village")
