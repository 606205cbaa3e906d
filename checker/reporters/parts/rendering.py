"""Sentences about findings, made of the rule's texts and the finding's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.rule import Bilingual
from checker.reporters.parts import repairs, wording

if TYPE_CHECKING:
    from checker.model.document import Location, Note
    from checker.model.result import DocumentResult, Finding, RuleResult, Run
    from checker.model.rule import Basis


_LIKELY = Bilingual("（疑似）", " (likely)")


class _Values(dict[str, str | int]):
    """Values of a finding; what is missing shows its name instead of ending the output."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def message(run: Run, finding: Finding, lang: str) -> str:
    """Say what was found."""
    return run.rules[finding.rule].message.of(lang).format_map(_Values(finding.values))


def suggestion(run: Run, finding: Finding, lang: str) -> str:
    """Say what would put it right: a repair of the table, the finding's own proposal, else the rule's remedy."""
    if finding.repairs:
        return repairs.said(finding.repairs, lang)
    return finding.suggestion or run.rules[finding.rule].remedy.of(lang)


def basis(run: Run, one: Basis, lang: str) -> str:
    """Cite a basis with the level of its source; only what has a number is a document and gets title marks."""
    instrument = run.instruments[one.instrument]
    name = instrument.name.of(lang)
    level = wording.word(wording.LEVELS, instrument.level, lang)
    if lang == "en":
        number = f" ({instrument.number})" if instrument.number else ""
        return f"{name}{number} {one.article}".rstrip() + _level(level, name, " [{}]")
    cited = f"《{name}》（{instrument.number}）" if instrument.number else f"{name} "
    return f"{cited}{one.article}".rstrip() + _level(level, name, "［{}］")


def _level(level: str, name: str, form: str) -> str:
    return "" if level.casefold() == name.casefold() else form.format(level)


def bases(run: Run, finding: Finding, lang: str) -> str:
    """Cite all bases of a finding."""
    return ("; " if lang == "en" else "；").join(basis(run, one, lang) for one in finding.basis)


def place(location: Location, lang: str) -> str:
    """Say where in the file something stands."""
    line, column = (("paragraph {}", "第{}段"), ("character {}", "第{}字"))
    if not location.running:
        line, column = (("line {}", "第{}行"), ("column {}", "第{}列"))
    forms = (
        ("page {}", "第{}页", location.page),
        (*line, location.line),
        (*column, location.column),
        ("cell {}", "单元格 {}", location.cell),
    )
    known = [(en if lang == "en" else zh).format(value) for en, zh, value in forms if value is not None]
    return (", " if lang == "en" else " ").join(known)


def where(finding: Finding, lang: str) -> str:
    """Say where a finding is: its first place and its section, or what is absent."""
    section = wording.word(wording.SECTIONS, finding.section, lang)
    if finding.evidence:
        return " · ".join(filter(None, (place(finding.evidence[0].location, lang), section)))
    if finding.about is None:
        return section
    absent = ("absent: " if lang == "en" else "缺：") + wording.thing(finding.about, lang)
    return absent if absent.endswith(section) else f"{section} · {absent}"


def severity(finding: Finding, lang: str) -> str:
    """Name a finding's severity, and say so where it is only likely."""
    word = wording.SEVERITIES[finding.severity.value].of(lang)
    return word if finding.certainty == "certain" else word + _LIKELY.of(lang)


def located(run: Run, finding: Finding, lang: str) -> str:
    """Say in one sentence where a finding is and what was found."""
    return f"{where(finding, lang)}{': ' if lang == 'en' else '：'}{message(run, finding, lang)}"


def said(note: Note | None, lang: str) -> str:
    """Give a note in the language asked for."""
    if note is None:
        return ""
    return note.en if lang == "en" else note.zh


def notes(result: DocumentResult, lang: str) -> list[str]:
    """Give every remark about a file once: why it could not be read and how to help, then the notes."""
    texts = [] if result.error is None else [*unreadable(result, lang)]
    of_document = () if result.document is None else result.document.notes
    texts += [said(note, lang) for note in (*of_document, *result.notes)]
    return list(dict.fromkeys(texts))


def unreadable(result: DocumentResult, lang: str) -> tuple[str, str]:
    """Give the reason why a file could not be read, and the hint (empty where the reader has none)."""
    if result.error is None:
        return wording.STATUSES["unreadable"].of(lang), ""
    index = 1 if lang == "en" else 0
    return result.error.reason[index], result.error.hint[index]


def skipped(result: DocumentResult, lang: str) -> str:
    """Say why a file found in a folder was passed over."""
    if result.error:
        return result.error.reason[lang == "en"]
    fallback = wording.STATUSES["not_a_report"].of(lang)
    return ("; " if lang == "en" else "；").join(notes(result, lang)) or fallback


def unmet(result: RuleResult, lang: str) -> str:
    """Say why a rule neither passed nor failed."""
    return said(result.reason, lang) or wording.word(wording.OUTCOMES, result.outcome.value, lang)
