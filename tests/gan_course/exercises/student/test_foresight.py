"""A whole play is one message, and says nothing that would not have been said one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from gan_course.exercises.finding import ExerciseResult
from gan_course.exercises.foreseen import foresee
from gan_course.exercises.student.foresight import joined, parted
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_course.exercises.student.wire import Block, WireError, pack, unpack
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


def test_a_right_answer_takes_one_message_a_seed(probe: Any) -> None:
    line = Line(critic_loss=lambda r, f: f.mean() - r.mean())
    assert graded(probe, line).points == 4.0
    # The pictures are drawn by the grader alone: one more each.
    assert sorted(set(line.asked)) == ["foresee", "slopes"]
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


def test_answers_of_every_type_and_shape_come_back_as_they_were() -> None:
    given = {
        "one": torch.tensor(2.0),
        "none": torch.zeros(0, 3),
        "half": torch.ones(2, 3, dtype=torch.bfloat16),
        "whole": torch.arange(4).reshape(2, 2),
        "more": torch.arange(6.0).reshape(3, 2).T,
    }
    replies = [(1, {"ok": 1}, given), (2, {"ok": 2}, {}), (3, {"ok": 3}, {"t0": torch.ones(2)})]
    tree, block = unpack(pack(*joined(replies)))
    assert len(block) == 3  # one of each type
    back = parted(tree, block)
    assert [(asked, reply) for asked, reply, _ in back] == [(1, {"ok": 1}), (2, {"ok": 2}), (3, {"ok": 3})]
    for (_, _, own), (_, _, found) in zip(replies, back, strict=True):
        assert own.keys() == found.keys()
        assert all(torch.equal(own[k], found[k]) and own[k].dtype == found[k].dtype for k in own)


@pytest.mark.parametrize(
    "place",
    [["t0", "float32", [9]], ["t0", "float32", [-1]], ["t0", "float64", [2]], ["t0", "float32", "x"], 3],
)
def test_places_that_are_none_make_no_play(place: Any) -> None:
    with pytest.raises(WireError):
        parted({"foreseen": [[1, {"ok": 1}, [place]]]}, {"float32": torch.ones(2)})


def test_a_play_that_is_not_one_is_a_fault_of_the_student(probe: Any) -> None:
    class Lying(Line):
        def ask(self, tree: Any, block: Block) -> tuple[Any, Block]:
            if tree["op"] == "foresee":
                return {"foreseen": "everything is right"}, {}
            return super().ask(tree, block)

    result = graded(probe, Lying(critic_loss=lambda r, f: f.mean() - r.mean()))
    assert (result.status, result.points) == ("graded", 0.0)
