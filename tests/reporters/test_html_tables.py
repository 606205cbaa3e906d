"""The statutory tables in the page: redrawn as understood, failing cells marked, broken identities as rails."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

import pytest

from checker import load_ruleset, reporters
from checker.model.result import Policy
from checker.pipeline import check_bytes, make_run
from checker.template import write
from tests.accuracy.proving import tables

if TYPE_CHECKING:
    from checker import Ruleset, Run
    from checker.template import Draft

APPLICATIONS = "applications"


@pytest.fixture(scope="module")
def ruleset() -> Ruleset:
    return load_ruleset()


@pytest.fixture(scope="module")
def draft(ruleset: Ruleset) -> Draft:
    form = next(one for one in ruleset.formats if one.id == "2021")
    return tables.report(ruleset, form, Random("7"))  # noqa: S311 - a draw that is always the same


def checked(ruleset: Ruleset, draft: Draft) -> Run:
    form = next(one for one in ruleset.formats if one.id == "2021")
    return make_run([check_bytes(write(draft, form, "docx"), "报告.docx", ruleset)], ruleset, Policy())


def render(ruleset: Ruleset, draft: Draft) -> str:
    return reporters.load("html").render(checked(ruleset, draft), lang="zh", width=80, colour=False)


def figure(markup: str, name: str) -> str:
    figures = re.findall(r'<figure class="statutory">.*?</figure>', markup)
    return next(one for one in figures if f'<span lang="zh">{name}</span>' in one)


def lines(drawn: str) -> list[str]:
    return re.findall(r"<tr>.*?</tr>", drawn)


def test_a_table_that_balances_is_redrawn_without_marks(ruleset: Ruleset, draft: Draft) -> None:
    drawn = figure(render(ruleset, draft), "依申请公开")
    assert len(lines(drawn)) == 26
    assert "rail" not in drawn
    assert 'class="error"' not in drawn


def test_a_broken_sum_is_a_rail_through_its_row_with_a_node_at_every_operand(ruleset: Ruleset, draft: Draft) -> None:
    right = draft.tables[APPLICATIONS]["granted"]
    wrong = tables.with_cell(draft, APPLICATIONS, "granted", "total", "999")
    markup = render(ruleset, wrong)
    row = next(one for one in lines(figure(markup, "依申请公开")) if "予以公开" in one)
    cells = re.findall(r"<td.*?</td>", row)
    counted = [column for column, words in right.items() if column != "total" and words not in {"", "0"}]
    across = [one for one in cells if "rail across" in one]
    assert "999" in cells[-1]
    assert cells[-1].startswith('<td class="error" id="r1-c')
    assert "rail across lane0 error last node" in cells[-1]
    assert "first node" in across[0]
    assert sum("node" in one for one in across) == len(counted) + 1


def test_the_card_of_a_cell_leads_to_it_and_names_it_as_printed(ruleset: Ruleset, draft: Draft) -> None:
    markup = render(ruleset, tables.with_cell(draft, APPLICATIONS, "granted", "total", "999"))
    card = next(one for one in re.findall(r"<article.*?</article>", markup) if "T3-ROWS" in one)
    cell = re.search(r'<a class="go" href="#(r1-c\d+)">', card)
    assert cell is not None
    assert f'id="{cell[1]}"' in figure(markup, "依申请公开")
    assert "（一）予以公开 × 总计" in card
    assert "applications/granted" not in card


def test_the_smallest_repair_is_written_into_its_cell(ruleset: Ruleset, draft: Draft) -> None:
    right = draft.tables[APPLICATIONS]["granted"]["total"]
    markup = render(ruleset, tables.with_cell(draft, APPLICATIONS, "granted", "total", "999"))
    assert f"<span>999</span><ins>→{right}</ins>" in figure(markup, "依申请公开")


def test_a_balance_is_a_rail_down_its_column(ruleset: Ruleset, draft: Draft) -> None:
    markup = render(ruleset, tables.with_cell(draft, APPLICATIONS, "carried_out", "person", "77"))
    rows = lines(figure(markup, "依申请公开"))
    down = [row for row in rows if "rail down" in row.split("</td>")[0]]
    assert "一、本年新收" in down[0]
    assert 'first node" data-f' in down[0]
    assert 'last node" data-f' in down[-1]


def test_blocks_of_the_proactive_table_have_their_own_heads(ruleset: Ruleset, draft: Draft) -> None:
    drawn = figure(render(ruleset, draft), "主动公开")
    assert drawn.count("<tbody>") == 3
    assert "本年收费金额" in drawn


def test_a_blank_cell_is_said_to_be_blank(ruleset: Ruleset, draft: Draft) -> None:
    markup = render(ruleset, tables.with_cell(draft, APPLICATIONS, "new", "person", ""))
    assert '<span class="blank"><span lang="zh">空白</span>' in figure(markup, "依申请公开")


def test_words_in_a_cell_are_text(ruleset: Ruleset, draft: Draft) -> None:
    markup = render(ruleset, tables.with_cell(draft, APPLICATIONS, "new", "person", "<script>x</script>"))
    assert "&lt;script&gt;x&lt;/script&gt;" in figure(markup, "依申请公开")
    assert markup.count("<script>") == 1
