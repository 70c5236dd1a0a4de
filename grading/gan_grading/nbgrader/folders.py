"""The class's own folders beyond those of nbgrader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

REPORTS, BANK, APPEALS = "reports", "bank", "appeals"


def reports_folder(coursedir: Any) -> Path:
    """Return the class's folder for tables and reports, beside its gradebook."""
    return Path(coursedir.root).resolve() / REPORTS
