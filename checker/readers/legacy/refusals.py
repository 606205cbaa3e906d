"""Why an old Word document is not read, and what helps."""

from __future__ import annotations

from checker.model.document import ReadError

_SAVE_ANEW = ("请在 Word 或 WPS 中打开后另存为 docx", "open it in Word or WPS and save it as docx")


def damaged(name: str) -> ReadError:
    """Say that the file is not whole."""
    reason = ("文件已损坏，不是完整的 doc/wps 文件", "the file is damaged: not a whole doc/wps file")
    hint = ("请重新复制或下载，或在 Word 中修复后另存为 docx", "copy it anew, or repair it in Word and save it as docx")
    return ReadError(name, reason, hint)


def encrypted(name: str) -> ReadError:
    """Say that the file asks for a password."""
    hint = ("请去掉密码后另存为 docx", "remove the password and save it as docx")
    return ReadError(name, ("文件设有密码", "the file is protected by a password"), hint)


def no_document(name: str, kind: str) -> ReadError:
    """Say that the file is something else in the same wrapping."""
    reason = (
        f"尚不支持 {kind} 格式：文件里没有 Word 文档",
        f"{kind} files are not read yet: the file holds no Word document",
    )
    return ReadError(name, reason, _SAVE_ANEW)


def too_old(name: str) -> ReadError:
    """Say that the file was written before Word 97."""
    reason = (
        "这是 Word 97 以前的 doc 文件，须经 LibreOffice 读取，而本机没有安装或转换未成",
        "a doc file from before Word 97 is read through LibreOffice, which is not installed or could not convert it",
    )
    return ReadError(name, reason, _SAVE_ANEW)


def beyond_measure(name: str) -> ReadError:
    """Say that the file holds too much."""
    reason = ("文件内容过多，不像一份报告", "the file holds far more than any report")
    return ReadError(name, reason, _SAVE_ANEW)


def without_text(name: str) -> ReadError:
    """Say that there is nothing to read."""
    hint = (
        "请核对文件；如果内容是图片，请提供文字版",
        "check the file; if its content is a picture, give the text itself",
    )
    return ReadError(name, ("文档里没有文字", "the document holds no text"), hint)
