"""Checks annual reports on open government information (政府信息公开工作年度报告); ``__all__`` is the public interface.

Names are imported when they are first used: a cold command line pays for what it needs alone.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.authoring.loading import load_ruleset
    from checker.model.document import Document, Location, Note, ReadError, Span
    from checker.model.report import Report
    from checker.model.result import (
        DocumentResult,
        Evidence,
        Finding,
        OutcomeKind,
        Policy,
        RuleResult,
        Run,
        Score,
        Status,
    )
    from checker.model.rule import Organ, Rule, Severity, Tier
    from checker.pipeline import check
    from checker.ruleset.ruleset import RuleFileError, Ruleset
    from checker.verdict import ExitCode, exit_code
    from checker.version import __version__

__all__ = [
    "Document",
    "DocumentResult",
    "Evidence",
    "ExitCode",
    "Finding",
    "Location",
    "Note",
    "Organ",
    "OutcomeKind",
    "Policy",
    "ReadError",
    "Report",
    "Rule",
    "RuleFileError",
    "RuleResult",
    "Ruleset",
    "Run",
    "Score",
    "Severity",
    "Span",
    "Status",
    "Tier",
    "__version__",
    "check",
    "exit_code",
    "load_ruleset",
]

_HOMES = {
    "authoring.loading": ("load_ruleset",),
    "model.document": ("Document", "Location", "Note", "ReadError", "Span"),
    "model.report": ("Report",),
    "model.result": (
        "DocumentResult",
        "Evidence",
        "Finding",
        "OutcomeKind",
        "Policy",
        "RuleResult",
        "Run",
        "Score",
        "Status",
    ),
    "model.rule": ("Organ", "Rule", "Severity", "Tier"),
    "pipeline": ("check",),
    "ruleset.ruleset": ("RuleFileError", "Ruleset"),
    "verdict": ("ExitCode", "exit_code"),
    "version": ("__version__",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"checker.{home}"), name)
    message = f"module 'checker' has no attribute '{name}'"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted(__all__)
