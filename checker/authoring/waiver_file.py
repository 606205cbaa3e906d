"""Reads a waiver file (豁免清单) strictly, and adds to it without touching what is there."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from checker.authoring.files import parse
from checker.authoring.schema import model_schema
from checker.authoring.validation import validate
from checker.authoring.waiver_models import WaiversFile
from checker.ruleset.ruleset import RuleFileError
from checker.waivers import Waiver
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.files import YamlFile

_HEADER = "# 豁免清单 / waivers: findings that are known and accepted, each with its reason\nwaivers:\n"
_INDENT = 2


def load_waivers(path: Path) -> dict[str, Waiver]:
    """Read the waivers of a file by fingerprint; raises RuleFileError for the first mistake, OSError."""
    return _waivers(parse(path.read_bytes(), str(path)))


def add_waiver(path: Path, waiver: Waiver) -> None:
    """Append to a waiver file, which is made if need be; raises RuleFileError where that cannot be done, OSError."""
    waiver = waiver._replace(reason=waiver.reason.strip())
    there = path.read_bytes() if path.exists() else b""
    before = there if there.strip() else _HEADER.encode()
    file = parse(before, str(path))
    known = _waivers(file)
    if waiver.fingerprint in known:
        index = list(known).index(waiver.fingerprint)
        reason = known[waiver.fingerprint].reason
        message = f"{waiver.fingerprint} 已经豁免 / is waived already: {reason}"
        raise file.error(("waivers", index, "fingerprint"), message)
    after = _appended(before, file, waiver)
    if not _holds(after, str(path), {**known, waiver.fingerprint: waiver}):
        message = (
            "不能在此处追加，请把清单写成每项一段 / cannot append here: write the list as a block, an entry an item"
        )
        raise file.error(("waivers",), message, at_key=True)
    write_whole(path.resolve(), after)


def _waivers(file: YamlFile) -> dict[str, Waiver]:
    if file.data == {"waivers": None}:  # what is left when the last entry is taken out by hand
        return {}
    problems = validate(file, model_schema(WaiversFile))
    if problems:
        raise problems[0]
    made: dict[str, Waiver] = {}
    for index, entry in enumerate(file.data["waivers"]):
        fingerprint: str = entry["fingerprint"]
        if fingerprint in made:
            message = f"指纹 {fingerprint} 重复 / fingerprint {fingerprint} occurs twice"
            raise file.error(("waivers", index, "fingerprint"), message)
        until = _day(file, index, entry["until"]) if "until" in entry else None
        reason = entry["reason"].strip()
        made[fingerprint] = Waiver(fingerprint, reason, entry.get("rule"), entry.get("document"), until)
    return made


def _day(file: YamlFile, index: int, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = f"没有 {written} 这一天 / there is no such day: {written}"
        raise file.error(("waivers", index, "until"), message) from None


def _appended(before: bytes, file: YamlFile, waiver: Waiver) -> bytes:
    """Give the file's bytes with an entry behind them, indented and with line ends as the others."""
    entry: dict[str, Any] = {key: value for key, value in _written(waiver).items() if value is not None}
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=math.inf)
    indent = file.values["waivers",].column - 1 if file.data["waivers"] else _INDENT
    lines = "".join(f"{' ' * indent}{line}\n" for line in text.splitlines())
    added = (lines if before.endswith(b"\n") else f"\n{lines}").encode()
    return before + (added.replace(b"\n", b"\r\n") if b"\r\n" in before else added)


def _written(waiver: Waiver) -> dict[str, Any]:
    return {
        "fingerprint": waiver.fingerprint,
        "rule": waiver.rule,
        "document": waiver.document,
        "reason": waiver.reason,
        "until": waiver.until,
    }


def _holds(content: bytes, name: str, wanted: dict[str, Waiver]) -> bool:
    """Tell whether the content reads as what is wanted: a list in brackets, say, cannot be appended to."""
    try:
        return _waivers(parse(content, name)) == wanted
    except RuleFileError:
        return False
