"""Who belongs to a student process, found among all processes of the machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from gan_grading.engine.watch import Family

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc")
CHILDREN = "import subprocess as s, sys; next(sys.stdin); s.Popen(['sleep', '60']); next(sys.stdin)"


def comes_true(is_so: Callable[[], bool]) -> bool:
    """Wait for what happens in another process."""
    until = time.monotonic() + 20
    while not is_so() and time.monotonic() < until:
        time.sleep(0.02)
    return is_so()


def test_a_child_born_later_is_found_and_a_neighbour_never() -> None:
    neighbour = subprocess.Popen(["sleep", "60"])
    root = subprocess.Popen([sys.executable, "-c", CHILDREN], stdin=subprocess.PIPE, text=True)
    family = Family()
    try:
        assert family.members(root.pid) == [root.pid]
        assert root.stdin is not None
        root.stdin.write("\n")
        root.stdin.flush()
        assert comes_true(lambda: len(family.members(root.pid)) == 2)
        assert neighbour.pid not in family.members(root.pid)
    finally:
        for number in reversed(family.members(root.pid)):
            subprocess.run(["kill", str(number)], check=False)
        neighbour.kill()
        for process in (root, neighbour):
            process.wait()
    assert root.stdin is not None
    root.stdin.close()


def test_who_takes_a_stranger_s_number_is_looked_at_again() -> None:
    root = subprocess.Popen(["sh", "-c", "sleep 60 & wait"])
    family = Family()
    try:
        assert comes_true(lambda: len(family.members(root.pid)) == 2)
        child = family.members(root.pid)[1]
        # As if a stranger had borne the child's number: his folder in /proc was another one.
        family._strangers.add((child, 1))
        assert family.members(root.pid) == [root.pid, child]
    finally:
        for number in reversed(family.members(root.pid)):
            subprocess.run(["kill", str(number)], check=False)
        root.wait()
