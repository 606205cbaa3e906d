from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import Span, readers
from checker.structure.contents import contents_of
from checker.structure.source import source_of
from checker.text import fold

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.model.report import Contents
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "contents.yaml").read_text("utf-8"))
ROWS = [pytest.param(case, id=f"{name}: {case['text'][:24]}") for name, rows in CASES.items() for case in rows]
BODY = "一、总体情况\n公开信息15条。\n二、主动公开政府信息情况\n公开信息15条。\n三、其他需要报告的事项\n无。\n"


def announced(case: dict[str, Any], understand: Understand) -> tuple[Contents | None, str]:
    text = f"某县{case.get('year', 2021)}年政府信息公开工作年度报告\n{case['text'].rstrip()}\n{BODY}"
    return understand(text).contents, text


@pytest.mark.parametrize("case", ROWS)
def test_an_announcement_and_its_parts(case: dict[str, Any], understand: Understand) -> None:
    contents, text = announced(case, understand)
    names = "|".join(part.name for part in contents.parts) if contents else ""
    assert (names, contents.number if contents else None) == (case["parts"], case.get("number"))
    assert (contents is None) == (not case["parts"] and "number" not in case)
    if contents and contents.numeral:
        assert text[contents.numeral.start : contents.numeral.end] in set("23456三四五六")


@pytest.mark.parametrize("case", [row for row in ROWS if "keys" in row.values[0]])  # type: ignore[operator]
def test_names_stand_for_sections(case: dict[str, Any], understand: Understand) -> None:
    contents, _ = announced(case, understand)
    assert contents
    assert [list(part.keys) for part in contents.parts] == case["keys"]


@pytest.mark.parametrize("case", [row for row in ROWS if row.values[0]["parts"]])  # type: ignore[index]
def test_every_part_lies_where_it_is_written(case: dict[str, Any], understand: Understand) -> None:
    contents, text = announced(case, understand)
    assert contents
    for part in contents.parts:
        assert contents.start <= part.start < part.end <= contents.end
        assert "".join(fold(text[part.start : part.end]).split()).endswith(part.name)


@pytest.mark.parametrize(
    ("words", "parts"),
    [("本报告分总体情况、主动公开情况、其他事项三部分。", 3), ("报告分总体情况、主动公开情况、其他事项三部分。", 0)],
)
def test_behind_the_introduction_only_this_report_is_announced(words: str, parts: int, understand: Understand) -> None:
    text = f"某县2021年政府信息公开工作年度报告\n一、总体情况\n{words}\n二、主动公开情况\n见表。\n"
    contents = understand(text).contents
    assert (len(contents.parts) if contents else 0) == parts


@pytest.mark.parametrize(
    "piece", ["本报告由", "一、", "（一）", "包括总体情况、", "本报告包括：\n一、总体情况\n", "六部分；", "《", "0 "]
)
def test_a_long_text_costs_no_more_than_its_beginning(piece: str, ruleset: Ruleset) -> None:
    text = fold((piece * 100_000)[:200_000])
    document = readers.read_bytes(text.encode(), "a.txt")
    source = source_of(document, text, Span(0, len(text)), ())
    begun = time.perf_counter()
    contents_of(source, len(text), ruleset.formats[-1])
    assert time.perf_counter() - begun < 1
