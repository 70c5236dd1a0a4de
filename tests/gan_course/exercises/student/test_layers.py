"""Networks for pictures with given weights, files of one probe, and a run on another device."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from gan_course.exercises.student.handle import DirectChannel, Student, StudentFault


class CpuInside(nn.Module):
    def forward(self, x):
        return x + torch.zeros(len(x), 1)


@pytest.fixture
def student() -> Student:
    return Student(DirectChannel({"twice": lambda x: 2 * x, "inside": CpuInside(), "plain": nn.Linear(3, 2)}))


def test_a_network_has_the_weights_it_was_given(student):
    weight, scale = torch.randn(3, 2, 4, 4), torch.rand(2)
    layers = [("unflatten", 3, 1, 1), ("conv_transpose", weight, None, 1, 0), ("relu",)]
    layers += [("batch_norm", scale, torch.ones(2), torch.zeros(2), torch.full((2,), 4.0)), ("flatten",)]
    module = student.network(layers, channels_last=True)
    state = student.state(module)
    assert torch.equal(state["1.weight"], weight)
    assert torch.equal(state["3.running_var"], torch.full((2,), 4.0))
    assert student.call(module, torch.randn(5, 3)).value.shape == (5, 32)


def test_making_a_network_draws_no_numbers_of_the_students(student):
    layers = [("conv", torch.randn(2, 1, 3, 3), torch.zeros(2), 2, 1)]
    student.random_seed(5)
    student.network(layers)
    after = torch.rand(1)
    student.random_seed(5)
    assert torch.equal(after, torch.rand(1))


def test_a_maker_gives_a_fresh_network_each_time(student):
    make = student.network_maker([("linear", torch.ones(1, 2), None)])
    first, second = student.call(make).value, student.call(make).value
    student.scramble(first, 1.0, seed=0)
    assert torch.equal(student.state(second)["0.weight"], torch.ones(1, 2))


def test_outputs_for_several_fillings_leave_the_network_as_it_was(student):
    layers = [("conv", torch.ones(2, 1, 3, 3), torch.zeros(2), 1, 1)]
    layers += [("batch_norm", torch.ones(2), torch.zeros(2), torch.zeros(2), torch.ones(2))]
    module, x = student.network(layers), torch.randn(5, 1, 4, 4)
    before = student.state(module)
    outs = student.scrambled_outputs(module, [x], 2.0, [0, 1, 0])
    assert torch.equal(outs[0], outs[2])
    assert not torch.equal(outs[0], outs[1])
    after = student.state(module)
    assert all(torch.equal(after[name], value) for name, value in before.items())
    student.scramble(module, 2.0, seed=1)
    assert torch.equal(student.call(module, x).value, outs[1])


def test_files_cross_as_bytes_and_go_with_the_probe(student):
    folder = student.folder()
    assert student.read_file(f"{folder}/none") is None
    student.write_file(f"{folder}/some", b"\x00digits\xff")
    assert student.read_file(f"{folder}/some") == b"\x00digits\xff"
    student.forget()
    assert not Path(folder).exists()


def test_a_tensor_made_on_the_cpu_meets_another_device_in_a_dry_run(student):
    plain = student.get("plain").value
    assert student.dry_run(plain, torch.ones(4, 3)) == {"device": "meta", "shape": [4, 2]}
    assert student.call(plain, torch.ones(4, 3)).value.shape == (4, 2)  # and stays where it is
    with pytest.raises(StudentFault, match=r"cpu.*meta"):
        student.dry_run(student.get("inside").value, torch.ones(4, 3))
