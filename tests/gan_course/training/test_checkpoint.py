import os
import random

import numpy as np
import pytest
import torch

from gan_course.data import ring
from gan_course.errors import CheckpointError
from gan_course.training import R1, Run, Settings, load_network, save_network

from .conftest import mlp, same, weights

OPTIONS = {"steps": 40, "loss": "non_saturating", "decay": 0.1, "average": 0.9}
OPTIONS |= {"penalty": R1(0.1), "penalty_every": 3}


@pytest.fixture
def fresh(networks):
    def make(**changes):
        return Run(*networks(), ring(), Settings(**{**OPTIONS, **changes}))

    return make


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"noise": lambda n: torch.randn(n, 2)},
        {"optimizer": "sgd", "average": None},
        {"noise": lambda n: torch.from_numpy(np.random.randn(n, 2)).float()},
        {"noise": lambda n: torch.tensor([[random.gauss(0, 1) for _ in range(2)] for _ in range(n)])},
    ],
    ids=["plain", "torch's noise", "sgd", "numpy's noise", "python's noise"],
)
def test_a_resumed_run_gives_the_numbers_of_one_that_never_stopped(fresh, tmp_path, changes):
    whole = fresh(**changes).train(progress=False)

    first = fresh(**changes)
    first.train(17, progress=False)
    path = first.save(tmp_path / "run.pt")
    torch.rand(1000)  # the world goes on in between
    np.random.rand(7)
    random.gauss(0, 1)
    second = fresh(**changes, seed=99).load(path)
    second.train(progress=False)

    assert second.history.losses == whole.history.losses
    assert same(weights(second.generator), weights(whole.generator))
    assert torch.equal(second.sample(10), whole.sample(10))


def test_a_checkpoint_is_read_without_running_code(fresh, tmp_path):
    """torch.load with weights_only refuses a pickle that would call a function."""

    class Evil:
        def __reduce__(self):
            return (os.mkdir, (str(tmp_path / "owned"),))

    path = tmp_path / "evil.pt"
    torch.save({"format": 1, "generator": Evil()}, path)
    with pytest.raises(CheckpointError, match="cannot be read as a checkpoint"):
        fresh().load(path)
    assert not (tmp_path / "owned").exists()


def test_what_cannot_be_resumed_is_named(fresh, tmp_path):
    run = fresh()
    with pytest.raises(CheckpointError, match="there is no checkpoint"):
        run.load(tmp_path / "none.pt")
    (tmp_path / "broken.pt").write_bytes(b"half a file")
    with pytest.raises(CheckpointError, match="damaged"):
        run.load(tmp_path / "broken.pt")
    torch.save({"weights": 1}, tmp_path / "other.pt")
    with pytest.raises(CheckpointError, match="not a checkpoint of this version"):
        run.load(tmp_path / "other.pt")
    path = run.save(tmp_path / "run.pt")
    other = Run(mlp(2, 2, 32), mlp(2, 1, 32), ring(), Settings(**OPTIONS))
    with pytest.raises(CheckpointError, match="belongs to other networks") as caught:
        other.load(path)
    assert "\n" not in str(caught.value)


def with_entry(path, change):
    """Rewrite a checkpoint with a change to its entries."""
    state = torch.load(path, weights_only=True)
    change(state)
    torch.save(state, path)
    return path


def cut(state):
    state["random"]["run"] = state["random"]["run"][:16]  # as long as a CUDA generator's


MISFITS = {
    "CUDA's generator": (cut, r"entry 'random\.run' does not fit a run on cpu.*same_numbers=False"),
    "torch's numbers": (lambda s: s["random"].update(cpu=s["random"]["cpu"][:9]), r"'random\.cpu'"),
    "python's numbers": (lambda s: s["random"].update(python=[3, [1], None]), r"'random\.python'"),
    "numpy's numbers": (lambda s: s["random"].pop("numpy"), r"'random\.numpy'"),
    "other optimiser": (lambda s: s["d_optimizer"]["param_groups"][0].pop("betas"), "'d_optimizer' is of"),
    "other momentum": (
        lambda s: s["g_optimizer"]["state"][0].update(exp_avg=torch.zeros(5)),
        r"'g_optimizer' holds 'exp_avg' of shape \(5,\)",
    ),
    "no average": (lambda s: s.update(averaged=None), "saved without average= and this run is with"),
    "other network": (lambda s: s["discriminator"].pop("2.bias"), "'2.bias' is missing there"),
    "entry missing": (lambda s: s.pop("history"), "is damaged"),
    "history damaged": (lambda s: s["history"].update(measured=3), "is damaged"),
}


@pytest.mark.parametrize(("change", "says"), MISFITS.values(), ids=MISFITS.keys())
def test_what_does_not_fit_is_named_and_nothing_is_replaced(fresh, tmp_path, change, says):
    first = fresh()
    first.train(5, progress=False)
    path = with_entry(first.save(tmp_path / "run.pt"), change)
    run = fresh()
    run.train(2, progress=False)
    before = weights(run.generator) + weights(run.discriminator)
    losses, state = dict(run.history.losses), torch.get_rng_state()
    with pytest.raises(CheckpointError, match=says) as caught:
        run.load(path)
    assert "\n" not in str(caught.value)
    assert same(before, weights(run.generator) + weights(run.discriminator))
    assert run.history.losses == losses
    assert torch.equal(state, torch.get_rng_state())


def test_a_checkpoint_of_another_device_goes_on_with_other_numbers(fresh, tmp_path):
    first = fresh()
    first.train(5, progress=False)
    path = with_entry(first.save(tmp_path / "run.pt"), cut)
    second = fresh().load(path, same_numbers=False)
    assert same(weights(second.generator), weights(first.generator))
    assert second.step == 5
    second.train(3, progress=False)


def test_the_scale_of_fp16_is_kept(fresh, tmp_path, monkeypatch):
    """Without it, a resumed run would start again from 65536 and skip its first steps."""
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    run, other = fresh(), fresh()
    run._backward._scaler = scaler
    other._backward._scaler = torch.amp.GradScaler("cpu")
    other.load(run.save(tmp_path / "run.pt"))
    assert other._backward._scaler.get_scale() == 8.0


def test_an_older_checkpoint_survives_a_failed_write(fresh, tmp_path, monkeypatch):
    run = fresh()
    path = run.save(tmp_path / "run.pt")
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(CheckpointError, match="No space left"):
        run.save(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["run.pt"]


def test_a_generator_alone_goes_out_and_comes_back(fresh, tmp_path):
    run = fresh()
    run.train(3, progress=False)
    path = save_network(run.best_generator, tmp_path / "g.safetensors")
    again = load_network(mlp(2, 2), path)
    assert same(weights(again), weights(run.best_generator))


def test_network_files_that_do_not_fit_are_named(tmp_path):
    path = save_network(mlp(2, 2), tmp_path / "g.safetensors")
    with pytest.raises(CheckpointError, match="belongs to another network"):
        load_network(mlp(2, 2, 32), path)
    with pytest.raises(CheckpointError, match="there is no file"):
        load_network(mlp(2, 2), tmp_path / "none.safetensors")
    (tmp_path / "bad.safetensors").write_bytes(b"no")
    with pytest.raises(CheckpointError, match="damaged"):
        load_network(mlp(2, 2), tmp_path / "bad.safetensors")
