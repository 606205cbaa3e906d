"""Puts the rules into the wheel: as files, and compiled to the one JSON that a check loads."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesHook(BuildHookInterface[Any]):
    """Validates and compiles ``rules/`` and ships it as ``checker/rules``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the rules to the files of the wheel; an editable install uses the checkout's own."""
        if version == "editable":
            return
        root = Path(self.root)
        compiled = Path(tempfile.mkdtemp(prefix="ogi-rules-")) / "compiled.json"
        compiled.write_text(json.dumps(_compile(root), ensure_ascii=False, sort_keys=True), encoding="utf-8")
        build_data["force_include"][str(root / "rules")] = "checker/rules"
        build_data["force_include"][str(compiled)] = "checker/rules/compiled.json"
        self._compiled = compiled

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made for the wheel alone."""
        if version != "editable":
            self._compiled.unlink()
            self._compiled.parent.rmdir()


def _compile(root: Path) -> dict[str, Any]:
    sys.path.insert(0, str(root))
    try:
        from checker.authoring.compiling import compile_rules
    finally:
        sys.path.remove(str(root))
    return compile_rules(root / "rules")
