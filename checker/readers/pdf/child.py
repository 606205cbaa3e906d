"""Reading in a process of its own: the library that parses PDF is written in C++, and files come from anywhere."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING, cast

from checker.model.document import ReadError

if TYPE_CHECKING:
    from checker.model.document import Document

_SECONDS = 60
_PROGRAM = "import sys; sys.path[:] = {path!r}; from checker.readers.pdf.child import serve; serve()"


def is_apart() -> bool:
    """Tell whether this process is a worker that may die of a file, or one that cannot start another Python."""
    processes = sys.modules.get("multiprocessing.process")
    is_worker = processes is not None and processes.parent_process() is not None
    return is_worker or getattr(sys, "frozen", False) or not sys.executable


def read_apart(data: bytes, name: str, seconds: float = _SECONDS) -> Document:
    """Read a PDF in a child process; raises ReadError, also where the child dies of it or takes too long."""
    command = [sys.executable, "-c", _PROGRAM.format(path=[str(one) for one in sys.path])]
    try:
        done = subprocess.run(  # noqa: S603 - this very Python, and a program that is written above
            command, input=pickle.dumps((name, data)), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(name, seconds) from None
    if done.returncode or not done.stdout:
        raise _died(name, done.returncode)
    document, error = pickle.loads(done.stdout)  # noqa: S301 - written by the child
    if error:
        raise ReadError(*error)
    return cast("Document", document)


def serve() -> None:
    """Read the file that comes in, and give back the document or what it is refused for."""
    from checker.readers.pdf.bounds import bounded
    from checker.readers.pdf.reading import read_here

    name, data = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - written by the parent
    with bounded():
        answer: tuple[Document | None, tuple[str, tuple[str, str], tuple[str, str]] | None]
        try:
            answer = (read_here(data, name), None)
        except ReadError as error:
            answer = (None, (error.path, error.reason, error.hint))
    sys.stdout.buffer.write(pickle.dumps(answer))


def _too_slow(name: str, seconds: float) -> ReadError:
    return ReadError(
        name,
        (
            f"读取超过 {seconds:.0f} 秒仍未完成，已停止",
            f"reading it took more than {seconds:.0f} seconds and was ended",
        ),
        ("请从原文档另存为 PDF 再试", "save it anew from its source"),
    )


def _died(name: str, code: int) -> ReadError:
    return ReadError(
        name,
        (f"PDF 内容异常，读取它的进程异常终止（{code}）", f"the process that read the PDF died of it ({code})"),
        ("文件可能已损坏，请从原文档另存为 PDF 再试", "the file may be damaged: save it anew from its source"),
    )
