"""The hook, the action and the template, as far as they run without GitHub, GitLab and the network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker import readers

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
TEMPLATE = ROOT / "templates" / "gitlab-ci.yml"
FAULTY = ROOT / "seeds" / "002_e8c90e1f83533eb4.txt"
REPORT = Path("报 告") / "2017 年度报告.txt"

pytestmark = pytest.mark.skipif(not shutil.which("bash") or not shutil.which("git"), reason="needs bash and git")

# Stands for Python and pip in the install step: takes down what it is called with and makes the environment's programs.
STUB = """#!/usr/bin/env bash
echo "$@" >> "{log}"
[ "$2" = venv ] || exit 0
mkdir -p "$3/bin"
cp "$0" "$3/bin/python"
ln -sf "{program}" "$3/bin/ogi-checker"
"""


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("OGI_", "GIT_", "PRE_COMMIT"))}
    environment = own | {"PATH": f"{SCRIPTS}{os.pathsep}{own['PATH']}", "PYTHONIOENCODING": "utf-8"} | more
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with a faulty report under a name of Chinese and spaces."""
    folder = tmp_path / "project"
    (folder / REPORT).parent.mkdir(parents=True)
    shutil.copy(FAULTY, folder / REPORT)
    (folder / "README.md").write_text("读我\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", ACTION), ("vendor.gitlab-ci", TEMPLATE)],
    ids=["action", "template"],
)
def test_a_file_keeps_to_its_schema(schema: str, file: Path, tmp_path: Path) -> None:
    transform = ("--data-transform", "gitlab-ci") if "gitlab" in schema else ()
    checked = run(SCRIPTS / "check-jsonschema", "--builtin-schema", schema, *transform, file, cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def hook() -> dict[str, Any]:
    (made,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    return dict(made)


def pre_commit(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(SCRIPTS / "pre-commit", *arguments, cwd=project, PRE_COMMIT_HOME=str(project.parent / "home"))


def test_the_manifest_is_one_for_pre_commit(project: Path) -> None:
    assert pre_commit(project, "validate-manifest", str(HOOKS)).returncode == 0


def test_the_hook_takes_every_format_that_is_read_and_no_readme() -> None:
    takes, leaves = re.compile(hook()["files"]), re.compile(hook()["exclude"])
    assert all(takes.search(f"a/年报{suffix.upper()}") for suffix in readers.SUFFIXES - {".json"})
    assert not takes.search("package.json")
    assert leaves.search("docs/ReadMe.zh.md")
    assert not leaves.search("readme/年报.txt")


@pytest.mark.parametrize(("arguments", "code"), [([], 1), (["--fail-on", "never"], 0)])
def test_the_hook_checks_the_staged_reports(project: Path, arguments: list[str], code: int) -> None:
    local = hook() | {"language": "system", "args": arguments}  # as it stands, but without making an environment
    del local["language_version"]
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert run("git", "init", "-q", cwd=project).returncode == 0
    assert run("git", "add", "-A", cwd=project).returncode == 0
    ran = pre_commit(project, "run", "--verbose")
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert REPORT.as_posix() in ran.stdout
    assert "README" not in ran.stdout


def action() -> dict[str, Any]:
    return dict(yaml.safe_load(ACTION.read_text("utf-8")))


def act(project: Path, **inputs: str) -> tuple[list[subprocess.CompletedProcess[str]], Path]:
    """Run the steps of the action as a runner does; gives what they end with and the folder of what they leave."""
    left = project.parent / "runner"
    left.mkdir()
    python = left / "python"
    python.write_text(STUB.format(log=left / "log", program=SCRIPTS / "ogi-checker"), encoding="utf-8")
    python.chmod(0o755)
    given = {name: str(one.get("default", "")) for name, one in action()["inputs"].items()}
    given |= {"python": str(python)} | inputs
    shared = {
        "RUNNER_TEMP": str(left),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(left / "output"),
        "GITHUB_STEP_SUMMARY": str(left / "summary.md"),
    }
    ran = []
    for step in action()["runs"]["steps"]:
        own = {key: given[re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value)[1]] for key, value in step["env"].items()}  # type: ignore[index]
        ran.append(run("bash", "-e", "-o", "pipefail", "-c", step["run"], cwd=project, **shared, **own))
    return ran, left


def test_no_input_is_put_into_a_script() -> None:
    assert not [step for step in action()["runs"]["steps"] if "${{" in step["run"]]


@pytest.mark.parametrize("wheels", ["", "my wheels"])
def test_the_action_installs_what_it_comes_with_or_from_wheels(project: Path, wheels: str) -> None:
    (install, _), left = act(project, wheels=wheels)
    assert install.returncode == 0, install.stderr
    installed = (left / "log").read_text("utf-8").splitlines()[-1]
    assert installed.endswith("--no-index --find-links my wheels ogi-checker" if wheels else f" {ROOT}")


def test_the_action_annotates_sums_up_and_fails(project: Path) -> None:
    (_, check), left = act(project, paths=f"{REPORT.parent}\n\n", junit="j.xml")
    assert check.returncode == 1, check.stderr
    assert all(line.startswith("::") for line in check.stdout.splitlines())
    assert f"::error file={REPORT.as_posix()},line=" in check.stdout
    assert (left / "summary.md").read_text("utf-8").startswith("# 政府信息公开工作年度报告检查汇总\n")
    assert (left / "output").read_text("utf-8") == "exit-code=1\nsarif=ogi-checker.sarif\n"
    sarif = json.loads((project / "ogi-checker.sarif").read_text("utf-8"))
    (artifact,) = sarif["runs"][0]["artifacts"]
    assert artifact["location"]["uri"].startswith("%E6%8A%A5%20%E5%91%8A/2017%20")
    assert (project / "j.xml").exists()


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"options": "--fail-on\nnever"}, 0),
        ({"options": "--fail-on\n$(exit 7)"}, 2),
        ({"paths": "nowhere.txt"}, 3),
        ({"paths": "--help"}, 3),
        ({"baseline": "b.json"}, 0),
        ({"sarif": "", "lang": "en"}, 1),
    ],
    ids=["options", "no option", "no file", "a path like an option", "baseline", "no sarif"],
)
def test_the_action_takes_its_inputs(project: Path, inputs: dict[str, str], code: int) -> None:
    run(SCRIPTS / "ogi-checker", "baseline", "update", "b.json", REPORT.parent, cwd=project)
    (_, check), left = act(project, **inputs)
    assert check.returncode == code, check.stdout + check.stderr
    assert f"exit-code={code}\n" in (left / "output").read_text("utf-8")
    assert (project / "ogi-checker.sarif").exists() == (inputs.get("sarif") != "" and code != 2)


@pytest.mark.parametrize(
    ("variables", "code"),
    [({}, 1), ({"OGI_OPTIONS": "--fail-on never --lang en"}, 0), ({"OGI_BASELINE": "b.json"}, 0)],
    ids=["as it stands", "options", "baseline"],
)
def test_the_template_checks_and_leaves_its_artifacts(project: Path, variables: dict[str, str], code: int) -> None:
    (project.parent / "bin").mkdir()
    pip = project.parent / "bin" / "pip"
    pip.write_text('#!/bin/sh\necho "$@" > "$PIP_LOG"\n', encoding="utf-8")
    pip.chmod(0o755)
    run(SCRIPTS / "ogi-checker", "baseline", "update", "b.json", REPORT.parent, cwd=project)
    job = yaml.safe_load(TEMPLATE.read_text("utf-8"))[".ogi-checker"]
    given = job["variables"] | {"OGI_PATH": str(REPORT.parent)} | variables
    path = os.pathsep.join(map(str, (project.parent / "bin", SCRIPTS, os.environ["PATH"])))
    log = project.parent / "log"
    ran = run(
        "bash", "-eo", "pipefail", "-c", "\n".join(job["script"]), cwd=project, PATH=path, PIP_LOG=str(log), **given
    )
    assert ran.returncode == code, ran.stderr
    assert log.read_text("utf-8") == "install --quiet --no-index --find-links wheels ogi-checker\n"
    left = {*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]}
    assert all((project / name).stat().st_size for name in left)


def examples(page: str) -> list[dict[str, Any]]:
    """Give the whole YAML examples of a page: GitHub's, GitLab's and pre-commit's."""
    blocks = re.findall(
        r"^```yaml\n(\S.*?)^```", (ROOT / "docs" / "guide" / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return [yaml.safe_load(block) for block in blocks]


@pytest.mark.parametrize("page", ["zh/ci.md", "en/ci.md"])
def test_the_examples_of_the_guide_can_be_copied(page: str, project: Path) -> None:
    workflow, pipeline, config = examples(page)
    used = workflow["jobs"]["ogi-check"]["steps"][1]
    assert used["with"].keys() <= action()["inputs"].keys()
    assert pipeline.pop("include") == [{"local": TEMPLATE.relative_to(ROOT).as_posix()}]
    assert (
        pipeline["ogi-check"]["variables"].keys()
        <= yaml.safe_load(TEMPLATE.read_text("utf-8"))[".ogi-checker"]["variables"].keys()
    )
    written = {"github-workflows": {"on": "push", **workflow}, "gitlab-ci": pipeline}
    for schema, data in written.items():
        (project / "example.json").write_text(json.dumps(data), encoding="utf-8")
        checked = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", "example.json", cwd=project)
        assert checked.returncode == 0, checked.stdout
    (project / "config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert pre_commit(project, "validate-config", "config.yaml").returncode == 0
    assert config["repos"][0]["hooks"][0]["id"] == hook()["id"]
