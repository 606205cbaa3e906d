from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from pathlib import Path

Ogi = Callable[..., subprocess.CompletedProcess[bytes]]


def authors(file: Path) -> set[str]:
    return {comment.author for comment in docx.Document(str(file)).comments}


def test_one_report_gives_the_document_named(ogi: Ogi, folder: Path) -> None:
    assert ogi("check", "faulty.txt", "--out", "docx=out/批注.docx").returncode == 1
    assert authors(folder / "out" / "批注.docx") == {"ogi-checker"}


def test_a_folder_gets_a_document_for_every_report_and_none_for_what_is_no_report(ogi: Ogi, folder: Path) -> None:
    assert ogi("check", ".", "--out", "docx=out/").returncode == 3
    assert sorted(file.name for file in (folder / "out").iterdir()) == ["faulty.docx", "good.docx", "yearless.docx"]


def test_reports_of_one_name_are_numbered(ogi: Ogi, folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "GOOD.txt").write_bytes((folder / "good.txt").read_bytes())
    assert ogi("check", "good.txt", "b/GOOD.txt", "--out", "docx=out").returncode == 0
    assert sorted(file.name for file in (folder / "out").iterdir()) == ["GOOD-2.docx", "good.docx"]


@pytest.mark.parametrize("out", ["docx=all.docx", "docx=word.docx"])
def test_several_reports_need_a_folder(ogi: Ogi, folder: Path, out: str) -> None:
    done = ogi("check", "good.txt", "faulty.txt", "--out", out)
    assert done.returncode == 2
    assert "请给出文件夹".encode() in done.stderr
    assert not list(folder.glob("*.docx"))


def test_the_clerks_own_file_is_never_overwritten(ogi: Ogi, folder: Path) -> None:
    assert ogi("check", "good.txt", "--out", "docx=drafts/").returncode == 0
    draft = folder / "drafts" / "good.docx"
    before = draft.read_bytes()
    for out in ("docx=drafts/", "docx=drafts/good.docx"):
        done = ogi("check", "drafts", "--out", out)
        assert done.returncode == 2
        assert "会覆盖".encode() in done.stderr
    assert draft.read_bytes() == before


def test_a_document_is_no_format_for_stdout(ogi: Ogi) -> None:
    assert ogi("check", "good.txt", "--format", "docx").returncode == 2


def test_an_unreadable_file_is_named(ogi: Ogi, folder: Path) -> None:
    done = ogi("check", "empty.txt", "--out", "docx=a.docx")
    assert done.returncode == 3
    assert b"unreadable, not written: a.docx" in done.stderr
    assert not (folder / "a.docx").exists()
