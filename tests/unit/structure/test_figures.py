from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from tests.conftest import Understand, UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
ROWS = [(name, text, value) for name, rows in CASES.items() for text, value in rows]
TITLE = "某县2017年政府信息公开工作年度报告\n"


@pytest.mark.parametrize(("name", "text", "value"), ROWS)
def test_the_figures_of_a_sentence(
    name: str, text: str, value: int | None, understand_fragment: UnderstandFragment
) -> None:
    assert understand_fragment(text, year=2017).figures.get(name) == value


def test_the_applications_part_goes_before_the_rest_of_the_text(understand: Understand) -> None:
    report = understand(f"{TITLE}一、概述\n受理企业设立申请800件。\n二、依申请公开情况\n全年收到申请2件。\n")
    assert report.figures["applications_received"] == 2


def test_none_received_in_the_applications_part_goes_before_a_number_elsewhere(understand: Understand) -> None:
    report = understand(f"{TITLE}一、概述\n受理企业设立申请800件。\n二、依申请公开情况\n未收到申请。\n")
    assert report.figures["applications_received"] == 0


def test_what_the_page_says_behind_the_report_is_no_figure(understand: Understand) -> None:
    report = understand(f"{TITLE}一、概述\n认真贯彻条例。\n热门推荐\n主动公开政府信息99条\n收到申请7件\n")
    assert dict(report.figures) == {}
