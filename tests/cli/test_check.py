from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from checker import reporters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

CRASHED = "Traceback"


def results(ran: subprocess.CompletedProcess[bytes]) -> dict[str, dict[str, Any]]:
    return {one["document"]: one for one in json.loads(ran.stdout)["results"]}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("good.txt", 0),
        ("faulty.txt", 1),
        ("faulty.txt --fail-on never", 0),
        ("good.txt --min-score 100", 1),
        ("good.txt --min-score 50", 0),
        ("good.txt --min-score 50.5", 0),
        ("good.txt --min-score 100.5", 2),
        ("good.txt --min-score nan", 2),
        ("poem.txt", 1),
        ("yearless.txt", 1),
        ("yearless.txt --year 2017", 0),
        ("good.txt --no-such-option", 2),
        ("good.txt --rules nowhere", 2),
        ("", 2),
        ("empty.txt faulty.txt", 3),
        ("nowhere.txt good.txt", 3),
        (".", 3),
    ],
)
def test_exit_codes(ogi: Ogi, arguments: str, code: int) -> None:
    ran = ogi("check", *arguments.split())
    assert ran.returncode == code
    assert CRASHED not in ran.stderr.decode()


@pytest.mark.parametrize("policy", ["", "--fail-on never", "--fail-on info", "--min-score 95"])
@pytest.mark.parametrize("name", ["good.txt", "faulty.txt", "poem.txt", "yearless.txt", "empty.txt", "nowhere.txt"])
def test_junit_and_the_exit_code_agree(ogi: Ogi, name: str, policy: str) -> None:
    ran = ogi("check", name, "--format", "junit", *policy.split())
    tree = ET.fromstring(ran.stdout)  # noqa: S314 - our own output
    assert bool(tree.findall(".//failure") + tree.findall(".//error")) == (ran.returncode != 0)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(ogi: Ogi) -> None:
    ran = ogi("check", "nowhere.txt", "empty.txt", "good.txt", "--format", "json")
    assert [one["status"] for one in results(ran).values()] == ["unreadable", "unreadable", "checked"]
    assert results(ran)["nowhere.txt"]["notes"] == ["文件不存在", "请核对路径"]


@pytest.mark.parametrize(
    "content",
    [b"", bytes(range(256)) * 40, "第五条 \n".encode() * 5_000_000, b"%PDF-1.7 rubbish", b"PK\x03\x04 rubbish"],
    ids=["empty", "rubbish", "50 MB", "no real pdf", "no real docx"],
)
def test_what_cannot_be_read_is_said_in_one_line_and_soon(ogi: Ogi, folder: Path, content: bytes) -> None:
    (folder / "bad.txt").write_bytes(content)
    began = time.monotonic()
    ran = ogi("check", "bad.txt", "--format", "json")
    assert ran.returncode == 3
    assert all("\n" not in note for note in results(ran)["bad.txt"]["notes"])
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("name", "status"), [("poem.txt", "not_a_report"), ("yearless.txt", "year_unknown")])
def test_what_is_no_report_of_a_known_year_is_one_finding(ogi: Ogi, name: str, status: str) -> None:
    result = results(ogi("check", name, "--format", "json"))[name]
    assert (result["status"], len(result["findings"]), result["score"]) == (status, 1, None)


def test_what_is_no_report_is_passed_over_in_a_folder(ogi: Ogi, folder: Path) -> None:
    for name in ("faulty.txt", "yearless.txt", "empty.txt"):
        (folder / name).unlink()
    ran = ogi("check", ".", "--format", "json")
    assert ran.returncode == 0
    assert {name: one["findings"] for name, one in results(ran).items()} == {"good.txt": [], "poem.txt": []}


@pytest.mark.parametrize("files", [[], ["README.md", ".hidden.txt", "table.json"], ["poem.txt"]], ids=str)
def test_a_folder_without_reports_does_not_pass(ogi: Ogi, folder: Path, files: list[str]) -> None:
    (folder / "other").mkdir()
    for name in files:
        shutil.copy(folder / "poem.txt", folder / "other" / name)
    ran = ogi("check", "other")
    assert ran.returncode == 2
    assert len(ran.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "choices"),
    [
        ("--format docs", reporters.texts()),
        ("--out docs=x", reporters.names()),
        ("--tier village", ("city", "county", "township")),
        ("--organ ministry", ("government", "department")),
        ("--fail-on fatal", ("error", "warning", "info", "never")),
        ("--lang fr", ("zh", "en")),
    ],
)
def test_an_unknown_value_is_answered_with_the_known_ones(ogi: Ogi, arguments: str, choices: tuple[str, ...]) -> None:
    ran = ogi("check", "good.txt", *arguments.split())
    assert ran.returncode == 2
    assert all(choice in ran.stderr.decode() for choice in choices)
    assert ran.stdout == b""


@pytest.mark.parametrize("arguments", ["--published 31.3.2018", "--year 17", "--out json", "--min-score many"])
def test_a_value_that_cannot_be_used_is_said_in_both_languages(ogi: Ogi, arguments: str) -> None:
    ran = ogi("check", "good.txt", *arguments.split())
    assert ran.returncode == 2
    assert "参数的值不能用 / " in ran.stderr.decode()
    assert arguments.split(maxsplit=1)[0] in ran.stderr.decode()


def test_outputs_are_written_beside_what_is_shown(ogi: Ogi, folder: Path) -> None:
    ran = ogi("check", "good.txt", "--out", "json=out/deep/a.json", "--out", "markdown=out/a.md", "--format", "json")
    assert ran.returncode == 0
    assert (folder / "out/deep/a.json").read_bytes() == ran.stdout
    assert sorted(path.name for path in (folder / "out").rglob("*.*")) == ["a.json", "a.md"]


def test_a_file_that_cannot_be_written_does_not_stop_the_others(ogi: Ogi, folder: Path) -> None:
    ran = ogi("check", "good.txt", "--out", "json=good.txt/a.json", "--out", "markdown=.", "--out", "json=b.json")
    assert ran.returncode == 2
    assert [line.count("cannot write") for line in ran.stderr.decode().splitlines()] == [1, 1]
    assert json.loads((folder / "b.json").read_bytes())["results"]


def test_a_pipe_is_written_to_and_not_replaced(ogi: Ogi, folder: Path) -> None:
    pytest.importorskip("pty", reason="there are named pipes where there are terminals")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        ran = ogi("check", "good.txt", "--format", "json", "--out", "json=pipe")
        assert read.result(timeout=10) == ran.stdout
    assert pipe.is_fifo()


def test_serial_and_parallel_runs_give_the_same_bytes(ogi: Ogi, folder: Path) -> None:
    for number in range(12):
        shutil.copy(folder / ("good.txt", "faulty.txt", "poem.txt", "empty.txt")[number % 4], folder / f"{number}.txt")
    serial, parallel = (ogi("check", ".", "--format", "json", "--jobs", jobs) for jobs in ("1", "3"))
    assert serial.stdout == parallel.stdout
    assert serial.returncode == parallel.returncode == 3


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed(ogi: Ogi) -> None:
    first, second = (ogi("check", ".", "--format", "json", env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert first.stdout == second.stdout


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
def test_a_console_of_little_speech_does_not_end_the_check(ogi: Ogi, encoding: str) -> None:
    ran = ogi("check", ".", "nowhere.txt", env={"PYTHONIOENCODING": encoding})
    assert ran.returncode == 3
    assert b"good.txt" in ran.stdout
    assert CRASHED.encode() not in ran.stderr


def test_a_gbk_console_reads_chinese(ogi: Ogi) -> None:
    assert "没有报告政府信息公开的收费" in ogi("check", "faulty.txt", env={"PYTHONIOENCODING": "gbk"}).stdout.decode(
        "gbk"
    )


def test_machines_get_utf8_whatever_the_console_speaks(ogi: Ogi) -> None:
    spoken = [
        ogi("check", "faulty.txt", "--format", "json", env={"PYTHONIOENCODING": one}).stdout for one in ("utf-8", "gbk")
    ]
    assert spoken[0] == spoken[1]


def test_what_is_no_terminal_gets_no_colours_and_no_bar(ogi: Ogi, folder: Path) -> None:
    for number in range(25):
        shutil.copy(folder / "good.txt", folder / f"{number}.txt")
    ran = ogi("check", *[f"{number}.txt" for number in range(25)])
    assert b"\x1b" not in ran.stdout
    assert ran.stderr == b""


def test_the_language_is_chosen(ogi: Ogi) -> None:
    chinese, english = (
        results(ogi("check", "faulty.txt", "--format", "json", "--lang", lang)) for lang in ("zh", "en")
    )
    assert chinese["faulty.txt"]["findings"][0]["message"] != english["faulty.txt"]["findings"][0]["message"]


def test_what_the_user_says_stands_in_for_what_the_report_does_not(ogi: Ogi) -> None:
    said = ("--year", "2017", "--tier", "county", "--organ", "department", "--published", "2018-03-02")
    report = results(ogi("check", "yearless.txt", "--format", "json", *said))["yearless.txt"]["report"]
    assert (report["report_year"], report["published"]) == (2017, "2018-03-02")
    assert (report["issuer"]["tier"], report["issuer"]["organ"]) == ("county", "department")


def test_a_mistake_in_a_rule_file_is_told_with_its_place(ogi: Ogi, rules: Path) -> None:
    path = rules / "form" / "FORM-YEAR.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity:", "severty:"), encoding="utf-8")
    line = path.read_text(encoding="utf-8").splitlines().index("severty: error") + 1
    ran = ogi("check", "good.txt", "--rules", "rules")
    assert ran.returncode == 2
    assert f"form/FORM-YEAR.yaml:{line}:1: " in ran.stderr.decode()
    assert len(ran.stderr.decode().splitlines()) == 1
    assert ran.stdout == b""


def test_a_reader_that_has_enough_ends_nothing(ogi: Ogi, folder: Path) -> None:
    for number in range(80):
        shutil.copy(folder / "faulty.txt", folder / f"{number}.txt")
    command = ogi("--version").args[0]
    with subprocess.Popen(
        [command, "check", ".", "--jobs", "1", "--format", "json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 3


def test_a_plain_check_imports_nothing_heavy(ogi: Ogi) -> None:
    ogi("check", "good.txt")  # compiles the rules, should they have changed
    ran = ogi("check", "good.txt", "--jobs", "1", env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.split("|")[-1].strip() for line in ran.stderr.decode().splitlines()}
    assert "checker.engine" in imported
    assert not imported & {"pydantic", "jsonschema", "yaml", "multiprocessing", "junit_xml", "selectolax"}
