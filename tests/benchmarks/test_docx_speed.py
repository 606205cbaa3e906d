"""What reading a Word document costs, against parsing its main part alone, which is the least that any reader must do."""

from __future__ import annotations

import timeit
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from checker.readers import read_bytes
from tests.benchmarks.conftest import SEED
from tests.unit.readers.wordfile import definition, in_list, level, listed, p, r, style, tbl, tc, tr, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

WORD_RATIO = 3
FACE = (
    '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/>'
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
)
LOOK = (
    '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
    f"<w:rPr>{FACE}</w:rPr>"
)
BORDERS = (
    '<w:tcW w:w="820" w:type="dxa"/><w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>'
    '<w:left w:val="nil"/></w:tcBorders><w:vAlign w:val="center"/>'
)
RUN = 40  # characters, as a processor splits them that checks spelling
MERGED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cell(text: str, more: str = "") -> str:
    look = f'<w:widowControl/><w:jc w:val="center"/><w:rPr>{FACE}</w:rPr>'
    return tc(p(r(text, FACE), properties=look), properties=BORDERS + more)


def report() -> bytes:
    """A report as a word processor writes it: the paragraphs of a seed, the three statutory tables, lists and styles."""
    lines = [line for line in SEED.read_text("utf-8").splitlines() if line]
    texts = [
        p(*(r(escape(line[at : at + RUN]), FACE) for at in range(0, len(line), RUN)), properties=LOOK) for line in lines
    ]
    parts = [p(r("总体情况", FACE), properties=f'<w:pStyle w:val="heading 1"/>{in_list(1)}{LOOK}')] * 6
    disclosed = [tr(*(cell(str(number)) for number in range(4))) for _ in range(14)]
    handled = [
        tr(
            cell("三、本年度办理结果", MERGED[row > 0]),
            cell("（一）予以公开", '<w:gridSpan w:val="2"/>'),
            *map(cell, "0123456"),
        )
        for row in range(28)
    ]
    reviewed = [tr(*(cell(str(number)) for number in range(15))) for _ in range(4)]
    latent = "".join(
        f'<w:lsdException w:name="List Table {number}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>'
        for number in range(376)
    )
    styles = f"<w:latentStyles>{latent}</w:latentStyles>" + "".join(
        style(name, f"<w:pPr>{LOOK}</w:pPr><w:rPr>{FACE}</w:rPr>")
        for name in ("Normal", *(f"heading {n}" for n in range(1, 10)), *(f"toc {n}" for n in range(1, 10)))
    )
    numbering = definition(1, level(0, "chineseCountingThousand", "%1、")) + listed(1, 1)
    return word_file(
        "".join([*texts, *parts, *(tbl(*rows) for rows in (disclosed, handled, reviewed))]), styles, numbering
    )


def test_reading_a_word_document_against_parsing_it(benchmark: BenchmarkFixture, tell: Callable[[str], None]) -> None:
    from lxml import etree

    data = report()

    def parse() -> object:
        with ZipFile(BytesIO(data)) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    parsing = min(timeit.repeat(parse, number=1, repeat=30))
    document = benchmark.pedantic(read_bytes, (data, "report.docx"), rounds=30, warmup_rounds=2)
    assert len(document.tables) == 3
    reading = benchmark.stats.stats.min
    tell(f"docx: {reading * 1e3:.1f} ms per report, {reading / parsing:.1f} times the parsing (at most {WORD_RATIO})")
    assert reading <= WORD_RATIO * parsing
