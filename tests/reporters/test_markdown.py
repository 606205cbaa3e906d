from __future__ import annotations

from typing import TYPE_CHECKING

from checker import reporters

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Run

Results = dict[str, "DocumentResult"]


def render(run: Run, lang: str = "zh") -> str:
    return reporters.load("markdown").render(run, lang=lang, width=0, colour=False)


def test_a_name_is_neither_markup_nor_a_second_cell(results: Results, run_of: Callable[..., Run]) -> None:
    text = render(run_of(results["clean"]._replace(name="a|b\n<script>[x](y)*_`&\x1b.txt")))
    assert "| a\\|b &lt;script&gt;\\[x\\](y)\\*\\_\\`&amp;\\\\x1b.txt |" in text


def test_every_row_of_a_table_has_as_many_cells_as_its_head(run: Run) -> None:
    for table in (block for block in render(run).split("\n\n") if block.startswith("|")):
        assert len({line.replace("\\|", "").count("|") for line in table.splitlines()}) == 1


def test_the_commonest_faults_count_reports_and_places(run: Run) -> None:
    assert "| WORD-TYPO | Probably a typo | 3 | 27 |" in render(run, "en")


def test_the_top_finding_is_the_one_that_gates(run: Run) -> None:
    first = next(line for line in render(run, "en").splitlines() if "reports/002" in line)
    assert first.endswith("| Neither a heading nor a sentence deals with fees |")


def test_parts_without_rows_are_left_out(results: Results, run_of: Callable[..., Run]) -> None:
    of = results["clean"].document
    assert of is not None
    assert "##" not in render(run_of(results["clean"]._replace(document=of._replace(notes=()))))
