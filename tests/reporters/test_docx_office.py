"""LibreOffice opens the annotated documents and shows every comment; left out where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from tests.reporters.conftest import faulty
from tests.reporters.wordfiles import annotated, clerk_file, opened, result_of

SOFFICE = shutil.which("soffice")
CASES = yaml.safe_load((Path(__file__).parent / "docx_anchors.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def shown(content: bytes, folder: Path) -> list[str]:
    """The comments that LibreOffice has of a document, in its own format."""
    (folder / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "odt", "--outdir", folder, folder / "a.docx"]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    with ZipFile(folder / "a.odt") as package:
        markup = package.read("content.xml").decode()
    return re.findall(r"<office:annotation .*?</office:annotation>", markup, re.DOTALL)


def test_every_comment_in_the_clerks_own_document_is_shown(tmp_path: Path) -> None:
    data = clerk_file("".join(case["body"] for case in CASES))
    content = annotated(result_of(data, *(quote for case in CASES for quote in case["at"])), data)
    comments = shown(content, tmp_path)
    assert len(comments) == len(opened(content).comments)
    assert sum("计划中写了报告年度" in one for one in comments) == sum(len(case["at"]) for case in CASES)


def test_every_comment_in_a_document_made_of_text_is_shown(tmp_path: Path) -> None:
    content = annotated(faulty(), None)
    assert len(shown(content, tmp_path)) == len(opened(content).comments)
