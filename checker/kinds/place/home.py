"""The issuer's own region: its chain of places, what lies within it and what does not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.kinds.place.gazetteer import Gazetteer, Place
    from checker.kinds.place.mentions import Mention
    from checker.model.report import Report

RANKS = ("county", "prefecture", "province")
_AT_LEAST = 3  # as often a text must name a region that is to be taken for its own
_SHARE = 0.8
_CONFIRMED = 2
_TOWNS = ("镇", "乡", "街道")  # often called like a county elsewhere
_AWAY = "驻"  # an office in another region's town has two homes


class Home(NamedTuple):
    """The places that the issuer may belong to; usually one."""

    places: tuple[Place, ...]
    gazetteer: Gazetteer

    def distance(self, mention: Mention) -> str:
        """Tell by which rank a place lies outside (``county``: another one of the same prefecture); empty: it does not."""
        if any(self._is_own(place) for place in mention.places):
            return ""
        pairs = [(mine, theirs) for mine in self.places for theirs in mention.places]
        if any(mine.province == theirs.province and mine.prefecture == theirs.prefecture for mine, theirs in pairs):
            return RANKS[0]
        return RANKS[1] if any(mine.province == theirs.province for mine, theirs in pairs) else RANKS[2]

    def _is_own(self, place: Place) -> bool:
        """A place of the same name, or one that is no more and may have been merged into the issuer's, is its own."""
        bare = self.gazetteer.bare_of
        gone = self.gazetteer.is_gone(place)
        return any(
            mine.holds(place)
            or (gone and mine.province == place.province)
            or bare(place.name) in {bare(name) for name in mine if name}
            for mine in self.places
        )

    def label(self) -> str:
        """Give the chain as one writes it, as far as it is sure."""
        sure = [
            names[0] for names in (sorted(set(column)) for column in zip(*self.places, strict=True)) if len(names) == 1
        ]
        return "".join(dict.fromkeys(name for name in sure if name))

    def counterpart(self, mention: Mention) -> str | None:
        """Give the issuer's own place of the rank of a foreign one, where it is sure."""
        rank = sum(map(bool, mention.places[0])) - 1
        names = {place[rank] for place in self.places}
        name = names.pop() if len(names) == 1 else ""
        return name or None


def home_of(report: Report, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Home | None:
    """Tell the issuer's region by its name, else by what the report names nearly always; None where neither is clear."""
    if _AWAY in report.issuer.name:
        return None
    places = _by_region(report.issuer.region, gazetteer)
    if places:
        home = Home(_likeliest(places, mentions), gazetteer)
        return home if _is_plausible(home, mentions) else None
    places = _by_start(report.issuer.name, gazetteer)
    if places:
        home = Home(_likeliest(places, mentions), gazetteer)
        return home if _is_plausible(home, mentions, _CONFIRMED) else None
    return _by_text(mentions, gazetteer)


def _by_region(region: Iterable[str], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Go down the chain; a place that is not in the gazetteer (a town, a zone) says nothing."""
    places: tuple[Place, ...] = ()
    for name in region:
        known = gazetteer.places(name) or (() if name.endswith(_TOWNS) else _by_start(name, gazetteer))
        within = tuple(one for one in known if any(above.holds(one) for above in places))
        places = within or places or known
    return places


def _by_start(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    return next((places for _, places in gazetteer.starting_at(name, 0)), ())


def _likeliest(places: tuple[Place, ...], mentions: Iterable[Mention]) -> tuple[Place, ...]:
    """Of several places of one name, take those whose prefecture or province the text names."""
    said = {place for mention in mentions for place in mention.places if not place.county and len(mention.places) == 1}
    confirmed = tuple(place for place in places if any(one.holds(place) for one in said))
    return confirmed or places


def _is_plausible(home: Home, mentions: Iterable[Mention], least: int = 0) -> bool:
    """A text that names one other region more often than the issuer's makes it doubtful which is the issuer's."""
    foreign: Counter[tuple[Place, ...]] = Counter()
    own = 0
    for mention in mentions:
        if home.distance(mention):
            foreign[mention.places] += 1
        else:
            own += 1
    return own >= max(least, *foreign.values(), 0)


def _by_text(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Home | None:
    counts = Counter(
        place._replace(county="") for mention in mentions for place in mention.places[:1] if place.prefecture
    )
    best = counts.most_common(1)
    if not best or best[0][1] < max(_AT_LEAST, _SHARE * len(mentions)):
        return None
    return Home((best[0][0],), gazetteer)
