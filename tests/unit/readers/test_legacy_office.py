from __future__ import annotations

import gzip
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from checker.pipeline import check_bytes
from checker.readers import read_bytes
from checker.readers.legacy.office import VARIABLE, converted, program
from checker.template import write
from tests.accuracy.proving import tables
from tests.unit.readers.legacyfile import Run, doc
from tests.unit.readers.wordfile import p, word_file

if TYPE_CHECKING:
    from checker import Document, DocumentResult, Ruleset

REPORT = gzip.decompress((Path(__file__).parents[2] / "data" / "report-2021.doc.gz").read_bytes())
OFFICE = program()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="a program that is a script")


def pretended(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is called like LibreOffice; ``does`` sees its arguments as ``args``."""
    script = folder / "soffice"
    head = f"#!{sys.executable}\nimport os, pathlib, subprocess, sys, time\nargs = sys.argv[1:]\n"
    script.write_text(f"{head}out = pathlib.Path(args[args.index('--outdir') + 1])\n{does}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(script))
    return script


def lines(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks]


def told(document: Document) -> str:
    return " ".join(one.zh for one in document.notes)


@needs_posix
def test_what_the_program_writes_is_read_under_the_name_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_file(p("由它转换")))
    pretended(tmp_path, f"import shutil; out.mkdir(); shutil.copy({str(made)!r}, out / 'report.docx')", monkeypatch)
    document = read_bytes(REPORT, "报告.wps")
    assert (document.name, document.format, lines(document)) == ("报告.wps", "doc", ["由它转换"])
    assert "LibreOffice 转换" in told(document)
    assert document.sha256 == read_bytes(REPORT, "a.doc").sha256


@needs_posix
@pytest.mark.parametrize(
    "does",
    ["pass", "sys.exit(3)", "out.mkdir(); (out / 'report.docx').write_bytes(b'PK\\3\\4')", "os.abort()"],
    ids=["writes nothing", "fails", "writes what is no document", "dies"],
)
def test_a_program_that_fails_leaves_the_file_to_be_read_directly(
    does: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretended(tmp_path, does, monkeypatch)
    document = read_bytes(doc([Run("甲\r")]), "a.doc")
    assert lines(document) == ["甲"]
    assert "直接读取" in told(document)


@needs_posix
def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = tmp_path / "late"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(late)!r}).touch()"
    script = pretended(tmp_path, f"subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)", monkeypatch)
    begun = time.perf_counter()
    assert converted(REPORT, str(script), seconds=1) is None
    assert time.perf_counter() - begun < 10
    time.sleep(2)
    assert not late.exists()


@needs_posix
def test_every_run_has_a_profile_of_its_own_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, scratch = tmp_path / "log", tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    does = f"print(next(one for one in args if one.startswith('-env:')), file=open({str(log)!r}, 'a'))"
    script = pretended(tmp_path, does, monkeypatch)
    for _ in range(2):
        converted(REPORT, str(script))
    assert len(set(log.read_text(encoding="utf-8").split())) == 2
    assert not list(scratch.iterdir())


def test_a_program_that_is_not_there_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    assert program() is None
    monkeypatch.setenv(VARIABLE, "")
    assert program() is None


@needs_posix
def test_the_program_is_looked_for_where_programs_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = pretended(tmp_path, "pass", monkeypatch)
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program() == str(script)


def understood(result: DocumentResult) -> object:
    report = result.report
    assert report is not None
    cells = {
        key: [(row, column, cell.value) for row, column, cell in one.all_cells()] for key, one in report.tables.items()
    }
    return cells, {(one.rule, one.fingerprint, one.about) for one in result.findings}


def in_old_form(word: bytes, folder: Path) -> bytes:
    import subprocess

    (folder / "report.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "doc", "--outdir", str(folder), "report.docx"]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=True)
    return (folder / "report.doc").read_bytes()


@needs_office
@pytest.mark.parametrize("era", ["2019", "2021"])
def test_a_report_says_the_same_as_docx_and_as_doc_with_and_without_the_program(
    era: str, ruleset: Ruleset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = next(one for one in ruleset.formats if one.id == era)
    draft = tables.report(ruleset, form, Random(era))  # noqa: S311
    draft = tables.with_cell(draft, tables.APPLICATIONS, "new", "natural", "9999")
    word = write(draft, form, "docx")
    old = in_old_form(word, tmp_path)
    expected = check_bytes(word, "report.docx", ruleset)
    assert len(expected.findings) > 1
    for variable in (str(OFFICE), ""):
        monkeypatch.setenv(VARIABLE, variable)
        result = check_bytes(old, "report.doc", ruleset)
        assert expected.document is not None
        assert result.document is not None
        assert result.document.text == expected.document.text
        assert result.document.tables == expected.document.tables
        assert understood(result) == understood(expected)
        assert ("LibreOffice 转换后" in told(result.document)) == bool(variable)


@needs_office
def test_two_at_once_are_both_converted() -> None:
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: read_bytes(REPORT, "a.doc"), range(2)))
    assert found[0] == found[1]
    assert "LibreOffice 转换后" in told(found[0])
