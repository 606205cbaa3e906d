from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft4Validator

if TYPE_CHECKING:
    from collections.abc import Callable

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

SCHEMA = json.loads((Path(__file__).parent.parent / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
LATE = ("checker.baseline", "checker.reporters.sarif", "checker.reporters.github", "checker.reporters.interchange")


@pytest.fixture
def folders(folder: Path) -> Path:
    """Give folders of what is checked: nothing, a good report, a faulty one with a name to stumble over, a broken file."""
    for name, file in {"pass": "good.txt", "报 告": "faulty.txt", "broken": "empty.txt"}.items():
        (folder / name).mkdir()
        shutil.copy(folder / file, folder / name / f"1#2 %{name}\x1b.txt")
    (folder / "nothing").mkdir()
    return folder


@pytest.mark.parametrize(
    ("name", "code", "results"), [("nothing", 2, 0), ("pass", 0, 0), ("报 告", 1, 1), ("broken", 3, 0)]
)
@pytest.mark.usefixtures("folders")
def test_whatever_is_checked_the_sarif_log_is_valid(ogi: Ogi, name: str, code: int, results: int) -> None:
    ran = ogi("check", name, "--format", "sarif")
    assert ran.returncode == code
    log = json.loads(ran.stdout)
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    (made,) = log["runs"]
    assert sum(one["level"] == "error" for one in made["results"]) == results
    assert len(made["artifacts"]) == (name != "nothing")
    assert made["invocations"][0]["executionSuccessful"] == (name != "broken")
    assert all(one["location"]["uri"].endswith("%1B.txt") for one in made["artifacts"])


@pytest.mark.parametrize(("name", "errors"), [("nothing", 0), ("pass", 0), ("报 告", 1), ("broken", 1)])
@pytest.mark.usefixtures("folders")
def test_whatever_is_checked_every_line_is_a_command(ogi: Ogi, name: str, errors: int) -> None:
    lines = ogi("check", name, "--format", "github").stdout.decode().splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert sum(line.startswith(f"::error file={name}/1#2 %25{name}\\x1b.txt,") for line in lines) == errors
    assert lines[-1].startswith("::notice title=")


@pytest.mark.usefixtures("folders")
def test_serial_and_parallel_runs_give_the_same_bytes(ogi: Ogi) -> None:
    for format_ in ("sarif", "github"):
        ran = [ogi("check", ".", "--format", format_, "--jobs", jobs).stdout for jobs in ("1", "3")]
        assert ran[0] == ran[1]


def test_a_plain_check_imports_nothing_of_this(folder: Path) -> None:
    program = "import sys; from checker.cli import main; main(['check', 'good.txt']); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    assert not set(LATE) & set(ran.stdout.split())
