from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

import pytest

from checker import reporters
from checker.authoring.rule_models import Category
from checker.model.document import Block, BlockKind, Cell, Document, Location, Span, Table
from checker.model.result import OutcomeKind, RuleResult
from checker.reporters.htmlpage import sheet, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model.result import DocumentResult, Evidence, Finding, Run

Results = dict[str, "DocumentResult"]


ROOT = Path(__file__).parents[2]
EMPTY = frozenset({"meta", "input", "br", "link", "img", "hr", "base", "rect", "circle", "path"})
ATTRIBUTES = frozenset(
    [
        "aria-hidden",
        "aria-labelledby",
        "charset",
        "checked",
        "class",
        "colspan",
        "content",
        "cx",
        "cy",
        "d",
        "data-category",
        "data-certainty",
        "data-en",
        "data-f",
        "data-filter",
        "data-key",
        "data-severity",
        "data-zh",
        "height",
        "hidden",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "open",
        "pathlength",
        "preserveaspectratio",
        "r",
        "role",
        "rowspan",
        "scope",
        "stroke-dasharray",
        "tabindex",
        "type",
        "value",
        "viewbox",
        "width",
        "x",
        "y",
    ]
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;</p>-->]]>\x00\x1b[2J\u202e\ud800\ufffe\u200b"
SHOWN = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;</p>-->]]>\\x00\\x1b[2J\\u202e\\ud800\\ufffe\\u200b"
)


class Page(HTMLParser):
    """What a browser would make of the page: elements in balance, attributes, text outside style and script."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.policy = ""
        self.contents: dict[str, str] = {}
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(markup)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(given)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in {"style", "script"}:
            self.contents[self._open[-1]] = self.contents.get(self._open[-1], "") + data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def render(run: Run, lang: str = "zh") -> str:
    return reporters.load("html").render(run, lang=lang, width=80, colour=False)


def quote(text: str, words: str, cell: str | None = None) -> Evidence:
    from checker.model.result import Evidence

    start = text.index(words)
    return Evidence(words, Span(start, start + len(words)), Location(1, start + 1, cell=cell))


def with_text(result: DocumentResult, text: str, findings: tuple[Finding, ...], **changes: object) -> DocumentResult:
    """Put other words and findings into a result."""
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text), Location(1, 1)),)
    document = Document("报告.txt", "txt", "0" * 64, text, blocks)._replace(**changes)
    assert result.report is not None
    report = result.report._replace(document=document, extent=Span(0, len(text)))
    results = tuple(
        RuleResult(rule, OutcomeKind.FAIL, 1, findings=tuple(one for one in findings if one.rule == rule))
        for rule in dict.fromkeys(one.rule for one in findings)
    )
    return result._replace(document=document, report=report, results=results, notes=())


@pytest.fixture
def a_finding(results: Results) -> Finding:
    return next(one for one in results["faulty"].findings if one.rule == "WORD-TYPO")


def test_the_page_is_the_golden_file_but_for_style_and_script(run: Run, golden: Callable[[str, str], None]) -> None:
    bare = re.sub(r"(?s)(<style>|<script>).*?(</style>|</script>)", r"\1\2", render(run))
    golden("html-zh.html", re.sub(r"'sha256-[^']*'", "'sha256-'", bare))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_element_is_closed_and_every_link_leads_somewhere(lang: str, run: Run, many: Run) -> None:
    for page in (Page(render(run, lang)), Page(render(many, lang))):
        assert len(page.ids) == len(set(page.ids))
        assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
        assert page.attributes <= ATTRIBUTES


def test_the_policy_admits_the_page_s_own_style_and_script_alone(run: Run) -> None:
    page = Page(render(run))
    digests = {
        tag: base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        for tag, content in page.contents.items()
    }
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert page.policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digests['style']}'" in page.policy
    assert f"script-src 'sha256-{digests['script']}'" in page.policy


def test_nothing_is_fetched(run: Run) -> None:
    markup = render(run)
    assert not re.search(r"url\(|@import|https?://|\bfetch\(|XMLHttpRequest", markup)
    assert not {"img", "link", "iframe", "object", "embed", "base", "form"} & set(Page(markup).tags)


def test_the_same_run_gives_the_same_page(run: Run) -> None:
    assert render(run) == render(run)


def test_both_languages_are_in_the_page_and_lang_chooses_which_is_shown(run: Run) -> None:
    chinese, english = render(run, "zh"), render(run, "en")
    assert '<html lang="zh-CN">' in chinese
    assert '<html lang="en">' in english
    for said in ("A plan names the report year", "计划中写了报告年度"):
        assert said in chinese
        assert said in english


def test_markup_in_a_document_is_text(results: Results, run_of: Callable[..., Run], a_finding: Finding) -> None:
    text = f"前{HOSTILE}后"
    found = a_finding._replace(
        evidence=(quote(text, HOSTILE),),
        related=(quote(text, "<img"),),
        values={"found": HOSTILE, "better": HOSTILE},
        suggestion=HOSTILE,
        waived=HOSTILE,
        fingerprint=HOSTILE,
    )
    hostile = with_text(results["faulty"], text, (found, found._replace(waived=None)), name=HOSTILE)
    assert hostile.report is not None
    issuer = hostile.report.issuer._replace(name=HOSTILE, region=(HOSTILE, HOSTILE))
    hostile = hostile._replace(name=HOSTILE, report=hostile.report._replace(title=HOSTILE, issuer=issuer))
    unread = results["unreadable"]._replace(name=HOSTILE)
    markup = render(run_of(hostile, hostile, unread, results["skipped"]._replace(name=HOSTILE)))
    page = Page(markup)
    markup.encode()
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert page.attributes <= ATTRIBUTES
    assert page.text.count(SHOWN) > 20
    assert not re.search("[\x00-\x08\x0b-\x1f\u200b\u202e\ufffe]", markup)


def test_evidence_is_marked_where_it_stands_and_leads_to_its_finding(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    text = "今年按装设备三台"
    found = a_finding._replace(evidence=(quote(text, "按装"),), related=(quote(text, "三台"),))
    markup = render(run_of(with_text(results["faulty"], text, (found,))))
    assert (
        '今年<a class="no warning" id="r1-f1-e0" href="#r1-f1" data-f="r1-f1">1</a>'
        '<mark class="warning" data-f="r1-f1">按装</mark>设备'
        '<a class="no related" id="r1-f1-o0" href="#r1-f1" data-f="r1-f1">1</a>'
        '<mark class="related" data-f="r1-f1">三台</mark>'
    ) in markup
    assert 'href="#r1-f1-e0"' in markup


def test_places_that_overlap_share_their_words(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    text = "甲乙丙丁戊"
    first = a_finding._replace(evidence=(quote(text, "甲乙丙"),), fingerprint="1")
    second = a_finding._replace(evidence=(quote(text, "乙丙丁"),), fingerprint="2")
    markup = render(run_of(with_text(results["faulty"], text, (first, second))))
    marks = re.findall(r'<mark class="warning" data-f="([^"]*)">([^<]*)</mark>', markup)
    assert marks == [("r1-f1", "甲"), ("r1-f1 r1-f2", "乙丙"), ("r1-f2", "丁")]


def test_thousands_of_places_in_one_another_do_not_swell_the_page(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    text = "字" * 2000
    places = tuple(
        a_finding.evidence[0]._replace(quote="字", span=Span(at, 2000 - at), before="", after="") for at in range(1000)
    )
    nested = with_text(results["faulty"], text, (a_finding._replace(evidence=places),))
    assert len(render(run_of(nested))) < 600_000


def test_tables_of_the_file_are_tables_in_the_page(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    text = "表前\n甲\t乙\n丙\n表后"
    blocks = tuple(
        Block(kind, start, end, Location(1, 1))
        for kind, start, end in (
            (BlockKind.PARAGRAPH, 0, 2),
            (BlockKind.ROW, 3, 6),
            (BlockKind.ROW, 7, 8),
            (BlockKind.PARAGRAPH, 9, 11),
        )
    )
    cells = (Cell(0, 0, 2, 1, 3, 4), Cell(0, 1, 1, 1, 5, 6), Cell(1, 1, 1, 1, 7, 8))
    found = a_finding._replace(evidence=(quote(text, "丙"),))
    of = with_text(results["faulty"], text, (found,), blocks=blocks, tables=(Table(3, 8, 2, 2, cells),))
    markup = render(run_of(of))
    assert '<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td><a class="no' in markup
    assert markup.index("表前") < markup.index("甲</td>") < markup.index("表后")


def test_what_is_around_the_report_is_folded_away(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    text = "导航\n正文"
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 2, Location(1, 1)),
        Block(BlockKind.PARAGRAPH, 3, 5, Location(2, 1)),
    )
    of = with_text(results["faulty"], text, (a_finding._replace(evidence=(quote(text, "导航"),)),), blocks=blocks)
    assert of.report is not None
    of = of._replace(report=of.report._replace(extent=Span(3, 5)))
    markup = render(run_of(of))
    assert re.search(r'<details class="fold outside"><summary>.*?导航.*?</details><p class="para">正文</p>', markup)
    assert 'href="#r1-f1-e0"' in markup


def test_waived_findings_stand_apart(results: Results, run_of: Callable[..., Run]) -> None:
    page = Page(render(run_of(results["waived"])))
    assert "已豁免（2）" in page.text
    assert page.text.index("W1") > page.text.index("已豁免（2）")
    assert "另有<收费>|公告\\x1b" in page.text


def test_what_could_not_be_told_and_why_is_listed(results: Results, run_of: Callable[..., Run]) -> None:
    page = Page(render(run_of(results["crashed"])))
    for said in ("规则运行出错（KeyError）", "前提规则未通过：X", "有规则运行出错", "编码按 GBK 读取"):
        assert said in page.text


def test_files_that_were_not_read_are_listed_with_their_reason(run: Run) -> None:
    text = Page(render(run)).text
    for said in ("reports/005.docx", "文件已加密 去掉密码后再试", "reports/README.txt"):
        assert said in text


def test_an_empty_folder_is_said_to_be_one(run_of: Callable[..., Run]) -> None:
    page = Page(render(run_of()))
    assert "没有可检查的报告。" in page.text
    assert "input" not in page.tags


def test_a_run_of_unreadable_files_alone_is_a_page(results: Results, run_of: Callable[..., Run]) -> None:
    assert "文件已加密" in Page(render(run_of(results["unreadable"]))).text


def test_a_run_without_findings_says_so(results: Results, run_of: Callable[..., Run]) -> None:
    page = Page(render(run_of(results["clean"])))
    assert "没有发现问题。" in page.text
    assert "没有失分。" in page.text
    assert "input" not in page.tags


def test_one_report_is_open_and_has_no_index(results: Results, run_of: Callable[..., Run]) -> None:
    markup = render(run_of(results["faulty"]))
    assert '<details class="report" id="r1" open>' in markup
    assert 'id="index"' not in markup


def test_several_reports_are_closed_below_an_index_that_names_each(many: Run) -> None:
    markup = render(many)
    assert '<details class="report" id="r1">' in markup
    assert markup.count('data-key="10000"') == 30
    assert all(f'<a href="#r{number}">' in markup for number in range(1, 33))


def test_beyond_the_limit_only_what_failed_is_shown_and_without_its_text(
    results: Results, run_of: Callable[..., Run]
) -> None:
    clean = tuple(results["clean"]._replace(name=f"{number}.txt") for number in range(sheet.MOST_FULL))
    markup = render(run_of(results["faulty"], *clean))
    assert markup.count('<details class="report"') == 1
    assert f"报告超过 {sheet.MOST_FULL} 份" in markup
    assert "报告太多，本页不附原文。" in markup
    assert '<div class="text"' not in markup
    assert "299.txt" in markup


def test_reports_are_compared_by_year_and_by_the_outermost_place_in_which_they_differ(
    results: Results, run_of: Callable[..., Run]
) -> None:
    one = results["clean"]
    assert one.report is not None
    elsewhere = one.report.issuer._replace(region=("陕西省", "渭南市"))
    other = one._replace(name="b.txt", report=one.report._replace(issuer=elsewhere, year=2016))
    text = Page(render(run_of(one, other))).text
    assert text.index("按报告年度") < text.index("2016100.0") < text.index("2017100.0")
    assert text.index("按地区") < text.index("咸阳市100.0") < text.index("渭南市100.0")


def test_a_score_that_is_an_interval_shows_both_ends_and_its_ledger(
    results: Results, run_of: Callable[..., Run]
) -> None:
    text = Page(render(run_of(results["faulty"]))).text
    assert "77.04-77.38" in text
    assert text.index("−14.29") < text.index("−8.33") < text.index("−0.34")


def test_a_rule_s_own_words_cannot_break_the_page(results: Results, run_of: Callable[..., Run]) -> None:
    run = run_of(results["faulty"])
    rules = {
        key: rule._replace(failed=rule.failed._replace(zh="{0} <b>{x}", en="{}"), category="<i>自定")
        for key, rule in run.rules.items()
    }
    assert "{0} <b>{x}" in Page(render(run._replace(rules=MappingProxyType(rules)))).text


def test_a_plain_check_does_not_load_the_page() -> None:
    code = (
        "import sys; from checker.cli import main; main(['check', 'seeds', '--fail-on', 'never']); "
        "print('LOADED', [one for one in sys.modules if 'htmlpage' in one])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.rstrip().endswith("LOADED []")


def test_of_one_rule_s_places_beyond_the_limit_the_number_alone_is_shown(
    results: Results, run_of: Callable[..., Run], a_finding: Finding
) -> None:
    findings = (a_finding,) * (sheet.MOST_PLACES + 7)
    page = Page(render(run_of(with_text(results["faulty"], "按装", findings)._replace(name="多.txt"))))
    assert page.tags.count("article") == sheet.MOST_PLACES
    assert f"另有 7 处未列出（每条规则最多列 {sheet.MOST_PLACES} 处）" in page.text


@pytest.mark.parametrize("category", get_args(Category))
def test_every_category_has_a_name_in_both_languages(category: str) -> None:
    assert re.fullmatch(r'<span lang="zh">[^<]+</span><span lang="en">[^<]+</span>', words.category(category))
