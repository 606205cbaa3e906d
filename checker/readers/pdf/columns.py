"""Tables without rules: lines whose words stand below each other in columns; no more than likely."""
from __future__ import annotations
