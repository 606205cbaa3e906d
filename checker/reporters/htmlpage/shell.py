"""The frame of the page: one file without network, whose policy admits its own style and script by their digests alone."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model.rule import Bilingual
from checker.reporters.htmlpage import words
from checker.reporters.htmlpage.markup import both, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model.result import Finding, Run
    from checker.reporters.htmlpage.sheet import Sheet

_TITLE = Bilingual("政府信息公开工作年度报告检查结果", "Annual reports on open government information: findings")
_SKIP = Bilingual("跳到正文", "Skip to the content")
_CATEGORY = Bilingual("类别", "Category")
_ALL = Bilingual("全选", "All")
_NONE = Bilingual("全不选", "None")
_THEME = Bilingual("深色/浅色", "Dark/light")
_LANG = '<span lang="zh">English</span><span lang="en">中文</span>'
_KEYS = Bilingual(
    "键盘：J/K 下一处、上一处问题，Enter 看原文，Esc 返回",
    "Keys: J/K next, previous finding; Enter to the text; Esc back",
)
_OPEN = Bilingual("全部展开/收起", "Open/close all")
_SHOWN = Bilingual("显示", "showing")
_RULESET = Bilingual("规则集 {}（{}），程序 ogi-checker {}", "rule set {} ({}), program ogi-checker {}")


def page(run: Run, sheets: Sequence[Sheet], lang: str, parts: Iterable[str]) -> str:
    """Put the page together."""
    style, script = _asset("page.css"), _asset("page.js")
    name = f'data-zh="{text(_TITLE.zh)}" data-en="{text(_TITLE.en)}"'
    lines = (
        "<!DOCTYPE html>",
        f'<html lang="{"en" if lang == "en" else "zh-CN"}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
        f"<title {name}>{text(_TITLE.of(lang))}</title>",
        f"<style>{style}</style></head>",
        f'<body><a class="skip" href="#main">{both(_SKIP)}</a>',
        f"<header><h1>{both(_TITLE)}</h1>{_tools(sheets)}</header>",
        '<main id="main" tabindex="-1">',
        *filter(None, parts),
        f"</main><footer><p>{_versions(run)}</p><p>{both(_KEYS)}</p></footer>",
        f'<div id="status" role="status" class="hidden"></div><script>{script}</script></body></html>',
    )
    return "\n".join(lines) + "\n"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _versions(run: Run) -> str:
    return both(_RULESET, run.ruleset_version, run.ruleset_digest[:12], run.tool_version)


def _tools(sheets: Sequence[Sheet]) -> str:
    findings = [entry.finding for sheet in sheets if sheet.shown for entry in sheet.entries]
    opening = "" if len(sheets) < 2 else f'<button type="button" id="open-all">{both(_OPEN)}</button>'
    buttons = (
        f'<button type="button" id="lang">{_LANG}</button><button type="button" id="theme">{both(_THEME)}</button>'
    )
    return f'<div class="tools" role="group">{_filters(findings)}<div class="group end">{opening}{buttons}</div></div>'


def _filters(findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    severities = Counter(one.severity.value for one in findings)
    certainties = Counter(one.certainty for one in findings)
    categories = Counter(one.category for one in findings)
    of_severity = "".join(
        _check("severity", key, words.severity(key), severities[key])
        for key in ("error", "warning", "info")
        if severities[key]
    )
    of_certainty = "".join(
        _check("certainty", key, words.certainty(key), count) for key, count in sorted(certainties.items())
    )
    of_category = "".join(
        _check("category", key, words.category(key), count)
        for key, count in sorted(categories.items(), key=lambda item: (-item[1], item[0]))
    )
    choose = f'<p><button type="button" id="all">{both(_ALL)}</button> <button type="button" id="none">{both(_NONE)}</button></p>'
    return (
        f'<div class="group" role="group">{of_severity}</div><div class="group" role="group">{of_certainty}</div>'
        f'<details class="pick"><summary>{both(_CATEGORY)}</summary><div>{choose}{of_category}</div></details>'
        f'<span class="shown">{both(_SHOWN)} <b id="shown">{len(findings)}</b>/{len(findings)}</span>'
    )


def _check(kind: str, key: str, name: str, count: int) -> str:
    return f'<label class="chip {text(key)}"><input type="checkbox" checked data-filter="{kind}" value="{text(key)}"> {name} <small>{count}</small></label>'
