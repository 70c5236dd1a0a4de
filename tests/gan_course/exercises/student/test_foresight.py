"""A whole play is one message, and says nothing that would not have been said one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.foreseen import foresee
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_course.exercises.student.wire import Block, pack, unpack
from gan_course.exercises.student.worker import Worker
from gan_grading.course import find_course
from gan_grading.keys.load import keys_in, probe_of
from gan_grading.keys.run import run_probe

Answer = Callable[..., Any]


class Line:
    """A channel of bytes, as to another process, that counts."""

    def __init__(self, **names: Any) -> None:
        self._worker = Worker(dict(names), foresee=foresee)
        self.asked: list[str] = []

    def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
        self.asked.append(tree["op"])
        return unpack(self._worker.handle(pack(tree, block)))


@pytest.fixture(scope="module")
def probe():
    return probe_of(keys_in(find_course().solutions / "05_wasserstein")["critic_loss"])


def graded(probe: Any, line: Any) -> ExerciseResult:
    return run_probe(probe, Student(line), 4.0, [1, 2, 3])


def test_a_right_answer_takes_two_messages_a_seed(probe: Any) -> None:
    line = Line(critic_loss=lambda r, f: f.mean() - r.mean())
    assert graded(probe, line).points == 4.0
    # The pictures are drawn by the grader alone: one more each.
    assert sorted(set(line.asked)) == ["foresee", "forget", "slopes"]
    assert line.asked.count("foresee") == 3
    assert line.asked.count("slopes") <= 3


@pytest.mark.parametrize(
    "answer",
    [
        lambda r, f: r.mean() - f.mean(),
        lambda r, f: (f - r).mean(),
        lambda r, f: (f.mean() - r.mean()).item(),
        lambda r, f: f.mean() - r.mean() + 1 / 0,
        lambda r, f: f.sub_(1).mean() - r.mean() + 1,
        lambda r, f: torch.full((3,), float("nan")),
    ],
)
def test_the_verdict_is_the_one_of_a_single_process(probe: Any, answer: Answer) -> None:
    there = graded(probe, Line(critic_loss=answer))
    here = graded(probe, DirectChannel({"critic_loss": answer}))
    assert (there.points, [f.misconception for f in there.findings]) == (
        here.points,
        [f.misconception for f in here.findings],
    )


def test_a_play_that_is_not_one_is_a_fault_of_the_student(probe: Any) -> None:
    class Lying(Line):
        def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
            if tree["op"] == "foresee":
                return {"foreseen": "everything is right"}, {}
            return super().ask(tree, block)

    result = graded(probe, Lying(critic_loss=lambda r, f: f.mean() - r.mean()))
    assert (result.status, result.points) == ("graded", 0.0)
