from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.authoring import loading
from checker.authoring.compiling import compile_rules
from checker.authoring.loading import load_ruleset
from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _compiles(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    compiled: list[Path] = []

    def counting(folder: Path, local: Sequence[Path]) -> dict[str, object]:
        compiled.append(folder)
        return compile_rules(folder, local)

    monkeypatch.setattr("checker.authoring.compiling.compile_rules", counting)
    return compiled


def test_a_rule_set_is_compiled_once_and_then_cached(
    rules: Callable[..., Path], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = _compiles(monkeypatch)
    folder = rules()
    assert load_ruleset(folder) == load_ruleset(folder)
    assert compiled == [folder]
    assert [path.suffix for path in cache.iterdir()] == [".json"]


def test_an_edited_rule_is_compiled_anew(rules: Callable[..., Path]) -> None:
    first = load_ruleset(rules())
    second = load_ruleset(rules(("time/PLAN.yaml", "weight: 3", "weight: 4")))
    assert (first.rules["PLAN"].weight, second.rules["PLAN"].weight) == (3, 4)
    assert first.digest != second.digest


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b"{}", b'{"compiled": 0}', b"\xff"])
def test_a_damaged_cache_is_compiled_anew(rules: Callable[..., Path], cache: Path, rubbish: bytes) -> None:
    folder = rules()
    expected = load_ruleset(folder)
    (cached,) = cache.iterdir()
    cached.write_bytes(rubbish)
    assert load_ruleset(folder) == expected
    assert json.loads(cached.read_bytes())["digest"] == expected.digest


def test_a_cache_of_other_rules_is_not_taken(rules: Callable[..., Path], cache: Path) -> None:
    folder = rules()
    load_ruleset(folder)
    (cached,) = cache.iterdir()
    cached.write_text(json.dumps(json.loads(cached.read_bytes()) | {"digest": "other", "version": "9.9.9"}))
    assert load_ruleset(folder).version == "1.2.3"


def test_a_cache_that_cannot_be_written_stops_nothing(rules: Callable[..., Path], cache: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    assert load_ruleset(rules()).version == "1.2.3"


def test_a_half_written_cache_leaves_nothing_behind(
    rules: Callable[..., Path], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert load_ruleset(rules()).version == "1.2.3"
    assert list(cache.iterdir()) == []


def test_a_user_without_a_home_has_no_cache(rules: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr("pathlib.Path.home", homeless)
    assert load_ruleset(rules()).version == "1.2.3"


def test_the_wheels_compiled_form_is_taken_as_it_is(
    rules: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = rules()
    (folder / "compiled.json").write_text(json.dumps(compile_rules(folder) | {"version": "7.0.0"}))
    monkeypatch.setattr(loading, "packaged_form", lambda rules: rules / "compiled.json")
    assert load_ruleset(folder).version == "7.0.0"


def test_a_mistake_in_a_rule_file_is_reported_every_time(rules: Callable[..., Path]) -> None:
    folder = rules(("time/PLAN.yaml", "weight: 3", "weight: three"))
    for _ in range(2):
        with pytest.raises(RuleFileError, match=r"time/PLAN\.yaml:8:9"):
            load_ruleset(folder)


def test_loading_from_the_cache_imports_nothing_heavy(rules: Callable[..., Path]) -> None:
    folder = rules()
    load_ruleset(folder)
    program = (
        "import sys; from pathlib import Path; from checker.authoring.loading import load_ruleset;"
        "load_ruleset(Path(sys.argv[1]));"
        "print([name for name in ('pydantic', 'jsonschema', 'yaml', 'regex', 'tempfile') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
