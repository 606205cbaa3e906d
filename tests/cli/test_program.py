from __future__ import annotations

import json
import os
import subprocess
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from checker import cli, kinds, pipeline, reporters
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]


def test_it_tells_its_version(ogi: Ogi) -> None:
    assert ogi("--version").stdout.decode().strip() == f"ogi-checker {__version__}"


def test_called_with_nothing_it_shows_its_help(ogi: Ogi) -> None:
    ran = ogi()
    assert ran.returncode == 2
    assert "check" in ran.stderr.decode()


def test_an_unknown_command_is_named(ogi: Ogi) -> None:
    ran = ogi("chek")
    assert ran.returncode == 2
    assert "chek" in ran.stderr.decode()


def test_it_runs_as_a_module_too(folder: Path) -> None:
    command = [sys.executable, "-m", "checker", "check", "good.txt", "good.txt", "faulty.txt", "--jobs", "2"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (1, b"")


def crash(*_: object, **__: object) -> None:
    message = "as told"
    raise ValueError(message)


def test_a_rule_that_crashes_accuses_no_one_and_has_its_own_exit_code(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(kinds.load("required"), "observe", crash)
    assert cli.main(["check", str(folder / "faulty.txt"), "--format", "json"]) == 4
    (result,) = json.loads(capfdbinary.readouterr().out)["results"]
    outcomes = {one["rule"]: one for one in result["outcomes"]}
    assert outcomes["STRUCT-FEES"]["outcome"] == "error"
    assert "as told" in outcomes["STRUCT-FEES"]["reason"]
    assert outcomes["FORM-YEAR"]["outcome"] == "pass"
    assert result["findings"] == []


def test_a_fault_of_the_program_is_not_taken_for_findings(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reporters.load("console"), "render", crash)
    assert cli.main(["check", str(folder / "good.txt")]) == 4
    assert "internal error" in capfd.readouterr().err


def test_an_interrupted_check_ends_cleanly(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check_many", interrupt)
    assert cli.main(["check", str(folder / "good.txt")]) == 130
    assert "interrupted" in capfd.readouterr().err


def test_on_a_terminal_many_files_have_a_bar_and_results_have_colours(folder: Path, ogi: Ogi) -> None:
    pytest.importorskip("pty")
    command = ogi("--version").args[0]
    names = []
    for number in range(25):
        names.append(f"{number}.txt")
        (folder / names[-1]).write_bytes((folder / "faulty.txt").read_bytes())
    seen = b""
    parent, terminal = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"}
    with subprocess.Popen([command, "check", *names], cwd=folder, stdout=terminal, stderr=terminal, env=environment):
        os.close(terminal)
        try:
            while part := os.read(parent, 65536):
                seen += part
        except OSError:
            pass  # a terminal without a writer, where a file would end
    os.close(parent)
    assert "检查中 / checking".encode() in seen
    assert b"\x1b[31m" in seen


def test_the_public_interface_is_what_it_says() -> None:
    import checker

    assert set(checker.__all__) == {name for names in checker._HOMES.values() for name in names}  # noqa: SLF001
    assert dir(checker) == sorted(checker.__all__)
    assert all(not isinstance(getattr(checker, name), ModuleType) for name in checker.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = checker.nothing
