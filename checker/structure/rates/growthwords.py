"""The words of growth: what a number is compared with, in which direction it changed, from where to where."""

from __future__ import annotations

UP = "增长|增加|增多|增幅|增速|上升|提高|提升|上涨|净增|多|增"
DOWN = "下降|减少|降低|降幅|减幅|下滑|回落|缩减|压减|压缩|精简|少|降|减"
_NOUN = r"(?:[一-龥]{1,8}(?=[,、;:(]))?"  # behind a count: 4101条政府信息,
_LAST = r"(?:去年度?|上年度?|上一年度?|前一?年度?)(?:\((?:19|20)\d{2}\ ?年度?\))?"
_PAST = rf"(?:{_LAST}|(?P<year>(?:19|20)\d{{2}})\ ?年度?)(?:的?同期)?"
_THIS = r"(?:今年|本年度?|目前|现在|当年|(?:19|20)\d{2}\ ?年度?)"
_WITH = rf"(?:同比|(?:与|和|同|比|较之?|相较于?|对比|比起){_PAST}(?:的)?(?:相比较?|比较)?,?)"
_HOW = "(?:总体|整体|数量|总量|总数|共|净|均|略有|大幅度?|明显|有所|显著|稳步|同比|则|了){0,3}"
_TO_NUMBER = r"(?:幅度?|率|了|达到?|为|约|近|将近|接近|超过?|逾|大约|高达|:|\ ){0,3}"

# From a count (or the earlier one) to the change, with no subject of its own: ),同比增长 / 增长 / ,比上年增加了
CHANGE = rf"(?x){_NOUN}\ ?\)?\ ?[,、;:(]?\ ?(?:的?基础(?:之?上),?)?(?:(?:总数|总量|数量)(?=[同比较与]))?{_WITH}?{_HOW}(?P<turn>{UP}|{DOWN}){_TO_NUMBER}"
# From a count to the earlier one beside it: (2016年为 / ,比2017年 / ,较上年的
BEFORE = rf"(?x){_NOUN}\ ?[,、;:]?\ ?(?P<bracket>\()?而?(?P<with>与|和|同比?|比|较之?|相较于?|对比)?\ ?\(?{_PAST}\(?(?:的|为|是|共|仅|只有|有|公开|受理|收到|发布|主动|政府|信息|申请|总数|总量|数量?){{0,6}}(?:约|近)?\ ?"
# From the earlier count to the later one: 由100件增加到120件
FROM = rf"(?x)(?:由|(?<!自)从)(?:{_PAST})?(?:年初|原来|最初)?(?:的|约|近)?\ ?\Z"
TO = rf"(?x)[一-龥]{{0,6}}?\ ?,?(?P<turn>增加|增长|上升|提高|提升|扩大|增|升|下降|减少|降低|压缩|压减|缩减|降|减)(?:到|至|为)了?(?:{_THIS})?(?:的|约|近)?\ ?"
# A number that 降为 leads to is the later one, no difference
TO_COUNT = r"(?:增|升|降|减|增加|上升|下降|减少|降低)为\ ?\Z"
# The earlier count, then its change, then the later count: 由上年的100件增加20件,达到120件
SINCE = rf"(?x)(?:由|(?<!自)从|比|较|相较于?|在){_PAST}(?:的|为)?(?:约|近)?\ ?\Z"
REACHED = rf"(?x)(?:[一-龥]{{1,6}}(?=,))?\ ?,?\ ?已?(?:达到?|(?P<turn>{UP}|{DOWN}|扩大|升)(?:到|至|为)|(?<=,)为)了?(?:{_THIS})?(?:的|约|近)?\ ?"
# Two counts each with its year: 2016年公开100条,2017年公开120条
EARLIER = rf"(?x){_PAST}(?P<what>[一-龥]{{0,12}})\ ?\Z"
LATER = r"(?x)[一-龥]{0,8}?[,、;]\ ?而?(?:今年|本年度?|(?P<later>(?:19|20)\d{2})\ ?年度?)(?P<what>[一-龥]{0,12})\ ?"
# The clause of a number that is itself the earlier one: 经费比上年的200万元减少30万元
PAST = rf"(?x)(?:[比较与同由从](?:{_PAST})|{_LAST})[^,。;]{{0,24}}\Z"
CUMULATIVE = r"累计|历年|截至|截止|总访问|关注|粉丝|共有"
NOT_COUNTED = frozenset({"", "位", "名"})  # ranks fall when they rise
CHANGING = frozenset("增减升降提多少涨幅滑落率")
