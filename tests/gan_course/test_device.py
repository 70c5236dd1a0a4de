import pytest
import torch

from gan_course.device import multiplies_bf16, pick_device
from gan_course.errors import DeviceError


def test_choice_without_wish_is_usable_and_gives_a_reason():
    choice = pick_device()
    assert torch.ones(2, device=choice.device).sum().item() == 2
    assert choice.reason
    assert str(choice.device) in str(choice)


def test_cuda_is_taken_before_mps_and_cpu(monkeypatch):
    """The order of preference must not depend on what this machine has."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda: "Test GPU")
    choice = pick_device()
    assert choice.device.type == "cuda"
    assert "Test GPU" in choice.reason


def test_mps_is_taken_where_there_is_no_cuda(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    assert pick_device().device.type == "mps"


def test_cpu_is_taken_last_and_says_why(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    choice = pick_device()
    assert choice.device.type == "cpu"
    assert "no GPU" in choice.reason


@pytest.mark.parametrize("wish", ["toaster", "cuda:99", "cpu:3", "meta"])
def test_what_is_not_there_is_refused_in_one_line(wish):
    with pytest.raises(DeviceError) as caught:
        pick_device(wish)
    assert "\n" not in str(caught.value)
    assert wish in str(caught.value)
    assert "'cpu'" in str(caught.value)  # the mend


@pytest.mark.parametrize(
    ("able", "expected"),
    [({"avx512_bf16": True}, True), ({"amx_bf16": True}, True), ({"avx512_f": True}, False), ({}, False)],
)
def test_bf16_is_for_processors_that_multiply_it(monkeypatch, able, expected):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able, raising=False)
    assert multiplies_bf16(torch.device("cpu")) is expected


def test_an_older_torch_that_cannot_tell_means_no(monkeypatch):
    monkeypatch.delattr(torch.cpu, "get_capabilities", raising=False)
    assert not multiplies_bf16(torch.device("cpu"))


@pytest.mark.parametrize(("generation", "expected"), [((7, 5), False), ((8, 0), True), ((9, 0), True)])
def test_gpus_multiply_bf16_since_ampere(monkeypatch, generation, expected):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _device: generation)
    assert multiplies_bf16(torch.device("cuda")) is expected
