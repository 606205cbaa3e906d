from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from checker.cli import main

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Ogi = Callable[..., subprocess.CompletedProcess[bytes]]

SAMPLE = "sample-province"
LOCAL = {"LOCAL-CONTACT", "LOCAL-LATE-DEPARTMENT", "LOCAL-LATE-GOVERNMENT", "LOCAL-SIGNOFF"}
REPORT = """江平市人民政府2022年政府信息公开工作年度报告

一、总体情况
2022年，主动公开政府信息15条。
二、主动公开政府信息情况
全年制发规范性文件2件。
江平市人民政府
2023年3月1日
"""


def configure(folder: Path, text: str, name: str = "ogi-checker.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def checked(ogi: Ogi, *arguments: str) -> dict[str, Any]:
    return dict(json.loads(ogi("check", *arguments, "--format", "json").stdout))


def found(ogi: Ogi, *arguments: str) -> dict[str, str]:
    return {one["rule"]: one["severity"] for one in checked(ogi, *arguments)["results"][0]["findings"]}


def shown(ogi: Ogi, *arguments: str) -> dict[str, tuple[str, str]]:
    ran = ogi("config", "show", *arguments)
    assert (ran.returncode, ran.stderr) == (0, b"")
    rows = [line.split("  ", 1) for line in ran.stdout.decode().splitlines()]
    cells = {name.strip(): [one.strip() for one in rest.split("  ") if one.strip()] for name, rest in rows}
    return {name: (value, origin) for name, (value, origin) in cells.items()}


@pytest.mark.parametrize(
    ("config", "arguments", "code"),
    [
        ("", (), 1),
        ("fail-on = 'never'", (), 0),
        ("fail-on = 'never'", ("--fail-on", "error"), 1),
        ("fail-on = 'never'\nmin-score = 99.5", (), 1),
        ("fail-on = 'never'\nmin-score = 99.5", ("--min-score", "0"), 0),
        ("ignore = ['STRUCT-FEES']", (), 0),
        ("[severity]\n'STRUCT-FEES' = 'info'\n", (), 1),
        ("waivers = 'none.yaml'", (), 2),
        ("local-rules = 'nowhere'", (), 2),
        ("profile = 'sample-provnce'", (), 2),
        ("ignore = ['STRUCT-FEE']", (), 2),
        ("fail_on = 'never'", (), 2),
    ],
)
def test_the_file_sets_options_and_the_command_line_wins(
    ogi: Ogi, folder: Path, config: str, arguments: tuple[str, ...], code: int
) -> None:
    configure(folder, config)
    ran = ogi("check", "faulty.txt", *arguments)
    assert ran.returncode == code
    assert (code == 2) is (ran.stdout == b"")
    assert len(ran.stderr.splitlines()) <= 1


def test_a_switch_of_the_file_can_be_turned_off(ogi: Ogi, folder: Path) -> None:
    configure(folder, "certain-only = true")
    assert shown(ogi)["certain-only"] == ("true", "ogi-checker.toml")
    assert shown(ogi, "--no-certain-only")["certain-only"][0] == "false"


def test_a_mistake_does_not_stand_in_the_way_of_help(ogi: Ogi, folder: Path) -> None:
    configure(folder, "fail_on = 'never'")
    assert ogi("check", "--help").returncode == 0


def test_every_value_is_shown_with_its_origin(ogi: Ogi, folder: Path) -> None:
    configure(folder, f"profile = '{SAMPLE}'\ntier = 'city'\norgan = 'office'\nwaivers = 'w.yaml'\n")
    rows = shown(ogi, "--tier", "county")
    assert rows["profile"] == (SAMPLE, "ogi-checker.toml")
    assert rows["tier"] == ("county", "命令行 / command line")
    assert rows["organ"] == ("office", "ogi-checker.toml")
    assert rows["waivers"] == ("w.yaml", "ogi-checker.toml")
    assert rows["ignore"][1] == f"profiles/{SAMPLE}.yaml"
    assert rows["lang"] == ("zh", "默认 / default")


def test_the_file_is_found_from_a_folder_below_and_its_paths_start_from_it(
    ogi: Ogi, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(folder, "[tool.ogi-checker]\nbaseline = 'known.json'\n", "pyproject.toml")
    below = folder / "报告" / "2017"
    below.mkdir(parents=True)
    assert ogi("baseline", "update", "known.json", "faulty.txt").returncode == 0
    shutil.copy(folder / "faulty.txt", below)
    monkeypatch.chdir(below)
    assert main(["check", "faulty.txt"]) == 0


def test_severities_are_changed_and_the_outputs_tell_it(ogi: Ogi, folder: Path) -> None:
    stock = checked(ogi, "faulty.txt")
    configure(folder, "ignore = ['PUNCT']\n[severity]\nSTRUCT-FEES = 'warning'\n")
    made = checked(ogi, "faulty.txt")
    assert found(ogi, "faulty.txt")["STRUCT-FEES"] == "warning"
    assert made["ruleset"]["digest"] != stock["ruleset"]["digest"]
    assert made["ruleset"]["version"] == f"{stock['ruleset']['version']}+custom"
    outcomes = {one["rule"] for one in made["results"][0]["outcomes"]}
    assert not any(rule.startswith("PUNCT-") for rule in outcomes)


def test_a_configuration_without_rules_of_its_own_keeps_the_stock_digest(ogi: Ogi, folder: Path) -> None:
    stock = checked(ogi, "good.txt")["ruleset"]
    configure(folder, "lang = 'en'\nfail-on = 'info'\n")
    assert checked(ogi, "good.txt")["ruleset"] == stock


def test_a_file_that_is_no_report_fails_whatever_is_selected(ogi: Ogi, folder: Path) -> None:
    configure(folder, "select = ['PUNCT']")
    assert ogi("check", "poem.txt").returncode == 1


def test_local_rules_of_the_profile_are_off_unless_it_is_chosen(ogi: Ogi, folder: Path) -> None:
    configure(folder, REPORT, "late.txt")
    given = ("late.txt", "--published", "2023-03-06", "--tier", "city", "--organ", "government")
    assert not LOCAL & found(ogi, *given).keys()
    chosen = found(ogi, *given, "--profile", SAMPLE)
    assert chosen["LOCAL-LATE-GOVERNMENT"] == "warning"
    assert LOCAL & chosen.keys() == {"LOCAL-LATE-GOVERNMENT", "LOCAL-CONTACT"}
    assert checked(ogi, *given, "--profile", SAMPLE)["ruleset"]["version"].endswith(f"+{SAMPLE}")


def test_what_is_late_for_the_state_is_not_late_twice(ogi: Ogi, folder: Path) -> None:
    configure(folder, REPORT, "late.txt")
    given = ("late.txt", "--published", "2023-04-06", "--tier", "city", "--organ", "government", "--profile", SAMPLE)
    late = {rule for rule in found(ogi, *given) if "LATE" in rule}
    assert late == {"TIME-LATE-GOVERNMENT"}


def test_processes_are_given_the_same_rules(ogi: Ogi, folder: Path) -> None:
    configure(folder, f"profile = '{SAMPLE}'\n[severity]\nSTRUCT-FEES = 'info'\n")
    given = ("check", "good.txt", "faulty.txt", "--format", "json", "--jobs")
    assert ogi(*given, "2").stdout == ogi(*given, "1").stdout


def test_the_rules_in_force_are_listed_and_explained(ogi: Ogi) -> None:
    listed = ogi("rules", "list", "--profile", SAMPLE).stdout.decode()
    assert all(f"{id_} " in listed for id_ in LOCAL)
    assert "FORM-CONTACT " not in listed
    assert ogi("explain", "LOCAL-CONTACT").returncode == 2
    explained = ogi("explain", "LOCAL-CONTACT", "--profile", SAMPLE)
    assert "示例省政府信息公开工作年度报告编制办法" in explained.stdout.decode()


def test_the_sample_profile_is_in_order_and_its_examples_hold(ogi: Ogi) -> None:
    ran = ogi("config", "test", "--profile", SAMPLE)
    assert (ran.returncode, ran.stdout) == (0, b"")


@pytest.fixture
def own(folder: Path, rules: Path) -> Path:
    """Give a profile of the user's own, with rules beside it."""
    for path in (rules / "profiles").iterdir():
        shutil.move(path, folder / path.name)
    shutil.rmtree(rules)
    return folder / SAMPLE


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: LOCAL-CONTACT", "id: STRUCT-FEES", "LOCAL-CONTACT.yaml:2:5:"),
        ("instrument: sample-province-2019", "instrument: sample-province", "did you mean 'sample-province-2019'"),
        ("kind: required", "kind: requierd", "did you mean 'required'"),
    ],
)
def test_a_mistake_in_a_local_rule_is_told_with_its_place(ogi: Ogi, own: Path, old: str, new: str, said: str) -> None:
    assert ogi("check", "good.txt", "--profile", f"{SAMPLE}.yaml").returncode == 0
    path = own / "LOCAL-CONTACT.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    ran = ogi("check", "good.txt", "--profile", f"{SAMPLE}.yaml")
    assert ran.returncode == 2
    assert said in ran.stderr.decode()
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.usefixtures("own")
def test_an_example_that_does_not_hold_fails_the_test(ogi: Ogi, folder: Path) -> None:
    configure(folder, f"local-rules = '{SAMPLE}'")
    assert ogi("config", "test").returncode == 0
    path = folder / SAMPLE / "LOCAL-LATE-GOVERNMENT.yaml"
    path.write_text(path.read_text("utf-8").replace("day: 28", "day: 27"), encoding="utf-8")
    ran = ogi("config", "test")
    assert ran.returncode == 2
    assert "LOCAL-LATE-GOVERNMENT: the last day" in ran.stdout.decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore: [PUNCT]\n", "missing: title"),
        ("title: {zh: 甲, en: a}\nprofile: other\n", "own.yaml:2:1:"),
        ("title: {zh: 甲, en: a}\nignore: [PUNKT]\n", "own.yaml:2:10:"),
        ("title: {zh: 甲, en: a}\nmin-score: 80.5\n", "own.yaml:2:12:"),
        ("- 1\n", "own.yaml:1:1:"),
    ],
    ids=["no title", "profiles do not build on others", "no such rule", "decimals", "a list"],
)
def test_a_mistake_in_a_profile_is_told_with_its_place(ogi: Ogi, folder: Path, text: str, said: str) -> None:
    configure(folder, text, "own.yaml")
    ran = ogi("check", "good.txt", "--profile", "own.yaml")
    assert ran.returncode == 2
    assert said in ran.stderr.decode()


def test_a_test_without_local_rules_is_wrong_use(ogi: Ogi) -> None:
    assert ogi("config", "test").returncode == 2
