from __future__ import annotations

from pathlib import Path

import pytest

from checker.sources import collect


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "a/c.TXT",
        "README.md",
        "readme.zh.txt",
        ".hidden.txt",
        ".git/x.txt",
        "~$b.txt",
        "d.json",
        "e.png",
    ):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str | Path) -> list[str]:
    return [source.name for source in collect([Path(path) for path in paths]).files]


@pytest.mark.usefixtures("folder")
def test_a_folder_is_walked_in_order_for_files_that_may_be_reports() -> None:
    assert names("reports") == ["reports/a/c.TXT", "reports/a.md", "reports/b.txt"]


@pytest.mark.usefixtures("folder")
def test_arguments_keep_their_order_and_are_taken_as_they_are() -> None:
    given = ["reports/d.json", "reports/e.png", "reports/README.md", "nowhere.txt"]
    found = collect(map(Path, given)).files
    assert [source.name for source in found] == given
    assert all(source.explicit for source in found)


@pytest.mark.usefixtures("folder")
def test_what_a_folder_holds_was_not_named() -> None:
    assert not any(source.explicit for source in collect([Path("reports")]).files)


@pytest.mark.usefixtures("folder")
def test_a_file_is_checked_once_and_counts_as_named_if_it_is_named_anywhere() -> None:
    found = collect([Path("reports"), Path("reports/b.txt"), Path("reports/a/../b.txt")]).files
    assert [(source.name, source.explicit) for source in found if "b.txt" in source.name] == [("reports/b.txt", True)]


def test_a_path_inside_the_working_folder_is_shown_relative(folder: Path) -> None:
    assert names(folder / "reports" / "b.txt") == ["reports/b.txt"]


def test_a_path_outside_is_shown_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "empty")
    outside = folder / "reports" / "b.txt"
    assert names(outside) == [outside.as_posix()]
    assert names("../reports/b.txt") == ["../reports/b.txt"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_files_is_told_of() -> None:
    sources = collect([Path("reports"), Path("empty")])
    assert sources.empty == ("empty",)


def test_a_name_in_no_encoding_can_still_be_printed(tmp_path: Path) -> None:
    (name,) = (source.name for source in collect([tmp_path / "\udcd6.txt"]).files)
    assert name.endswith("\\udcd6.txt")


def test_a_link_to_a_folder_above_does_not_trap_the_walk(folder: Path) -> None:
    (folder / "reports" / "loop").symlink_to(folder, target_is_directory=True)
    assert len(names("reports")) == 3


def test_a_folder_that_cannot_be_listed_is_not_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [(source.name, source.explicit) for source in collect([folder / "reports"]).files] == [("reports", True)]
