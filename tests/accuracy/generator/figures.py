"""The numbers of a report: drawn so that every sum, share and table agrees."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

SCALES = {"national": 6, "province": 12, "city": 6, "county": 2, "township": 1}
REPLIES = ("reply_public", "granted", "partial", "denied", "not_ours", "not_exist", "unclear", "other_way")
DENIALS = ("deny_secret", "deny_business", "deny_privacy", "deny_safety", "deny_not_information", "deny_law")
APPLICANTS = ("person", "business", "research", "charity", "legal", "other")
DENIED = tuple(
    f"denied_{name}"
    for name in ("secret", "law", "safety", "third_party", "internal", "process", "enforcement", "query")
)
UNABLE = ("unable_not_held", "unable_create", "unable_unclear")
REFUSED = tuple(f"refused_{name}" for name in ("petition", "repeat", "publication", "excessive", "confirm"))
OTHERS = {"2019": ("other",), "2021": ("other_no_correction", "other_no_payment", "other_other")}
VERDICTS = ("upheld", "corrected", "other", "pending")
COURSES = ("review", "suit_direct", "suit_after_review")


def split(random: Random, total: int, weights: Sequence[float]) -> list[int]:
    """Divide a total into parts by weight, case by case or, for large totals, in proportion."""
    parts = [0] * len(weights)
    if total > 400:
        noisy = [weight * random.uniform(0.8, 1.2) for weight in weights]
        parts = [int(total * weight / sum(noisy)) for weight in noisy]
    for chosen in random.choices(range(len(weights)), weights, k=total - sum(parts)):
        parts[chosen] += 1
    return parts


def share(part: int, whole: int, places: int) -> str:
    """Give a percentage, rounded half up."""
    step = Decimal(1).scaleb(-places)
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(step, ROUND_HALF_UP))


def general(random: Random, year: int, scale: int) -> dict[str, int]:
    """Draw what every report tells: information made public, papers, training, meetings, readings."""
    total = random.randint(60, 900) * scale
    channels = ["site", "board", "press"] + (["weibo"] if year >= 2012 else []) + (["wechat"] if year >= 2014 else [])
    weights = {"site": 6.0, "board": 1.0, "press": 0.8, "weibo": 1.2, "wechat": 2.5}
    facts = dict(
        zip(
            (f"{name}_count" for name in channels),
            split(random, total, [weights[name] for name in channels]),
            strict=True,
        )
    )
    facts |= {"proactive_total": total, "prev_total": max(20, int(total * random.uniform(0.75, 1.3)))}
    if random.random() < 0.12:
        facts["prev_total"] = total
    papers = random.randint(30, 400)
    facts |= dict(
        zip(("docs_public", "docs_request", "docs_closed"), split(random, papers, (5, 3, 2)), strict=True),
        docs_total=papers,
    )
    trainings = random.randint(1, 6)
    facts |= {"trainings": trainings, "trainees": trainings * random.randint(18, 90), "meetings": random.randint(1, 8)}
    facts |= {"fulltime": random.randint(1, 4), "parttime": random.randint(1, 9), "points": random.randint(1, 5)}
    facts |= {"columns": random.randint(2, 18), "interviews": random.randint(1, 8), "briefings": random.randint(1, 6)}
    facts |= {"interpretations": random.randint(3, 60), "normative": random.choice([0, 0, random.randint(1, 20)])}
    facts |= {"funds": random.randint(2, 30), "cumulative": total * max(2, year - 2007) - random.randint(1, total // 2)}
    facts["normative_public"] = facts["normative"] - (1 if facts["normative"] > 4 and random.random() < 0.4 else 0)
    return facts


def old_requests(random: Random, scale: int) -> dict[str, int]:
    """Draw applications, replies, fees and disputes of a report under the Regulation of 2007."""
    received = 0 if random.random() < 0.4 else random.randint(2, 24) * scale
    pending = random.choice([0, 0, 1]) if received > 5 else 0
    answered = received - pending
    facts = {"applications_received": received, "pending": pending, "answered": answered}
    facts["prev_applications"] = 0 if not received else max(1, int(received * random.uniform(0.6, 1.4)))
    forms = ("face_to_face", "by_fax", "by_net", "by_letter")
    facts |= dict(zip(forms, split(random, received, (3, 0.6, 4, 2)), strict=True))
    facts["extended"] = min(answered, random.choice([0, 0, 1, 2]))
    facts["on_time"] = answered - facts["extended"]
    facts |= dict(zip(REPLIES, split(random, answered, (4, 5, 1, 1, 2, 2, 0.6, 0.6)), strict=True))
    facts |= dict(zip(DENIALS, split(random, facts["denied"], (1, 1, 2, 0.4, 1, 1)), strict=True))
    disputes = answered > 6 and random.random() < 0.6
    reviews = random.randint(1, 4) if disputes else 0
    suits = random.choice([0, 1, 2]) if disputes else 0
    for name, total in (("review", reviews), ("suit", suits)):
        parts = split(random, total, (4, 1, 1))
        facts |= {f"{name}_{verdict}": part for verdict, part in zip(VERDICTS[:3], parts, strict=True)}
        facts[f"{name}_total"] = total
    charged = facts["granted"] > 3 and random.random() < 0.4
    waived = random.randint(1, 3) if charged else 0
    facts |= {"fee": random.randint(8, 90) * 5 if charged else 0, "waived": waived, "waived_fee": waived * 15}
    facts["complaints"] = 0
    return facts


def request_rows(regime: str) -> tuple[str, ...]:
    """Name the rows of results of the table of applications."""
    return ("granted", "partial", *DENIED, *UNABLE, *REFUSED, *OTHERS[regime])


def new_requests(
    random: Random, regime: str, scale: int, *, fresh: bool = False
) -> tuple[dict[str, int], dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """Draw the two tables of applications and of disputes, and the figures that prose tells of them."""
    busy = random.random() < 0.62
    rows = request_rows(regime)
    weights = [
        6,
        2,
        *([0.4] * 7),
        0.7,
        4,
        0.6,
        0.5,
        1.2,
        0.8,
        0.4,
        0.3,
        0.4,
        *([0.5] if regime == "2019" else [0.8, 0, 0.4]),
    ]
    table: dict[str, dict[str, int]] = {row: {} for row in ("new", "carried_in", *rows, "total", "carried_out")}
    received = random.randint(1, 14) * scale * scale if busy else 0
    carried = random.randint(0, max(1, received // 10)) if busy and not fresh else 0
    shares = (12, 1.5, 0.1, 0.1, 0.6, 0.3)
    for name, new, old in zip(APPLICANTS, split(random, received, shares), split(random, carried, shares), strict=True):
        out = min(new, random.choice([0, 0, (new + old) // 12, 1 if new > 2 else 0]))
        parts = split(random, new + old - out, weights)
        column = {"new": new, "carried_in": old, "total": sum(parts), "carried_out": out}
        column |= dict(zip(rows, parts, strict=True))
        for row, value in column.items():
            table[row][name] = value
    for cells in table.values():
        cells["total"] = sum(cells.values())
    disputes = draw_disputes(random, table["total"]["total"])
    totals = {row: found["total"] for row, found in table.items()}
    facts = {"new": totals["new"], "carried_in": totals["carried_in"], "carried_out": totals["carried_out"]}
    facts |= {"handled": totals["total"], "granted": totals["granted"], "partial": totals["partial"]}
    facts |= {"denied": sum(totals[row] for row in DENIED), "unable": sum(totals[row] for row in UNABLE)}
    facts |= {"refused": sum(totals[row] for row in REFUSED), "other": sum(totals[row] for row in OTHERS[regime])}
    facts |= {"new_person": table["new"]["person"], "new_legal": totals["new"] - table["new"]["person"]}
    facts |= {f"{course}_total": cells["total"] for course, cells in disputes.items()}
    return facts, table, disputes


def draw_disputes(random: Random, handled: int) -> dict[str, dict[str, int]]:
    """Draw the table of reviews and lawsuits."""
    found = {}
    for course in COURSES:
        count = random.randint(0, max(1, min(9, handled // 6))) if handled > 4 and random.random() < 0.7 else 0
        cells = dict(zip(VERDICTS, split(random, count, (4, 1, 1, 1)), strict=True))
        found[course] = {**cells, "total": sum(cells.values())}
    return found


def proactive_table(random: Random, regime: str, scale: int, *, rules: bool, zero: bool) -> dict[str, dict[str, str]]:
    """Draw the table of information made public, as printed."""
    low, high = (0, 3) if zero else (1, 300 * scale)
    made = 0 if zero and random.random() < 0.5 else random.randint(0, 6)
    repealed = random.randint(0, 3)
    stock = made + random.randint(0, 60)
    stocks = (made, repealed, stock) if regime == "2021" else (made, made, stock)
    found = {"normative": dict(zip(("a", "b", "c"), map(str, stocks), strict=True))}
    rule = (random.randint(0, 2), random.randint(0, 1), random.randint(3, 40)) if rules else (0, 0, 0)
    rule = rule if regime == "2021" else (rule[0], rule[0], rule[2])
    found["rules"] = dict(zip(("a", "b", "c"), map(str, rule), strict=True))
    for row in ("permits", "penalties", "coercion", "other_services"):
        found[row] = {"decisions": str(random.choice([0, random.randint(low, high)]))}
        found[row] |= _items(random)
    amount = random.choice(["0", str(random.randint(1, 400)), f"{random.randint(100, 99999) / 100:.2f}"])
    found["charges"] = {"amount": amount, **_items(random)}
    bought = random.choice([0, 0, random.randint(1, 40)])
    spent = f"{bought * random.randint(3000, 90000)}元" if bought else "0"
    found["procurement"] = {"items": str(bought), "amount": spent}
    return found


def _items(random: Random) -> Mapping[str, str]:
    previous, change = random.randint(0, 200), random.choice([0, 0, 0, 2, 5, -1, -3])
    change = max(change, -previous)
    return {
        "previous": str(previous),
        "change": f"{change:+d}" if change > 0 and random.random() < 0.3 else str(change),
    }
