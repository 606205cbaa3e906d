"""Pieces of regular expressions that several modules share; all are meant for width-folded text."""

from __future__ import annotations

HAN = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]"
YEAR = r"(?<!\d)(?:19|20)\d{2}"
TITLE_YEAR = r"\(?(?<!\d)(?:19|20)\d{2}(?!\d)\s?年?(?:年?度)?\)?"
REPORT_NAME = r"(?:政府|政务)?(?:信息)?公开(?:工作)?(?:情况)?(?:(?:19|20)\d{2}\s?年?)?(?:年度|年)?(?:度)?(?:工作)?(?:情况)?的?(?:报告|年报|总结)"
