from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from checker import readers
from checker.structure.listing import listings_of

if TYPE_CHECKING:
    from checker.model.document import Document
    from tests.conftest import Understand

TITLE = "某县2017年政府信息公开工作年度报告\n"
NAMES = ("一、总体情况", "二、主动公开政府信息情况", "三、依申请公开情况", "四、收费及减免情况")
BODY = "\n".join(f"{name}\n2017年，有关工作已经完成。" for name in NAMES)
GLUED = "\n".join(f"{name}2017年，有关工作已经完成。" for name in NAMES)
MANNERS = (
    "......{}", "…………{}", "·······{}", "————{}", "." * 30 + "{}", "{}", "\t{}", "　{}", " - {}", ". . . . . {}",
    "……（{}）", "...... - {} -", "\n{}", "",
)  # fmt: skip


def listing(manner: str, head: str = "目录") -> str:
    return f"{head}\n" + "\n".join(name + manner.format(at * 2 - 1) for at, name in enumerate(NAMES, 1)) + "\n"


def parts(text: str, understand: Understand, name: str = "a.txt") -> tuple[str, list[str], int]:
    report = understand(text, name)
    main = [one for one in report.outline if one.level == 1]
    return report.title, [one.title for one in main], len(text) - main[0].start


@pytest.mark.parametrize("body", [BODY, GLUED], ids=["lines", "glued"])
@pytest.mark.parametrize("manner", MANNERS)
def test_what_a_table_of_contents_lists_is_no_part(manner: str, body: str, understand: Understand) -> None:
    plain = parts(TITLE + body, understand)
    for head in ("目录", "目　　录", "目 次："):
        assert parts(TITLE + listing(manner, head) + body, understand) == plain
        assert parts(listing(manner, head) + TITLE + body, understand) == plain


@pytest.mark.parametrize("manner", [one for one in MANNERS if "." in one or "…" in one])
def test_leaders_tell_a_listing_without_its_name(manner: str, understand: Understand) -> None:
    listed = listing(manner).partition("\n")[2]
    assert parts(TITLE + listed + BODY, understand) == parts(TITLE + BODY, understand)


def test_a_listing_may_stand_in_one_line(understand: Understand) -> None:
    listed = listing("............{}").replace("\n", " ")
    assert parts(f"{TITLE}{listed * 1}\n{BODY}", understand) == parts(TITLE + BODY, understand)


def test_links_to_the_parts_are_a_listing(understand: Understand) -> None:
    links = "目录\n\n" + "\n".join(f"- [{name}](#{name})" for name in NAMES) + "\n\n"
    assert parts(TITLE + "\n" + links + BODY, understand, "a.md")[1] == parts(TITLE + BODY, understand)[1]


@pytest.mark.parametrize(
    "text",
    [
        "目录\n一、总体情况\n2017年公开15条。\n二、主动公开情况\n公开15条。",
        "编制目录\n一、总体情况1\n二、主动公开情况2",
        "一、总体情况\n二、主动公开情况\n公开……15条。",
        "主动公开 15\n依申请公开 2\n其他 3",
        "电话：0715--8901234\n传真：0715--8901235",
        "一、总体情况……\n二、主动公开情况……",
        "一、2017——2018\n二、2019——2020",
    ],
)
def test_what_is_no_listing(text: str) -> None:
    document = read(text)
    assert listings_of(document.text, document.blocks) == ()


def read(text: str) -> Document:
    return readers.read_bytes(text.encode(), "a.txt")


@pytest.mark.parametrize("piece", ["......1 ", "目录 ", "。", ". ", "一、情况......1", "目录\n", "一、情况1\n", "-1"])
def test_a_long_text_costs_in_proportion(piece: str) -> None:
    assert seconds(piece, 300_000) < 25 * seconds(piece, 30_000) + 0.2


def seconds(piece: str, length: int) -> float:
    document = read("目录\n" + (piece * length)[:length])
    begun = time.perf_counter()
    listings_of(document.text, document.blocks[:200])
    return time.perf_counter() - begun
