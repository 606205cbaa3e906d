"""Reads a baseline file (基线) strictly, and writes it whole: an entry a line, so that its history can be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from pydantic import ValidationError

from checker.authoring.baseline_models import BaselineFile
from checker.authoring.files import parse
from checker.authoring.schema import model_schema
from checker.authoring.validation import validate
from checker.baseline import Known
from checker.ruleset.ruleset import RuleFileError
from checker.wholefile import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def load_baseline(path: Path) -> dict[str, Known]:
    """Read a baseline by fingerprint; raises RuleFileError for the first mistake, OSError."""
    content = path.read_bytes()
    try:
        entries = BaselineFile.model_validate_json(content.removeprefix(b"\xef\xbb\xbf"), strict=True).baseline
    except ValidationError as error:
        _explain(content, str(path), error)
    return {one.fingerprint: Known(one.fingerprint, one.rule, one.document, one.places) for one in entries}


def save_baseline(path: Path, known: Iterable[Known]) -> None:
    """Write a baseline; what is the same is the same to the byte; raises OSError."""
    lines = ",\n".join(f"  {json.dumps(_written(one), ensure_ascii=False)}" for one in known)
    text = f'{{\n "baseline": [\n{lines}\n ]\n}}\n' if lines else '{\n "baseline": []\n}\n'
    write_whole(path.resolve(), text.encode("utf-8", "backslashreplace"))


def _written(one: Known) -> dict[str, str | int]:
    entry: dict[str, str | int] = {"fingerprint": one.fingerprint, "rule": one.rule, "document": one.document}
    return entry if one.places == 1 else {**entry, "places": one.places}


def _explain(content: bytes, name: str, error: ValidationError) -> NoReturn:
    """JSON is YAML too, and there every value has its place."""
    try:
        json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        message = f"不是有效的 JSON / not valid JSON: {fault.msg}"
        raise RuleFileError(name, fault.lineno, fault.colno, message) from None
    except UnicodeDecodeError:
        raise RuleFileError(name, 1, 1, "不是 UTF-8 编码 / the file is not in UTF-8") from None
    problems = validate(parse(content, name), model_schema(BaselineFile))
    raise problems[0] if problems else RuleFileError(name, 1, 1, f"不是基线文件 / no baseline: {error}")
