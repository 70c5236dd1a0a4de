import os

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
    "changes", [{}, {"noise": lambda n: torch.randn(n, 2)}, {"optimizer": "sgd", "average": None}]
)
def test_a_resumed_run_gives_the_numbers_of_one_that_never_stopped(fresh, tmp_path, changes):
    whole = fresh(**changes).train(progress=False)

    first = fresh(**changes)
    first.train(17, progress=False)
    path = first.save(tmp_path / "run.pt")
    torch.rand(1000)  # the world goes on in between
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
