from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import reporters

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import Run

CASES = (
    ("console", "zh", "console-zh.txt"),
    ("console", "en", "console-en.txt"),
    ("json", "zh", "json-zh.json"),
    ("junit", "zh", "junit-zh.xml"),
    ("junit", "en", "junit-en.xml"),
    ("markdown", "zh", "markdown-zh.md"),
    ("markdown", "en", "markdown-en.md"),
)


@pytest.mark.parametrize(("format_", "lang", "file"), CASES, ids=[file for *_, file in CASES])
def test_the_output_is_the_golden_file(
    format_: str, lang: str, file: str, run: Run, golden: Callable[[str, str], None]
) -> None:
    golden(file, reporters.load(format_).render(run, lang=lang, width=80, colour=False))


def test_the_coloured_console_is_the_golden_file(run: Run, golden: Callable[[str, str], None]) -> None:
    golden("console-colour.txt", reporters.load("console").render(run, lang="zh", width=60, colour=True))


def test_the_console_for_many_documents_is_the_golden_file(many: Run, golden: Callable[[str, str], None]) -> None:
    golden("console-many.txt", reporters.load("console").render(many, lang="zh", width=80, colour=False))


@pytest.mark.parametrize("format_", ["console", "json", "junit", "markdown"])
def test_the_same_run_gives_the_same_text(format_: str, run: Run) -> None:
    render = reporters.load(format_).render
    assert render(run, lang="zh", width=80, colour=False) == render(run, lang="zh", width=80, colour=False)


@pytest.mark.parametrize("format_", ["console", "json", "junit", "markdown"])
def test_every_file_of_the_run_is_named(format_: str, run: Run) -> None:
    text = reporters.load(format_).render(run, lang="zh", width=200, colour=False)
    assert all(name in text for name in ("003.txt", "004.txt", "005.docx", "README.txt"))


@pytest.mark.parametrize("format_", ["console", "json", "junit", "markdown"])
def test_a_run_over_nothing_is_still_an_output(format_: str, run_of: Callable[..., Run]) -> None:
    assert reporters.load(format_).render(run_of(), lang="en", width=80, colour=False).endswith("\n")
