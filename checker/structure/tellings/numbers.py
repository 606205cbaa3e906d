"""Numbers of a sentence and the key figures that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.tellings import words
from checker.structure.tellings.reading import counted, topic_in, within
from checker.structure.tellings.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.quantity import Quantity
    from checker.model.relations import Telling
    from checker.structure.tellings.reading import Reading

_WINDOW = 70  # characters before a number that may say what it counts
_AHEAD = 16
_REACH = 400  # characters of a long sentence about a number that are looked at
_BEFORE = 120  # characters of the sentence before
_BARE_UNTIL = 2018  # since then the statutory tables stand in the text, in copies with nothing between their numbers
_DIFFERENCE = r"(?:增加|减少|增长|增多|下降|上升|提高|降低|多|(?<!至|不)少|新增)了?(?:近|约|超过?)?\s?\Z"
_APPLIED = (
    ("applications_new", words.RECEIVED),
    ("applications_accepted", words.ACCEPTED),
    ("applications_handled", words.HANDLED),
)
_CASES = frozenset(["件", "条", "个", "份", "宗", ""])
_MARKS = (",", "、", ";", "(")
_DECIDED = ("行政", "规范", "举报", "投诉", "对外公开总数")


class Seen(NamedTuple):
    """A number and the words about it: ``said`` from ``start`` on, the topic, and whether the place is about applications."""

    quantity: Quantity
    start: int
    said: str
    sentence: Span
    topic: str
    asked: bool


def numbers_told(reading: Reading, sentence: Span, topic: str) -> Iterator[Telling]:
    """Read the numbers of one sentence; ``topic`` is what the sentences before it leave it to be about."""
    quantities = reading.counts.within(sentence)
    if not quantities:
        return
    place = reading.section_topic(sentence.start)
    about_asking: bool | None = True if topic == "asked" else None
    for index, quantity in enumerate(quantities):
        start = max(within(quantities, index, sentence), quantity.start - _WINDOW)
        said = reading.prose[start : quantity.start]
        topic = topic_in(said[_clause(said) :]) or topic_in(said) or topic or place
        if not _counts(reading, quantity):
            continue
        if about_asking is None:
            about_asking = place == "asked" or reading.about_applications(sentence)
        near = Span(max(sentence.start, quantity.start - _REACH), min(sentence.end, quantity.end + _REACH))
        yield from _told(reading, Seen(quantity, start, said, near, topic, about_asking))


def _clause(said: str) -> int:
    return max(said.rfind(mark) for mark in ",;:") + 1


def _counts(reading: Reading, quantity: Quantity) -> bool:
    if quantity.unit in words.COUNTED or quantity.unit in words.MONEY:
        return True
    bare = not quantity.unit and (reading.report_year or _BARE_UNTIL + 1) <= _BARE_UNTIL
    return bare and reading.prose[quantity.end : quantity.end + 1] in (",", "。", ";", ")")


def _told(reading: Reading, seen: Seen) -> Iterator[Telling]:
    prose, at = reading.prose, seen.quantity.start
    if compiled(_DIFFERENCE).search(prose, max(seen.start, at - 8), at):
        return
    if seen.quantity.unit in words.MONEY:
        yield from _money(reading, seen)
        return
    found = _disputes(reading, seen) if seen.topic in ("review", "suit", "disputes") else None
    if not found and seen.asked:
        found = _carried(reading, seen) or _asked(reading, seen)
    found = found or _other(reading, seen)
    if found:
        yield found


def _telling(reading: Reading, seen: Seen, key: str, *, listed: bool = False, doubtful: bool = False) -> Telling:
    quantity = seen.quantity
    scope = reading.teller.of(seen.sentence, seen.start, quantity.start, listed=listed)
    if doubtful and scope.kind == "own":
        scope = Scope("part", scope.whose)
    return counted(key, Span(seen.start + _clause(seen.said), quantity.end), quantity, scope)


def _ends(reading: Reading, seen: Seen, pattern: str) -> str:
    """Tell which group of ``pattern`` the words before the number end with."""
    match = compiled(pattern).search(reading.prose, seen.start, seen.quantity.start)
    return (match.lastgroup or "met") if match else ""


def _behind(reading: Reading, seen: Seen, pattern: str) -> str:
    end = seen.quantity.end
    match = compiled(pattern).match(reading.prose, end, end + _AHEAD)
    return (match.lastgroup or "met") if match else ""


def _disputes(reading: Reading, seen: Seen) -> Telling | None:
    prose, at = reading.prose, seen.quantity.start
    if seen.topic != "disputes":
        result = _ends(reading, seen, words.DISPUTE_RESULTS)
        if result:
            others = compiled(words.AS_REVIEWER).search(prose, seen.sentence.start, at)
            return _telling(reading, seen, f"{seen.topic}_{result}", listed=True, doubtful=bool(others))
    behind = _behind(reading, seen, words.DISPUTE_BEHIND)
    if not behind and not _ends(reading, seen, words.DISPUTE_END):
        return None
    topic = behind if behind and not _ends(reading, seen, words.DISPUTE_END) else seen.topic
    ours = reading.section_topic(at) == "review" or compiled(words.REVIEWED).search(prose, seen.sentence.start, at)
    others = compiled(words.NOT_OURS).search(prose, seen.start, at)
    return _telling(reading, seen, f"{topic}_total", doubtful=not ours or bool(others))


def _carried(reading: Reading, seen: Seen) -> Telling | None:
    if seen.quantity.unit not in _CASES:
        return None
    end, year = seen.quantity.end, reading.report_year
    before = seen.said[max(seen.said.rfind(mark) for mark in ",;:、(") + 1 :]
    behind = reading.prose[end : min(end + _AHEAD, seen.sentence.end)]
    for words_near in (before, compiled(r"[,。;:、()\n\d]").split(behind)[0]):
        if not compiled(words.CARRIED).search(words_near):
            continue
        for key, pattern in (("in", words.CARRIED_IN), ("out", words.CARRIED_OUT)):
            match = compiled(pattern).search(words_near)
            if match:
                named = int(match["year"]) if match["year"] else None
                away = "out" if named and year and named > year else "in" if named and year and named < year else key
                still = bool(compiled(r"未[办审]?[结理完]|尚未|连同").search(words_near))  # what is left of them
                return _telling(reading, seen, f"applications_carried_{away}", listed=True, doubtful=still)
    return None


def _asked(reading: Reading, seen: Seen) -> Telling | None:
    for key, pattern in _APPLIED if "申请" in seen.said else ():
        if _ends(reading, seen, pattern):
            doubtful = seen.quantity.unit not in _CASES or _of_one_kind(seen.said)
            return _telling(reading, seen, _with_carried(reading, seen, key), doubtful=doubtful)
    return _channel(reading, seen) or _verb_first(reading, seen) or _handled(reading, seen)


def _of_one_kind(said: str) -> bool:
    """Tell whether the words name a channel or kinds of applicants (收到自然人申请40件)."""
    if compiled(words.CHANNEL).search(said):
        return True
    return bool(compiled(words.APPLICANT).search(said)) and not compiled(words.EVERYONE).search(said)


def _with_carried(reading: Reading, seen: Seen, key: str) -> str:
    """Give the key of a number that by its own words holds what was carried over."""
    end = seen.quantity.end
    holds = key == "applications_new" and compiled(words.WITH_CARRIED).match(reading.prose, end, seen.sentence.end)
    return "applications_accepted" if holds else key


def _channel(reading: Reading, seen: Seen) -> Telling | None:
    if seen.topic != "asked":
        return None
    for key, pattern in (("channels", words.CHANNELS), ("applicants", words.APPLICANTS)):
        if _ends(reading, seen, pattern):
            return _telling(reading, seen, key, listed=True, doubtful=_sorts_papers(reading, seen))
    return None


def _verb_first(reading: Reading, seen: Seen) -> Telling | None:
    """收到70件申请: the noun follows; or it is left out where the topic is clear (共受理12件)."""
    match = compiled(words.VERB_FIRST).search(reading.prose, seen.start, seen.quantity.start)
    if not match:
        return None
    named = _behind(reading, seen, words.APPLICATION_BEHIND)
    verb = match.lastgroup or ""
    if not named and (seen.topic != "asked" or verb == "handled"):
        return None
    key = {"new": "new", "accepted": "accepted", "handled": "handled", "answered": "total"}[verb]
    doubtful = _of_other_business(reading, seen) or (_of_some(reading, seen) if key == "total" else not named)
    return _telling(reading, seen, _with_carried(reading, seen, f"applications_{key}"), doubtful=doubtful)


def _handled(reading: Reading, seen: Seen) -> Telling | None:
    prose, at = reading.prose, seen.quantity.start
    if seen.topic == "asked" and not seen.said.rstrip().endswith(_MARKS):  # else the words behind tell: 6件予以公开,1件
        result = compiled(words.RESULTS).search(prose, seen.start, at)
        if result:
            summed = bool(compiled(words.SUMMED).search(prose, seen.start, result.start()))
            doubtful = summed or _sorts_papers(reading, seen)
            return _telling(reading, seen, result.lastgroup or "", listed=True, doubtful=doubtful)
        if _ends(reading, seen, words.ANSWERED):
            doubtful = _of_some(reading, seen) or _of_other_business(reading, seen)
            return _telling(reading, seen, "applications_total", doubtful=doubtful)
    if _ends(reading, seen, words.ASKED_FOR) and seen.quantity.unit != "条":
        key = _with_carried(reading, seen, "applications_new")
        return _telling(reading, seen, key, doubtful=_sorts_papers(reading, seen))
    return None


def _of_some(reading: Reading, seen: Seen) -> bool:
    """Tell whether the answers are those of the applications named just before (新收的45件申请办结43件)."""
    before = reading.prose[max(seen.sentence.start, seen.start - 10) : seen.start]
    return bool(compiled(r"(?<!收到|接到|受理|办理)的\s?\d{1,6}件\Z").search(before))


def _sorts_papers(reading: Reading, seen: Seen) -> bool:
    """Tell whether the number may be one of papers by their attribute (依申请公开14件), or of other business."""
    before = reading.before(seen.sentence.start, _BEFORE)
    papers = compiled(words.ATTRIBUTE).search(reading.prose, *seen.sentence)
    if not papers and not compiled(words.OF_APPLICATIONS).search(reading.prose, *seen.sentence):
        papers = compiled(words.PAPERS).search(before)
    return bool(papers) or _of_other_business(reading, seen)


def _of_other_business(reading: Reading, seen: Seen) -> bool:
    return bool(compiled(words.ELSEWHERE).search(reading.prose, seen.sentence.start, seen.quantity.start))


def _other(reading: Reading, seen: Seen) -> Telling | None:
    found = _proactive(reading, seen) if "公开" in seen.said else None
    if found or not any(one in seen.said for one in _DECIDED):
        return found
    at = seen.quantity.start
    match = compiled(words.OTHERS).search(reading.prose, max(seen.start, at - 40), at)
    if match is None:
        return None
    asked_for = match.lastgroup == "permits" and compiled("受理|收到").search(match.group())
    return _telling(reading, seen, match.lastgroup or "", doubtful=bool(asked_for) or _of_a_part(reading, seen))


def _proactive(reading: Reading, seen: Seen) -> Telling | None:
    first = _ends(reading, seen, words.PROACTIVE_FIRST) and _behind(reading, seen, words.INFORMATION_BEHIND)
    if first or _ends(reading, seen, words.PROACTIVE):
        key = "proactive_total" if "主动" in seen.said[_clause(seen.said) :] else "disclosed_total"
        return _telling(reading, seen, key, doubtful=_of_a_part(reading, seen))
    return None


def _of_a_part(reading: Reading, seen: Seen) -> bool:
    plain = "主动" not in reading.prose[seen.start : seen.quantity.start]
    return reading.teller.spread(seen.sentence, seen.quantity.start, plain=plain)


def _money(reading: Reading, seen: Seen) -> Iterator[Telling]:
    prose, at = reading.prose, seen.quantity.start
    if _ends(reading, seen, words.CHARGES):
        yield _telling(reading, seen, "charges")
        return
    clause = max(seen.start, *(prose.rfind(mark, seen.start, at) + 1 for mark in ",;:。"))
    if not compiled(words.MONEY_TAKEN).search(prose, clause, at) or compiled(words.WAIVED).search(prose, clause, at):
        return
    said = _of_what(reading, seen, clause)
    key = "information_fee" if "处理费" in said else "cost_fee" if compiled(words.COST).search(said) else "fees"
    ours = seen.asked or "处理费" in said or reading.section_topic(at) == "fee"
    yield _telling(reading, seen, key, listed=True, doubtful=not ours)


def _of_what(reading: Reading, seen: Seen, clause: int) -> str:
    """Give the words that name the fee: those of the clause or, where it only takes up a fee (实际收取800元), those before it."""
    prose, at = reading.prose, seen.quantity.start
    before = prose[max(seen.sentence.start, at - 2 * _WINDOW) : clause]
    taken_up = compiled(words.TAKEN_OF_IT).fullmatch(prose, clause, at) and not compiled("[未没不无免]").search(before)
    return before if taken_up else prose[clause:at]
