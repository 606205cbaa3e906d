from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

import checker
from checker import OutcomeKind

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

FILE = "ogi-baseline.json"
GIVEN = ("--baseline", FILE)
SLIP = ("2018年，我市将进一步完善", "2017年，我市将进一步完善")


def entries(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads((folder / FILE).read_text("utf-8"))["baseline"])


def results(ran: subprocess.CompletedProcess[bytes]) -> dict[str, dict[str, Any]]:
    return {one["document"]: one for one in json.loads(ran.stdout)["results"]}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def taken(ogi: Ogi) -> None:
    """Take down what faulty.txt has: nothing on fees."""
    ran = ogi("baseline", "update", FILE, "faulty.txt")
    assert (ran.returncode, ran.stdout) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (GIVEN, 0),
        ((*GIVEN, "--fail-on", "info"), 0),
        ((*GIVEN, "--min-score", "97"), 0),
        (("--baseline", "nowhere.json"), 2),
        (("--baseline", "good.txt"), 2),
        ((*GIVEN, "--out", f"json={FILE}"), 2),
    ],
    ids=["without", "with", "all levels", "score", "no file", "no baseline", "overwritten"],
)
@pytest.mark.usefixtures("taken")
def test_exit_codes(ogi: Ogi, arguments: tuple[str, ...], code: int) -> None:
    ran = ogi("check", "faulty.txt", *arguments)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


@pytest.mark.usefixtures("taken")
def test_a_new_finding_fails_and_it_alone_stands(ogi: Ogi, folder: Path) -> None:
    change(folder / "faulty.txt", *SLIP)
    ran = ogi("check", "faulty.txt", *GIVEN, "--format", "json")
    assert ran.returncode == 1
    found = results(ran)["faulty.txt"]["findings"]
    assert {one["rule"] for one in found if not one["waived"]} == {"TIME-YEAR-PLAN"}
    assert "STRUCT-FEES" in {one["rule"] for one in found if one["waived"]}
    states = {
        one["ruleId"]: one["baselineState"]
        for one in json.loads(ogi("check", "faulty.txt", *GIVEN, "--format", "sarif").stdout)["runs"][0]["results"]
    }
    assert (states["STRUCT-FEES"], states["TIME-YEAR-PLAN"]) == ("unchanged", "new")


@pytest.mark.parametrize("policy", ["--fail-on=info", "--min-score=100", "--fail-on=never", "--fail-on=error"])
@pytest.mark.parametrize("slip", [False, True])
@pytest.mark.usefixtures("taken")
def test_junit_and_the_exit_code_agree(ogi: Ogi, folder: Path, policy: str, slip: bool) -> None:  # noqa: FBT001 - a table
    if slip:
        change(folder / "faulty.txt", *SLIP)
    ran = ogi("check", "faulty.txt", *GIVEN, policy, "--format", "junit")
    tree = ET.fromstring(ran.stdout)  # noqa: S314 - our own output
    assert bool(tree.findall(".//failure") + tree.findall(".//error")) == (ran.returncode != 0)
    if "score" not in policy:  # what could not be judged keeps the lower end below 100
        assert ran.returncode == int(slip and policy != "--fail-on=never")


@pytest.mark.usefixtures("taken")
def test_what_is_known_is_shown_as_known_in_every_output(ogi: Ogi) -> None:
    for format_ in ("console", "json", "junit", "markdown"):
        ran = ogi("check", "faulty.txt", *GIVEN, "--format", format_)
        assert "STRUCT-FEES" in ran.stdout.decode()
        assert format_ == "json" or "基线中已有" in ran.stdout.decode()


@pytest.mark.usefixtures("taken")
def test_what_is_gone_is_told_and_the_update_takes_it_out(ogi: Ogi, folder: Path) -> None:
    before = len(entries(folder))
    shutil.copy(folder / "good.txt", folder / "faulty.txt")
    ran = ogi("check", "faulty.txt", *GIVEN)
    assert ran.returncode == 0
    told = ran.stderr.decode()
    assert "STRUCT-FEES faulty.txt" in told
    assert "baseline update" in told
    ran = ogi("baseline", "update", FILE, "faulty.txt")
    assert len(entries(folder)) < before
    assert "0 new" in ran.stderr.decode()
    assert ogi("check", "faulty.txt", *GIVEN).stderr == b""


@pytest.mark.usefixtures("taken")
def test_nothing_is_said_of_reports_that_are_not_checked(ogi: Ogi) -> None:
    assert "faulty.txt" not in ogi("check", "good.txt", *GIVEN).stderr.decode()


@pytest.mark.usefixtures("taken")
def test_a_baseline_is_the_same_to_the_byte_whatever_the_number_of_processes(ogi: Ogi, folder: Path) -> None:
    first = (folder / FILE).read_bytes()
    assert ogi("baseline", "update", FILE, "faulty.txt", "--jobs", "1").returncode == 0
    assert (folder / FILE).read_bytes() == first


def test_folders_and_names_with_spaces_and_chinese(ogi: Ogi, folder: Path) -> None:
    place = folder / "报 告"
    place.mkdir()
    shutil.copy(folder / "faulty.txt", place / "2017 年.txt")
    assert ogi("baseline", "update", FILE, "报 告").returncode == 0
    assert {one["document"] for one in entries(folder)} == {"报 告/2017 年.txt"}
    assert ogi("check", "报 告", *GIVEN).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "written"),
    [
        ((FILE, "good.txt", "empty.txt"), 3, True),
        ((FILE, "bare"), 2, False),
        ((FILE,), 2, False),
        ((FILE, "good.txt", "--tier", "moon"), 2, False),
        ((FILE, "yearless.txt", "--year", "2017"), 0, True),
    ],
    ids=["unreadable", "empty folder", "no paths", "no tier", "year"],
)
def test_what_an_update_ends_with(
    ogi: Ogi,
    folder: Path,
    arguments: tuple[str, ...],
    code: int,
    written: bool,  # noqa: FBT001 - a table
) -> None:
    (folder / "bare").mkdir()
    ran = ogi("baseline", "update", *arguments)
    assert (ran.returncode, (folder / FILE).exists()) == (code, written)
    assert b"Traceback" not in ran.stderr


@pytest.mark.usefixtures("taken")
def test_what_could_not_be_read_keeps_its_entries(ogi: Ogi, folder: Path) -> None:
    before = entries(folder)
    (folder / "faulty.txt").write_bytes(b"")
    assert ogi("baseline", "update", FILE, "faulty.txt").returncode == 3
    assert entries(folder) == before


def test_what_is_waived_needs_no_baseline(ogi: Ogi, folder: Path) -> None:
    found = results(ogi("check", "faulty.txt", "--format", "json"))["faulty.txt"]["findings"]
    fees = next(one["fingerprint"] for one in found if one["rule"] == "STRUCT-FEES")
    ogi("waivers", "add", fees, "--reason", "见另行公告", "--until", "2027-06-30")
    given = ("--waivers", "ogi-waivers.yaml")
    assert ogi("baseline", "update", FILE, "faulty.txt", *given).returncode == 0
    assert fees not in {one["fingerprint"] for one in entries(folder)}
    assert ogi("check", "faulty.txt", *GIVEN, *given).returncode == 0
    assert ogi("check", "faulty.txt", *GIVEN, *given, "--as-of", "2027-07-01").returncode == 1


def test_an_expired_waiver_is_not_made_good_by_the_baseline(ogi: Ogi, folder: Path) -> None:
    ogi("baseline", "update", FILE, "faulty.txt")
    fees = next(one["fingerprint"] for one in entries(folder) if one["rule"] == "STRUCT-FEES")
    ogi("waivers", "add", fees, "--reason", "见另行公告", "--until", "2027-06-30")
    given = (*GIVEN, "--waivers", "ogi-waivers.yaml")
    assert ogi("check", "faulty.txt", *given, "--as-of", "2027-06-30").returncode == 0
    assert ogi("check", "faulty.txt", *given, "--as-of", "2027-07-01").returncode == 1


@pytest.mark.usefixtures("taken")
def test_the_public_door_takes_a_baseline(folder: Path) -> None:
    (document,) = checker.check(folder / "faulty.txt", baseline=folder / FILE).results
    assert {one.outcome for one in document.results if one.rule == "STRUCT-FEES"} == {OutcomeKind.WAIVED}
