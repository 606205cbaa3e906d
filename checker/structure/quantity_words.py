"""The words around numbers: units, marks of approximation, and what shows that a number counts nothing."""

from __future__ import annotations

from checker.text import ARABIC_NUMBER, HAN_DIGITS, HAN_NUMERAL

# What follows a unit in (?!…) makes another word of it: 条例, 次会议, 家庭.
_UNITS = r"""
    个百分点|百分点|% | 万?亿?(?:美元|元) | 条人次 | [人条件项户]\(次\) | [人件条场批户家班项台部车]次(?!会议|序)
  | 部门|部分 | [大小](?:类|项) | 平方公里|平方米|公里|亩|吨 | 项 | 册 | 套 | 倍 | 张 | 块 | 辆 | 轮 | 笔
  | 条(?!例|款|文|件|形码) | 件(?!事) | 次(?!序|会议|全会|生|要) | 份(?!额) | 篇(?!幅) | 期(?!间|限|末|满|货|待) | 页(?!面)
  | 个(?!月|工作日|小时|季度|星期|性|体户) | 人(?!大|民|员|士|口|力|才|社|事|均|防) | 场(?!所|地|景|馆) | 宗(?!旨|教)
  | 起(?!草|来|诉|到|至|始|实|施|止) | 部(?!委|署|长|级|队|省) | 户(?!口|籍|外) | 家(?!庭|长|属|园) | 名(?!称|单|义|录|誉|额)
  | 台(?!账|帐|阶|湾) | 类(?!似|型|别) | 批(?!准|复|示|评|量|发|文|办) | 例(?!如|行|外|会) | 则(?!会|应) | 位(?!于|置|列|居)
  | 本(?!年|级|市|县|区|局|单位|机关|办|部|报告|省|着) | 幅(?!度) | 面(?!向|对|积|临) | 支(?!持|付|出|部|队|撑) | 座(?!谈|机|落)
  | 处(?!罚|理|分|置|于|长|室|级|以) | 所(?!有|以|在|属|需|列|涉|谓|提) | 门(?!户|类|口|诊|槛) | 间(?!接|隔) | 字(?!号|样|体)
  | 分(?!之|别|钟|类|为|公司|期|析|局|管|布|享|发|工)
"""
_HAN_UNITS = r"""
    万?元 | [人件条场批户]次 | 部分 | 部门 | [条项件篇宗册套倍] | 次(?!序|会议|全会|生|要|元) | 份(?!额) | 期(?!间|限|末|满|工程)
  | 个(?!月|工作日|小时|季度|星期|性|体|人|别) | 场(?!所|地|景) | 起(?!草|来|诉|到|至|始|止) | 户(?!口|籍|外) | 家(?!庭|长|属|园)
  | 名(?!称|单|义|录) | 台(?!账|帐|阶) | 类(?!似|型|别) | 批(?!准|复|示|评|量) | 位(?!于|置) | 人(?!大|民|员|士|口|事)
"""
# Time, ranks, places and names: what stands before these is no quantity.
_OTHER = r"""年|月|日|号|时|点|秒|分钟|小时|天|周|星期|季|个月|个工作日|个小时|个季度|个星期|工作日|世纪|岁|届|级|版|强|楼|层|栋|幢|室
  |路|街|弄|巷|单元|至|到|比|加|大|条例|条款|后|度|成|折|[A-Za-z_@/\\=&]"""
_SCALE = r"亿[0-9]{1,4}万|万[0-9]千|(?:[百千]万|[百千万]亿|亿|万|千(?!瓦|米|克|伏)|百(?!分|强|姓|科))(?!元)"
_LOOSE = "(?P<loose>[余多几](?!额|下|款|量|年|元化))?"
_SIDE = "(?P<side>以上|以下|以内|之内|左右|上下)?"
_HAN = f"{HAN_NUMERAL}++(?:点[{HAN_DIGITS}]++)?"
_ORDINAL = f"(?:{HAN_NUMERAL}++|[0-9]++)"
# A blank marks the thousands (45 217条) only between a word and a unit: cells of a copied table stand as blanks part them.
_SPACED = r"(?<=[一-龥]|[一-龥]\ )(?<![表图第款号]|附件|[条件次个]\ )[1-9][0-9]{0,2}(?:\ [0-9]{3}){1,3}(?=\ ?(?:[余多]?[万条件篇份个次人项]))"

# Each alternative takes its whole run of digits and cannot fail after it, which keeps the search linear. The look-ahead
# lets the engine skip other characters five times faster.
NUMBER = rf"""(?x)(?=[第0-9{HAN_NUMERAL[1:]})(?:
    (?P<ordinal>第\ ?{_ORDINAL}(?:[条款项章期批号]?[、和及至到-]第?{_ORDINAL}(?=[、条款项章期批号]))*+)
  | 百分之\ ?(?P<share>{_HAN}|{ARABIC_NUMBER})(?P<end>){_SIDE}
  | (?P<arabic>{_SPACED}|{ARABIC_NUMBER}){_LOOSE}(?P<scale>{_SCALE})?{_LOOSE}
    (?P<end>(?:\ {{0,2}}(?P<unit>{_UNITS}))?){_SIDE}(?P<other>\ ?(?:{_OTHER}))?
  | (?P<han>{_HAN})(?:{_LOOSE}(?P<scale>[万亿](?!元))?(?P<unit>{_HAN_UNITS})(?P<end>){_SIDE})?
)"""

MARK_BEFORE = r"""(?x)(?:
    (?P<nearly>(?<![最附邻临])近|将近|接近) | (?P<about>(?<![节预签违合条公制邀])约|大概)
  | (?P<over>(?<!反)超过?|超出|逾|至少|不少于|不低于) | (?P<under>不足|不到|不超过|至多)
  )[为占达有了到]?\ ?$"""
ENDS_OF_MARKS = frozenset("近约概过超出逾少于低足到多为占达有了 ")
MARKS_AFTER = {"以上": "over", "以下": "under", "以内": "under", "之内": "under", "左右": "about", "上下": "about"}

GLUE = frozenset("-—–―~+*×:/.")  # between digits: telephone numbers, dates, times, ranges, versions
ADDRESS = frozenset("-—–―~+@_#=&?%/\\$<")  # just before a digit: addresses on the net, second halves, signs
LABELS = (
    *"年月日号时点届附表图层楼座",
    "附件",
    "邮编",
    "编码",
    "电话",
    "传真",
    "热线",
    "号码",
    "代码",
    "编号",
    "账号",
    "微信",
    "手机",
)
NO_COUNT = frozenset('第统唯同进逐万任某每这那另单不之初周期拜数几届好上成“‘"《〈<')  # before a Chinese numeral
UNITS_OF_ONE = frozenset("件条份宗篇期场")  # 一次, 一个, 一项 seldom count
WORDS_OF_ONE = frozenset("事龙线心一二三四五六七八九十")  # 一件事, 一条龙, 三个一
YEAR_OR_HOTLINE = r"(?:19|20)[0-9]{2}|1[12][0-9]|12[0-9]{3}|9[56][0-9]{3}"
COUNT_BEHIND = r"、[一-龥]{2,16}[0-9]{1,8}(?:[条件项份篇次个期人场]|[、,。;)](?!\d))"  # what follows a short number in a list of counts
