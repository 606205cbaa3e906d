"""Sentences that say there was none, or that all was answered: 未收到申请, 未发生行政复议, 没有收取费用, 均已答复."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.relations import Telling
from checker.patterns import compiled
from checker.structure.tellings import words
from checker.structure.tellings.reading import denied
from checker.structure.tellings.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from checker.structure.tellings.reading import Reading

_NOT = r"(?<![从如若凡因对])(?:未曾|从未|尚未|均未|都未|未|没有|没|暂无|暂未)"
_GOT = r"(?:再|曾|有)?(?:收到|接到|接收|受理|收悉|办理|发生|出现|产生|收|有)过?"
_ASKED = (
    rf"(?P<asked>{_NOT}{_GOT}[^。;,\n]{{0,36}}?(?:申请公开[^。;,\n]{{0,8}}信息|依申请公开|申请)"
    r"|(?:(?<![\d一-龥])|(?<=[年度内,\s]|[我本].))无(?:任何)?(?:公民)?[^。;,\n]{0,10}(?:依申请公开|公开申请|申请公开)"
    r"|零申请|申请(?:数量?|总数|件数|量)?[为:]\s?(?:零|无)(?=[。,;\n])|依申请公开[^。;,\n]{0,8}[:为]\s?(?:零|无)(?=[。,;\n]))"
    r"(?!人|表|材料|书|费|减|量大|[^。;,\n]{0,10}(?:复议|诉讼|举报|投诉|收费|减免|逾期|超期))"
)
_NOT_ALL_ASKED = (
    r"复议|诉讼|投诉|举报|补正|延期|异议|减免|收费|费用|不予|逾期|超期|第三方|重复|撤|其[他它](?!组织)|不服|信访|许可|执行|超出|未按|无法|纠纷|因|(?:涉及|关于|有关)(?!政府信息|信息公开)|属于"
    r"|(?:拒绝|驳回|违反|违规|推诿|变更|滥用|恶意)"
)
# The words of which a denial of all applications is made; any other limits it to some (未收到需要收费的申请).
_PLAIN = (
    r"(?:公民|法人|其[他它]|组织|社会|群众|公众|人民|任何|单位|个人|自然人|企业|申请人|或者?|和|及|与|以及|、|等|提出|提交|递交|要求|请求"
    r"|关于|有关|相关|各类|各种|政府|政务|信息|依申请公开|申请|公开|依法|的|了|过|向|对|通过|来自|以|获取|主动|正式|有效|类|一|1|[件例份宗起条项个]"
    r"|[我本](?:局|办|委|厅|院|市|区|县|镇|乡|街道|行政机关|机关|单位|部门|级)|机关|部门|形式|方式|渠道|途径|线[上下]|由|提起|上一?年度?|下一?年度?|去年|20\d\d年度?|结转|转结|转入|至|到|事项|业务|办件|案件|件|新"
    rf"|[()\s]|{words.CHANNEL})*+"
)
_OF_SOME_BODY = (
    r"(?:公开)?(?:政府|政务)?(?:信息)?的(?!情况|情形|现象|问题|事项|要求|请求|申请|有关|相关|,)"  # 未收到申请的乡镇
)
_WORDS_ABOUT = 400  # characters before a denial that say what it is about
_NOT_YET = r"(?:目前|截至目前|尚)[^。;,\n]{0,4}\Z"
_DISPUTE = (
    rf"(?P<dispute>(?:{_NOT}|(?<![一-龥])无|(?<=[年度内局办委市县区])无|(?<=[未无]因)|不存在)"
    r"[^。;,\n]{0,36}?(?:复议|诉讼)(?:[^。;,\n]{0,14}诉讼)?(?:[^。;,\n]{0,8}(?=[。;,\n])|))"
)
_NOT_ALL_DISPUTES = r"应当?公开|未公开|不当|不及时|不规范|不服|败诉|被?纠正|撤销|纠错|超期|逾期|未经|复议后|经复议|不服|维持|审结|违法|应诉|未履行|其[他它](?!组织)|补正|出现错误|败"
_LABELLED = r"(?:行政)?(?P<label>复议|诉讼)(?:情况|案件|数量?|件数)?[:为]\s?(?:无|零)(?=[。,;\n])"
_FEES = (
    rf"(?:{_NOT}[^。;,\n]{{0,16}}?(?:收取|收费|收缴)[^。;,\n]{{0,24}}|(?<![一-龥])无[^。;,\n]{{0,16}}?(?:收取|收费|信息处理费)[^。;,\n]{{0,20}}"
    r"|(?<=[年度局办委])无[^。;,\n]{0,10}?(?:收取|收费)[^。;,\n]{0,20}|零收费)"
)
_NOT_ALL_FEES = r"其[他它]|除|标准|项目|行政事业性|违规|乱收|逾期|未按|通知|缴纳"
_NOT_OF_ALL = r"除|其余|[对向](?:于)?[^。;,\n]{0,12}(?:\d|困难|低保|五保|特困|残疾|贫困|户)|的,?\Z"  # of some applicants or applications only
_ALL_ANSWERED = (
    r"(?<!未|未能|没有|基本|尽量|确保|做到|力争)(?:全部|均|都)(?:已经?|按[^。;,\n]{1,16}?|在[^。;,\n]{1,16}?|依法|依规|予以|给予|作出|作了|进行了?|及时|如期)*"
    r"(?:答复|回复|办结|办理完[毕成])|(?:答复率|办结率)(?:为|达到?|均为)?\s?100\s?%"
)
_DESCRIBED = (
    rf"(?:申请|提交|提出)(?:的)?(?:方式|形式|渠道|途径)(?:依然|仍然|仍|均|都|全部)(?:是|为|以)[^。;,、\n]{{0,4}}{words.CHANNEL}[^。;,、\n]{{0,8}}(?=[。;,\n])"
    rf"|以{words.CHANNEL}[^。;,、\n]{{0,6}}申请(?:方式|形式)?为主"
)
_OFFERED = r"[可能]以?|应|须|支持|欢迎|如需|公布|畅通|开通|提供"


class _Denial(NamedTuple):
    match: regex.Match[str]
    scope: Scope


def denials(reading: Reading, sentence: Span, topic: str) -> Iterator[Telling]:
    """Read what one sentence says was not; ``topic`` is what the sentences before leave it to be about."""
    prose = reading.prose
    place = reading.section_topic(sentence.start)
    said = prose[sentence.start : sentence.end]
    if any(one in said for one in "未无没零不均全率"):
        asked, reviewed = "申请" in said, "复议" in said or "诉讼" in said
        yield from _applications(reading, sentence, place) if asked else ()
        yield from _disputes(reading, sentence, place) if reviewed else ()
        yield from _fees(reading, sentence, place) if "收" in said else ()
        yield from _answered(reading, sentence) if asked or (topic or place) == "asked" else ()
    match = compiled(_DESCRIBED).search(prose, *sentence) if "申请" in said or "提交" in said else None
    if match and not compiled(_OFFERED).search(prose, sentence.start, match.start()):
        at = Span(*match.span())
        scope = reading.teller.of(sentence, at.start, at.start, listed=True)
        yield Telling("channel_described", at, at, Decimal(1), Decimal("Infinity"), scope=scope.kind, whose=scope.whose)


def _denial(reading: Reading, sentence: Span, match: regex.Match[str]) -> _Denial:
    scope = reading.teller.of(sentence, match.start(), match.start(), listed=True)
    if compiled(_NOT_YET).search(reading.prose, max(sentence.start, match.start() - 10), match.start()):
        scope = Scope("part", scope.whose)
    return _Denial(match, scope)


def _applications(reading: Reading, sentence: Span, place: str) -> Iterator[Telling]:
    for match in compiled(_ASKED).finditer(reading.prose, *sentence):
        said = match.group()
        if compiled(_NOT_ALL_ASKED).search(said):
            continue
        ours = place == "asked" or "公开" in said or "信息" in said or reading.run_in(sentence)
        ours = ours and _of_all(match, reading.prose)
        denial = _denial(reading, sentence, match)
        yield denied(_denied_figure(said), match, _sure(denial.scope, sure=ours))


def _of_all(match: regex.Match[str], prose: str) -> bool:
    """Tell whether a denial has applications as such for its object, and is no attribute of some bodies."""
    said = match.group()
    verb = compiled(f"{_NOT}{_GOT}").match(said)
    plain = verb is None or compiled(_PLAIN).fullmatch(said, verb.end()) is not None
    return plain and not compiled(_OF_SOME_BODY).match(prose, match.end(), match.end() + 12)


def _denied_figure(said: str) -> str:
    if compiled(words.CARRIED).search(said):
        return "applications_carried_in" if compiled(words.CARRIED_IN).search(said) else "applications_carried_out"
    one_channel = compiled(words.CHANNEL).search(said) and "等" not in said
    return "channels" if one_channel else "applications_new"


def _disputes(reading: Reading, sentence: Span, place: str) -> Iterator[Telling]:
    prose = reading.prose
    for match in compiled(_DISPUTE).finditer(prose, *sentence):
        said = match.group()
        if compiled(_NOT_ALL_DISPUTES).search(said):
            continue
        denial = _denial(reading, sentence, match)
        ours = place == "review" or compiled(r"信息公开|政府信息|依申请|公开").search(
            prose, max(sentence.start, match.start() - _WORDS_ABOUT), match.end()
        )
        for word, key in (("复议", "review_total"), ("诉讼", "suit_total")):
            if word in said:
                yield denied(key, match, _sure(denial.scope, sure=bool(ours)))
    for match in compiled(_LABELLED).finditer(prose, *sentence):
        key = "review_total" if match["label"] == "复议" else "suit_total"
        yield denied(key, match, _sure(_denial(reading, sentence, match).scope, sure=place == "review"))


def _fees(reading: Reading, sentence: Span, place: str) -> Iterator[Telling]:
    for match in compiled(_FEES).finditer(reading.prose, *sentence):
        said = match.group()
        if compiled(_NOT_ALL_FEES).search(said) or compiled(_NOT_OF_ALL).search(
            reading.prose, max(sentence.start, match.start() - 30), match.start()
        ):
            continue
        named = rf"公开|处理费|申请|政府信息|{words.COST_OF_SEARCH}"
        about = Span(max(sentence.start, match.start() - _WORDS_ABOUT), min(sentence.end, match.end() + _WORDS_ABOUT))
        ours = place == "fee" or compiled(named).search(reading.prose, *about)
        key = "information_fee" if "处理费" in said else "cost_fee" if compiled(words.COST).search(said) else "fees"
        yield denied(key, match, _sure(_denial(reading, sentence, match).scope, sure=bool(ours)))


def _answered(reading: Reading, sentence: Span) -> Iterator[Telling]:
    for match in compiled(_ALL_ANSWERED).finditer(reading.prose, *sentence):
        scope = reading.teller.of(sentence, match.start(), match.start(), listed=True)
        at, all_of_it = Span(*match.span()), Decimal(100)
        yield Telling(
            "applications_answered_rate", at, at, all_of_it, all_of_it, scope=scope.kind, whose=scope.whose, unit="%"
        )


def _sure(scope: Scope, *, sure: bool) -> Scope:
    return scope if sure or scope.kind != "own" else Scope("part", scope.whose)
