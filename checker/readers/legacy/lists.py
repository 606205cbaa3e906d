"""Lists with automatic numbers (MS-DOC, 2.9.131, 2.9.147, 2.9.150), rewritten as those of a new document."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple
from checker.readers.docx.vocabulary import ILVL, word
from checker.readers.legacy.elements import made, printed, put
from checker.readers.legacy.header import LIST_USES, LISTS
from checker.readers.legacy.modifiers import HIDDEN, modifiers
from checker.readers.legacy.storage import TooMuchError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from checker.readers.legacy.header import Header

_FORMS = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText"),
    *("hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth"),
    *("decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle"),
    *("decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung"),
    *("decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"),
    *("ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting"),
    *("ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting"),
    *("chineseLegalSimplified", "chineseCountingThousand"),
)
_NO_NUMBER = 0xFF
_SUFFIXES = ("tab", "space", "nothing")
_ENTRY, _LEVEL, _USE = 28, 28, 16
_DEPTHS = 9
_MOST = 5_000
_LEGAL, _NO_RESTART = 0x04, 0x08
_OTHER_START, _OTHER_FORM = 0x10, 0x20


class _Level(NamedTuple):
    start: int
    form: str
    flags: int
    suffix: str
    restart: int
    text: str


def numbering(header: Header) -> Element | None:
    """Rewrite the lists; None where there are none."""
    if not (header.part(LISTS) and header.part(LIST_USES)):
        return None
    root = made("numbering")
    _definitions(root, header.table, header.place(LISTS))
    _uses(root, header.part(LIST_USES))
    return root


def _definitions(root: Element, table: bytes, start: int) -> None:
    count = unpack_from("<H", table, start)[0]
    if count > _MOST:
        raise TooMuchError
    at = start + 2 + _ENTRY * count
    for index in range(count):
        entry = start + 2 + _ENTRY * index
        definition = put(root, "abstractNum")
        definition.set(word("abstractNumId"), str(unpack_from("<i", table, entry)[0]))
        for depth in range(1 if table[entry + 26] & 1 else _DEPTHS):
            level, at = _level(table, at)
            _put_level(definition, depth, level)


def _uses(root: Element, part: bytes) -> None:
    count = unpack_from("<I", part)[0]
    if count > _MOST:
        raise TooMuchError
    at = 4 + _USE * count
    for index in range(count):
        entry = 4 + _USE * index
        one = put(root, "num")
        one.set(word("numId"), str(index + 1))
        put(one, "abstractNumId", unpack_from("<i", part, entry)[0])
        at += 4
        for _ in range(min(part[entry + 12], _DEPTHS)):
            at = _override(one, part, at)


def _override(one: Element, part: bytes, at: int) -> int:
    """Put in what a use of a list says anew of a level; gives where the next begins."""
    start, flags = unpack_from("<iI", part, at)
    at += 8
    override = put(one, "lvlOverride")
    override.set(ILVL, str(flags & 0xF))
    if flags & _OTHER_FORM:
        level, at = _level(part, at)
        _put_level(override, flags & 0xF, level)
    elif flags & _OTHER_START:
        put(override, "startOverride", start)
    return at


def _level(table: bytes, at: int) -> tuple[_Level, int]:
    start, form, flags = unpack_from("<iBB", table, at)
    suffix, characters, paragraphs, restart = unpack_from("<B8xBBB", table, at + 15)
    places = [place for place in table[at + 6 : at + 15] if place]
    at += _LEVEL + paragraphs
    hidden = any(code == HIDDEN and operand[0] for code, operand in modifiers(table[at : at + characters]))
    at += characters
    length = unpack_from("<H", table, at)[0]
    units = [chr(unit) for unit in unpack_from(f"<{length}H", table, at + 2)]
    for place in places:
        if place <= length and units[place - 1] < chr(_DEPTHS):
            units[place - 1] = f"%{ord(units[place - 1]) + 1}"
    name = "none" if form == _NO_NUMBER else _FORMS[form] if form < len(_FORMS) else _FORMS[0]
    text = "" if hidden else printed("".join(units))
    return _Level(start, name, flags, _SUFFIXES[min(suffix, 2)], restart, text), at + 2 + 2 * length


def _put_level(parent: Element, depth: int, level: _Level) -> None:
    element = put(parent, "lvl")
    element.set(ILVL, str(depth))
    put(element, "start", level.start)
    put(element, "numFmt", level.form)
    put(element, "suff", level.suffix)
    put(element, "lvlText", level.text)
    if level.flags & _NO_RESTART:
        put(element, "lvlRestart", level.restart)
    if level.flags & _LEGAL:
        put(element, "isLgl")
