"""The published schema of a report as structured data (docs/schema/report.schema.json)."""

from __future__ import annotations

from typing import Any, get_args

from checker.model.rule import SectionKey

Schema = dict[str, Any]

SECTIONS = get_args(SectionKey)
TABLES = ("proactive", "applications", "review_litigation")


def report_schema() -> Schema:
    """Give the JSON Schema (draft 2020-12) of a report."""
    paragraphs = {"type": "array", "items": {"type": "string"}, "description": "段落 / Paragraphs, in order."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report",
        "description": "政府信息公开工作年度报告的结构化数据 / An annual report on open government information as data.",
        "type": "object",
        "properties": {
            "title": _text("报告标题 / The title, with issuer and year."),
            "issuer": _object("报告机关 / Who reports.", {"name": _text("机关全称 / Its full name.")}, ("name",)),
            "report_year": {
                "type": "integer",
                "minimum": 2008,
                "maximum": 2100,
                "description": "报告年度 / The year reported on.",
            },
            "published": {
                "type": "string",
                "pattern": _DATE,
                "description": "公布日期 / Day of publication (2024-01-20).",
            },
            "introduction": paragraphs,
            "sections": {"type": "array", "minItems": 1, "items": _section(paragraphs)},
            "tables": _tables(),
            "contact": _object(
                "联系方式 / How to reach the issuer.", {key: {"type": "string"} for key in _CONTACT}, ()
            ),
            "closing": paragraphs,
        },
        "required": ["title", "report_year", "sections"],
        "additionalProperties": False,
    }


_DATE = r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"
_CONTACT = ("phone", "email", "postcode", "address")


def _text(description: str) -> Schema:
    return {"type": "string", "pattern": r"\S", "description": description}


def _object(description: str, properties: Schema, required: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _section(paragraphs: Schema) -> Schema:
    properties = {
        "key": {"enum": list(SECTIONS), "description": "哪一部分 / Which part of the report it is."},
        "heading": _text("标题，连同序号 / The heading as printed, with its number (一、总体情况)."),
        "paragraphs": paragraphs,
        "table": {"enum": list(TABLES), "description": "本部分中的表 / The table that stands in this part."},
    }
    return _object("报告的一部分 / A part of the report.", properties, ("heading",))


def _tables() -> Schema:
    cell = {
        "type": ["number", "string", "null"],
        "description": "单元格：数字；留空为 null；其他按原样写成文字 / A number, null for a blank, or what is printed.",
    }
    row = {"type": "object", "additionalProperties": cell, "propertyNames": {"pattern": _KEY}}
    table = {"type": "object", "additionalProperties": row, "propertyNames": {"pattern": _KEY}, "minProperties": 1}
    return {
        "type": "object",
        "description": "统计表：表、行、列均用规范键名 / Tables by the keys of rows and columns (rules/formats).",
        "properties": dict.fromkeys(TABLES, table),
        "additionalProperties": False,
    }


_KEY = r"^[a-z][a-z0-9_]{0,40}$"
