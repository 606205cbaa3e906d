"""The words around shares: what says that a number is a share, what names its whole, what opens a list of parts."""

from __future__ import annotations

_ABOUT = r"(?:为|是|达到?了?|约|大约|近|将近|接近|超过?|逾|不到|不足|高达|仅|仅为|:|\ ){0,3}"
_GROWN = r"(?:[^。;\n]{0,20}[增减升降提高][^。;\n]{0,10}%)"

# From the count to the percentage: 1687条(信息),约占总数的66%; a clause of growth may stand between.
SHARE = rf"""(?x)(?:(?P<noun>[一-龥]{{0,8}}?)(?<![中内里其有]))?\ ?{_GROWN}?[,、;:(]?\ ?
  (?:约|大约|所|已|仅|只|就|正好|大概)?
  (?:占(?:比|到|了)?(?P<name>[^,。;、:()\d\n%占]{{0,24}}?)的?(?:比例|比重|百分比|份额)?|(?:所占)?的?比[例重]){_ABOUT}"""
BRACKET = r"[一-龥]{0,4}\("  # N条(17.46%)

# 办结率: the words of the part, and of the number that it is a part of.
RATE_NAME = rf"[,、;(]\ ?(?:总体)?(?P<rate>办结|答复|回复|办复|回收|公开|采纳|满意)率{_ABOUT}"
RATES_OF = {
    "办结": ("办结", "收到|受理|接到|接收|承办|交办|接办|收"),
    "办复": ("办复|答复", "收到|受理|接到|承办|交办|收"),
    "答复": ("答复", "收到|受理|接到|收"),
    "回复": ("回复|答复", "收到|受理|接到|接收|收"),
    "回收": ("收回|回收", "发放|发出|派发"),
    "公开": ("公开", "制发|印发|产生|制作|应(?:当)?公开|应主动公开|形成"),
    "采纳": ("采纳", "收到|征集|收集|征求|提出"),
    "满意": ("满意", "收回|回收|回访|评价"),
}

# What opens a list of the parts of the number before.
MARKER = r"其中|(?:按|从|依|以)[^,。;:\d\n]{2,16}(?:分|看|划分|来看|而言|分类|统计|角度)[,:]|分为|包括|包含|公开的[^,。;\d\n]{0,8}信息中|申请中|主要类别"
# A part by its channel: what is published there is of what the whole counts, though no noun says so.
CHANNEL = r"(?:通过|经由?|利用|依托|在|由)[^,。;\n]{2,24}?(?P<verb>公开|发布)(?:的|了|政府信息|信息|数量?|量)?\Z"
# A number that is no whole of this year: what it is compared with, by how much it grew, what was planned.
NO_WHOLE = r"(?:(?:[比较由与]|(?<!自)从|上一?年|去年|前一?年|往年|同期|增加|增长|增多|减少|下降|降低|上升|提高|净增|计划|目标|任务|超过|其余|剩余)[^,;。、()\n]{0,14}|[多少]了?|\((?:19|20)\d{2}年[^()\n]{0,8})\Z"
WORTHLESS = frozenset(
    "的了总数量全部所有年度本今其共件条计合比例体各项个份信息政府类 "
)  # says nothing about which whole
REGION = r"全[省市县区国州镇乡州旗街系]"
GOES_ON = r"\ ?[-~—–至到]|[和、及与,]\ ?(?:约|近)?\d{1,3}(?:\.\d{1,3})?%"  # 占18%和12%: of several parts; 50%—60%
