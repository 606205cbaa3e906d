from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from checker import kinds
from checker.kinds.contents import Flaw
from checker.model.result import Broken, Held, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker import Report
    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "contents.yaml").read_text("utf-8"))
ROWS = [pytest.param(row, id=f"{name} {at}") for name, rows in CASES.items() for at, row in enumerate(rows)]
SIX = "总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议、行政诉讼情况|存在的主要问题及改进情况|其他需要报告的事项"
OLD = "概述|主动公开政府信息情况|依申请公开政府信息和不予公开政府信息情况|政府信息公开收费及减免情况|因政府信息公开申请行政复议、提起行政诉讼的情况|存在的主要问题及改进措施|其他需要报告的事项"
NUMBERS = "一二三四五六七八九"


def lines_of(headings: str) -> Iterator[str]:
    main = below = 0
    for title in headings.split("|"):
        if title.startswith(">"):
            below += 1
            yield f"（{NUMBERS[below - 1]}）{title[1:]}"
        else:
            main, below = main + 1, 0
            yield f"{NUMBERS[main - 1]}、{title}"
        yield "见表。"


def read(row: dict[str, Any], understand: Understand) -> Report:
    headings = {"SIX": SIX, "OLD": OLD}.get(row["headings"], row["headings"])
    title = f"某局{row.get('year', 2021)}年政府信息公开工作年度报告"
    return understand("\n".join([title, row["intro"], *lines_of(headings)]))


def seen(report: Report, flaw: str) -> Any:
    kind = kinds.load("contents")
    (observation,) = kind.observe(kinds.bind(kind, {"flaw": flaw}), report)
    return observation


@pytest.mark.parametrize("row", ROWS)
def test_the_flaws_of_an_announcement(row: dict[str, Any], understand: Understand) -> None:
    report = read(row, understand)
    found = [flaw for flaw in get_args(Flaw) if isinstance(seen(report, flaw), Broken)]
    assert sorted(found) == row.get("flaws", [])


@pytest.mark.parametrize("row", [row for row in ROWS if "flaws" in row.values[0]])  # type: ignore[operator]
def test_a_finding_fills_its_message_and_points_somewhere(row: dict[str, Any], understand: Understand) -> None:
    kind = kinds.load("contents")
    for flaw in row["flaws"]:
        broken = seen(read(row, understand), flaw)
        assert set(broken.values) == kind.placeholders(kind.Params(flaw))
        assert all(broken.values.values())
        assert broken.spans


def test_a_number_is_shown_with_the_end_of_the_list(understand: Understand) -> None:
    report = read(CASES["faulty"][0], understand)
    broken = seen(report, "count")
    assert dict(broken.values) == {"number": 6, "listed": 7}
    assert [report.text[one.start : one.end] for one in broken.spans] == ["其他需要报告的事项等六部分"]
    assert (len(broken.related), broken.section, broken.about) == (7, "document", None)


def test_a_report_without_headings_tells_nothing_of_its_list(understand: Understand) -> None:
    text = "某局2021年政府信息公开工作年度报告\n本报告包括总体情况、主动公开情况、依申请公开情况。\n一、总体情况\n公开15条。\n"
    assert isinstance(seen(understand(text), "missing"), Unknown)


def test_a_report_that_announces_nothing_holds(understand: Understand) -> None:
    assert seen(understand("某局2021年政府信息公开工作年度报告\n一、总体情况\n公开15条。\n"), "count") == Held(0)


@pytest.mark.parametrize("line", ["建议提案办理情况", "建议提案办理情况："])
def test_an_announced_part_on_a_line_of_its_own_is_not_missing(line: str, understand: Understand) -> None:
    intro = "本报告包括概述、主动公开情况、依申请公开情况、建议提案办理情况、其他需要报告的事项五部分。"
    heads = ["概述", "主动公开情况", "依申请公开情况", line, "其他需要报告的事项"]
    body = [words for head in heads for words in (head, "见表。")]
    report = understand("\n".join(["某局2015年政府信息公开工作年度报告", intro, *body]))
    found = [flaw for flaw in get_args(Flaw) if isinstance(seen(report, flaw), Broken)]
    assert found == []


def test_an_announced_part_that_only_a_sentence_names_is_missing(understand: Understand) -> None:
    intro = "本报告包括概述、主动公开情况、依申请公开情况、建议提案办理情况、其他需要报告的事项五部分。"
    body = "概述\n建议提案办理情况良好。\n主动公开情况\n见表。\n依申请公开情况\n见表。\n其他需要报告的事项\n无。"
    report = understand(f"某局2015年政府信息公开工作年度报告\n{intro}\n{body}")
    assert isinstance(seen(report, "other_list"), Broken)
