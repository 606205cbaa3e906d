"""Reports made up from a seed: their prose, and their three statutory tables as cells with spans."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

DENIED = [
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
]
UNABLE = ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]
REFUSED = [
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
]
OTHER = [
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]
PARTS = [("（三）不予公开", DENIED), ("（四）无法提供", UNABLE), ("（五）不予处理", REFUSED)]
RESULTS = "三、本年度办理结果"
PARTIAL = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
CLAUSES = [
    "坚持以公开为常态、不公开为例外",
    "通过政府网站主动公开各类政府信息{n}条",
    "发布政策解读材料{n}篇",
    "召开新闻发布会{n}场",
    "全年受理政府信息公开申请{n}件，均在法定期限内答复",
    "严格执行“三审三校”制度",
    "组织业务培训{n}次，参训人员{n}人次",
    "健全《政府信息公开工作制度》和考核办法",
    "在门户网站（www.example.gov.cn）设置专栏{n}个",
    "办理人大代表建议、政协委员提案{n}件，办结率为{p}%",
    "对公文公开属性实行源头管理",
    "进一步畅通申请渠道，优化答复流程",
    "持续加强政务新媒体日常监管",
]
HEADS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


class Cell(NamedTuple):
    text: str
    rows: int = 1
    columns: int = 1
    upright: bool = False


@dataclass
class Report:
    year: int
    title: str
    parts: list[tuple[str, object]] = field(default_factory=list)
    """Pairs of ``title``, ``head``, ``para`` with text, or ``table`` with rows of cells."""

    def words(self) -> list[str]:
        return [str(content) for kind, content in self.parts if kind != "table"]

    def tables(self) -> list[list[list[Cell]]]:
        return [content for kind, content in self.parts if kind == "table"]  # type: ignore[misc]


def report_of(seed: int) -> Report:
    random = Random(seed)  # noqa: S311 - made-up reports
    year = random.choice([2019, 2020, 2021, 2022, 2023, 2024])
    place = random.choice(["清河区", "临江县", "安平市", "望湖区", "青山县"])
    organ = random.choice(["人民政府", "教育局", "市场监督管理局", "自然资源和规划局"])
    report = Report(year, f"{place}{organ}{year}年政府信息公开工作年度报告")
    add = report.parts.append
    add(("title", report.title))
    add(
        (
            "para",
            f"本报告根据《中华人民共和国政府信息公开条例》要求编制，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
        )
    )
    for number, head in enumerate(HEADS):
        add(("head", head))
        if number == 1:
            add(("table", _proactive(random, old=year < 2021)))
        elif number == 2:
            add(("table", _applications(random, old=year < 2021)))
        elif number == 3:
            add(("table", _review(random)))
        else:
            for _ in range(random.randint(1, 5) if number != 5 else 1):
                add(("para", _paragraph(random)))
    return report


def _paragraph(random: Random) -> str:
    sentences = []
    for _ in range(random.randint(1, 6)):
        clauses = random.sample(CLAUSES, random.randint(1, 4))
        sentences.append("，".join(one.format(n=random.randint(1, 4000), p=random.randint(1, 100)) for one in clauses))
    return random.choice(["", "（一）主动公开。", "一是突出重点。"]) + "。".join(sentences) + "。"


def _number(random: Random) -> str:
    return str(random.choice([0, 0, 0, random.randint(1, 9), random.randint(10, 99999)]))


def _applications(random: Random, *, old: bool) -> list[list[Cell]]:
    rows = [
        [Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), Cell("申请人情况", 1, 7)],
        [Cell("自然人", 2), Cell("法人或其他组织", 1, 5), Cell("总计", 2)],
        [Cell(one) for one in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]

    def values() -> list[Cell]:
        return [Cell(_number(random)) for _ in range(7)]

    rows.extend(
        [Cell(one, 1, 3), *values()] for one in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量")
    )
    parts = [*PARTS, *([] if old else [("（六）其他处理", OTHER)])]
    height = 2 + sum(len(labels) for _, labels in parts) + old + 1
    upright = random.random() < 0.7
    rows.append([Cell(RESULTS, height, 1, upright), Cell("（一）予以公开", 1, 2), *values()])
    rows.append([Cell(PARTIAL, 1, 2), *values()])
    for parent, labels in parts:
        for number, label in enumerate(labels):
            first = [] if number else [Cell(parent, len(labels))]
            rows.append([*first, Cell(label), *values()])
    if old:
        rows.append([Cell("（六）其他处理", 1, 2), *values()])
    rows.append([Cell("（七）总计", 1, 2), *values()])
    rows.append([Cell("四、结转下年度继续办理", 1, 3), *values()])
    return rows


def _proactive(random: Random, *, old: bool) -> list[list[Cell]]:
    def value() -> Cell:
        return Cell(_number(random))

    counts = (
        ["本年新制作数量", "本年新公开数量", "对外公开总数量"]
        if old
        else ["本年制发件数", "本年废止件数", "现行有效件数"]
    )
    rows = [[Cell("第二十条第（一）项", 1, 4)], [Cell("信息内容"), *map(Cell, counts)]]
    rows += [[Cell(one), value(), value(), value()] for one in ("规章", "行政规范性文件")]
    for clause, labels, columns in (
        ("第二十条第（五）项", ["行政许可"], ["本年处理决定数量"]),
        ("第二十条第（六）项", ["行政处罚", "行政强制"], ["本年处理决定数量"]),
        ("第二十条第（八）项", ["行政事业性收费"], ["本年收费金额（单位：万元）"]),
    ):
        rows.append([Cell(clause, 1, 4)])
        rows.append([Cell("信息内容"), *(Cell(one, 1, 3) for one in columns)])
        rows += [[Cell(one), Cell(_number(random), 1, 3)] for one in labels]
    return rows


def _review(random: Random) -> list[list[Cell]]:
    heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return [
        [Cell("行政复议", 1, 5), Cell("行政诉讼", 1, 10)],
        [*(Cell(one, 2) for one in heads), Cell("未经复议直接起诉", 1, 5), Cell("复议后起诉", 1, 5)],
        [Cell(one) for one in heads * 2],
        [Cell(_number(random)) for _ in range(15)],
    ]
