"""Makes ``python -m checker`` the same as ``ogi-checker``."""

from __future__ import annotations

import sys

from checker.cli import run

if __name__ == "__main__":
    sys.exit(run())
