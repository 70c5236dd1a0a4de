"""A child that hangs, dies or raises costs only itself."""

from __future__ import annotations

import os
import time

import pytest

from gan_grading.selfcheck.fork import ChildLost, in_fork, map_in_forks


def test_a_result_comes_back():
    assert in_fork(lambda: 6 * 7, 20) == 42


def test_a_child_that_hangs_is_stopped():
    began = time.monotonic()
    with pytest.raises(ChildLost, match="no answer within"):
        in_fork(lambda: time.sleep(60), 0.5)
    assert time.monotonic() - began < 30


def test_a_child_that_dies_is_noticed():
    with pytest.raises(ChildLost, match="died"):
        in_fork(lambda: os._exit(1), 20)


def test_neighbours_of_a_lost_child_answer_in_order():
    work = [lambda: 1, lambda: os._exit(1), lambda: 3]
    first, lost, third = map_in_forks(work, 20, jobs=2)
    assert (first, third) == (1, 3)
    assert isinstance(lost, ChildLost)
