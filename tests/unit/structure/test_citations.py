from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from checker import readers
from checker.model.document import Table
from checker.structure.build import Hints, build_fragment

if TYPE_CHECKING:
    from checker import Ruleset
    from tests.conftest import UnderstandFragment

CASES = yaml.safe_load((Path(__file__).parent / "citations.yaml").read_text("utf-8"))
ROWS = [pytest.param(case, id=case["text"]) for rows in CASES.values() for case in rows]


@pytest.mark.parametrize("case", ROWS)
def test_what_is_cited(case: dict[str, Any], understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment(case["text"], year=2020)
    found = [
        [report.text[one.start : one.end], one.title, one.number, [each.number for each in one.articles], one.basis]
        for one in report.citations
    ]
    assert found == case["cited"]


def test_a_number_and_an_article_have_places_of_their_own(understand_fragment: UnderstandFragment) -> None:
    report = understand_fragment("依据《条例》（国务院令第 711 号）第三十一、32条")
    (cited,) = report.citations
    assert cited.numbered is not None
    assert report.text[cited.numbered.start : cited.numbered.end] == "国务院令第 711 号"
    assert [report.text[one.start : one.end] for one in cited.articles] == ["三十一", "32"]


def test_what_a_table_cites_is_left_out(ruleset: Ruleset) -> None:
    text = "《办法》\n《条例》（国务院令第711号）"
    read = readers.read_bytes(text.encode(), "piece.txt")
    table = Table(text.index("《条例》"), len(text), 1, 1, ())
    report = build_fragment(read._replace(tables=(table,)), ruleset, Hints(year=2020), None)
    assert [one.title for one in report.citations] == ["办法"]
