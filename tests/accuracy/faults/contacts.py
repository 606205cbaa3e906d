"""Faults in telephone, fax and site that show when two of them are laid side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.accuracy.faults import edit
from tests.accuracy.faults.drawn import draw, pool
from tests.accuracy.faults.front import PHONE
from tests.accuracy.faults.registry import fault

if TYPE_CHECKING:
    from random import Random

    from tests.accuracy.model import Sample

CONTACT = "variability.md §3"
SITE = re.compile(r"([\u4e00-\u9fff]+?网站)[（(](https?://www\.([a-z0-9]+)\.gov\.cn)[）)]")
BEFORE_SITE = re.compile(r"^.*?(?:同时在|登录|报告在|可在|可从|已在|在|从)")


@fault(
    "电话与传真区号相同而少一位",
    "telephone and fax of one area, one of them a digit short",
    category="contact",
    source=CONTACT,
)
def fax_short(sample: Sample, random: Random) -> Sample | None:
    """Shorten the fax or the telephone; a report without a fax gets one."""
    for slot in edit.introduction(sample):
        text = slot.read(sample)
        found = [match for match in re.finditer(PHONE, text) if match["area"]]
        if not found or "电话/传真" in text or "电话（传真）" in text:
            continue
        if len(found) == 2 and found[0]["area"] == found[1]["area"]:
            match = random.choice(found)
            return slot.write(sample, text[: match.start()] + short(match, random) + text[match.end() :])
        match = found[0]
        if len(found) == 1 and "传真" not in text and re.search(r"电话[：:]$", text[: match.start()]):
            # Numbers of subscribers begin with 2 to 8.
            first = 10 ** (len(match["number"]) - 1)
            other = match["area"] + str(random.randint(2 * first, 9 * first - 1))
            pair = [match[0], other]
            at = random.randrange(2)
            pair[at] = edit.mark(pair[at][:-1])
            said = pair[0] + edit.adapt(sample, random.choice(pool("fax")).format(pair[1]))
            return slot.write(sample, text[: match.start()] + said + text[match.end() :])
    return None


def short(match: re.Match[str], random: Random) -> str:
    """Give a number of an area without one of its digits."""
    at = random.randrange(1, len(match["number"]))
    return edit.mark(match["area"] + match["number"][:at] + match["number"][at + 1 :])


@fault(
    "同一网站两个网址",
    "one site named twice with two addresses",
    category="contact",
    source=f"{CONTACT}；regulation.md §7（site name and address differ）",
)
def site_with_two_addresses(sample: Sample, random: Random) -> Sample | None:
    """Name the site again, under another address."""
    for slot in edit.introduction(sample):
        text = slot.read(sample)
        match = SITE.search(text)
        if match is None or not text.endswith("。"):
            continue
        host = match[3]
        other = random.choice([f"{host}zf", f"zw{host}", f"{host}xxgk", f"{host}{host[-1]}", f"{host}gov", f"my{host}"])
        url = match[2].replace(f"www.{host}.", f"www.{other}.")
        again = draw(sample, random, "second_site", site=BEFORE_SITE.sub("", match[1]), url=url)
        marked = text[: match.start(2)] + edit.mark(match[2]) + text[match.end(2) :]
        return slot.write(sample, marked + edit.adapt(sample, again))
    return None
