from __future__ import annotations

import pickle
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import regex

from checker import patterns
from checker.patterns import PatternStore

if TYPE_CHECKING:
    from pathlib import Path


def kept(folder: Path, *wanted: str) -> Path:
    """Keep ``wanted`` in ``folder`` and give the file they are kept in."""
    store = PatternStore()
    for pattern in wanted:
        store.compiled(pattern)
    store.save(folder)
    (file,) = folder.iterdir()
    return file


def loaded(folder: Path) -> PatternStore:
    store = PatternStore()
    store.load(folder)
    return store


def compiles(store: PatternStore, pattern: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether ``store`` has to compile ``pattern`` to give it."""
    asked: list[str] = []
    real = regex.compile

    def compile_(one: str, *flags: Any) -> Any:
        asked.append(one)
        return real(one, *flags)

    with monkeypatch.context() as patch:
        patch.setattr(regex, "compile", compile_)
        store.compiled(pattern)
    return pattern in asked


def test_a_pattern_is_compiled_once() -> None:
    assert patterns.compiled("年度报告$") is patterns.compiled("年度报告$")


def test_the_ends_of_every_line_match() -> None:
    assert patterns.compiled("^二、.+$").search("一、概述\n二、主动公开\n三、收费")


def test_a_damaged_pattern_is_said_to_be_so() -> None:
    with pytest.raises(regex.error):
        patterns.compiled("(年度报告")


def test_a_kept_pattern_needs_no_compiling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "^一、", "报告$")
    store = loaded(tmp_path)
    assert not compiles(store, "^一、", monkeypatch)
    assert compiles(store, "^三、", monkeypatch)


def test_a_kept_pattern_matches_as_a_new_one_does(tmp_path: Path) -> None:
    wanted = [r"(?P<year>(?:19|20)\d{2})\s?年", r"^(?:[^。;\n]{0,8})+?公开$", r"(?x) 一 是 # items", "(?<=。)二是"]
    kept(tmp_path, *wanted)
    text = "2017 年，政府信息公开\n一是健全制度。二是加强公开"
    for pattern in wanted:
        old, new = loaded(tmp_path).compiled(pattern), PatternStore().compiled(pattern)
        assert [one.span() for one in old.finditer(text)] == [one.span() for one in new.finditer(text)]
        assert old.groupindex == new.groupindex


def test_what_is_known_already_stays_when_older_ones_are_loaded(tmp_path: Path) -> None:
    kept(tmp_path, "^一、")
    store = PatternStore()
    first = store.compiled("^一、")
    store.load(tmp_path)
    assert store.compiled("^一、") is first


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    store = loaded(kept(tmp_path / "kept", "^一、").parent)
    store.save(tmp_path / "other")
    PatternStore().save(tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_new_patterns_are_added_to_the_kept_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "^一、")
    store = loaded(tmp_path)
    store.compiled("^二、")
    store.save(tmp_path)
    later = loaded(tmp_path)
    assert not compiles(later, "^一、", monkeypatch)
    assert not compiles(later, "^二、", monkeypatch)


def test_a_run_with_endless_patterns_keeps_none(tmp_path: Path) -> None:
    store = PatternStore()
    for number in range(2_001):
        store.compiled(str(number))
    store.save(tmp_path)
    assert not list(tmp_path.iterdir())


class Intruder:
    def __reduce__(self) -> tuple[Any, ...]:
        return shutil.rmtree, ("nowhere",)


DAMAGED = {
    "empty": b"",
    "cut": pickle.dumps({"^一、": 1})[:-3],
    "no pickle": b"patterns",
    "no mapping": pickle.dumps(["^一、"]),
    "a call of something else": pickle.dumps({"^一、": Intruder()}),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_as_good_as_none_and_is_replaced(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[object] = []
    monkeypatch.setattr(shutil, "rmtree", lambda *where: removed.append(where))
    kept(tmp_path, "^一、").write_bytes(data)
    store = loaded(tmp_path)
    assert compiles(store, "^一、", monkeypatch)
    store.save(tmp_path)
    assert not compiles(loaded(tmp_path), "^一、", monkeypatch)
    assert not removed


def test_a_missing_folder_is_as_good_as_an_empty_one(tmp_path: Path) -> None:
    assert loaded(tmp_path / "none").compiled("^一、").match("一、概述")


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    store = PatternStore()
    store.compiled("^一、")
    store.save(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "a file, not a folder"


def test_no_half_written_file_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", fail)
    store = PatternStore()
    store.compiled("^一、")
    store.save(tmp_path)
    assert not list(tmp_path.iterdir())
