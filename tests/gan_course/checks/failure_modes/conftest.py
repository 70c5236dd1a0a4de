"""What the tests of the checks of 04_non_saturating_and_failure_modes share."""

from __future__ import annotations

import pytest

from gan_course.checks import failure_modes


@pytest.fixture
def printed(capsys):
    """Run one check and return its lines; nothing may reach stderr."""

    def run(name: str, answer) -> list[str]:
        getattr(failure_modes, name)(answer)
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
