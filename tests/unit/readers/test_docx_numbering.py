from __future__ import annotations

import pytest

from checker.readers import read_bytes
from checker.readers.docx.numerals import numeral
from tests.unit.readers.wordfile import definition, in_list, level, listed, p, style, tbl, tc, tr, word_file

CHINESE = level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3.")
LEGAL = (
    level(0, "upperRoman", "第%1章"),
    level(1, "decimal", "%1.%2"),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/><w:suff w:val='space'/>"),
    level(3, "bullet", "\uf0b7"),
    level(4, "none", "附"),
    level(5, "decimal", "(%6)", "<w:rPr><w:vanish/></w:rPr>"),
    level(6, "decimal", "(%7)", "<w:lvlRestart w:val='0'/><w:suff w:val='nothing'/>"),
    level(7, "lowerLetter", "%8)", "<w:lvlRestart w:val='1'/>"),
)
STYLED = (
    level(0, "japaneseCounting", "%1、", "<w:pStyle w:val='Part'/>"),
    level(1, "decimal", "%2．", "<w:pStyle w:val='Item'/>"),
)
CUSTOM = (
    '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl>'
)
RESTART = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='{}'/></w:lvlOverride>"
NUMBERING = "".join(
    (
        definition(1, *CHINESE),
        definition(2, *LEGAL),
        definition(3, *STYLED),
        "<w:abstractNum w:abstractNumId='4'><w:numStyleLink w:val='ListStyle'/></w:abstractNum>",
        definition(5, CUSTOM),
        definition(6, level(0, "decimal", "%1.", start=5)),
        "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='Looping'/></w:abstractNum>",
        listed(1, 1),
        listed(2, 2),
        listed(3, 3),
        listed(4, 4),
        listed(5, 5),
        listed(6, 6),
        listed(7, 7),
        listed(11, 1),
        listed(12, 1, RESTART.format(1)),
        listed(13, 1, RESTART.format(7)),
        listed(14, 1, f"<w:lvlOverride w:ilvl='0'>{level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>"),
        listed(15, 99),
    )
)
STYLES = (
    style("Part", f"<w:pPr>{in_list(3)}</w:pPr>")
    + style("Item", "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>")
    + style("Below", "", based_on="Item")
    + style("Plain", f"<w:pPr>{in_list(0)}</w:pPr>", based_on="Part")
    + style("ListStyle", f"<w:pPr>{in_list(1)}</w:pPr>")
    + style("Looping", f"<w:pPr>{in_list(7)}</w:pPr>")
)


def of(look: str) -> str:
    return f"<w:pStyle w:val='{look}'/>"


def item(number: int, depth: int = 0, text: str = "文") -> str:
    return p(text, properties=in_list(number, depth))


NUMBERED = {
    "parts": (item(1) * 3, ["一、文", "二、文", "三、文"]),
    "levels": (
        item(1) + item(1, 1) + item(1, 2) + item(1, 1) + item(1, 2) + item(1) + item(1, 1),
        ["一、文", "（一）文", "1. 文", "（二）文", "1. 文", "二、文", "（一）文"],
    ),
    "numbers of the levels above": (
        item(2) * 2 + item(2, 1) + item(2, 2) + item(2, 2),
        ["第I章 文", "第II章 文", "II.1 文", "2.1.1 文", "2.1.2 文"],
    ),
    "a level above that never came": (item(2, 1), ["I.1 文"]),
    "no numbers": (item(2, 3) + item(2, 4) + item(2, 5), ["文", "附 文", "文"]),
    "levels that go on": (item(2, 6) + item(2) + item(2, 6), ["(1)文", "第I章 文", "(2)文"]),
    "a level that only one above restarts": (
        item(2, 7) + item(2, 1) + item(2, 7) + item(2) + item(2, 7),
        ["a) 文", "I.1 文", "b) 文", "第I章 文", "a) 文"],
    ),
    "lists of one definition": (item(1) + item(11) + item(1), ["一、文", "二、文", "三、文"]),
    "a list that begins anew": (item(1) + item(12) + item(12) + item(13), ["一、文", "一、文", "二、文", "七、文"]),
    "a list with a level of its own": (item(14) + item(14), ["① 文", "② 文"]),
    "a list that begins at five": (item(6) + item(6), ["5. 文", "6. 文"]),
    "a list of a numbering style": (item(4) + item(1), ["一、文", "二、文"]),
    "a list whose style leads back to it": (item(7), ["文"]),
    "a list without definition": (item(15) + item(99), ["文", "文"]),
    "a level without definition": (item(6, 3), ["文"]),
    "a format for new programs only": (item(5), ["01号 文"]),
    "styles": (
        p("甲", properties=of("Part")) + p("乙", properties=of("Item")) + p("丙", properties=of("Below")) + p("丁", properties=of("Part")),
        ["一、甲", "1．乙", "2．丙", "二、丁"],
    ),
    "a style without its list": (p("甲", properties=of("Plain")), ["甲"]),
    "a paragraph without the list of its style": (p("甲", properties=of("Part") + in_list(0)), ["甲"]),
    "a paragraph at another level of its style's list": (
        p("甲", properties=of("Part") + "<w:numPr><w:ilvl w:val='1'/></w:numPr>"),
        ["1．甲"],
    ),
    "a list without level": (p("甲", properties="<w:numPr><w:numId w:val='1'/></w:numPr>"), ["一、甲"]),
    "a number before a change": (
        p("甲", properties=f"<w:pPrChange><w:pPr>{in_list(1)}</w:pPr></w:pPrChange>"),
        ["甲"],
    ),
    "a number typed as well": (item(1, 0, "一、概述") + item(1), ["一、概述", "二、文"]),
    "another number typed": (item(1, 0, "1.5万条") + item(1, 0, "2.概述"), ["一、1.5万条", "二、2.概述"]),
    "an empty paragraph": (item(1, 0, "") + item(1), ["一、", "二、文"]),
    "deleted and hidden paragraphs": (
        p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties=in_list(1) + "<w:rPr><w:del/></w:rPr>") + item(1),
        ["一、文"],
    ),
    "a line break": (p("甲", "<w:r><w:br/><w:t>乙</w:t></w:r>", properties=in_list(1)), ["一、甲", "乙"]),
    "numbers in a table": (
        tbl(tr(tc(item(6, 0, "")), "甲"), tr(tc(item(6, 0, "")), "乙")),
        ["5.\t甲", "6.\t乙"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), NUMBERED.values(), ids=NUMBERED)
def test_automatic_numbers_are_part_of_the_text(body: str, shown: list[str]) -> None:
    read = read_bytes(word_file(body, STYLES, NUMBERING), "a.docx")
    assert [read.text[block.start : block.end] for block in read.blocks] == shown


def test_the_text_behind_a_number_is_where_the_reader_sees_it() -> None:
    read = read_bytes(word_file(item(1, 1, "甲") + p("乙"), STYLES, NUMBERING), "a.docx")
    assert [read.locate(read.text.index(one))[:2] for one in "（甲乙"] == [(1, 1), (1, 4), (2, 1)]


NUMERALS = {
    "decimal": {1: "1", 12345: "12345"},
    "unheardOf": {7: "7"},
    "decimalZero": {5: "05", 12: "12"},
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 105: "一〇五"},
    "chineseCountingThousand": {10: "十", 25: "二十五", 100: "一百", 105: "一百零五", 110: "一百一十", 1005: "一千零五"},
    "japaneseCounting": {3: "三", 12: "十二", 30: "三十"},
    "taiwaneseCountingThousand": {21: "二十一"},
    "ideographDigital": {9: "九", 10: "一〇", 21: "二一"},
    "chineseLegalSimplified": {2: "贰", 10: "壹拾", 305: "叁佰零伍"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"},
    "decimalEnclosedCircleChinese": {3: "③"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈"},
    "decimalFullWidth": {10: "１０"},
    "ideographEnclosedCircle": {1: "㊀", 10: "㊉", 11: "11"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {12: "亥"},
    "numberInDash": {3: "- 3 -"},
    "upperRoman": {4: "IV", 9: "IX", 1994: "MCMXCIV", 100000: "100000"},
    "lowerRoman": {2: "ii"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 1000: "1000"},
    "lowerLetter": {28: "bb", 0: "0"},
}  # fmt: skip


@pytest.mark.parametrize(("form", "printed"), NUMERALS.items(), ids=NUMERALS)
def test_numbers_are_printed_as_word_prints_them(form: str, printed: dict[int, str]) -> None:
    assert {value: numeral(value, form) for value in printed} == printed
