"""What the tests of the checks of 08_adversarial_examples share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gan_course.checks import adversarial

_PREAMBLE = """
import math

import torch
import torch.nn.functional as F
from torch import nn
"""


@pytest.fixture
def printed(capsys):
    """Run one check and return its lines; nothing may reach stderr."""

    def run(name: str, answer) -> list[str]:
        capsys.readouterr()
        getattr(adversarial, name)(answer)
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out.splitlines()

    return run


@pytest.fixture
def red(printed):
    """Run one check on a wrong answer and return its ✗ line with the teaching sentence in one line each."""

    def run(name: str, answer) -> tuple[str, str]:
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


@pytest.fixture
def written():
    """Make the function that an answer's source defines, in a namespace like the notebook's."""

    def make(name: str, source: str) -> Any:
        namespace: dict[str, Any] = {"__name__": "__main__"}
        exec(_PREAMBLE + source, namespace)
        return namespace[name]

    return make


@pytest.fixture
def from_bank(written):
    """Make the function that a file of the bank defines; its folder is the exercise."""
    return lambda file: written(file.parent.parent.name, Path(file).read_text(encoding="utf-8"))
