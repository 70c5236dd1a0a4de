"""A check plays on the CPU, also where the notebook's device is a GPU; the meta device stands in for one."""

import torch

from gan_course.exercises.check import play_check
from gan_course.exercises.experiment import Experiment
from gan_course.exercises.record import Record

GENERATOR = """
import torch
from torch import nn

device = torch.device("meta")


def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    ).to(device)
"""


def record(kind: str, exercise: str) -> Record:
    return Record(Experiment(kind, exercise), 1, "")


def test_network_built_on_the_notebooks_device_is_checked_on_the_cpu() -> None:
    names: dict[str, object] = {}
    exec(GENERATOR, names)
    judged = play_check(record("picture_generator", "make_generator"), names["make_generator"])
    assert judged.result.is_full, judged.result.findings
    assert names["device"] == torch.device("meta")


def test_default_device_is_put_aside_and_comes_back() -> None:
    names: dict[str, object] = {}
    exec(GENERATOR.replace(".to(device)", ""), names)
    torch.set_default_device("meta")
    try:
        judged = play_check(record("picture_generator", "make_generator"), names["make_generator"])
        assert torch.get_default_device() == torch.device("meta")
    finally:
        torch.set_default_device(None)
    assert judged.result.is_full, judged.result.findings


def test_tensor_left_on_the_cpu_in_forward_is_found() -> None:
    names: dict[str, object] = {}
    exec(GENERATOR.replace("nn.Tanh(),", "Sum(), nn.Tanh(),"), names)
    exec(
        "class Sum(nn.Module):\n    def forward(self, x):\n        return x + torch.zeros(1, 1, 1, 1)\n",
        names,
    )
    judged = play_check(record("picture_generator", "make_generator"), names["make_generator"])
    assert [f.misconception for f in judged.result.findings] == ["cpu_tensor_in_forward"]
