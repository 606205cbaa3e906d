"""The state's provinces, prefectures and counties by name, and how two places lie to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.rule import Lexicon

_LONG_RANKS = ("地区", "林区", "特区", "新区", "矿区")
_RANKS = ("省", "市", "县", "区", "旗", "州", "盟", "地区", "新区")
_LENGTHS = range(16, 1, -1)
_BARE_LENGTHS = range(6, 1, -1)

_Row = tuple[str, str, str]


class Place(NamedTuple):
    """A province, a prefecture of it or a county; ``prefecture`` is the province's name where there is none between."""

    province: str
    prefecture: str = ""
    county: str = ""

    @property
    def name(self) -> str:
        """Give its own name."""
        return self.county or self.prefecture or self.province

    def holds(self, other: Place) -> bool:
        """Tell whether one of the two lies in the other, or both are the same."""
        return all(mine == theirs or not mine or not theirs for mine, theirs in zip(self, other, strict=True))


class Gazetteer:
    """Places by full name and by name without rank (bare), as of today and since 2005.

    Every cold check makes one: 3,300 rows are kept as plain data, and become places when they are asked for.
    """

    def __init__(self, entries: Mapping[str, Any]) -> None:
        """Read rules/lexicons/gazetteer.yaml."""
        self.common = frozenset(entries["common"].split())
        self._short: Mapping[str, str] = entries["short"]
        self._renamed: Mapping[str, str] = entries["renamed"]
        self._rows: dict[str, list[_Row]] = {}
        self._current: Mapping[str, Mapping[str, str]] = entries["current"]
        self._take(self._current)
        self._take(entries["former"])
        for name, bare in self._short.items():
            self._rows.setdefault(bare + name[-1], self._rows[name])
        self._tails = {name[-2:] for name in self._rows}
        self._heads = {name[:2] for name in self._rows}

    def places(self, name: str) -> tuple[Place, ...]:
        """Give all places that bear or bore this full name."""
        return tuple(map(Place._make, self._rows.get(name, ())))

    def is_gone(self, place: Place) -> bool:
        """Tell whether a place is no more, or no more where it was."""
        if not place.prefecture:
            return False
        counties = self._current[place.province].get(place.prefecture)
        return counties is None or (place.county != "" and place.county not in counties.split())

    def bare_of(self, name: str) -> str:
        """Give a name without its rank and peoples (恩施土家族苗族自治州: 恩施)."""
        return self._short.get(name) or name[: -2 if name.endswith(_LONG_RANKS) else -1]

    def ending_at(self, text: str, end: int) -> str:
        """Give the longest name that ends at ``end``, or an empty string."""
        if text[end - 2 : end] not in self._tails:
            return ""
        names = (text[end - length : end] for length in _LENGTHS if length <= end)
        return next((name for name in names if name in self._rows), "")

    def starting_at(self, text: str, start: int) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """Give the names without rank that begin at ``start`` and their places, the longest name first."""
        if text[start : start + 2] not in self._heads:
            return
        for length in _BARE_LENGTHS:
            bare = text[start : start + length]
            named = [bare + rank for rank in _RANKS if bare + rank in self._rows]
            if named:
                yield bare, tuple(place for name in named for place in self.places(name))

    def _take(self, provinces: Mapping[str, Mapping[str, str]]) -> None:
        rows = self._rows
        for province, prefectures in provinces.items():
            rows.setdefault(province, [(province, "", "")])
            for prefecture, counties in prefectures.items():
                now = self._renamed.get(prefecture, prefecture)
                if prefecture != province:
                    rows.setdefault(prefecture, []).append((province, now, ""))
                for county in counties.split():
                    rows.setdefault(county, []).append((province, now, county))


_kept: list[tuple[object, Gazetteer]] = []


def gazetteer_of(lexicon: Lexicon) -> Gazetteer:
    """Give the gazetteer of a lexicon, made once for each rule set."""
    for entries, made in _kept:
        if entries is lexicon.entries:
            return made
    made = Gazetteer(lexicon.entries)
    _kept[:] = [(lexicon.entries, made), *_kept[:1]]
    return made
