"""Words by which a text speaks of its own organ or area: 我市, 全县, 本区, 我局."""

from __future__ import annotations

from functools import lru_cache

from checker.model.record import NamedTuple
from checker.patterns import compiled

AREAS = ("省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道")
_AREA = "街道|省(?![略去心力])|市(?![场值容面井价])|州(?!县)|盟(?![友约])|县|区(?![域划块间位别段])|旗(?![帜舰下])|镇|乡(?!村(?:振兴|治理|建设))"
_ORGAN = "局(?![部面势限])|委(?![托派])|厅|院|校|部(?![门分委队])|办(?!理|事(?!处)|法|好|得|成|了|实|案|公(?!室))"
# 自我, 安全, 健全, 资本 and the like end in the same characters.
_WORD = (
    rf"(?:(?P<head>(?<!自)我|(?<![资根基版样文日成书课剧])本)(?P<unit>{_AREA}|{_ORGAN})"
    rf"|(?P<head>(?<![安完健周齐保俱建成])全)(?P<unit>{_AREA}))"
)


class Mention(NamedTuple):
    """A word at ``[start, end)``: its ``head`` (我, 本, 全) and its ``unit`` (市, 街道, 局)."""

    start: int
    end: int
    head: str
    unit: str

    @property
    def is_area(self) -> bool:
        """Tell areas from organs."""
        return self.unit in AREAS


@lru_cache(maxsize=4)
def mentions_of(prose: str) -> tuple[Mention, ...]:
    """Collect the words in order, in one reading for all rules."""
    return tuple(
        Mention(match.start(), match.end(), match["head"], match["unit"]) for match in compiled(_WORD).finditer(prose)
    )
