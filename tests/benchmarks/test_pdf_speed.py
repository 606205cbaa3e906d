"""What reading a PDF costs, against the library's bare text of the same file, and how much memory it takes."""

from __future__ import annotations

import subprocess
import sys
import timeit
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from checker.readers.pdf.reading import read_here
from tests.benchmarks.conftest import ROOT, SEED
from tests.pdf.content import report_of
from tests.pdf.look import look_of
from tests.pdf.with_programs import browser, office, printed_by_browser, printed_by_office
from tests.pdf.with_reportlab import printed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

PDF_RATIO = 2.5
OTHERS = {"chromium": 3.0, "reportlab": 5.0, "libreoffice": 9.0}
"""What files of lines cost: their bare text takes under a microsecond a character, less than a Python object does."""
MEMORY_LIMIT = 200 * 1024
PAGES, LINES, WIDE, ROWS = 6, 18, 28, 6
FONT = "STSong-Light"
MEMORY_PROBE = """
import resource, sys
from checker.readers.pdf.reading import read_here
read_here(open(sys.argv[1], "rb").read(), "a.pdf")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def six_pages() -> bytes:
    """A report as word processors print it: each character an object of its own, tables of thin rules."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    text = "".join(SEED.read_text("utf-8").split())
    for page in range(PAGES):
        written = text[page * LINES * WIDE :]
        for at, char in enumerate(written[: LINES * WIDE]):
            canvas.setFont(FONT, 16)
            canvas.drawString(74 + at % WIDE * 16, 750 - at // WIDE * 28, char)
        canvas.grid([74 + 56 * number for number in range(9)], [60 + 18 * number for number in range(ROWS + 1)])
        for number in range(8 * ROWS):
            canvas.setFont(FONT, 9)
            canvas.drawString(80 + number % 8 * 56, 66 + number // 8 * 18, str(number))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bare(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_pdf_costs_little_more_than_its_bare_text(benchmark: BenchmarkFixture, tell: Callable[[str], None]) -> None:
    data = six_pages()
    benchmark(read_here, data, "a.pdf")
    rounds = [
        (timeit.timeit(lambda: bare(data), number=2), timeit.timeit(lambda: read_here(data, "a.pdf"), number=2))
        for _ in range(9)
    ]
    least = min(one for one, _ in rounds), min(one for _, one in rounds)
    tell(f"a PDF of {PAGES} pages: {least[1] / least[0]:.2f} times its bare text (limit {PDF_RATIO})")
    assert least[1] <= PDF_RATIO * least[0]


@pytest.mark.parametrize("producer", OTHERS)
def test_a_pdf_of_few_text_objects_costs_a_bounded_multiple(
    producer: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    data = from_producer(producer, tmp_path)
    rounds = [
        (timeit.timeit(lambda: bare(data), number=2), timeit.timeit(lambda: read_here(data, "a.pdf"), number=2))
        for _ in range(9)
    ]
    ratio = min(one for _, one in rounds) / min(one for one, _ in rounds)
    tell(f"a PDF by {producer}: {ratio:.2f} times its bare text (limit {OTHERS[producer]})")
    assert ratio <= OTHERS[producer]


def from_producer(producer: str, folder: Path) -> bytes:
    report, look = report_of(3), look_of(3)
    if producer == "reportlab":
        return printed(report, look)
    if not (office() if producer == "libreoffice" else browser()):
        pytest.skip(f"{producer} is not installed")
    if producer == "libreoffice":
        return printed_by_office([("a", report, look)], folder)[0].read_bytes()
    return printed_by_browser("a", report, look, folder).read_bytes()


def test_a_pdf_takes_little_memory(tmp_path: Path, tell: Callable[[str], None]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(six_pages())
    told = subprocess.run(
        [sys.executable, "-c", MEMORY_PROBE, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    tell(f"a PDF of {PAGES} pages: {int(told.stdout) // 1024} MB (limit {MEMORY_LIMIT // 1024} MB)")
    assert int(told.stdout) <= MEMORY_LIMIT
