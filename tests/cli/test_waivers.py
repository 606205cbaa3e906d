from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

import checker
from checker import OutcomeKind, RuleFileError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

LIST = "ogi-waivers.yaml"
GIVEN = ("--waivers", LIST)
NOTHING = "00000000000000ff"


def results(ran: subprocess.CompletedProcess[bytes]) -> dict[str, dict[str, Any]]:
    return {one["document"]: one for one in json.loads(ran.stdout)["results"]}


@pytest.fixture
def fees(ogi: Ogi) -> str:
    """Waive, until the end of June 2027, that faulty.txt says nothing on fees; gives the fingerprint."""
    found = results(ogi("check", "faulty.txt", "--format", "json"))["faulty.txt"]["findings"]
    fingerprint = next(str(one["fingerprint"]) for one in found if one["rule"] == "STRUCT-FEES")
    assert ogi("waivers", "add", fingerprint, "--reason", "见另行公告", "--until", "2027-06-30").returncode == 0
    return fingerprint


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (GIVEN, 0),
        ((*GIVEN, "--as-of", "2027-06-30"), 0),
        ((*GIVEN, "--as-of", "2027-07-01"), 1),
        ((*GIVEN, "--as-of", "tomorrow"), 2),
        (("--waivers", "nowhere.yaml"), 2),
        (("--waivers", "good.txt"), 2),
        ((*GIVEN, "--out", f"json={LIST}"), 2),
    ],
    ids=["without", "with", "last day", "expired", "no day", "no file", "no waiver file", "overwritten"],
)
@pytest.mark.usefixtures("fees")
def test_exit_codes(ogi: Ogi, arguments: tuple[str, ...], code: int) -> None:
    ran = ogi("check", "faulty.txt", *arguments)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


@pytest.mark.usefixtures("fees")
def test_a_waived_finding_stays_in_every_output_with_its_reason(ogi: Ogi, folder: Path) -> None:
    outputs = [f"--out={name}={name}.out" for name in ("console", "json", "junit", "markdown")]
    assert ogi("check", "faulty.txt", *GIVEN, *outputs).returncode == 0
    texts = {name: (folder / f"{name}.out").read_text("utf-8") for name in ("console", "json", "junit", "markdown")}
    assert all("见另行公告" in text and "STRUCT-FEES" in text for text in texts.values())
    result = json.loads(texts["json"])["results"][0]
    assert [one["waived"] for one in result["findings"] if one["rule"] == "STRUCT-FEES"] == [True]
    assert result["score"]["gates_failed"] == []
    assert "豁免 1" in texts["console"]


@pytest.mark.parametrize("day", ["2027-06-30", "2027-07-01"])
@pytest.mark.parametrize("policy", ["--fail-on=info", "--min-score=100", "--fail-on=never"])
@pytest.mark.usefixtures("fees")
def test_junit_and_the_exit_code_agree(ogi: Ogi, policy: str, day: str) -> None:
    ran = ogi("check", "faulty.txt", *GIVEN, "--as-of", day, policy, "--format", "junit")
    tree = ET.fromstring(ran.stdout)  # noqa: S314 - our own output
    assert bool(tree.findall(".//failure") + tree.findall(".//error")) == (ran.returncode != 0)


def test_an_expired_waiver_is_noted_with_the_report_in_every_output(ogi: Ogi, fees: str) -> None:
    for format_ in ("console", "json", "junit", "markdown"):
        ran = ogi("check", "faulty.txt", "good.txt", *GIVEN, "--as-of", "2027-07-01", "--format", format_)
        text = " ".join(ran.stdout.decode().split())
        assert text.count("到期，不再适用") == 1
        assert ran.stderr == b""
    notes = results(ogi("check", "faulty.txt", *GIVEN, "--as-of", "2027-07-01", "--format", "json", "--lang", "en"))
    (note,) = (one for one in notes["faulty.txt"]["notes"] if "waiver" in one)
    assert all(part in note for part in (fees, "STRUCT-FEES", "2027-06-30", "见另行公告"))


def test_unused_waivers_are_told_and_are_no_error(ogi: Ogi, fees: str) -> None:
    ogi("waivers", "add", NOTHING, "--reason", "a", "--rule", "TIME-SIGNED")
    ran = ogi("check", "good.txt", *GIVEN, "--as-of", "2027-01-01", "--format", "json")
    assert ran.returncode == 0
    lines = ran.stderr.decode().splitlines()
    assert [line.split("run: ")[1] for line in lines] == [fees, f"{NOTHING} TIME-SIGNED"]
    assert (
        results(ran)["good.txt"]["notes"] == results(ogi("check", "good.txt", "--format", "json"))["good.txt"]["notes"]
    )


def test_many_unused_waivers_are_counted(ogi: Ogi, folder: Path) -> None:
    entries = "".join(f"- {{fingerprint: '{number:016}', reason: a}}\n" for number in range(13))
    (folder / LIST).write_text(f"waivers:\n{entries}", encoding="utf-8")
    lines = ogi("check", "good.txt", *GIVEN).stderr.decode().splitlines()
    assert len(lines) == 11
    assert "3 条" in lines[-1]


@pytest.mark.usefixtures("fees")
def test_last_days_that_nobody_looked_at_are_counted(ogi: Ogi) -> None:
    assert "1 条豁免有期限" in ogi("check", "faulty.txt", *GIVEN).stderr.decode()
    assert ogi("check", "faulty.txt", *GIVEN, "--as-of", "2027-01-01").stderr == b""


@pytest.mark.usefixtures("fees")
def test_serial_and_parallel_runs_give_the_same_bytes(ogi: Ogi, folder: Path) -> None:
    for number in range(6):
        shutil.copy(folder / ("good.txt", "faulty.txt")[number % 2], folder / f"{number}.txt")
    serial, parallel = (ogi("check", ".", *GIVEN, "--format", "json", "--jobs", jobs) for jobs in ("1", "3"))
    assert (serial.stdout, serial.stderr) == (parallel.stdout, parallel.stderr)
    assert serial.stdout.count(b'"waived": true') == 4


def test_a_mistake_in_the_list_is_one_line_with_its_place_and_nothing_is_checked(ogi: Ogi, folder: Path) -> None:
    (folder / LIST).write_text("waivers:\n  - fingerprint: 12\n    reason: a\n", encoding="utf-8")
    for arguments in (("check", "good.txt", *GIVEN), ("waivers", "list"), ("waivers", "add", NOTHING, "--reason", "a")):
        ran = ogi(*arguments)
        assert (ran.returncode, ran.stdout) == (2, b"")
        (line,) = ran.stderr.decode().splitlines()
        assert f"{LIST}:2:18: " in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("XYZ", "--reason", "a"),
        (NOTHING,),
        (NOTHING, "--reason", " "),
        (NOTHING, "--reason", "a", "--rule", "time"),
        (NOTHING, "--reason", "a", "--until", "2027-02-30"),
        (NOTHING, "--reason", "a", "--document", ""),
    ],
    ids=["no fingerprint", "no reason", "a blank reason", "no rule", "no day", "no document"],
)
def test_what_cannot_be_added_is_refused_and_nothing_written(
    ogi: Ogi, folder: Path, arguments: tuple[str, ...]
) -> None:
    ran = ogi("waivers", "add", *arguments)
    assert ran.returncode == 2
    assert len(ran.stderr.decode().splitlines()) == 2
    assert not (folder / LIST).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--rule", "TIME-SIGNE"), ("没有规则“TIME-SIGNE”", "there is no rule", "TIME-SIGNED")),
        (("--until", "2026-02-30"), ("“2026-02-30”不是日期", "is no date", "YYYY-MM-DD")),
        (("--until", "soon"), ("“soon”不是日期", "is no date", "YYYY-MM-DD")),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(ogi: Ogi, arguments: tuple[str, ...], told: tuple[str, ...]) -> None:
    said = ogi("waivers", "add", NOTHING, "--reason", "a", *arguments).stderr.decode()
    assert all(words in said for words in told)


@pytest.mark.parametrize("option", ["--as-of", "--published"])
def test_a_day_that_is_none_is_said_in_both_languages(ogi: Ogi, option: str) -> None:
    ran = ogi("check", "good.txt", option, "2026-02-30")
    assert ran.returncode == 2
    assert "“2026-02-30”不是日期，应写作 YYYY-MM-DD / is no date" in ran.stderr.decode()


def test_a_rule_of_one_s_own_may_be_waived(ogi: Ogi, folder: Path, rules: Path) -> None:
    own = rules / "form" / "FORM-TITLE.yaml"
    own.with_name("OWN-TITLE.yaml").write_text(
        own.read_text("utf-8").replace("id: FORM-TITLE", "id: OWN-TITLE"), "utf-8"
    )
    given = ("waivers", "add", NOTHING, "--reason", "a", "--rule", "OWN-TITLE")
    assert (ogi(*given).returncode, ogi(*given, "--rules", "rules").returncode) == (2, 0)
    assert (folder / LIST).exists()


def test_a_second_waiver_for_a_finding_is_refused(ogi: Ogi, fees: str, folder: Path) -> None:
    before = (folder / LIST).read_bytes()
    ran = ogi("waivers", "add", fees, "--reason", "again")
    assert ran.returncode == 2
    assert "is waived already: 见另行公告" in ran.stderr.decode()
    assert (folder / LIST).read_bytes() == before


def test_the_list_shows_what_is_accepted_and_what_has_expired(ogi: Ogi, fees: str) -> None:
    ogi("waivers", "add", NOTHING, "--reason", "b", "--rule", "TIME-SIGNED", "--document", "x.txt")
    listed = ogi("waivers", "list", "--as-of", "2028-01-01").stdout.decode().splitlines()
    assert listed == [
        f"{fees}  2027-06-30  -  -  见另行公告  [已到期 / expired]",
        f"{NOTHING}  -  TIME-SIGNED  x.txt  b",
    ]
    assert "expired" not in ogi("waivers", "list").stdout.decode()


def test_the_public_door_takes_a_waiver_file_and_a_day(fees: str, folder: Path) -> None:
    from datetime import date

    def outcome(**given: Any) -> OutcomeKind:
        (document,) = checker.check(folder / "faulty.txt", waivers=folder / LIST, **given).results
        assert any(one.fingerprint == fees for one in document.findings)
        return next(one.outcome for one in document.results if one.rule == "STRUCT-FEES")

    assert outcome() is OutcomeKind.WAIVED
    assert outcome(as_of=date(2027, 7, 1)) is OutcomeKind.FAIL
    with pytest.raises(TypeError, match="as_of must be"):
        outcome(as_of="2027-07-01")
    with pytest.raises(RuleFileError):
        checker.check(folder / "faulty.txt", waivers=folder / "good.txt")
