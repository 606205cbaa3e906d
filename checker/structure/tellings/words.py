"""Words by which a passage tells a key figure; for width-folded text.

Keys: applications_new 收到, applications_accepted 受理、收办 (may hold what was carried over), applications_handled 办理,
applications_total 答复、办结, applications_answered_rate (全部答复: 100 %), applications_carried_in, applications_carried_out,
applicants, granted, partial, denied, unable, refused, other_handled; channels, channel_described (其申请以网络提交为主: one or
more); review_total, suit_total, disputes_total (both together), and of the first two _upheld, _corrected, _other, _pending;
fees (any), information_fee, cost_fee (检索、复制、邮寄); proactive_total, disclosed_total (公开信息, not said to be 主动), complaints, permits, penalties, coercion, charges,
normative_made, normative_repealed, normative_in_force, normative_total (对外公开总数).
"""

from __future__ import annotations

GATE = r"申请|复议|诉讼|主动公开|公开[^。\n]{0,6}信息|[收缴]取|收费|处理费|举报|投诉|行政(?:许可|处罚|强制)|规范性文件|结转"
COUNTED = frozenset(["件", "条", "个", "份", "宗", "起", "次", "人次", "件次", "例", "封", "项", "笔"])
MONEY = frozenset(["元", "万元"])

# What may stand between the noun that is counted and its number.
_TALLY = (
    r"(?:的|共计?|总计|合计|累计|总共|总?数量?|总量|件数|案件|事项|情况|案|类|为|达到?|有|是|了|发生|受理|收到|到|约|近|超过?"
    r"|[我本](?:局|办|委|厅|院|市|区|县|镇|乡|街道|机关|单位|部门)|全[市区县镇乡省年]|[:, ])*+"
)
TALLY_END = _TALLY + r"\Z"

_INFORMATION = r"(?:各类|政府|政务|公开|信息)"
_WHO = r"(?:公民|法人|或者?|和|及|与|以及|、|各类|其[他它]|社会|组织|群众|公众|申请人|自然人|企业|人民|单位|提出|提交|向|[我本](?:局|办|委|厅|院|市|区|县|镇|乡|街道|机关|单位|部门)|要求|的|了|过|关于|有关)"
_ASKED = rf"(?:{_WHO}|{_INFORMATION}|依|依法|共计?|累计|总计|有效)*+"
RECEIVED = (
    rf"(?:收到|接到|接收|新收|收悉|(?<![征回没签查验招吸])收){_ASKED}(?:申请|依申请公开){_INFORMATION}*+件?{_TALLY}\Z"
)
ACCEPTED = rf"(?:受理|收办|登记){_ASKED}(?:申请|依申请公开){_INFORMATION}*+件?{_TALLY}\Z"
HANDLED = rf"(?:办理(?:完成)?|(?<!不予|重复)处理)了?{_ASKED}(?:申请|依申请公开){_INFORMATION}*+件?{_TALLY}\Z"
ANSWERED = rf"(?<!不予)(?:答复|回复|办结|办复)了?(?:{_ASKED}(?:申请|依申请公开){_INFORMATION}*+件?)?{_TALLY}\Z"
ASKED_FOR = (
    rf"(?:依申请公开{_INFORMATION}*+|申请公开政府信息|提出政府信息公开申请|政府信息公开申请(?:件|受理|接收)?){_TALLY}\Z"
)
VERB_FIRST = r"(?:(?P<new>收到|接到|接收|新收)|(?P<accepted>受理|收办)|(?P<handled>办理)|(?P<answered>答复|回复|办结))[了的]?(?:共计?|累计)?\Z"
APPLICATION_BEHIND = (
    rf"\s?(?:的)?{_WHO}{{0,6}}+{_INFORMATION}{{0,4}}+(?:的)?(?:依申请公开|申请)(?!人|表|材料|书|行政|复议|诉讼)"
)

CHANNEL = r"(?:当面|现场|网络|网上|互联网|网站|在线|平台|信函|邮寄|邮政|书面|传真|电子邮件|电子邮箱|电邮|邮件|信件|来信|快递|EMS|窗口|口头|电话)"
CHANNELS = rf"{CHANNEL}(?:渠道|平台|方式|形式|系统|途径|邮寄|提交|申请|受理|收到|接收|提出|件|的|政府信息|公开|、|或|和|等)*+{_TALLY}\Z"
APPLICANTS = rf"(?:自然人|公民个人|个人|商业企业|科研机构|社会公益组织|法律服务机构|法人(?:或|和)其[他它]组织)(?:申请|提出|提交|的)*+{_TALLY}\Z"

_KIND_END = rf"(?:的|答复|决定|处理|信息|政府|范围|情形|申请|理由|告知|数)*+{_TALLY}\Z"
_RESULTS = (
    ("partial", rf"(?:部分公开|区分处理){_KIND_END}"),
    ("denied", rf"(?:不予公开|不同意公开|未予公开|不公开){_KIND_END}"),
    (
        "unable",
        rf"(?:无法提供|信息不存在|不存在|不掌握(?:相关)?|不属于本(?:行政)?机关(?:公开)?|非本机关|不明确){_KIND_END}",
    ),
    ("refused", rf"不予(?:重复)?处理{_KIND_END}"),
    ("granted", rf"(?<!不|未|部分)(?:予以公开|同意公开|公开答复|(?<=属于)公开|主动公开范围){_KIND_END}"),
    ("other_handled", rf"其[他它](?:处理|情形|方式处理){_KIND_END}"),
)
RESULTS = "|".join(rf"(?P<{key}>{pattern})" for key, pattern in _RESULTS)

# What was received is said to hold what was carried over: 12件,其中新收10件、上年结转2件; 48件(含结转3件).
WITH_CARRIED = r"[^。;\d]{0,8}(?:其中|包?含|包括|\()[^。;]{0,48}(?:(?:上一?年|去年|往年|20\d\d年)[^。;,\n\d]{0,6}(?:结转|转结|转入|遗留)|(?:结转|转结)(?!至|到|下|次|明|[^。;,\n]{0,4}(?:下|次|明)))"
CARRIED = r"结转|转结|转入|顺延至|延至"
CARRIED_IN = r"(?:上一?年度?|去年|往年|(?P<year>(?:19|20)\d\d)年度?)[^。;,\n\d]{0,8}(?:结转|转结|转入)|(?:结转|转结)[^。;,\n\d]{0,4}(?:上一?年|去年)"
CARRIED_OUT = r"(?:结转|转结|转入|顺延|延)[^。;,\n\d]{0,4}(?:下|次|明|(?P<year>20\d\d)年)"

TOPIC = r"(?P<suit>诉讼|起诉)|(?P<review>复议)|(?P<fee>收取|收费|处理费)|(?P<asked>申请)|(?P<open>主动公开(?!范围)|公开[^。;,\n\d]{0,4}信息)"
BY_REVIEW = r"(?:未经|经|不服|因|对)(?:行政)?复议|复议(?:决定|后|机关)"  # words about lawsuits
AS_REVIEWER = r"作为(?:行政)?复议机关|复议机关[^。;,\n]{0,4}(?:收到|受理|办理|审理|审结)|(?:受理|办理|审理|审结)[^。;,\n]{0,8}复议"
DISPUTE_END = rf"(?:复议|诉讼|起诉)(?:申请|的|共同|且|引发|引起)*+{_TALLY}\Z"
DISPUTE_BEHIND = r"\s?(?:的)?(?:因)?(?:政府信息公开)?(?:引发|引起)?的?(?:行政)?(?:(?P<review>复议)|(?P<suit>诉讼))"
REVIEWED = r"(?:被|引发|引起|发生|产生|申请|涉及|涉|有)(?:人?的?)(?:政府信息公开|依申请公开|信息公开)?的?(?:行政)?(?:复议|诉讼)|信息公开"
NOT_OURS = r"审理|审结|办结|代理|应诉|作为(?:行政)?复议机关|受理[^。;,\n]{0,6}复议|复议机关受理|胜诉|败诉"
_DISPUTE_RESULTS = (
    ("corrected", rf"(?:纠正|纠错|撤销|确认违法|变更|责令(?:履行|重作|重新答复)?){_KIND_END}"),
    ("upheld", rf"(?:维持|驳回(?:诉讼请求|原告诉讼请求)){_KIND_END}"),
    ("pending", rf"(?:未审结|审理中|正在审理|待审理|未结案?){_KIND_END}"),
    ("other", rf"(?:其[他它](?:结果|情形)?|终止|撤回|撤诉){_KIND_END}"),
)
DISPUTE_RESULTS = "|".join(rf"(?P<{key}>{pattern})" for key, pattern in _DISPUTE_RESULTS)

PROACTIVE = (
    r"(?:(?<![应当他它于可])主动公开(?:各类|各项|了|的|政府|政务)*信息|(?:累计|共|全年)(?:公开|发布公开)(?:各类|政府|政务)*信息"
    r"|(?<!申请|不予|依法|主动)公开(?:各类)?(?:政府|政务)信息)" + TALLY_END
)
PROACTIVE_FIRST = r"(?<![应当他它于可])主动公开了?的?(?:共计?|累计)?\Z"
INFORMATION_BEHIND = r"(?:的)?(?:政府|政务)?信息(?!公开)"

MONEY_TAKEN = r"(?P<kind>信息处理费|处理费|检索|复制|邮寄|成本费|工本费|收取|收费|费用)[^。;\n\d]{0,20}\Z"
# 收费及减免情况 is a heading run in before an amount, no waiver.
_HEADED = r"免的?(?:情况|工作|事项)(?!\s?[为共]?\s?\Z)"
WAIVED = rf"行政事业性|减(?!{_HEADED})|(?<!减)免|退|补|支出|经费|标准|每[件页]|应缴|投入|开支|预算"
CHARGES = rf"行政事业性收费(?:金额|总额|收入)?{_TALLY}\Z"
COST = r"检索|复制|邮寄|成本|工本"
COST_OF_SEARCH = r"检索|复制"  # together with a fee they are those of the regulation alone
TAKEN_OF_IT = r"(?:实际|实|共计?|已|累计|合计|总计|均)*+(?:收取|收缴)(?:了|金额|总额|费用|共计?|合计|为|\s)*+"  # the fee named before

_OTHERS = (
    ("complaints", rf"信息公开[^。;,\n\d]{{0,10}}(?:举报|投诉)(?:、(?:举报|投诉|申诉))?{_TALLY}\Z"),
    ("permits", rf"行政许可(?:处理|决定|审批)*+{_TALLY}\Z"),
    ("penalties", rf"行政处罚(?:处理|决定)*+{_TALLY}\Z"),
    ("coercion", rf"行政强制(?:措施|处理|决定)*+{_TALLY}\Z"),
    (
        "normative_in_force",
        rf"(?:现行)?有效(?:的)?(?:行政)?规范性文件{_TALLY}\Z|规范性文件(?:现行)?有效{_TALLY}\Z|规范性文件[^。;\n]{{0,24}}[,、]现行有效(?:件数)?{_TALLY}\Z",
    ),
    ("normative_total", rf"对外公开总数量?{_TALLY}\Z"),
    (
        "normative_repealed",
        rf"废止(?:失效)?(?:行政)?规范性文件{_TALLY}\Z|规范性文件[^。;,\n]{{0,8}}\d件?[,、]废止{_TALLY}\Z",
    ),
    ("normative_made", rf"(?:制发|制定|制作|出台|印发)了?(?:行政)?规范性文件{_TALLY}\Z"),
)
OTHERS = "|".join(rf"(?P<{key}>{pattern})" for key, pattern in _OTHERS)
PAPERS = r"公文|印发|制发|发文|属性"
OF_APPLICATIONS = r"申请(?!公开)|收到|受理|答复|办结"  # sentences that name them are of no papers
SUMMED = r"(?:公开|提供|处理|不存在|不掌握)(?:和|及|与|、|或者?|以及|加)(?:予以)?\Z"  # 予以公开和部分公开合计
APPLICANT = r"自然人|公民个人|商业企业|科研机构|社会公益组织|法律服务机构"
EVERYONE = r"法人|等|[和或]其[他它]"
ELSEWHERE = r"诉求|热线|许可|信访|信箱|咨询|提案|建议|来电|来访|审批|办件|服务事项|登记|证照|案卷评查|投诉举报"  # other business
ATTRIBUTE = r"公文|属性|制发|印发|制作|拟制|产生|文件|主动公开(?!范围)"  # sentences that sort papers, not applications
