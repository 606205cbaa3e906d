"""What SARIF calls notifications: what the program has to say of itself and of files, and what is no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import verdict
from checker.model.result import Status
from checker.model.rule import Bilingual
from checker.reporters.interchange import places
from checker.reporters.interchange.rules import text
from checker.reporters.parts import escape, rendering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.result import DocumentResult

    Data = dict[str, Any]

_KINDS = {
    "unreadable": Bilingual("文件无法读取", "The file cannot be read"),
    "rule-crashed": Bilingual("规则运行出错，与报告内容无关", "A rule crashed, whatever the report says"),
    "not-checked": Bilingual("文件没有检查", "The file was not checked"),
    "remark": Bilingual("读取和检查时的备注", "A remark on reading or checking"),
}


def descriptors(lang: str) -> list[Data]:
    """Describe every sort of notification."""
    return [{"id": id_, "shortDescription": {"text": words.of(lang)}} for id_, words in _KINDS.items()]


def about(result: DocumentResult, index: int, rules: Mapping[str, int], lang: str) -> Iterator[Data]:
    """Give what there is to say about a file; ``rules`` are the places of rules in the list."""
    where = [places.whole_file(result, index)]
    if result.skipped:
        yield _one("not-checked", "note", rendering.skipped(result, lang), where)
        return
    if result.status is Status.UNREADABLE:
        yield _one("unreadable", "error", " ".join(rendering.unreadable(result, lang)), where)
        return
    for crash in verdict.crashed(result):
        said = f"{crash.rule}: {rendering.unmet(crash, lang)}"
        yield _one("rule-crashed", "error", said, where) | {
            "associatedRule": {"id": crash.rule, "index": rules[crash.rule]}
        }
    for note in rendering.notes(result, lang):
        yield _one("remark", "note", note, where)


def _one(kind: str, level: str, words: str, where: list[Data]) -> Data:
    return {
        "descriptor": {"id": kind, "index": list(_KINDS).index(kind)},
        "level": level,
        "message": {"text": text(escape.visible(words))},
        "locations": where,
    }
