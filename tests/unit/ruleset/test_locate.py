from __future__ import annotations

from pathlib import Path

import pytest

from checker.ruleset.locate import cache_folder, digest, find_rules, packaged_form, rule_files
from checker.ruleset.ruleset import RuleFileError


def _rules(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "ruleset.yaml").write_text('version: "1.0.0"\n')
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


@pytest.fixture(autouse=True)
def _no_rules_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OGI_RULES", raising=False)


def test_the_option_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named, from_outside = _rules(tmp_path / "named"), _rules(tmp_path / "outside")
    monkeypatch.setenv("OGI_RULES", str(from_outside))
    assert find_rules(named) == named
    assert find_rules() == from_outside


def test_the_packages_own_rules_go_before_the_checkouts(tmp_path: Path) -> None:
    checkout = _rules(tmp_path / "rules")
    assert find_rules(package=tmp_path / "checker") == checkout
    own = _rules(tmp_path / "checker" / "rules")
    assert find_rules(package=tmp_path / "checker") == own


def test_an_empty_environment_variable_names_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = _rules(tmp_path / "rules")
    monkeypatch.setenv("OGI_RULES", "")
    assert find_rules(package=tmp_path / "checker") == checkout


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"elsewhere.*there is no such folder"):
        find_rules(tmp_path / "elsewhere")


def test_an_installation_without_rules_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"rules.*there is no such folder"):
        find_rules(package=tmp_path / "checker")


def test_a_folder_that_is_no_rule_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"no ruleset\.yaml"):
        find_rules(tmp_path)


def test_only_the_packages_own_compiled_form_is_trusted(tmp_path: Path) -> None:
    own, copy = _rules(tmp_path / "checker" / "rules"), _rules(tmp_path / "copy")
    for folder in (own, copy):
        (folder / "compiled.json").write_text("{}")
    assert packaged_form(own, tmp_path / "checker") == own / "compiled.json"
    assert packaged_form(copy, tmp_path / "checker") is None


def test_hidden_files_are_no_rules(tmp_path: Path) -> None:
    folder = _rules(tmp_path / "rules", B="b", A="a")
    (folder / ".hidden.yaml").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "C.yaml").write_text("x")
    assert [path.name for path in rule_files(folder)] == ["A.yaml", "B.yaml", "ruleset.yaml"]


def test_the_digest_is_of_names_and_contents_alone(tmp_path: Path) -> None:
    one = digest(_rules(tmp_path / "one", A="a"))
    assert digest(_rules(tmp_path / "two", A="a")) == one
    assert digest(_rules(tmp_path / "three", A="b")) != one
    assert digest(_rules(tmp_path / "four", B="a")) != one
    assert digest(_rules(tmp_path / "five", A="a", B="")) != one


CACHES = {
    "linux with its variable": ("linux", {"XDG_CACHE_HOME": "/xdg"}, "/xdg/ogi-checker"),
    "linux": ("linux", {}, "/home/me/.cache/ogi-checker"),
    "macOS": ("darwin", {}, "/home/me/Library/Caches/ogi-checker"),
    "Windows with its variable": ("win32", {"LOCALAPPDATA": "/local"}, "/local/ogi-checker"),
    "Windows": ("win32", {}, "/home/me/AppData/Local/ogi-checker"),
}


@pytest.mark.parametrize(("platform", "variables", "expected"), CACHES.values(), ids=CACHES)
def test_the_cache_is_where_the_platform_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("pathlib.Path.home", lambda: Path("/home/me"))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(expected)


def test_a_user_without_a_home_has_no_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert cache_folder() is None
