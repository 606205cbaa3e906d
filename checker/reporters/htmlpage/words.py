"""Words of the page that several of its parts need, in both languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.rule import Bilingual
from checker.reporters.htmlpage.markup import both
from checker.reporters.parts import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = Bilingual("不明", "unknown")
CERTAIN = Bilingual("确定", "certain")
LIKELY = Bilingual("疑似", "likely")
PASSED = Bilingual("通过", "passed")
FAILED = Bilingual("未通过", "failed")
WAIVED = Bilingual("豁免", "waived")
SCORE = Bilingual("得分", "Score")
REPORT = Bilingual("报告", "Report")
FILE = Bilingual("文件", "File")
REASON = Bilingual("原因", "Reason")
RULE = Bilingual("规则", "Rule")
NOTES = Bilingual("备注", "Notes")

_SIGNS = MappingProxyType({"error": "✖", "warning": "▲", "info": "●"})


def severity(key: str) -> str:
    """Name a severity with its sign: colour alone tells nothing in print or to those who see few colours."""
    return f'<span aria-hidden="true">{_SIGNS[key]}</span> {both(wording.SEVERITIES[key])}'


def certainty(key: str) -> str:
    """Name a degree of certainty."""
    return both(CERTAIN if key == "certain" else LIKELY)


def verdict(*, passed: bool) -> str:
    """Say whether a report passes."""
    return f'<span class="verdict {"passed" if passed else "failed"}">{both(PASSED if passed else FAILED)}</span>'


def outcome(key: str) -> str:
    """Name what became of a rule."""
    return both(wording.OUTCOMES[key])


def category(key: str) -> str:
    """Name a category of findings."""
    return both(_CATEGORIES.get(key, Bilingual(key, key)))


def _named(**words: str) -> Mapping[str, Bilingual]:
    return MappingProxyType({key.replace("_", "-"): Bilingual(*pair.split("|")) for key, pair in words.items()})


_CATEGORIES = _named(
    missing_section="缺少部分|missing part",
    empty_section="部分无内容|empty part",
    misplaced_section="部分位置不当|misplaced part",
    section_order="部分次序|order of parts",
    heading_wording="标题用语|wording of headings",
    numbering="序号|numbering",
    declared_contents="与所列目录不符|announced parts",
    missing_topic="缺少内容|missing topic",
    title="报告标题|title",
    legal_basis="编制依据|legal basis",
    period="统计期限|period",
    contact="联系方式|contact",
    publication="公布方式|publication",
    signoff="落款|sign-off",
    late="逾期公布|late publication",
    missing_table="缺少统计表|missing table",
    table_shape="表格样式|shape of a table",
    table_cell="单元格|table cells",
    table_sum="勾稽关系|table sums",
    prose_sum="文中合计|sums in the text",
    prose_share="文中占比|shares in the text",
    prose_growth="文中增减|growth in the text",
    prose_table="文表不一|text against table",
    figure_conflict="前后数据不一|figures that differ",
    missing_unit="缺少单位|missing unit",
    year_slip="年份错用|wrong year",
    garbled_date="日期残缺|garbled date",
    impossible_date="日期有误|impossible date",
    vague_date="时间含糊|vague date",
    foreign_place="外地地名|foreign place",
    self_reference="自称不一|self-reference",
    issuer_name="机关名称|issuer’s name",
    duplicate_text="文字重复|repeated text",
    unbalanced_mark="符号不成对|unpaired marks",
    typo="错别字|typos",
    spacing="空格|spacing",
    punctuation="标点|punctuation",
    document_number="文号|document numbers",
    placeholder="模板残留|left-over of a template",
    carry_over="结转衔接|carried over",
    stock_flow="存量增减|stock and flow",
    outlier="异常数据|outlier",
    copied_text="沿用旧文|copied text",
)
