"""Debian's chromium driven by playwright; where either is missing these tests are skipped and say so."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from checker import load_ruleset, reporters
from checker.model.result import Policy
from checker.pipeline import check_bytes, check_file, make_run
from checker.template import write
from tests.accuracy.proving import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from checker import DocumentResult, Ruleset, Run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    return load_ruleset()


@pytest.fixture(scope="session")
def broken(ruleset: Ruleset) -> DocumentResult:
    """A report whose tables do not add up."""
    form = next(one for one in ruleset.formats if one.id == "2021")
    draft = tables.report(ruleset, form, Random("7"))  # noqa: S311 - a draw that is always the same
    wrong = tables.with_cell(draft, "applications", "granted", "total", "999")
    return check_bytes(write(wrong, form, "docx"), "勾稽 不平.docx", ruleset)


@pytest.fixture(scope="session")
def many(ruleset: Ruleset, broken: DocumentResult) -> Run:
    """The seeds, a report with tables, and a file that cannot be read."""
    seeds = [check_file(path, path.name, ruleset) for path in sorted(SEEDS.glob("*.txt"))]
    unread = check_bytes(b"", "空.docx", ruleset)
    return make_run([*seeds, broken, unread], ruleset, Policy())


@pytest.fixture(scope="session")
def single(ruleset: Ruleset) -> Run:
    seed = next(iter(sorted(SEEDS.glob("004*.txt"))))
    return make_run([check_file(seed, seed.name, ruleset)], ruleset, Policy())


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a run's page; whatever the browser complains of fails the test."""
    complaints: list[str] = []
    pages: list[Page] = []

    def opened(run: Run, lang: str = "zh", **settings: object) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(reporters.load("html").render(run, lang=lang, width=80, colour=False).encode())
        page = browser.new_page(**{"viewport": {"width": 1300, "height": 850}, **settings})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.close()
    assert complaints == []
