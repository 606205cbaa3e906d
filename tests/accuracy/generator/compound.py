"""Statements whose numbers must agree with each other: parts of a whole, shares, growth, averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.accuracy.generator.figures import share, split

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def consulted(random: Random) -> str:
    """Divide consultations completely."""
    total = random.randint(40, 900)
    spot, phone, net = split(random, total, (2, 4, 3))
    return f"接受公众咨询{total}人次，其中现场咨询{spot}人次、电话咨询{phone}人次、网上咨询{net}人次"


def survey(random: Random) -> str:
    """Give two shares with different bases."""
    sent = random.randint(200, 900)
    back = sent - random.randint(3, 60)
    content = back - random.randint(2, 30)
    return f"发放调查问卷{sent}份，收回{back}份，回收率为{share(back, sent, 1)}%，表示满意的{content}份，满意率为{share(content, back, 1)}%"


def quarters(random: Random) -> str:
    """Add four quarters up."""
    parts = [random.randint(12, 90) for _ in range(4)]
    named = "、".join(f"{name}季度{part}条" for name, part in zip("一二三四", parts, strict=True))
    return f"{named}，全年合计{sum(parts)}条"


def average(random: Random) -> str:
    """Give a monthly average that is exact."""
    monthly = random.randint(5, 60)
    return f"全年{monthly * 12}条，月均{monthly}条"


def hotline(random: Random) -> str:
    """Give a rate of settlement."""
    came = random.randint(120, 2000)
    done = came - random.randint(0, 20)
    return f"受理群众来电{came}件，办结{done}件，办结率{share(done, came, 2)}%"


def units(random: Random) -> str:
    """Add two kinds of units up."""
    towns, offices = random.randint(6, 22), random.randint(20, 48)
    return f"{towns}个乡镇（街道）、{offices}个部门共{towns + offices}个单位"


def visits(random: Random) -> str:
    """Count in ten thousands; growth from two printed numbers."""
    before = random.randint(30, 300)
    now = before + random.randint(2, 80)
    return f"网站访问量由上年的{before}万人次增加到{now}万人次，增长{share(now - before, before, 1)}%"


def fewer(random: Random) -> str:
    """Tell of a decrease between two printed numbers."""
    before = random.randint(20, 90)
    now = before - random.randint(2, 15)
    return f"错链断链由上年的{before}处减少到{now}处，下降{share(before - now, before, 1)}%"


def briefs(random: Random) -> str:
    """Name only some parts of a whole."""
    total = random.randint(24, 60)
    return f"编发工作简报{total}期，其中政务公开专刊{random.randint(2, 9)}期"


def approximate(random: Random) -> str:
    """Count roughly."""
    return f"服务群众近{random.randint(2, 9)}万人次，发放资料{random.randint(3, 9)}000余份，现场解答问题{random.randint(1, 4)}00多个"


STATEMENTS: dict[str, Callable[[Random], str]] = {
    made.__name__: made
    for made in (consulted, survey, quarters, average, hotline, units, visits, fewer, briefs, approximate)
}
