"""Places of another region do not stand where the issuer's own belong: its acts, its papers, its site, its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.kinds.place.gazetteer import gazetteer_of
from checker.kinds.place.home import RANKS, home_of
from checker.kinds.place.mentions import Mention, mentions_of
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Held, Unknown
from checker.model.rule import Lexicon  # noqa: TC001 - the schema of rule files is made of the annotations
from checker.passage import in_clause
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.place.gazetteer import Gazetteer, Place
    from checker.kinds.place.home import Home
    from checker.model.report import Report
    from checker.model.result import Observation

_BEFORE, _AFTER = 80, 120  # with no end, a pattern that must hold some word looks for it through the whole text
_AROUND = 60
_PLACE = "◇"
_HOLLOW = "~"
_SMALLER = "镇乡街村社路园开新"  # 镇, 街道, 社区, 开发区


class Params(NamedTuple):
    """``cases`` are patterns in which ◇ stands for the place: what ends where it begins, what begins where it ends.

    ``bare``: such patterns, but for places named without 省、市、县. ``unless``: what excuses in the same sentence, 60 characters
    around at most. ``apart``: how far away a place must be: in another county, prefecture or province. ``named``: places in
    titles 《》 and in quotations “” are looked at too.
    """

    lexicon: Lexicon
    cases: tuple[str, ...]
    bare: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    apart: Literal["county", "prefecture", "province"] = "county"
    named: bool = False


class _Reading(NamedTuple):
    """What all rules of one rule set see in one report."""

    home: Home | None
    mentions: tuple[Mention, ...]
    foreign: tuple[Mention, ...]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """``place`` as found, ``home`` the issuer's region, ``own`` its place of the same rank (or again its region)."""
    return frozenset({"place", "home", "own"})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at every place named where the cases say; what lies in the issuer's region, above it or below it, is its own."""
    gazetteer = gazetteer_of(params.lexicon)
    reading = _reading(report, gazetteer)
    found = tuple(_judged(params, report, reading, gazetteer))
    if reading.home is None and found:
        yield Unknown("看不出本机关属于哪个地区", "The issuer's region cannot be told")
    elif reading.home is None or not found:
        yield Held(max(1, len(reading.mentions)))
    else:
        yield from (_broken(mention, reading.home, report) for mention in found)


_last: list[tuple[Report, Gazetteer, _Reading]] = []


def _reading(report: Report, gazetteer: Gazetteer) -> _Reading:
    """Several rules read one report in turn: the last reading is kept."""
    if not _last or _last[0][0] is not report or _last[0][1] is not gazetteer:
        mentions = mentions_of(report.folded, report.extent, gazetteer)
        home = home_of(report, mentions, gazetteer)
        foreign = tuple(one for one in mentions if not one.common and (home is None or home.distance(one)))
        _last[:] = [(report, gazetteer, _Reading(home, mentions, foreign))]
    return _last[0][2]


def _judged(params: Params, report: Report, reading: _Reading, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Give what the cases name outside the issuer's region, or anywhere where that is not known."""
    least = RANKS.index(params.apart)
    for mention in sorted((*reading.foreign, *_bare(params, report, gazetteer))):
        distance = reading.home.distance(mention) if reading.home else params.apart
        if distance and RANKS.index(distance) >= least and _fits(params, mention, report):
            yield mention


def _bare(params: Params, report: Report, gazetteer: Gazetteer) -> Iterator[Mention]:
    for case in params.bare:
        before, after = case.split(_PLACE)
        for match in compiled(before).finditer(report.folded, *report.extent):
            for name, places in gazetteer.starting_at(report.folded, match.end()):
                end = match.end() + len(name)
                if compiled(after).match(report.folded, end, end + _AFTER):
                    if not _is_smaller(name, places, report, gazetteer):
                        yield Mention(match.end(), end, places)
                    break


def _is_smaller(name: str, places: tuple[Place, ...], report: Report, gazetteer: Gazetteer) -> bool:
    """Tell whether a name without rank may be that of a town, a street or a zone of the issuer's own."""
    shared = len({place.province for place in places}) > 1 or any(place.name in gazetteer.common for place in places)
    return shared or name in report.issuer.name or any(name + part in report.folded for part in _SMALLER)


def _fits(params: Params, mention: Mention, report: Report) -> bool:
    text = report.folded
    if report.prose[mention.start] == _HOLLOW and not params.named:
        return False
    if not any(_in_case(case, mention, text) for case in params.cases):
        return False
    sentence = report.sentence_at(mention.start)
    start, end = max(sentence.start, mention.start - _AROUND), min(sentence.end, mention.end + _AROUND)
    return not any(compiled(one).search(text, start, end) for one in params.unless)


def _in_case(case: str, mention: Mention, text: str) -> bool:
    before, after = case.split(_PLACE)
    if not compiled(after).match(text, mention.end, mention.end + _AFTER):
        return False
    return bool(compiled(rf"(?:{before})\Z").search(text, max(0, mention.start - _BEFORE), mention.start))


def _broken(mention: Mention, home: Home, report: Report) -> Broken:
    own = home.counterpart(mention)
    place = "".join(report.text[mention.start : mention.end].split())
    values = {"place": place, "home": home.label(), "own": own or home.label()}
    return Broken((in_clause(report, Span(mention.start, mention.end)),), values, suggestion=own)
