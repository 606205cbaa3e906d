"""Writers of reports: what must be true of their files, and that an empty report is a correct one."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from lxml import etree

from checker import Severity, Status
from checker.model.rule import Organ
from checker.pipeline import check_bytes
from checker.template import WRITERS, blank, write

if TYPE_CHECKING:
    from checker import Ruleset
    from checker.template import Draft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ISSUERS = [
    ("湖南省人民政府", Organ.GOVERNMENT),
    ("湖南省水利厅", Organ.DEPARTMENT),
    ("岳阳市人民政府办公室", Organ.OFFICE),
    ("平江县人民政府", Organ.GOVERNMENT),
    ("平江县财政局", Organ.DEPARTMENT),
    ("平江县长寿镇人民政府", Organ.GOVERNMENT),
    ("岳阳市岳阳楼区站前路街道办事处", Organ.SUBDISTRICT),
]
YEARS = [2019, 2020, 2021, 2025]


def draft_of(ruleset: Ruleset, year: int = 2023) -> Draft:
    return blank(ruleset, year, "平江县财政局", Organ.DEPARTMENT)


def written(ruleset: Ruleset, draft: Draft, suffix: str) -> bytes:
    form = ruleset.format_for(draft.year)
    assert form is not None
    return write(draft, form, suffix)


def data_of(ruleset: Ruleset, draft: Draft) -> Any:
    return json.loads(written(ruleset, draft, "json"))


def with_cell(draft: Draft, words: str) -> Draft:
    return replace(draft, tables={"applications": {"new": {"person": words}}})


def word_part(ruleset: Ruleset, name: str) -> etree._Element:
    with ZipFile(BytesIO(written(ruleset, draft_of(ruleset), "docx"))) as parts:
        return etree.fromstring(parts.read(name))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("issuer", "organ"), ISSUERS)
def test_an_empty_report_raises_nothing_above_a_remark(ruleset: Ruleset, issuer: str, organ: Organ, year: int) -> None:
    draft = blank(ruleset, year, issuer, organ)
    for suffix in ("docx", "html", "md"):
        result = check_bytes(written(ruleset, draft, suffix), f"report.{suffix}", ruleset)
        assert result.status is Status.CHECKED
        assert result.report is not None
        assert (result.report.issuer.name, result.report.issuer.organ, result.report.year) == (issuer, organ, year)
        assert {key for key, one in result.report.tables.items() if one.readable} == {
            "proactive",
            "applications",
            "review_litigation",
        }
        assert [one for one in result.findings if one.severity is not Severity.INFO] == []


def test_years_before_the_statutory_tables_have_no_empty_report(ruleset: Ruleset) -> None:
    with pytest.raises(LookupError, match="2018"):
        draft_of(ruleset, 2018)


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_draft_gives_the_same_bytes(ruleset: Ruleset, suffix: str) -> None:
    assert written(ruleset, draft_of(ruleset), suffix) == written(ruleset, draft_of(ruleset), suffix)


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_headings_are_numbered_in_the_order_of_the_format(ruleset: Ruleset, suffix: str) -> None:
    text = written(ruleset, draft_of(ruleset), suffix).decode()
    places = [
        text.index(heading)
        for heading in (
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3", 3),
        ("0", 0),
        ("", None),
        (" ", None),
        ("/", "/"),
        ("2件", "2件"),
        ("1,113", "1,113"),
        ("007", "007"),
        ("-3", "-3"),
        ("１２", "１２"),
        ("9" * 30, "9" * 30),
    ],
)
def test_structured_data_keeps_what_is_printed(ruleset: Ruleset, printed: str, value: object) -> None:
    data = data_of(ruleset, with_cell(draft_of(ruleset), printed))
    assert data["tables"]["applications"]["new"]["person"] == value


def test_structured_data_has_every_cell_of_every_table(ruleset: Ruleset) -> None:
    data = data_of(ruleset, draft_of(ruleset))
    cells = {key: sum(map(len, rows.values())) for key, rows in data["tables"].items()}
    assert cells == {"proactive": 10, "applications": 175, "review_litigation": 15}
    assert [one["table"] for one in data["sections"] if "table" in one] == list(cells)


@pytest.mark.parametrize("suffix", ["docx", "html", "md"])
@pytest.mark.parametrize("words", ["<b>&amp;", "a|b", "*_#\\", "“甲”", "1,234件"])
def test_marks_of_the_file_format_stay_words(ruleset: Ruleset, suffix: str, words: str) -> None:
    draft = draft_of(ruleset)
    result = check_bytes(
        written(ruleset, replace(draft, introduction=(*draft.introduction, f"说明{words}。")), suffix),
        f"report.{suffix}",
        ruleset,
    )
    assert result.document is not None
    assert f"说明{words}。" in result.document.text


def test_a_word_document_is_set_as_official_documents_are(ruleset: Ruleset) -> None:
    body, styles = word_part(ruleset, "word/document.xml"), word_part(ruleset, "word/styles.xml")
    page = body.find(f".//{W}pgSz")
    assert page is not None
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == ("11906", "16838")
    fonts = {
        one.find(f"{W}name").get(f"{W}val"): one.find(f".//{W}rFonts").get(f"{W}eastAsia")  # type: ignore[union-attr]
        for one in styles.iter(f"{W}style")
        if one.find(f".//{W}rFonts") is not None
    }
    assert fonts["Normal"] == "仿宋_GB2312"
    assert fonts["Title"] == "方正小标宋简体"
    assert fonts["heading 1"] == "黑体"


def test_a_word_document_merges_cells_down_and_across(ruleset: Ruleset) -> None:
    body = word_part(ruleset, "word/document.xml")
    (_, applications, _) = body.iter(f"{W}tbl")
    rows = [[int(span.get(f"{W}val", "1")) for span in row.iter(f"{W}gridSpan")] for row in applications.iter(f"{W}tr")]
    assert rows[0] == [3, 7]
    restarts = [one for one in applications.iter(f"{W}vMerge") if one.get(f"{W}val") == "restart"]
    assert len(restarts) == 8
