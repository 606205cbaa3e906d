"""A report is the same report whatever file it is in: docx, html, Markdown, pdf and structured data of one draft give one reading."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from checker import Status
from checker.model.tables import CellState
from checker.pipeline import check_bytes
from checker.template import Chapter, write
from tests.accuracy.proving import tables
from tests.pdf.with_drafts import write_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker import DocumentResult, Report, Ruleset
    from checker.model.tables import StatTable
    from checker.ruleset.ruleset import Format, LabelFormat, TableBlock
    from checker.template import Draft

OTHERS = ("docx", "md", "json", "pdf")
PRINTING = ("docx", "md", "pdf")
"""Those that print labels; structured data has the keys of rows and columns."""
ERAS = ("2019", "2021")
PRINTED = ("", "/", "—", "无", "2件", "1,113", "１２", "-3", "2.5", "\u3000", "10 件")
WORDS = ("约10", "同上", "未统计")
WITH_UNITS = {"charges": "43.788万元", "procurement": "984361.50元"}
LABELS = {
    "行政规范性文件": "规范性文件",
    "四、结转下年度继续办理": "四、结转至下年度办理",
    "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
    "1.属于国家秘密": "1、属于国家秘密",
    "现行有效件数": "先行有效件数",
    "社会公益组织": "社会公益机构",
    "结果维持": "维持结果",
}


def dice(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311


def form_of(ruleset: Ruleset, era: str) -> Format:
    return next(one for one in ruleset.formats if one.id == era)


def read(draft: Draft, form: Format, suffix: str, ruleset: Ruleset) -> DocumentResult:
    written = write_pdf(draft, form) if suffix == "pdf" else write(draft, form, suffix)
    result = check_bytes(written, f"report.{suffix}", ruleset)
    assert (result.error, result.status) == (None, Status.CHECKED)
    return result


def understood(result: DocumentResult) -> dict[str, Any]:
    """What of a report must not depend on its file: places in the text do, and how labels are printed in structured data."""
    report = result.report
    assert report is not None
    return {
        "title": report.title,
        "issuer": report.issuer[:4],
        "year": report.year,
        "format": report.format,
        "period": report.period,
        "signed": report.signed and report.signed.value,
        "sections": {key: (one.heading, one.placement) for key, one in report.sections.items()},
        "outline": [(one.style, one.level, one.ordinal, one.title) for one in report.outline],
        "figures": dict(report.figures),
        "front": {key: (one.state, one.missing) for key, one in report.front.items()},
        "topics": {key: (one.state, one.missing) for key, one in report.topics.items()},
        "tables": {key: shape(one) for key, one in report.tables.items()},
    }


def shape(table: StatTable) -> dict[str, Any]:
    return {
        "era": table.era,
        "cells": {(row, column): (*cell[:3], cell.unit, cell.sure) for row, column, cell in table.all_cells()},
        "missing": table.missing,
        "strays": [(one.axis, one.raw) for one in table.strays],
        "readable": table.readable,
    }


def labels(report: Report) -> dict[str, list[tuple[str, str, str]]]:
    return {key: sorted({(one.axis, one.key, one.raw) for one in table.labels}) for key, table in report.tables.items()}


def said(result: DocumentResult) -> set[tuple[str, ...]]:
    """A label that is merged in one file and repeated in another is one place: its findings have one fingerprint."""
    return {(one.rule, one.fingerprint, one.about or "") for one in result.findings}


def agree(draft: Draft, form: Format, ruleset: Ruleset, suffixes: tuple[str, ...] = OTHERS) -> DocumentResult:
    first = read(draft, form, "html", ruleset)
    for suffix in suffixes:
        other = read(draft, form, suffix, ruleset)
        assert understood(other) == understood(first), suffix
        assert said(other) == said(first), suffix
    return first


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("era", ERAS)
def test_correct_reports_agree(ruleset: Ruleset, era: str, seed: int) -> None:
    form = form_of(ruleset, era)
    agree(tables.report(ruleset, form, dice((era, seed))), form, ruleset)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("era", ERAS)
def test_cells_that_hold_anything_at_all_agree(ruleset: Ruleset, era: str, seed: int) -> None:
    form, random = form_of(ruleset, era), dice((era, "cells", seed))
    draft = tables.report(ruleset, form, random)
    for table in form.tables:
        for block in table.blocks:
            for row in block.rows:
                pool = (*PRINTED, *WORDS) if table.key == tables.APPLICATIONS else PRINTED
                words = WITH_UNITS.get(row.key) or random.choice(pool)
                if random.random() < 0.4:
                    draft = tables.with_cell(draft, table.key, row.key, random.choice(block.columns).key, words)
    result = agree(draft, form, ruleset)
    assert result.report is not None
    states = {cell.state for table in result.report.tables.values() for _, _, cell in table.all_cells()}
    assert {CellState.NUMBER, CellState.BLANK} <= states


@pytest.mark.parametrize("era", ERAS)
def test_labels_of_their_own_agree_wherever_labels_are_printed(ruleset: Ruleset, era: str) -> None:
    form = form_of(ruleset, era)
    printed = relabelled(form, LABELS)
    draft = tables.report(ruleset, form, dice((era, "labels")))
    first = agree(draft, printed, ruleset, PRINTING)
    assert first.report is not None
    found = {raw for one in labels(first.report).values() for _, _, raw in one}
    assert len(found & set(LABELS.values())) > 3
    for suffix in PRINTING:
        other = read(draft, printed, suffix, ruleset).report
        assert other is not None
        assert labels(other) == labels(first.report)


@pytest.mark.parametrize(("year", "era"), [(2020, "2021"), (2023, "2019")])
def test_tables_of_another_era_agree(ruleset: Ruleset, year: int, era: str) -> None:
    form = form_of(ruleset, era)
    first = agree(tables.report(ruleset, form, dice(era), year), form, ruleset, PRINTING)
    assert "T2-ERA" in {one.rule for one in first.findings}


def test_a_report_with_faults_in_its_words_agrees(ruleset: Ruleset) -> None:
    form = form_of(ruleset, "2021")
    draft = tables.report(ruleset, form, dice("words"))
    slips = {
        "overview": "2025年，共受理申请12件，其中信函申请3件、网络申请11件。",
        "problems": "2023年，我们将继续推进公开公开工作，落实《条例。",
        "other_matters": "截止目前，没有其他事项|无*。",
    }
    chapters = tuple(Chapter(*one[:2], (*one.paragraphs, *added(slips, one.key)), one.table) for one in draft.chapters)
    first = agree(replace(draft, chapters=chapters), form, ruleset)
    assert len(first.findings) > 4


def added(slips: dict[str, str], key: str) -> Iterator[str]:
    if key in slips:
        yield slips[key]


def relabelled(form: Format, words: dict[str, str]) -> Format:
    """Give a format that prints other labels."""

    def other(labels: tuple[LabelFormat, ...]) -> tuple[LabelFormat, ...]:
        return tuple(one._replace(label=words.get(one.label, one.label)) for one in labels)

    def block(one: TableBlock) -> TableBlock:
        return one._replace(columns=other(one.columns), rows=other(one.rows))

    return form._replace(tables=tuple(one._replace(blocks=tuple(map(block, one.blocks))) for one in form.tables))
