"""LibreOffice, where it is installed: converts an old document, each run with a profile folder of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

VARIABLE = "OGI_SOFFICE"
"""The environment variable that says where LibreOffice is; empty for: not to be used."""

_NAMES = ("soffice", "libreoffice")
_SECONDS = 60.0
_MEMORY = 4 * 1024**3  # of addresses
_LARGEST_FILE = 100 * 1024**2
_FILTER = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--convert-to", _FILTER)
# A file from anywhere: nothing in it is to run, and nothing it points at is to be fetched.
_SETTINGS = {
    "Common/Security/Scripting": {"DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"},
    "Writer/Content/Update": {"Link": "2"},
}
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)


def program() -> str | None:
    """Find LibreOffice; None where there is none or it is not to be used."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return shutil.which(named) if named else None
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def converted(data: bytes, office: str, seconds: float = _SECONDS) -> bytes | None:
    """Convert a document to docx; None where LibreOffice fails, is not there, or takes longer than ``seconds``."""
    with TemporaryDirectory(prefix="ogi-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "report.doc", folder / "out" / "report.docx"
        source.write_bytes(data)
        _settle(folder / "profile" / "user")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, *_OPTIONS, "--outdir", str(made.parent), str(source)]
        if not _ended(command, folder, seconds):
            return None
        try:
            return made.read_bytes()
        except OSError:
            return None


def _settle(folder: Path) -> None:
    """Write the settings of a new profile."""
    folder.mkdir(parents=True)
    items = (
        _ITEM.format(path=path, name=name, value=value)
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    (folder / "registrymodifications.xcu").write_text(_REGISTRY.format(items="".join(items)), encoding="utf-8")


def _ended(command: list[str], folder: Path, seconds: float) -> bool:
    """Run a program with all that it starts, and leave nothing of it behind; tells whether it came to its end."""
    try:
        process = subprocess.Popen(  # noqa: S603 - a program that the user installed or named
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    with process:
        try:
            _limit(process.pid)
            return process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)


def _limit(process_id: int) -> None:
    """Bound what the process may take, where the system can: it hands the bounds on to what it starts."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_FSIZE, _LARGEST_FILE)):
            resource.prlimit(process_id, kind, (most, most))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children, which are a group of their own."""
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
