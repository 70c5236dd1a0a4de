"""What an answer is handed, and how it is read back."""

from __future__ import annotations

from typing import Any

import torch

from gan_course.exercises.student.handle import DirectChannel, Student


def _handle(answer: Any) -> Student:
    return Student(DirectChannel({"answer": answer}))


def test_a_change_that_a_second_call_undoes_is_seen() -> None:
    assert _handle(lambda x: x.neg_().sum()).twice("answer", torch.ones(3)).after[0].tolist() == [-1] * 3
    assert _handle(lambda x: x.sum()).twice("answer", torch.ones(3)).after[0].tolist() == [1] * 3


def test_an_optimiser_may_have_several_groups() -> None:
    student = _handle(lambda optimizer: [len(g["params"]) for g in optimizer.param_groups])
    critic = student.spy_module("D", [("linear", torch.ones(2, 2), torch.ones(2))] * 2)
    assert student.call("answer", student.optimizer("sgd", critic, lr=0.1)).value == [4]
    assert student.call("answer", student.optimizer("sgd", critic, lr=0.1, groups=2)).value == [2, 2]


def test_a_part_can_be_frozen() -> None:
    student = _handle(None)
    critic = student.spy_module("D", [("linear", torch.ones(2, 2), torch.ones(2))] * 2)
    student.freeze(critic, "net.1")
    assert {p.name for p in student.parameters(critic) if p.trainable} == {"net.0.weight", "net.0.bias"}


def test_one_layer_in_evaluation_mode_is_seen() -> None:
    student = _handle(lambda critic: [child.eval() for child in critic.children()] and None)
    critic = student.spy_module("D", [("linear", torch.ones(2, 2), torch.ones(2))])
    assert student.is_training(critic)
    student.call("answer", critic)
    assert not student.is_training(critic)


def test_a_loss_with_a_third_number_is_no_mean_over_samples() -> None:
    x = torch.tensor([1.0, 2.0, 6.0])

    def one_by_one(loss: Any, x: torch.Tensor) -> float:
        return float(sum(loss(value[None]) for value in x) / len(x))

    student = _handle(one_by_one)
    for term, alike in (((0.5, 1.0), True), ((0.5, 1.0, 2.0), False)):
        loss = student.spy_loss("loss", [term])
        whole = float(student.call(loss, x).value)
        assert (abs(student.call("answer", loss, x).value - whole) < 1e-5) is alike
