from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

RULE = "FORM-YEAR"


def spoil(rules: Path, old: str, new: str) -> None:
    path = rules / "form" / f"{RULE}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("lang", "words"), [("zh", "依据"), ("en", "Basis")])
def test_a_rule_is_explained(ogi: Ogi, lang: str, words: str) -> None:
    ran = ogi("explain", RULE, "--lang", lang)
    assert ran.returncode == 0
    assert RULE in ran.stdout.decode()
    assert words in ran.stdout.decode()


@pytest.mark.parametrize("command", [["explain"], ["rules", "test"]], ids=["explain", "test"])
def test_an_unknown_rule_is_answered_with_those_near_it(ogi: Ogi, command: list[str]) -> None:
    ran = ogi(*command, "form-yer")
    assert ran.returncode == 2
    assert RULE in ran.stderr.decode()


def test_rules_are_listed_one_a_line(ogi: Ogi) -> None:
    lines = ogi("rules", "list").stdout.decode().splitlines()
    ids = [line.split()[0] for line in lines]
    assert RULE in ids
    assert ids == sorted(ids)


def test_a_rule_set_in_order_lints_clean(ogi: Ogi) -> None:
    ran = ogi("rules", "lint")
    assert (ran.returncode, ran.stdout) == (0, b"")


def test_lint_tells_every_mistake_with_its_place(ogi: Ogi, rules: Path) -> None:
    spoil(rules, "expect: fail", "expect: pass")
    ran = ogi("rules", "lint", "--rules", rules)
    assert ran.returncode == 2
    assert ran.stdout.decode().startswith(f"form/{RULE}.yaml:")


def test_examples_are_run(ogi: Ogi) -> None:
    ran = ogi("rules", "test", RULE)
    assert (ran.returncode, ran.stdout) == (0, b"")


def test_an_example_that_comes_out_otherwise_is_named(ogi: Ogi, rules: Path) -> None:
    spoil(rules, "expect: pass", "expect: undetermined")
    ran = ogi("rules", "test", RULE, "--rules", rules)
    assert ran.returncode == 2
    assert ran.stdout.decode().startswith(f"{RULE}: ")


def test_a_new_rule_is_written_and_the_next_steps_told(ogi: Ogi, rules: Path) -> None:
    ran = ogi("rules", "new", "TIME-NEW", "--kind", "year", "--rules", "rules")
    assert (ran.returncode, ran.stdout.decode().strip()) == (0, "rules/time/TIME-NEW.yaml")
    assert "rules test TIME-NEW --rules rules" in ran.stderr.decode()
    assert ogi("rules", "list", env={"OGI_RULES": str(rules)}).stdout.decode().count("TIME-NEW") == 1


def test_a_new_rule_goes_to_the_rule_set_of_the_environment(ogi: Ogi, rules: Path) -> None:
    assert ogi("rules", "new", "TIME-NEW", "--kind", "year", env={"OGI_RULES": str(rules)}).returncode == 0
    assert (rules / "time" / "TIME-NEW.yaml").is_file()


@pytest.mark.usefixtures("rules")
def test_a_rule_that_exists_is_not_begun_again(ogi: Ogi) -> None:
    ran = ogi("rules", "new", RULE, "--kind", "status", "--rules", "rules")
    assert ran.returncode == 2
    assert f"form/{RULE}.yaml" in ran.stderr.decode()


@pytest.mark.parametrize("what", ["docs", "schema"])
def test_generated_files_are_written_and_then_kept_in_step(ogi: Ogi, folder: Path, what: str) -> None:
    command = ("rules", what, "--out", "made")
    assert ogi(*command, "--check").returncode == 1
    assert not (folder / "made").exists()
    assert ogi(*command).returncode == 0
    assert ogi(*command, "--check").returncode == 0
    first = min((folder / "made").iterdir())
    first.write_text("{}", encoding="utf-8")
    ran = ogi(*command, "--check")
    assert (ran.returncode, ran.stdout.decode()) == (1, f"made/{first.name}: changed\n")


def test_schemas_are_json(ogi: Ogi, folder: Path) -> None:
    ogi("rules", "schema", "--out", "made")
    assert all("$schema" in json.loads(path.read_bytes()) for path in (folder / "made").iterdir())


def test_a_folder_that_cannot_be_written_is_said_in_one_line(ogi: Ogi) -> None:
    ran = ogi("rules", "schema", "--out", "good.txt/made")
    assert ran.returncode == 2
    assert len(ran.stderr.decode().splitlines()) == 1
