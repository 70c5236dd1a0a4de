"""The worker answers every request, and what goes wrong is part of the answer."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from gan_course.exercises.student.cells import run_source
from gan_course.exercises.student.handle import DirectChannel, NumpyValue, Ref, Student, StudentFault

SOURCE = """
import copy
import torch
import torch.nn.functional as F
from torch import nn

def loss(a):
    return F.softplus(-a).mean()

def scaled(x, factor=1.0):
    return x * factor

def broken(a):
    value = a.sum()
    return value.no_such_thing

def stops(a):
    raise SystemExit(3)

def unfinished(a):
    raise NotImplementedError()

def spoil(a):
    a.zero_()
    return a

def build():
    return nn.Linear(2, 1)

def copied_call(module, x):
    return copy.deepcopy(module)(x)

def pair(module):
    return torch.optim.SGD(module.parameters(), lr=0.5), "text"
"""


@pytest.fixture
def student() -> Student:
    namespace: dict = {}
    run_source("answers", SOURCE, namespace)
    return Student(DirectChannel(namespace))


def test_a_function_is_called_with_its_arguments(student):
    got = student.call("scaled", torch.tensor([1.0, 2.0]), factor=3.0)
    assert got.value.tolist() == [3.0, 6.0]


def test_slopes_are_those_of_autograd(student):
    a = torch.tensor([-6.0, 0.0, 2.0])
    slopes = student.slopes("loss", a)
    assert torch.allclose(slopes.args[0], -(1 - torch.sigmoid(a)) / 3)
    assert slopes.attached


def test_slopes_of_a_vector_need_weights(student):
    x = torch.tensor([1.0, 2.0])
    assert not student.slopes("scaled", x, 2.0).attached
    weighted = student.slopes("scaled", x, 2.0, weights=torch.tensor([1.0, 10.0]))
    assert weighted.args[0].tolist() == [2.0, 20.0]


def test_an_error_names_the_students_own_line(student):
    with pytest.raises(StudentFault) as caught:
        student.call("broken", torch.ones(2))
    assert caught.value.kind == "raised"
    assert caught.value.type_name == "AttributeError"
    assert caught.value.source == "return value.no_such_thing"


def test_system_exit_is_an_error_of_the_answer(student):
    with pytest.raises(StudentFault) as caught:
        student.call("stops", torch.ones(1))
    assert caught.value.type_name == "SystemExit"


def test_a_missing_name_is_said(student):
    with pytest.raises(StudentFault, match="`nothing` is not defined"):
        student.call("nothing")


def test_inputs_changed_in_place_stay_what_they_were(student):
    a = torch.ones(3)
    student.call("spoil", a)
    assert a.tolist() == [1.0, 1.0, 1.0]


def test_objects_come_back_as_references_and_can_be_used_again(student):
    module = student.call("build").value
    assert isinstance(module, Ref)
    optimizer, text = student.call("pair", module).value
    assert (optimizer.kind, text) == ("optimizer", "text")
    before = student.state(module)
    student.set_gradients(module, 2.0)
    student.call(optimizer, method="step")
    assert torch.allclose(student.state(module)["weight"], before["weight"] - 1.0)


def test_numpy_results_are_marked(student):
    namespace: dict = {}
    run_source("answers", "import numpy as np\ndef f(a):\n    return np.float32(2)", namespace)
    assert isinstance(Student(DirectChannel(namespace)).call("f", 1).value, NumpyValue)


def test_forgotten_objects_are_gone(student):
    module = student.call("build").value
    student.forget()
    with pytest.raises(StudentFault, match="no object"):
        student.state(module)


def test_unknown_operations_are_refused(student):
    for name in ("_ask", "__init__", "nonsense"):
        with pytest.raises(StudentFault, match="no operation"):
            student._ask(name)


def test_spies_write_down_what_happens_in_order(student):
    noise = student.spy_source("noise", seed=5, dim=2)
    generator = student.spy_module("G", [("linear", torch.eye(2), torch.zeros(2)), ("tanh",)])
    z = student.call(noise, 4).value
    student.call(generator, z)
    first, second = student.tape()
    assert (first["who"], first["rows"], second["who"]) == ("noise", 4, "G")
    assert torch.equal(second["input"], z)
    assert student.tape() == []


def test_a_spy_source_repeats_for_its_seed_and_ignores_the_students_seed(student):
    one = student.spy_source("a", seed=5, dim=2)
    first = student.call(one, 3, seed=1).value
    again = student.call(student.spy_source("b", seed=5, dim=2), 3, seed=2).value
    assert torch.equal(first, again)


def test_a_paired_spy_loss_slopes_in_one_batch_by_the_other(student):
    real, fake = torch.tensor([1.0, 3.0]), torch.tensor([0.0])
    slopes = [
        student.slopes(student.spy_loss("loss", [(0.0, 1.0), (0.0, 1.0)], paired), real, fake).args[1]
        for paired in (0.0, 0.5)
    ]
    assert torch.allclose(slopes[1] - slopes[0], torch.tensor([0.5 * 2.0]))


def test_a_spy_loss_refuses_the_wrong_number_of_batches(student):
    loss = student.spy_loss("loss", [(0.0, 1.0), (1.0, 2.0)])
    with pytest.raises(StudentFault, match="2 batches"):
        student.call(loss, torch.ones(2))
    assert float(student.call(loss, torch.ones(2), fake_logits=torch.ones(2)).value) == 1.0


def test_a_spy_penalty_trains_the_critic_it_is_given(student):
    critic = student.spy_module("D", [("flatten",), ("linear", torch.ones(1, 4), torch.zeros(1))])
    penalty = student.spy_penalty("penalty", weight=3.0, share=0.25, target=1.0)
    real, fake = torch.ones(2, 1, 2, 2), torch.zeros(2, 1, 2, 2)
    slopes = student.slopes(penalty, critic, real, fake, of=critic)
    assert float(slopes.value) == 0.0  # D(1/4) = 1
    assert set(slopes.parameters) == {"net.1.weight", "net.1.bias"}
    assert [e["who"] for e in student.tape()] == ["penalty", "D"]


def test_a_spy_clip_writes_down_what_it_found(student):
    module = student.spy_module("D", [("linear", torch.tensor([[3.0, 0.5]]), torch.tensor([-2.0]))])
    student.call(student.spy_clip("clip", bound=1.0), module)
    assert student.tape()[0]["weights"].tolist() == [3.0, 0.5, -2.0]
    assert student.state(module)["net.0.weight"].tolist() == [[1.0, 0.5]]


def test_the_random_seed_can_be_read(student):
    assert student.random_seed(4321) == 4321
    student.call("build")
    assert student.random_seed() == 4321


def test_the_random_state_changes_with_every_draw(student):
    before = student.random_state()
    assert torch.equal(student.random_state(), before)
    torch.rand(1)
    assert not torch.equal(student.random_state(), before)


def test_arguments_left_out_of_the_slopes_are_plain_tensors():
    """So that code may do with labels what autograd does not know."""

    def loss(logits, labels):
        return (logits * torch.from_numpy(labels.numpy())).sum()

    student = Student(DirectChannel({"loss": loss}))
    slopes = student.slopes("loss", torch.ones(2), torch.tensor([1.0, 0.0]), only=(0,))
    assert slopes.args[0].tolist() == [1.0, 0.0]
    assert slopes.args[1] is None


def test_a_copy_of_a_spy_writes_on_the_same_tape(student):
    network = student.spy_module("G", [("linear", torch.ones(1, 2), None)])
    student.call("copied_call", network, torch.ones(3, 2))
    assert [event["who"] for event in student.tape()] == ["G"]


def test_the_worker_imports_nothing_of_the_grader():
    """The student process must hold no probe: a clean interpreter proves it."""
    code = "import sys, gan_worker; print([m for m in sys.modules if m.startswith('gan_grading')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_arguments_are_read_back_as_the_function_left_them(student):
    assert student.twice("spoil", torch.ones(3)).after[0].tolist() == [0.0, 0.0, 0.0]
    assert student.twice("scaled", torch.ones(3)).after[0].tolist() == [1.0, 1.0, 1.0]


def test_slopes_hand_over_copies_that_may_change_in_place(student):
    """In a notebook logits come from a network, and such tensors may be changed in place."""
    slopes = student.slopes("spoil", torch.ones(3), weights=torch.ones(3))
    assert slopes.args[0].tolist() == [0.0, 0.0, 0.0]


def test_what_an_answer_switches_in_torch_stays_on_its_side():
    def careless(x: torch.Tensor) -> torch.Tensor:
        torch.set_grad_enabled(False)
        torch.set_default_dtype(torch.float64)
        return x

    student = Student(DirectChannel({"f": careless, "g": lambda: torch.is_grad_enabled()}))
    student.call("f", torch.ones(2))
    assert torch.is_grad_enabled()
    assert torch.get_default_dtype() == torch.float32
    assert student.call("g").value is False
    student.forget()
    assert student.call("g").value is True
