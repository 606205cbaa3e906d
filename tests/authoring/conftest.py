from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "ruleset.yaml": 'version: "1.2.3"\n',
    "instruments.yaml": """\
instruments:
  - {id: law, name: {zh: 条例, en: Regulations}, number: 国务院令第492号, level: statute, years: [2008, 2018]}
  - {id: practice, name: {zh: 实务, en: Practice}, number: "", level: practice, years: [null, null]}
  - {id: logic, name: {zh: 算术与历法, en: Arithmetic and the calendar}, number: "", level: logic, years: [null, null]}
""",
    "scoring.yaml": """\
sections: {document: 60, improvements: 40}
losses: {error: "1", warning: "1/2", info: "0"}
grades:
  - {grade: A, from: 90}
  - {grade: B, from: 0}
gates: [PLAN]
""",
    "formats/2008.yaml": """\
id: "2008"
years: [2008, null]
sections:
  - {key: improvements, title: {zh: 改进情况, en: Improvements}, headings: [改进], topics: ["下一步.{0,20}改进"]}
  - {key: fees, title: {zh: 收费及减免情况, en: Fees}, headings: [收费]}
topics:
  - {key: platform, within: [improvements], parts: {site: [网站]}}
""",
    "lexicons/words.yaml": "wrong:\n  no: 012\n待写: {}\n",
    "time/PLAN.yaml": """\
id: PLAN
category: year-slip
title: {zh: 打算写的是下一年, en: The plan is for the coming year}
failed: {zh: 打算写成了报告年度, en: The plan names the report year}
status: stable
section: improvements
severity: error
weight: 3
basis:
  - {instrument: logic, article: 年份}
kind: year
with: {role: plan, expected: 1, least: 1}
message:
  zh: “{words}”应为{expected}年
  en: "'{words}' should be {expected}"
remedy: {zh: 改为下一年, en: Name the coming year}
examples:
  - name: the report year
    expect: fail
    section: improvements
    text: 「今年(2017年)」,我市将继续推进网站建设。
  - {name: the next year, expect: pass, section: improvements, text: "2018年,我市将继续推进网站建设。"}
""",
    "structure/FEES.yaml": """\
id: FEES
category: missing-section
title: {zh: 有收费情况, en: Fees are reported}
failed: {zh: 没有收费情况, en: Fees are not reported}
status: stable
section: fees
severity: error
weight: 2
basis:
  - {instrument: law, article: 第三十二条}
  - {instrument: practice, article: ""}
applies_to: {tiers: [city], organs: [government]}
requires: [PLAN]
kind: required
with: {section: fees}
message: {zh: 没有这一节, en: There is no such section}
remedy: {zh: 增写, en: Add it}
examples:
  - {name: absent, expect: fail, tier: city, organ: government, about: fees, text: 全文如上。}
  - {name: present, expect: pass, tier: city, organ: government, section: fees, text: 未收取费用。}
""",
}


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., Path]:
    """Write a small valid rule set; each change is (file, old words, new words), or (file, None, whole text)."""

    def write(*changes: tuple[str, str | None, str]) -> Path:
        files = dict(FILES)
        for name, old, new in changes:
            assert old is None or old in files[name]
            files[name] = new if old is None else files[name].replace(old, new, 1)
        folder = tmp_path / "rules"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "ogi-checker"
