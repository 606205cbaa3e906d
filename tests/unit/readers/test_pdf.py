from __future__ import annotations

import io
import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from checker import ReadError
from checker.model.document import BlockKind
from checker.readers import read_bytes
from checker.readers.pdf import child, ocr
from checker.readers.pdf.reading import read_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker import Document

FONT = "STSong-Light"
WIDTH, HEIGHT = 595, 842
SIZE = 16
LEFT, RIGHT, TOP = 74, 522, 90
ACROSS = (RIGHT - LEFT) // SIZE
SENTENCE = "全面贯彻落实党中央国务院关于全面推进政务公开工作的各项决策部署，围绕中心工作，全面推动政务公开。"


def pdf(*pages: Callable[[Canvas], None], rotation: int = 0, **options: Any) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    for page in pages:
        canvas.setPageRotation(rotation)
        canvas.setFont(FONT, SIZE)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, x: float, y: float, words: str, size: float = SIZE) -> None:
    canvas.setFont(FONT, size)
    canvas.drawString(x, HEIGHT - y, words)


def lines(words: str, *, top: float = TOP, indent: int = 2, foot: str = "") -> Callable[[Canvas], None]:
    """A page of one paragraph, its first line indented, broken where lines are full."""

    def page(canvas: Canvas) -> None:
        rest, y, x = words, top, LEFT + indent * SIZE
        while rest:
            fitting = int((RIGHT - x) // SIZE)
            put(canvas, x, y, rest[:fitting])
            rest, y, x = rest[fitting:], y + 28, LEFT
        if foot:
            put(canvas, 280, 800, foot, 10)

    return page


def table(
    rows: list[list[str]], *, top: float = TOP, rules: bool = True, closed: bool = True
) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        width, height = 100, 30
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                put(canvas, LEFT + column * width + 6, top + number * height + 20, words, 10)
        bottom = top + len(rows) * height
        for number in range(len(rows) + closed) if rules else ():
            y = HEIGHT - top - number * height
            canvas.line(LEFT, y, LEFT + len(rows[0]) * width, y)
        for column in range(len(rows[0]) + 1) if rules else ():
            canvas.line(LEFT + column * width, HEIGHT - top, LEFT + column * width, HEIGHT - bottom)

    return page


def read(data: bytes) -> Document:
    return read_here(data, "报告.pdf")


def paragraphs(document: Document) -> list[str]:
    return [document.text[one.start : one.end] for one in document.blocks if one.kind is BlockKind.PARAGRAPH]


def grid(document: Document, number: int = 0) -> list[list[str]]:
    rows = document.tables[number].grid()
    return [[document.text[cell.start : cell.end] if cell else "-" for cell in row] for row in rows]


def both(*pages: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        for one in pages:
            one(canvas)

    return page


def test_lines_are_joined_to_paragraphs() -> None:
    assert paragraphs(read(pdf(lines(SENTENCE * 4)))) == [SENTENCE * 4]


def test_an_indented_line_begins_a_paragraph() -> None:
    page = both(lines(SENTENCE * 2), lines(SENTENCE, top=400), lines("一、总体情况", top=600))
    assert paragraphs(read(pdf(page))) == [SENTENCE * 2, SENTENCE, "一、总体情况"]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    whole = SENTENCE * 5
    cut = ACROSS - 2 + ACROSS * 3
    pages = [lines(whole[:cut], foot="— 1 —"), lines(whole[cut:], indent=0, foot="— 2 —")]
    assert paragraphs(read(pdf(*pages))) == [whole]


@pytest.mark.parametrize("form", ["— {} —", "-{}-", "{}", "第 {} 页", "第{}页 共3页", "{}/3", "Page {} of 3"])
def test_page_numbers_are_left_out(form: str) -> None:
    words = [name + SENTENCE * 3 for name in ("一是", "二是要", "三是更要")]
    pages = [lines(one, foot=form.format(number)) for number, one in enumerate(words, 1)]
    assert paragraphs(read(pdf(*pages))) == words


def test_a_running_head_is_left_out() -> None:
    def head(canvas: Canvas) -> None:
        put(canvas, 200, 40, "某县人民政府公报", 10)

    words = [name + SENTENCE * 3 for name in ("一是", "二是要", "三是更要")]
    assert paragraphs(read(pdf(*(both(head, lines(one)) for one in words)))) == words


def test_a_number_in_a_table_at_the_end_of_a_page_is_no_page_number() -> None:
    rows = [["行政许可", "1"], ["行政处罚", "2"]]
    found = read(pdf(both(lines(SENTENCE * 2), table(rows, top=740))))
    assert grid(found) == rows


def test_every_line_knows_its_page_and_place() -> None:
    found = read(pdf(lines(SENTENCE * 3), lines("二、主动公开政府信息情况")))
    place = found.locate(found.text.index("二、主动"))
    assert (place.page, place.line, place.column) == (2, 2, 1)
    assert place.box is not None
    assert place.box[:1] == (LEFT + 2 * SIZE,)


def test_a_cell_knows_its_table_row_and_column() -> None:
    found = read(pdf(both(lines(SENTENCE * 3), table([["规章", "10"], ["规范性文件", "27"]], top=400))))
    assert found.locate(found.text.index("27")).cell == "T1R2C2"


def test_a_table_open_at_the_end_of_a_page_goes_on() -> None:
    head, rows = ["信息内容", "本年数量"], [["规章", "1"], ["行政许可", "2"], ["行政处罚", "3"]]
    pages = [
        both(lines(SENTENCE * 2), table([head, rows[0]], top=700, closed=False)),
        table(rows[1:], top=60),
    ]
    assert grid(read(pdf(*pages))) == [head, *rows]


def test_a_head_that_each_page_repeats_is_read_once() -> None:
    head, rows = ["信息内容", "本年数量"], [["规章", "1"], ["行政许可", "2"]]
    pages = [both(lines(SENTENCE * 2), table([head, rows[0]], top=700)), table([head, rows[1]], top=60)]
    assert grid(read(pdf(*pages))) == [head, *rows]


def test_a_row_that_the_page_cuts_is_put_together() -> None:
    upper = [["信息内容", "本年数量"], ["行政事业性收费统", "7545"]]
    pages = [both(lines(SENTENCE * 2), table(upper, top=700)), table([["计数", ""], ["其他", "1"]], top=60)]
    assert grid(read(pdf(*pages)))[1:] == [["行政事业性收费统计数", "7545"], ["其他", "1"]]


def test_rows_with_labels_of_their_own_stay_apart_over_the_end_of_a_page() -> None:
    upper = [["信息内容", "本年数量"], ["1.属于国家秘密", ""]]
    lower = [["2.重复申请", ""], ["3.其他", "1"]]
    pages = [both(lines(SENTENCE * 2), table(upper, top=700)), table(lower, top=60)]
    assert grid(read(pdf(*pages))) == [*upper, *lower]


def test_upright_text_is_read_from_the_top() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([LEFT, LEFT + 30, LEFT + 130], [HEIGHT - 400, HEIGHT - 300, HEIGHT - 200])
        for number, char in reversed(list(enumerate("三、办理结果"))):
            put(canvas, LEFT + 8, 215 + 14 * number, char, 10)
        put(canvas, LEFT + 40, 250, "予以公开", 10)
        put(canvas, LEFT + 40, 350, "不予公开", 10)

    assert grid(read(pdf(both(page, lines(SENTENCE * 2, top=500)))))[0] == ["三、办理结果", "予以公开"]


def test_white_rectangles_behind_text_are_no_table() -> None:
    def grounds(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        for number in range(6):
            canvas.rect(LEFT, HEIGHT - TOP - 28 * number - 6, RIGHT - LEFT, 28, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)

    found = read(pdf(both(grounds, lines(SENTENCE * 3))))
    assert not found.tables
    assert paragraphs(found) == [SENTENCE * 3]


def test_a_frame_around_text_is_no_table() -> None:
    def frame(canvas: Canvas) -> None:
        canvas.rect(50, 50, 495, 742)

    found = read(pdf(both(frame, lines(SENTENCE * 3))))
    assert not found.tables


def test_thin_filled_rectangles_are_rules() -> None:
    def page(canvas: Canvas) -> None:
        for x in (100, 200, 300):
            canvas.rect(x, HEIGHT - 260, 0.6, 60, stroke=0, fill=1)
        for y in (200, 230, 260):
            canvas.rect(100, HEIGHT - y, 200, 0.6, stroke=0, fill=1)
        for number, words in enumerate(["规章", "11", "许可", "22"]):
            put(canvas, 110 + number % 2 * 100, 220 + number // 2 * 30, words, 10)

    assert grid(read(pdf(both(page, lines(SENTENCE * 2, top=400))))) == [["规章", "11"], ["许可", "22"]]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_pages_are_read_upright(quarters: int) -> None:
    def turned(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(90 * quarters)
        canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        both(lines(SENTENCE * 2), table([["规章", "11"], ["许可", "22"]], top=400))(canvas)

    found = read(pdf(turned))
    assert paragraphs(found) == [SENTENCE * 2]
    assert grid(found) == [["规章", "11"], ["许可", "22"]]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_how_a_page_is_hung_does_not_matter(rotation: int) -> None:
    assert paragraphs(read(pdf(lines(SENTENCE * 3), rotation=rotation))) == [SENTENCE * 3]


def test_a_table_without_rules_is_read_by_place_and_says_so() -> None:
    head = ["信息内容", "制发件数", "废止件数"]
    rows = [["规章", "1", "2"], ["规范性文件", "30", "4"], ["其他文件", "5", "6"]]
    found = read(pdf(both(lines(SENTENCE * 2), table([head, *rows], top=300, rules=False))))
    assert grid(found)[1:] == rows
    assert any("没有框线" in note.zh for note in found.notes)


def test_a_label_without_rules_that_takes_lines_belongs_to_the_row_it_stands_around() -> None:
    def page(canvas: Canvas) -> None:
        for x, words in ((150, "信息内容"), (300, "制发件数"), (400, "废止件数")):
            canvas.drawCentredString(x, HEIGHT - 300, words)
        for number, (first, second) in enumerate((("规章和", "规定"), ("规范性", "文件"), ("其他", "文件"))):
            y = HEIGHT - 340 - 50 * number
            canvas.drawCentredString(150, y, first)
            canvas.drawCentredString(150, y - 20, second)
            canvas.drawCentredString(300, y - 10, str(number))
            canvas.drawCentredString(400, y - 10, str(30 + number))

    found = read(pdf(both(lines(SENTENCE * 2), page)))
    assert grid(found)[1:] == [["规章和规定", "0", "30"], ["规范性文件", "1", "31"], ["其他文件", "2", "32"]]


def test_a_table_without_rules_whose_labels_stand_askew_is_left_as_text() -> None:
    def page(canvas: Canvas) -> None:
        for number, words in enumerate(("规章", "规范性文件", "其他文件", "文件")):
            put(canvas, LEFT, 330 + 24 * number, words)
        for number in range(3):
            put(canvas, 300, 345 + 24 * number, str(number))
            put(canvas, 400, 345 + 24 * number, str(30 + number))

    assert not read(pdf(both(lines(SENTENCE * 2), page))).tables


def test_what_a_page_leaves_of_a_table_is_its_first_row() -> None:
    def caption(canvas: Canvas) -> None:
        canvas.rect(LEFT, HEIGHT - 780, 200, 30, stroke=1, fill=0)
        put(canvas, LEFT + 50, 770, "第二十条", 10)

    rows = [["规章", "1"], ["许可", "2"]]
    found = read(pdf(both(lines(SENTENCE * 2), caption), table(rows, top=60)))
    assert grid(found) == [["第二十条", "第二十条"], *rows]


def test_numbers_among_words_of_a_line_that_is_set_wide_have_no_blanks() -> None:
    words = "设置专栏1775个并在门户网站公布"

    def page(canvas: Canvas) -> None:
        x = float(LEFT)
        for number, char in enumerate(words):
            wide = SIZE / 2 if char.isdigit() else SIZE
            put(canvas, x, TOP, char)
            meet = char.isdigit() and words[number + 1].isdigit()
            x += wide + (0 if meet else 0.7 * SIZE)

    assert paragraphs(read(pdf(both(page, lines(SENTENCE * 3, top=300)))))[0] == words


def test_a_scanned_file_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(ReadError, match="scanned") as refusal:
        read(scanned())
    assert "ogi-checker[ocr]" in refusal.value.hint[0]


def scanned() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, WIDTH, HEIGHT)

    return pdf(page)


def test_a_scanned_file_is_read_where_words_can_be_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    class Engine:
        def __call__(self, _: Any) -> tuple[list[Any], None]:
            words = [SENTENCE[:28], SENTENCE[28:], "二、主动公开政府信息情况"]
            return [(corners(number, len(one), ocr.SCALE), one, "0.9") for number, one in enumerate(words)], None

    class Module:
        RapidOCR = Engine

    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    monkeypatch.setattr(ocr, "import_module", lambda _: Module)
    monkeypatch.setattr(ocr, "picture_of", lambda _: None)
    found = read(scanned())
    assert SENTENCE[:28] in found.text
    assert any("扫描件" in note.zh for note in found.notes)


def corners(number: int, length: int, scale: float) -> list[list[float]]:
    left, right, top = LEFT * scale, (LEFT + length * SIZE) * scale, (TOP + 40 * number) * scale
    return [[left, top], [right, top], [right, top + SIZE * scale], [left, top + SIZE * scale]]


def test_a_picture_among_pages_is_noted() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def picture(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, WIDTH, HEIGHT)

    found = read(pdf(lines(SENTENCE * 4), picture))
    assert "第 2 页是图片" in found.notes[0].zh


def test_an_encrypted_file_is_refused_with_a_reason() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    data = pdf(lines(SENTENCE), encrypt=StandardEncryption("secret", ownerPassword="more"))
    with pytest.raises(ReadError, match="encrypted"):
        read_bytes(data, "a.pdf")


def test_ten_thousand_pages_are_refused() -> None:
    data = pdf(*([lambda _: None] * 600))
    with pytest.raises(ReadError, match="larger than any report"):
        read(data)


def test_damaged_files_are_read_or_refused_in_one_line() -> None:
    whole = pdf(both(lines(SENTENCE * 3), table([["规章", "1"], ["许可", "2"]], top=400)))
    random = Random(5)  # noqa: S311 - damage
    for _ in range(40):
        data = bytearray(whole[: random.randint(20, len(whole))] if random.random() < 0.5 else whole)
        for _ in range(random.randint(0, 30)):
            data[random.randrange(9, len(data))] = random.randrange(256)
        assert "\n" not in outcome(bytes(data))


def outcome(data: bytes) -> str:
    try:
        return read_here(data, "a.pdf").format
    except ReadError as refusal:
        return refusal.reason[0]


def test_a_file_is_known_by_its_content() -> None:
    assert read_bytes(pdf(lines(SENTENCE * 3)), "报告.txt").format == "pdf"


def test_a_child_that_dies_costs_only_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_PROGRAM", "import os; os.abort() # {path!r}")
    with pytest.raises(ReadError, match="died of it"):
        child.read_apart(b"%PDF-", "a.pdf")


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_PROGRAM", "import time; time.sleep(30) # {path!r}")
    with pytest.raises(ReadError, match="took more than"):
        child.read_apart(b"%PDF-", "a.pdf", seconds=0.5)


def test_other_formats_do_not_load_the_library() -> None:
    probe = "import sys; from checker.readers import read_bytes; read_bytes('年报'.encode(), 'a.txt'); print('pypdfium2' in sys.modules)"
    path = [str(one) for one in sys.path]
    told = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {path!r}; {probe}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
