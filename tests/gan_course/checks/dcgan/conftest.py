"""What the tests of the checks of 06_dcgan share."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path

import jupytext
import pytest

from gan_course.checks import dcgan

ROOT = Path(__file__).parents[4]


@pytest.fixture(scope="session")
def solved() -> dict[str, object]:
    """The names of the notebook's own answers, as a student has them who solved everything."""
    source = ROOT / "solutions" / "06_dcgan" / "dcgan.py"
    namespace: dict[str, object] = {}
    imports = (
        "import copy, math, torch",
        "import matplotlib.pyplot as plt",
        "import torch.nn.functional as F",
        "from safetensors.torch import load_file, save_file",
        "from torch import nn",
    )
    exec("\n".join(imports), namespace)
    for cell in jupytext.read(source, fmt="py:percent").cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            exec(cell.source, namespace)
    return namespace


@pytest.fixture
def from_bank(solved):
    """Run one answer of the bank in a solved notebook and return what the exercise's name stands for."""

    def run(path: Path) -> object:
        namespace = dict(solved)
        exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), namespace)
        return namespace[path.parent.parent.name]

    return run


@pytest.fixture
def printed(capsys):
    """Run one check and return its lines; noisy answers may warn, the check itself may not."""

    def run(name: str, answer: object) -> list[str]:
        logging.disable(logging.CRITICAL)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                getattr(dcgan, name)(answer)
        finally:
            logging.disable(logging.NOTSET)
        return [line for line in capsys.readouterr().out.splitlines() if line[:1] in "✓✗· "]

    return run


@pytest.fixture
def red(printed):
    """Run one check on a wrong answer and return its ✗ line with the teaching sentence in one line each."""

    def run(name: str, answer: object) -> tuple[str, str]:
        lines = printed(name, answer)
        first = next((i for i, line in enumerate(lines) if line.startswith("✗")), None)
        assert first is not None, f"{name} accepted a wrong answer: {lines}"
        teach = []
        for line in lines[first + 1 :]:
            if not line.startswith("  "):
                break
            teach.append(line.strip())
        return lines[first], " ".join(teach)

    return run
