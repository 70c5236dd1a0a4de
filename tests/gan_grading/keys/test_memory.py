"""Right answers and known mistakes are played once a seed, and none is taken for another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings, GiveUp
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.oracle import Observation
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.keys.key import Key
from gan_grading.keys.memory import MEMORY, Memory, Remembered
from gan_grading.keys.oracle import KeyOracle
from gan_grading.selfcheck.fork import in_fork

TWICE = Misconception("twice", "Twice too much.", "Count again.")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    MEMORY.clear()
    yield
    MEMORY.clear()


def play(student: Student, inputs: Inputs) -> Observation:
    return {"value": student.call("f", inputs.normal(4)).value}


def counted(factor: float) -> tuple[Callable[[Any], Any], list[int]]:
    calls: list[int] = []

    def answer(x: Any) -> Any:
        calls.append(1)
        return factor * x

    return answer, calls


def key_of(right: Callable[[Any], Any], *mistakes: Callable[[Any], Any]) -> Key:
    key = Key("losses", right=right, batches=["logit"])
    key.exercise = "f"
    key.also(TWICE, *mistakes)
    return key


def finding(key: Key, answer: Callable[[Any], Any], seed: int, criterion: str = "value") -> list[str]:
    findings = Findings((TWICE,), 4.0, KeyOracle(key))
    with pytest.raises(GiveUp):
        findings.compare(Student(DirectChannel({"f": answer})), Inputs(seed), criterion, play)
    return [f.misconception for f in findings.findings()]


def test_one_play_a_seed_serves_every_student() -> None:
    """Two plays a seed: one to name the mistake, one on other inputs to confirm the name."""
    answer, calls = counted(2)
    key = key_of(lambda x: x, answer)
    assert [finding(key, lambda x: x + x, seed) for seed in (3, 3, 4, 4)] == [["twice"]] * 4
    assert len(calls) == 4


def test_the_right_answer_is_played_once_a_seed() -> None:
    right, calls = counted(1)
    key = key_of(right)
    for seed in (3, 3, 4):
        findings = Findings((), 4.0, KeyOracle(key))
        assert findings.agrees(Student(DirectChannel({"f": lambda x: x})), Inputs(seed), "value", play)
        assert finding(key, lambda x: x + 1, seed) == ["unrecognised"]
    assert len(calls) == 2


def test_another_criterion_is_another_play() -> None:
    answer, calls = counted(2)
    key = key_of(lambda x: x, answer)
    for criterion in ("value", "slope"):
        finding(key, lambda x: x + x, 3, criterion)
    assert len(calls) == 4


def test_keys_made_alike_are_told_apart() -> None:
    assert finding(key_of(lambda x: x, lambda x: 2 * x), lambda x: x + x, 3) == ["twice"]
    assert finding(key_of(lambda x: x, lambda x: 3 * x), lambda x: x + x, 3) == ["unrecognised"]


def test_a_mistake_that_raises_is_remembered_with_its_error() -> None:
    def broken(_x: Any) -> Any:
        return 1 / 0

    key = key_of(lambda x: x, broken)
    assert [finding(key, lambda x: 5 / 0, 3) for _ in range(2)] == [["twice"]] * 2


def test_plays_of_a_fork_serve_the_next() -> None:
    answer, calls = counted(2)
    key = key_of(lambda x: x, answer)

    def child() -> Any:
        finding(key, lambda x: x + x, 3)
        return MEMORY.take_new()

    MEMORY.learn(in_fork(child, 20))
    assert finding(key, lambda x: x + x, 3) == ["twice"]
    assert not calls


def test_the_oldest_is_forgotten() -> None:
    memory = Memory(room=2)
    for key in "abc":
        memory.recall(key, lambda: Remembered({"value": torch.zeros(1)}))
    played: list[str] = []
    memory.recall("c", lambda: played.append("c") or Remembered(None))
    memory.recall("a", lambda: played.append("a") or Remembered(None))
    assert played == ["a"]


def test_what_is_forgotten_is_no_news_either() -> None:
    """A grader serves class after class, and nobody takes its news."""
    memory = Memory(room=2)
    for key in "abc":
        memory.recall(key, lambda: Remembered(None))
    assert set(memory.take_new()) == {"b", "c"}
