"""Each identity of each statutory table, broken once, is found and nothing else is; correct tables raise no voice."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from checker import Severity
from checker.pipeline import check_bytes
from checker.template import write
from checker.template.draft import table_of
from tests.accuracy.proving.tables import APPLICATIONS, BALANCE, DISPUTES, Broken, broken_by, report, with_cell
from tests.accuracy.proving.trials import ruleset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker import DocumentResult, Finding
    from checker.ruleset.ruleset import Format
    from checker.template import Draft

CLEAN = 200
SUFFIXES = ("docx", "html", "md")
ERAS = ("2019", "2021")


def dice(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311


def form_of(era: str) -> Format:
    return next(one for one in ruleset().formats if one.id == era)


def checked(draft: Draft, form: Format, suffix: str) -> DocumentResult:
    return check_bytes(write(draft, form, suffix), f"report.{suffix}", ruleset())


def loud(result: DocumentResult) -> list[Finding]:
    assert result.error is None
    return [one for one in result.findings if one.severity is not Severity.INFO]


def places(form: Format, table: str) -> Iterator[tuple[str, str, str]]:
    """Every row once, every column of the rows that balance, and one result of every column."""
    (block,) = table_of(form, table).blocks
    for at, row in enumerate(block.rows):
        of_all = table == DISPUTES or row.key in (*BALANCE, "granted")
        columns = block.columns if of_all else (block.columns[at % len(block.columns)],)
        yield from ((table, row.key, column.key) for column in columns)


def wrong(right: str, random: Random) -> str:
    """Change the last digit: a slip of the pen that only arithmetic tells."""
    return right[:-1] + random.choice([one for one in "0123456789" if one != right[-1]])


@pytest.mark.parametrize("table", [APPLICATIONS, DISPUTES])
@pytest.mark.parametrize("era", ERAS)
def test_a_wrong_cell_breaks_the_identities_that_it_stands_in_and_no_other_rule_speaks(era: str, table: str) -> None:
    form = form_of(era)
    for place in places(form, table):
        random = dice((era, place))
        right = report(ruleset(), form, random)
        printed = right.printed(*place)
        instead = wrong(printed, random)
        found = loud(checked(with_cell(right, *place, instead), form, "html"))
        assert {Broken(one.rule, one.evidence[0].location.cell or "") for one in found} == broken_by(*place)
        assert {one.severity for one in found} == {Severity.ERROR}
        if table == APPLICATIONS or place[-1] == "total":
            proposed = [
                [(one.row, one.column, one.before, one.after) for one in repair.cells] for repair in found[0].repairs
            ]
            assert [(*place[1:], int(instead), int(printed))] in proposed


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("era", ERAS)
def test_correct_tables_raise_nothing_above_a_remark(era: str, suffix: str) -> None:
    form = form_of(era)
    for seed in range(CLEAN // len(SUFFIXES) // len(ERAS) + 1):
        result = checked(report(ruleset(), form, dice((era, suffix, seed))), form, suffix)
        assert result.report is not None
        assert result.report.tables.keys() == {one.key for one in form.tables}
        assert loud(result) == []
