"""How a heading is worded, held against the words that its format prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.report import Wording
from checker.patterns import compiled

if TYPE_CHECKING:
    import regex

    from checker.ruleset.ruleset import SectionFormat

_LONGEST = 40
_NOTE = r"\([^()]*\)"
_TITLE_END = r"(?:情况|问题|措施|事项|概述|概况|打算|思路|计划)$"
# Particles, which may be put in anywhere, and words that differ from the printed ones by a character and are as good.
_LIGHT = "的和及与或其已等所被中各之了在有是"
_GOOD_WORDS = "状况|概况|情形|整体|具体|事宜|事情|事务|改善|改正|整改|重要|难题|存有|公布|公示|公告|被动"
_HAN = r"[一-鿿]"


def wording_of(part: SectionFormat, title: str, *, whole_line: bool) -> Wording:
    """Compare a heading's ``title`` (no spaces); where its text runs on in its line, its end is a guess."""
    if not part.wordings:
        return Wording.FREE
    plain = compiled(_NOTE).sub("", title)
    if any(compiled(one).fullmatch(plain) for one in part.wordings):
        return Wording.OFFICIAL
    if not whole_line and not compiled(_TITLE_END).search(plain):
        return Wording.FREE
    if len(plain) > _LONGEST or "," in plain or any(_begins(one, plain) for one in part.wordings):
        return Wording.FREE  # a sentence, or a heading that goes on in the next line
    return Wording.NEAR if misspelt(part, plain) else Wording.OTHER


def _begins(pattern: str, title: str) -> bool:
    return compiled(pattern).fullmatch(title, partial=True) is not None


def misspelt(part: SectionFormat, title: str) -> bool:
    """Tell whether ``title`` is one character off from what the format prints: one too many, too few or another."""
    return len(title) <= _LONGEST and any(_slipped(one, title) for one in part.wordings)


def _slipped(pattern: str, title: str) -> bool:
    match = compiled(f"(?:{pattern}){{1<=e<=1}}").fullmatch(title)
    return match is not None and _is_slip(match, title)


def _is_slip(match: regex.Match[str], title: str) -> bool:
    """At either end a character more, and at the end one less, come of how the title was cut out of its line."""
    replaced, put_in, left_out = match.fuzzy_changes
    if left_out:
        return bool(left_out[0] < len(title))
    at = (replaced or put_in)[0]
    one = title[at]
    if not compiled(_HAN).fullmatch(one):
        return False
    if put_in:
        return bool(0 < at < len(title) - 1) and one not in _LIGHT
    return not compiled(_GOOD_WORDS).search(title[max(0, at - 1) : at + 2])
