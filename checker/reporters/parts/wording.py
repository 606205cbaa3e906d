"""The words readers see for the keys of the model."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.model.rule import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping


def _table(**words: str) -> Mapping[str, Bilingual]:
    return MappingProxyType({key: Bilingual(*both.split("|")) for key, both in words.items()})


SEVERITIES = _table(error="错误|error", warning="警告|warning", info="提示|info")
LEVELS = _table(
    statute="法定|statute",
    format="国办格式|national format",
    local="地方要求|local requirement",
    practice="实务建议|good practice",
    logic="算术与历法|arithmetic and the calendar",
)
TIERS = _table(
    national="国家级|national",
    province="省级|province",
    city="市级|city",
    county="县级|county",
    township="乡级|township",
    unknown="层级不明|tier unknown",
)
ORGANS = _table(
    government="人民政府|government",
    office="办公厅（室）|general office",
    department="部门|department",
    subdistrict="街道办事处|subdistrict",
    committee="管委会|committee",
    authorised="法律法规授权的组织|authorised organisation",
    unknown="类型不明|organ unknown",
)
STATUSES = _table(
    checked="已检查|checked",
    unreadable="无法读取|unreadable",
    not_a_report="不是年度报告|not an annual report",
    year_unknown="报告年度不明|report year unknown",
)
OUTCOMES = _table(
    blocked="前提规则未通过，未再检查|a rule it builds on failed",
    undetermined="未能判断|could not be determined",
    not_applicable="不适用|not applicable",
    waived="已豁免|waived",
    error="规则运行出错|the rule crashed",
)
SECTIONS = _table(
    overview="总体情况|overview",
    proactive="主动公开|proactive disclosure",
    applications="依申请公开|applications",
    non_disclosure="不予公开|non-disclosure",
    fees="收费及减免|fees",
    review_litigation="行政复议、行政诉讼|review and litigation",
    problems="存在的主要问题|problems",
    improvements="改进措施|improvements",
    other_matters="其他需要报告的事项|other matters",
    document="全文|document",
)
_ABSENT = _table(
    statistics="统计表|statistics table",
    contact="联系方式|contact",
    signoff="落款|sign-off",
    period="统计期限|reporting period",
    title="标题|title",
    title_name="标题中的机关名称|issuer in the title",
    legal_basis="编制依据|legal basis",
    publication="公布方式|publication",
    accountability="考核、评议和责任追究|accountability",
    information_management="政府信息管理|information management",
    platform="公开平台建设|platform",
    supervision="监督保障|supervision",
    proactive_topic="主动公开内容|proactive disclosure",
    application_topic="依申请公开内容|applications",
    information_fee="信息处理费|information processing fee",
)


def word(table: Mapping[str, Bilingual], key: str, lang: str) -> str:
    """Give the word for ``key``, or the key itself where the table has none."""
    return table[key].of(lang) if key in table else key


def thing(about: str, lang: str) -> str:
    """Name what a finding says is absent."""
    return word(_ABSENT if about in _ABSENT else SECTIONS, about, lang)
