"""Statutory tables in which every identity holds, drawn at random, and reports around them that say nothing else of note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checker.model.rule import Organ
from checker.template import blank
from checker.template.draft import table_of

if TYPE_CHECKING:
    from random import Random

    from checker.ruleset.ruleset import Format, Ruleset, TableFormat
    from checker.template import Chapter, Draft

Table = dict[str, dict[str, str]]
Tables = dict[str, Table]

APPLICATIONS, DISPUTES, PROACTIVE = "applications", "review_litigation", "proactive"
RECEIVED = ("new", "carried_in")
BALANCE = (*RECEIVED, "total", "carried_out")
YEARS = {"2019": 2020, "2021": 2023}
ISSUERS = (("平江县人民政府", Organ.GOVERNMENT), ("平江县财政局", Organ.DEPARTMENT), ("湖南省水利厅", Organ.DEPARTMENT))
_SILENT = {"没有收到": "依法办理政府信息公开申请。", "规范性文件0件": "落实政府信息公开审核和保密审查制度。"}
"""What is said in place of a sentence that tells a number of the tables."""


class Broken(NamedTuple):
    """An identity that a wrong cell breaks: the rule, and the cell that its finding points at."""

    rule: str
    cell: str


def correct(form: Format, random: Random) -> Tables:
    """Draw tables in which all that is to add up does."""
    return {
        PROACTIVE: _proactive(table_of(form, PROACTIVE), random),
        APPLICATIONS: _applications(table_of(form, APPLICATIONS), random),
        DISPUTES: _disputes(table_of(form, DISPUTES), random),
    }


def report(ruleset: Ruleset, form: Format, random: Random, year: int | None = None) -> Draft:
    """Draft a report with such tables, about a year of their format or another; its words tell none of their numbers."""
    issuer, organ = random.choice(ISSUERS)
    made = blank(ruleset, year or YEARS[form.id], issuer, organ)
    return replace(made, chapters=tuple(map(_silent, made.chapters)), tables=correct(form, random))


def with_cell(draft: Draft, table: str, row: str, column: str, words: str) -> Draft:
    """Print other words in one cell."""
    rows = {**draft.tables[table], row: {**draft.tables[table].get(row, {}), column: words}}
    return replace(draft, tables={**draft.tables, table: rows})


def broken_by(table: str, row: str, column: str) -> set[Broken]:
    """Tell which identities a cell stands in (regulation.md §4.5, §4.6)."""
    if table == DISPUTES:
        return {Broken("T4-TOTAL", f"{table}/{row}/total")}
    found = {Broken("T3-ROWS", f"{table}/{row}/total")}
    if row not in (*RECEIVED, "carried_out"):
        found.add(Broken("T3-RESULTS", f"{table}/total/{column}"))
    if row in BALANCE:
        found.add(Broken("T3-BALANCE", f"{table}/total/{column}"))
    return found


def _silent(chapter: Chapter) -> Chapter:
    said = tuple(next((other for words, other in _SILENT.items() if words in one), one) for one in chapter.paragraphs)
    return chapter._replace(paragraphs=said)


def _count(random: Random, most: int = 60) -> int:
    return random.choice((0, 0, random.randint(1, 9), random.randint(10, most)))


def _proactive(table: TableFormat, random: Random) -> Table:
    made: Table = {}
    for block in table.blocks:
        for row in block.rows:
            made[row.key] = {column.key: str(_count(random)) for column in block.columns}
    stock = random.randint(0, 20)
    made["rules"] = dict.fromkeys(made["rules"], "0")
    made["normative"] = dict(
        zip(made["normative"], map(str, (stock, random.randint(0, stock), stock + random.randint(0, 40))), strict=True)
    )
    return made


def _applications(table: TableFormat, random: Random) -> Table:
    (block,) = table.blocks
    results = [one.key for one in block.rows if one.key not in BALANCE]
    made = {row: _line(random, [one.key for one in block.columns[:-1]]) for row in results}
    columns = [one.key for one in block.columns]
    made["total"] = {at: sum(made[row][at] for row in results) for at in columns}
    made["carried_in"] = _line(random, columns[:-1], 3)
    made["carried_out"] = _line(random, columns[:-1], 3)
    for at in columns[:-1]:
        carried = made["carried_in"][at]
        made["carried_in"][at] = min(carried, made["total"][at] + made["carried_out"][at])
    made["carried_in"]["total"] = sum(made["carried_in"][at] for at in columns[:-1])
    made["new"] = {at: made["total"][at] + made["carried_out"][at] - made["carried_in"][at] for at in columns}
    return {row.key: {at: str(made[row.key][at]) for at in columns} for row in block.rows}


def _line(random: Random, columns: list[str], most: int = 30) -> dict[str, int]:
    made = {column: random.choice((0, 0, 0, random.randint(1, 9), random.randint(0, most))) for column in columns}
    return {**made, "total": sum(made.values())}


def _disputes(table: TableFormat, random: Random) -> Table:
    (block,) = table.blocks
    parts = [one.key for one in block.columns[:-1]]
    lines = {row.key: _line(random, parts) for row in block.rows}
    return {row: {column: str(number) for column, number in line.items()} for row, line in lines.items()}
