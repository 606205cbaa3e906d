"""A run made by hand for the reporters, and golden files: UPDATE_GOLDEN=1 pytest tests/reporters writes them anew."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker.model.document import Block, BlockKind, Document, Location, Note, ReadError, Span
from checker.model.report import Contact, Issuer, Placement, Report, Section
from checker.model.result import (
    DocumentResult,
    Evidence,
    Finding,
    Fix,
    LedgerEntry,
    OutcomeKind,
    Policy,
    RuleResult,
    Run,
    Score,
    Status,
)
from checker.model.rule import Basis, Bilingual, Instrument, Organ, Rule, RuleStatus, Severity, Tier

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent.parent / "golden"

INSTRUMENTS = (
    Instrument("ogi-2007", Bilingual("政府信息公开条例", "OGI Regulations"), "国务院令第492号", "statute", 2008, 2018),
    Instrument("logic", Bilingual("算术与历法", "Arithmetic and the calendar"), "", "logic", None, None),
    Instrument("practice", Bilingual("编制实务", "Drafting practice"), "", "practice", None, None),
)


BASIS = {
    Severity.ERROR: (Basis("ogi-2007", "第三十二条第（三）项"), Basis("logic", "")),
    Severity.WARNING: (Basis("logic", ""),),
    Severity.INFO: (Basis("practice", "标点"),),
}


def _rule(name: str, category: str, severity: Severity, weight: int, texts: str) -> Rule:
    title, failed, message, remedy = (Bilingual(*line.split("|")) for line in texts.split("\n"))
    return Rule(
        id=name,
        category=category,
        title=title,
        failed=failed,
        status=RuleStatus.STABLE,
        section="document",
        severity=severity,
        weight=weight,
        basis=BASIS[severity],
        kind="pattern",
        params={},
        message=message,
        remedy=remedy,
        certainty="certain" if severity is Severity.ERROR else "likely",
    )


FEES = """收费及减免情况|Fees
缺少收费及减免情况|Fees are missing
全文没有收费及减免情况的标题或内容|Neither a heading nor a sentence deals with fees
补写收费及减免情况，没有收费的写明“未收费”|Add a part on fees, or state that none were charged"""
PLAN = """计划写的是下一年|Plans speak of next year
计划中写了报告年度|A plan names the report year
“{quote}”应指 {expected} 年，写成了 {value} 年|“{quote}” should mean {expected}, but says {value}
核对年份|Check the year"""
TYPO = """无错别字|No typos
疑似错别字|Probably a typo
“{found}”疑为“{better}”之误|“{found}” is probably meant to be “{better}”
核对用字|Check the wording"""
MARK = """标点成对|Marks come in pairs
标点不成对|A mark has no partner
{mark} 没有配对，{missing}|{mark} has no partner, {missing}
补上或删去|Add or remove one"""
ISSUER = """机关名称|Issuer name
机关名称不一致|Issuer names differ
名称不一致|Names differ
统一|Use one name"""

RULES = (
    _rule("SEC-FEES", "missing-section", Severity.ERROR, 9, FEES),
    _rule("TIME-PLAN", "year-slip", Severity.ERROR, 5, PLAN),
    _rule("WORD-TYPO", "typo", Severity.WARNING, 1, TYPO),
    _rule("FORM-MARK", "punctuation", Severity.INFO, 1, MARK),
    _rule("NAME-ISSUER", "issuer-name", Severity.WARNING, 1, ISSUER),
)

TEXT = (
    "咸阳市2017年政府信息公开工作年度报告\n一、概述\n主动公开信息58603条|含\x1b[31m红字\x0b<b>粗体</b>。\n"
    "五、改进措施\n今年(2017年),我市将继续推进“网站”建设，按装设备。\n六、其他\n“没有右引号\ufffe的一句\u202e话。\n"
)


def locate(text: str, offset: int) -> Location:
    start = text.rfind("\n", 0, offset) + 1
    return Location(text.count("\n", 0, offset) + 1, offset - start + 1)


def evidence(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    end = start + len(quote)
    before, after = text[:start].rsplit("\n", 1)[-1], text[end:].split("\n", 1)[0]
    return Evidence(quote, Span(start, end), locate(text, start), before[-24:], after[:24])


def finding(rule: Rule, quotes: tuple[Evidence, ...] = (), **changes: object) -> Finding:
    made = Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        section="document",
        about=None,
        evidence=quotes,
        related=(),
        values={},
        basis=rule.basis,
        suggestion=None,
        fixes=(),
        certainty=rule.certainty,
        fingerprint=f"{rule.id.lower()}-0",
    )
    return made._replace(**changes)


def document(name: str, text: str) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text), Location(1, 1)),)
    return Document(name, "txt", "0" * 64, text, blocks, (Note("编码按 GBK 读取", "read as GBK"),))


def report(of: Document) -> Report:
    return Report(
        document=of,
        status=Status.CHECKED,
        extent=Span(0, len(of.text)),
        title="咸阳市2017年政府信息公开工作年度报告",
        issuer=Issuer("咸阳市人民政府", Tier.CITY, Organ.GOVERNMENT, ("陕西省", "咸阳市")),
        year=2017,
        format="2008",
        period=(date(2017, 1, 1), date(2017, 12, 31)),
        contact=Contact(phone="029-33210000"),
        sections={
            "improvements": Section("improvements", "五、改进措施", Placement.OWN, 60, 90),
            "overview": Section("overview", "一、概述", Placement.OWN, 20, 60),
            "fees": Section("fees", "", Placement.ABSENT, 0, 0),
        },
        figures={"proactive_total": Decimal(58603), "amount": Decimal("12.50")},
    )


def faulty() -> DocumentResult:
    fees, plan, typo, mark, issuer = RULES
    of = document("reports/002 <咸阳|草稿>.txt", TEXT)
    wrong_year = evidence(TEXT, "今年(2017年)")
    digits = Span(wrong_year.span.start + 3, wrong_year.span.start + 7)
    markup = evidence(TEXT, "58603条|含\x1b[31m红字\x0b<b>粗体</b>")
    results = (
        RuleResult(
            mark.id,
            OutcomeKind.FAIL,
            2,
            findings=(
                finding(mark, (evidence(TEXT, "“没有右引号\ufffe的一句\u202e"),), values={"mark": "“{0}"}),
                finding(mark, (markup,), values={"mark": "<b>|\x1b[31m", "missing": 2}),
            ),
        ),
        RuleResult(issuer.id, OutcomeKind.UNDETERMINED, 0, Note("机关名称无法识别", "the issuer is not recognised")),
        RuleResult(fees.id, OutcomeKind.FAIL, 1, findings=(finding(fees, about="fees", section="fees"),)),
        RuleResult(
            plan.id,
            OutcomeKind.FAIL,
            3,
            findings=(
                finding(
                    plan,
                    (wrong_year,),
                    section="improvements",
                    values={"quote": "今年(2017年)", "expected": 2018, "value": 2017},
                    suggestion="2018年",
                    fixes=(Fix(digits, "2018"),),
                    related=(evidence(TEXT, "咸阳市2017年"),),
                ),
            ),
        ),
        RuleResult(
            typo.id,
            OutcomeKind.FAIL,
            1,
            findings=(
                finding(
                    typo,
                    (evidence(TEXT, "按装"),),
                    section="improvements",
                    values={"found": "按装", "better": "安装"},
                    suggestion="安装",
                ),
            ),
        ),
    )
    ledger = (LedgerEntry(fees.id, Fraction(100, 7)), LedgerEntry(plan.id, Fraction(25, 3)))
    upper = 100 - sum((entry.lost for entry in ledger), Fraction())
    score = Score(upper - Fraction(1, 3), upper, "C", (fees.id,), ledger)
    return DocumentResult(of.name, Status.CHECKED, of, report(of), results, score, notes=of.notes)


def clean(name: str = "reports/003.txt") -> DocumentResult:
    of = document(name, "渭南市2017年政府信息公开工作年度报告\n")
    results = tuple(RuleResult(rule.id, OutcomeKind.PASS, 1) for rule in RULES)
    score = Score(Fraction(100), Fraction(100), "A", (), ())
    return DocumentResult(name, Status.CHECKED, of, report(of), results, score)


def crashed() -> DocumentResult:
    fees, plan, typo, mark, issuer = RULES
    of = document("reports/004.txt", TEXT)
    results = (
        RuleResult(mark.id, OutcomeKind.ERROR, 0, Note("规则运行出错（KeyError）", "the rule crashed (KeyError)")),
        RuleResult(issuer.id, OutcomeKind.NOT_APPLICABLE, 0, Note("层级不适用", "not for this tier")),
        RuleResult(fees.id, OutcomeKind.PASS, 1),
        RuleResult(plan.id, OutcomeKind.BLOCKED, 0, Note("前提规则未通过：X", "blocked by X")),
        RuleResult(
            typo.id,
            OutcomeKind.FAIL,
            25,
            findings=tuple(
                finding(typo, (evidence(TEXT, "按装"),), values={"found": "按装", "better": "安装"}) for _ in range(25)
            ),
        ),
    )
    score = Score(Fraction(119, 2), Fraction(90), "D", (), (LedgerEntry(typo.id, Fraction(10)),))
    return DocumentResult(of.name, Status.CHECKED, of, report(of), results, score)


def unreadable() -> DocumentResult:
    reason, hint = ("文件已加密", "the file is encrypted"), ("去掉密码后再试", "remove the password and try again")
    return DocumentResult("reports/005.docx", Status.UNREADABLE, error=ReadError("reports/005.docx", reason, hint))


def skipped() -> DocumentResult:
    of = document("reports/README.txt", "目录说明\n")._replace(notes=())
    return DocumentResult(of.name, Status.NOT_A_REPORT, of, skipped=True)


def waived() -> DocumentResult:
    fees, plan, typo, mark, issuer = RULES
    of = document("reports/006.txt", TEXT)
    typos = [finding(typo, (evidence(TEXT, "按装"),), values={"found": "按装", "better": "安装"}) for _ in range(2)]
    accepted = finding(fees, about="fees", section="fees", waived="另有<收费>|公告\x1b")
    results = (
        RuleResult(mark.id, OutcomeKind.PASS, 1),
        RuleResult(issuer.id, OutcomeKind.PASS, 1),
        RuleResult(fees.id, OutcomeKind.WAIVED, 1, Note("另有公告", "another notice"), (accepted,)),
        RuleResult(
            plan.id, OutcomeKind.WAIVED, 0, Note("前提规则已豁免：SEC-FEES", "builds on what is waived: SEC-FEES")
        ),
        RuleResult(typo.id, OutcomeKind.FAIL, 2, findings=(typos[0], typos[1]._replace(waived="人名"))),
    )
    score = Score(Fraction(90), Fraction(90), "A", (), (LedgerEntry(typo.id, Fraction(10)),))
    expired = Note("豁免已到期", "a waiver ended")
    return DocumentResult(of.name, Status.CHECKED, of, report(of), results, score, notes=(*of.notes, expired))


def make_run(*results: DocumentResult, policy: Policy | None = None) -> Run:
    return Run(
        results=results,
        rules={rule.id: rule for rule in RULES},
        instruments={one.id: one for one in INSTRUMENTS},
        ruleset_version="2026.1",
        ruleset_digest="abcdef0123456789",
        tool_version="1.2.3",
        policy=policy or Policy("error", 60),
    )


@pytest.fixture
def results() -> dict[str, DocumentResult]:
    return {one.__name__: one() for one in (faulty, clean, crashed, unreadable, skipped, waived)}


@pytest.fixture
def run(results: dict[str, DocumentResult]) -> Run:
    return make_run(*results.values())


def with_lines(result: DocumentResult) -> DocumentResult:
    """Make every line a block, as a reader of plain text does: then the end of a place can be told too."""
    if result.document is None:
        return result
    blocks, start = [], 0
    for number, line in enumerate(result.document.text.split("\n"), 1):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line), Location(number, 1)))
        start += len(line) + 1
    return result._replace(document=result.document._replace(blocks=tuple(blocks)))


@pytest.fixture
def lined(run: Run) -> Run:
    return run._replace(results=tuple(map(with_lines, run.results)))


@pytest.fixture
def many() -> Run:
    return make_run(faulty(), *(clean(f"reports/{number:03}.txt") for number in range(30)), crashed(), unreadable())


@pytest.fixture
def run_of() -> Callable[..., Run]:
    return make_run


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(text.encode())
        expected = path.read_bytes().decode()
        assert text == expected, f"{name} differs: UPDATE_GOLDEN=1 pytest tests/reporters accepts what is new"

    return compare
