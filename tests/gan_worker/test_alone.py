"""What a student process can see of the grader: gan_worker, which knows nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import gan_worker

FILES = sorted(Path(gan_worker.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_module_imports_the_grader(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not any(name.split(".")[0] == "gan_grading" for name in names)


def test_the_warm_parent_holds_nothing_of_the_grader() -> None:
    """Every module a student process has inherited, looked at from inside."""
    code = (
        "import sys\nfrom gan_worker.warm import warm_up\ncells = warm_up()\n"
        "import threading\nassert threading.active_count() == 1\n"
        "assert not any(m.split('.')[0] in ('gan_grading', 'nbgrader') for m in sys.modules)\n"
        "names = {n for n in cells.namespace if not n.startswith('_')}\n"
        "assert names <= {'In', 'Out', 'get_ipython', 'exit', 'quit', 'open'}, names"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
