"""Rivals and references are played once a seed, and what one did is never taken for what another one does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import GiveUp, Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import DirectChannel, Student
from gan_grading.keys.memory import MEMORY, Memory, Play
from gan_grading.probes.probe import Duel, Observation, Rival
from gan_grading.selfcheck.fork import in_fork

TWICE = Misconception("twice", "Twice too much.", "Count again.")
THRICE = Misconception("thrice", "Three times too much.", "Count again.")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    MEMORY.clear()
    yield
    MEMORY.clear()


def play(student: Student, dice: Dice) -> Observation:
    return {"value": student.call("f", dice.normal(4)).value}


def counted(factor: float) -> tuple[Callable[[Any], Any], list[int]]:
    calls: list[int] = []

    def answer(x: Any) -> Any:
        calls.append(1)
        return factor * x

    return answer, calls


def finding(duel: Duel, answer: Callable[[Any], Any], seed: int) -> list[str]:
    sheet = Sheet((TWICE, THRICE), 4.0)
    with pytest.raises(GiveUp):
        duel.judge(Student(DirectChannel({"f": answer})), Dice(seed), sheet)
    return [f.misconception for f in sheet.findings()]


def test_one_play_a_seed_serves_every_student():
    answer, calls = counted(2)
    duel = Duel("f", "value", play, lambda x: x, (Rival(TWICE, answer),))
    assert [finding(duel, lambda x: x + x, seed) for seed in (3, 3, 4, 4)] == [["twice"]] * 4
    assert len(calls) == 2


def test_the_reference_beside_rivals_is_played_once_a_seed():
    right, calls = counted(1)
    duel = Duel("f", "value", play, right, (Rival(TWICE, lambda x: 2 * x),))
    for seed in (3, 3, 4):
        assert duel.agrees(Student(DirectChannel({"f": lambda x: x})), Dice(seed))
        assert not duel.agrees(Student(DirectChannel({"f": lambda x: x + 1})), Dice(seed))
    assert len(calls) == 2


def test_without_rivals_to_name_it_a_reference_is_played_each_time():
    right, calls = counted(1)
    for reference in (right, lambda x: -right(x)):
        seen = Student(DirectChannel({"f": lambda x: x}))
        assert Duel("f", "value", play, reference).agrees(seen, Dice(3)) is (reference is right)
    assert len(calls) == 2


def test_another_criterion_is_another_play():
    answer, calls = counted(2)
    rival = Rival(TWICE, answer)
    for criterion in ("value", "slope"):
        finding(Duel("f", criterion, play, lambda x: x, (rival,)), lambda x: x + x, 3)
    assert len(calls) == 2


def test_rivals_made_alike_are_told_apart():
    first = Duel("f", "value", play, lambda x: x, (Rival(TWICE, lambda x: 2 * x),))
    second = Duel("f", "value", play, lambda x: x, (Rival(TWICE, lambda x: 3 * x),))
    assert finding(first, lambda x: x + x, 3) == ["twice"]
    assert finding(second, lambda x: x + x, 3) == ["unrecognised"]


def test_a_rival_that_raises_is_remembered_with_its_error():
    def broken(_x: Any) -> Any:
        return 1 / 0

    duel = Duel("f", "value", play, lambda x: x, (Rival(TWICE, broken),))
    assert [finding(duel, lambda x: 5 / 0, 3) for _ in range(2)] == [["twice"]] * 2


def test_plays_of_a_fork_serve_the_next():
    answer, calls = counted(2)
    duel = Duel("f", "value", play, lambda x: x, (Rival(TWICE, answer),))

    def child() -> Any:
        finding(duel, lambda x: x * 7, 3)
        return MEMORY.take_new()

    MEMORY.learn(in_fork(child, 20))
    assert finding(duel, lambda x: x + x, 3) == ["twice"]
    assert not calls


def test_the_oldest_is_forgotten():
    memory = Memory(room=2)
    for key in "abc":
        memory.recall(key, lambda: Play({"value": torch.zeros(1)}))
    played: list[str] = []
    memory.recall("c", lambda: played.append("c") or Play(None))
    memory.recall("a", lambda: played.append("a") or Play(None))
    assert played == ["a"]


def test_what_is_forgotten_is_no_news_either():
    """A grader serves class after class, and nobody takes its news."""
    memory = Memory(room=2)
    for key in "abc":
        memory.recall(key, lambda: Play(None))
    assert set(memory.take_new()) == {"b", "c"}
