"""Why a Word document is not read, and what helps."""

from __future__ import annotations

from checker.model.document import ReadError

_SAVE_ANEW = ("请在 Word 或 WPS 中打开后另存为 docx", "open it in Word or WPS and save it as docx anew")


def damaged(name: str) -> ReadError:
    """Say that the archive is not whole."""
    reason = ("文件已损坏，不是完整的 docx（zip）文件", "the file is damaged: not a whole docx (zip) file")
    return ReadError(
        name, reason, ("请重新复制或下载，或在 Word 中修复后另存", "copy it anew, or repair and save it in Word")
    )


def malformed(name: str, part: str) -> ReadError:
    """Say that a part of the archive is no XML, or one that no parser should follow."""
    reason = (
        f"文件已损坏：其中的 {part} 不完整或嵌套过深，无法解析",
        f"the file is damaged: its part {part} is no whole XML or nested too deep",
    )
    return ReadError(name, reason, _SAVE_ANEW)


def with_doctype(name: str, part: str) -> ReadError:
    """Say that a part declares entities, as no word processor does: text behind them would be lost."""
    reason = (
        f"其中的 {part} 含有 DOCTYPE 声明，Word 文档不允许",
        f"its part {part} has a DOCTYPE, which no Word document has",
    )
    return ReadError(name, reason, _SAVE_ANEW)


def beyond_measure(name: str) -> ReadError:
    """Say that the file, once unpacked, is too much."""
    reason = ("文件解压后内容过多，不像一份报告", "the file holds, once unpacked, far more than any report")
    return ReadError(name, reason, _SAVE_ANEW)


def encrypted(name: str) -> ReadError:
    """Say that the file asks for a password."""
    reason = ("文件已加密", "the file is encrypted")
    return ReadError(name, reason, ("请去掉密码后再试", "remove its password and try again"))


def no_document(name: str, kind: str) -> ReadError:
    """Say that the archive is something else."""
    reason = (
        f"尚不支持 {kind} 格式：压缩包里没有 Word 文档",
        f"{kind} files are not read yet: the archive holds no Word document",
    )
    return ReadError(name, reason, ("请解压或另存为 docx", "unpack it, or save it as docx"))


def without_text(name: str) -> ReadError:
    """Say that there is nothing to read."""
    reason = ("文档里没有文字", "the document holds no text")
    hint = (
        "请核对文件；如果内容是图片，请提供文字版",
        "check the file; if its content is a picture, give the text itself",
    )
    return ReadError(name, reason, hint)
