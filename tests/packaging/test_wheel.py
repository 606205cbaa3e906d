from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = ROOT / "seeds" / "002_e8c90e1f83533eb4.txt"


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"OGI_RULES", "PYTHONPATH"}}
    environment["PYTHONIOENCODING"] = "utf-8"
    environment["XDG_CACHE_HOME"] = str(cwd / "cache")
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _build(out: Path, *kinds: str) -> Path:
    # Without isolation: the build's own requirements are in the development environment, and no network is needed.
    done = _run(sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", out, ROOT, cwd=out.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One wheel built from the checkout, one from the source distribution (what ``build`` does unless told otherwise)."""
    folder = tmp_path_factory.mktemp("wheels")
    return {"checkout": _build(folder / "checkout", "--wheel"), "sdist": _build(folder / "sdist")}


@pytest.fixture(scope="session")
def installed(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment with the wheel in it; gives the folder of its programs."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    done = _run(
        *(sys.executable, "-m", "pip", "--python", folder, "install", "--no-deps", "--no-index", wheels["sdist"]),
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # Dependencies come from the running environment: downloading them again would prove nothing about this wheel. Paths
    # in a .pth go behind the wheel's own files, and editable installs in that environment are not followed from here.
    (Path(paths["purelib"]) / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return Path(paths["scripts"])


@pytest.mark.parametrize("origin", ["checkout", "sdist"])
def test_a_wheel_carries_the_rules_and_their_compiled_form(wheels: dict[str, Path], origin: str) -> None:
    with zipfile.ZipFile(wheels[origin]) as wheel:
        names = set(wheel.namelist())
        compiled = json.loads(wheel.read("checker/rules/compiled.json"))
    files = {
        f"checker/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.yaml")
    }
    assert files <= names
    assert {f"checker/rules/{rule['file']}" for rule in compiled["rules"]} <= files
    assert "checker/py.typed" in names


def test_both_wheels_are_the_same_to_the_byte(wheels: dict[str, Path]) -> None:
    assert wheels["checkout"].read_bytes() == wheels["sdist"].read_bytes()


def test_the_installed_program_checks_a_report_by_the_wheels_compiled_rules(installed: Path, tmp_path: Path) -> None:
    checked = _run(installed / "ogi-checker", "check", SEED, "--format", "json", cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    result = json.loads(checked.stdout)
    assert result["results"][0]["status"] == "checked"
    assert result["results"][0]["findings"]
    assert not list((tmp_path / "cache").rglob("rules-*"))

    program = (
        "import checker, json, pathlib; from checker.ruleset.locate import find_rules, packaged_form;"
        "path = packaged_form(find_rules()); print(json.dumps([str(path), json.loads(path.read_bytes())['digest']]))"
    )
    found = _run(installed / "python", "-c", program, cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    path, digest = json.loads(found.stdout)
    assert Path(path).is_relative_to(installed.parent)
    assert digest == result["ruleset"]["digest"]


def test_never_failing_is_obeyed_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "ogi-checker", "check", SEED, "--fail-on", "never", cwd=tmp_path).returncode == 0


def test_the_installed_program_writes_a_baseline_and_what_ci_takes(installed: Path, tmp_path: Path) -> None:
    program = installed / "ogi-checker"
    assert _run(program, "baseline", "update", "b.json", SEED, cwd=tmp_path).returncode == 0
    outputs = ("--out", "sarif=o.sarif", "--format", "github")
    checked = _run(program, "check", SEED, "--baseline", "b.json", *outputs, cwd=tmp_path)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.startswith("::notice title=")
    found = json.loads((tmp_path / "o.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert {one["baselineState"] for one in found} == {"unchanged"}


def test_the_installed_program_writes_every_format_and_takes_a_profile(installed: Path, tmp_path: Path) -> None:
    files = {
        "html": "o.html",
        "docx": "o.docx",
        "sarif": "o.sarif",
        "junit": "o.xml",
        "json": "o.json",
        "markdown": "o.md",
    }
    outputs = [part for format_, file in files.items() for part in ("--out", f"{format_}={file}")]
    checked = _run(installed / "ogi-checker", "check", SEED, "--profile", "sample-province", *outputs, cwd=tmp_path)
    assert checked.returncode == 1, checked.stderr
    assert all((tmp_path / file).stat().st_size > 1000 for file in files.values())
    with zipfile.ZipFile(tmp_path / "o.docx") as document:
        assert "word/comments.xml" in document.namelist()
    assert "sample-province" in json.loads((tmp_path / "o.json").read_text("utf-8"))["ruleset"]["version"]
