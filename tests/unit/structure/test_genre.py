from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import Status
from checker.structure.genre import Genre, genre_of, lists_reports, says_other
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Understand

CASES = yaml.safe_load((Path(__file__).parent / "genre.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["others"].values(), ids=CASES["others"])
def test_what_is_another_document(case: dict[str, str], understand: Understand) -> None:
    assert understand(case["text"], case.get("file", "a.txt")).status is Status.NOT_A_REPORT


@pytest.mark.parametrize("case", CASES["reports"].values(), ids=CASES["reports"])
def test_what_remains_a_report(case: dict[str, str], understand: Understand) -> None:
    assert understand(case["text"], case.get("file", "a.txt")).status in {Status.CHECKED, Status.YEAR_UNKNOWN}


@pytest.mark.parametrize(
    ("lines", "genre"),
    [
        (["某县2017年政府信息公开工作年度报告"], Genre.REPORT),
        (["某县2017年政府信息公开工作总结"], Genre.REPORT),
        (["关于做好2017年政府信息公开工作的报告"], Genre.REPORT),
        (["关于开展2017年政府信息公开工作情况的报告"], Genre.REPORT),
        (["关于2017年政府信息公开工作年度报告的函"], Genre.CARRIER),
        (["关于印发《某县2017年政府信息公开工作年度报告》的通知"], Genre.CARRIER),
        (["关于编制2017年政府信息公开工作年度报告的通知"], Genre.COMPILING),
        (["政府信息公开工作年度报告模板（2021年版）"], Genre.COMPILING),
        (["《某县2017年政府信息公开工作年度报告》解读"], Genre.COMPILING),
        (["某县政府信息公开指南（试行）"], Genre.OTHER),
        (["2017年政务公开工作考核"], Genre.OTHER),
        (["2017年政务公开工作情况"], Genre.UNTOLD),
        (["食品安全抽检细则"], Genre.UNTOLD),
        (["目录"], Genre.UNTOLD),
        (["二〇一七年", "某县2017年政府信息公开工作年度报告", "政府信息公开指南"], Genre.REPORT),
        (["某县教育局", "政府信息公开指南", "某县2017年政府信息公开工作年度报告"], Genre.OTHER),
        ([], Genre.UNTOLD),
    ],
)  # fmt: skip
def test_the_nearest_title_tells_what_a_document_is(lines: list[str], genre: Genre) -> None:
    assert genre_of(map(fold, lines)) is genre


@pytest.mark.parametrize("judge", [lists_reports, says_other, lambda text: genre_of([text])])
@pytest.mark.parametrize("piece", ["2017年政府信息公开", "公开报告", "本指南", "- ", "某县2017年政府信息公开年报\n"])
def test_a_long_text_costs_in_proportion(piece: str, judge: Callable[[str], object]) -> None:
    assert seconds(judge, piece, 300_000) < 25 * seconds(judge, piece, 30_000) + 0.2


def seconds(judge: Callable[[str], object], piece: str, length: int) -> float:
    text = (piece * length)[:length]
    begun = time.perf_counter()
    judge(text)
    return time.perf_counter() - begun
