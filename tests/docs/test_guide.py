"""The commands of the guide and the READMEs, run as they stand: a page is a session in a folder of its own."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from checker import kinds
from checker.cli import main

ROOT = Path(__file__).parents[2]
PAGES = {
    path.relative_to(ROOT).as_posix(): path
    for path in (*ROOT.glob("README*.md"), *ROOT.glob("docs/guide/*/*.md"), ROOT / "docs" / "writing-rules.md")
}
TWINS = {name: name.replace("/zh/", "/en/").replace(".zh-CN", "") for name in PAGES if "zh" in name}
RUN = sorted(PAGES.keys() - TWINS.values())  # a page and its twin have the same commands

FENCE = re.compile(r"^```(?:sh|(?:yaml|toml) title=(\S+))\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXIT = re.compile(r"#.*\bexit (\d)")
LINK = re.compile(r"\]\(([^)#:]+)\)")


class Command(NamedTuple):
    """A command with its exit code, or a file that the reader is told to write."""

    arguments: tuple[str, ...]
    code: int = 0
    file: str = ""
    text: str = ""


def steps(page: str) -> list[Command]:
    made: list[Command] = []
    for file, block in FENCE.findall(PAGES[page].read_text(encoding="utf-8")):
        lines = [line for line in block.splitlines() if line.startswith("ogi-checker ")]
        made += [Command((), file=file, text=block)] if file else [command(line) for line in lines]
    return made


def command(line: str) -> Command:
    stated = EXIT.search(line)
    return Command(tuple(shlex.split(line, comments=True)[1:]), int(stated[1]) if stated else 0)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give what the pages speak of: the seeds, a report of one's own, the rules."""
    seeds = shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    shutil.copytree(seeds, tmp_path / "reports")
    shutil.copy(min(seeds.glob("*.txt")), tmp_path / "report.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OGI_RULES", "rules")
    return tmp_path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("page", [page for page in RUN if steps(page)])
def test_the_commands_of_a_page_end_as_it_says(page: str, capfd: pytest.CaptureFixture[str]) -> None:
    ran = [(one.arguments, one.code, done(one, capfd)) for one in steps(page)]
    assert [one for one in ran if one[1] != one[2]] == []


def done(one: Command, capfd: pytest.CaptureFixture[str]) -> int:
    if one.file:
        return 0 if Path(one.file).write_text(one.text, encoding="utf-8") else 1
    code = main(one.arguments)
    capfd.readouterr()
    return code


@pytest.mark.parametrize("page", sorted(TWINS))
def test_a_page_is_there_in_both_languages_with_the_same_commands(page: str) -> None:
    assert [stripped(one) for one in steps(page)] == [stripped(one) for one in steps(TWINS[page])]


def test_no_page_of_the_guide_is_there_in_english_alone() -> None:
    assert {name for name in PAGES if "/en/" in name} <= set(TWINS.values())


def stripped(one: Command) -> Command:
    """Take away the language, in which alone the pages may differ."""
    return one._replace(arguments=tuple(word for word in one.arguments if word not in {"--lang", "en", "zh"}))


@pytest.mark.parametrize("page", sorted(PAGES))
def test_what_a_page_links_to_is_there(page: str) -> None:
    home = PAGES[page].parent
    missing = [link for link in LINK.findall(PAGES[page].read_text(encoding="utf-8")) if not (home / link).exists()]
    assert missing == []


def test_the_options_pages_name_every_option_of_check() -> None:
    from checker.cli.check import check

    options = [name for one in check.params for name in one.opts if name.startswith("--")]
    for page in ("docs/guide/zh/options.md", "docs/guide/en/options.md"):
        text = PAGES[page].read_text(encoding="utf-8")
        assert [name for name in options if f"`{name}" not in text] == []


def test_writing_rules_speaks_of_every_kind() -> None:
    text = PAGES["docs/writing-rules.md"].read_text(encoding="utf-8")
    assert [name for name in kinds.names() if f"| `{name}` |" not in text] == []
