"""Two processes on the CPU, through accelerate: different batches, the same networks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from gan_course.data import ring
from gan_course.training.loss_pairs import losses

from .two_processes import pair

pytest.importorskip("accelerate")
SCRIPT = Path(__file__).with_name("two_processes.py")


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    folder = tmp_path_factory.mktemp("processes")
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    command = [*launcher, str(SCRIPT), str(folder)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "ACCELERATE_USE_CPU": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads((folder / f"{rank}.json").read_text()) for rank in (0, 1)]


@pytest.mark.slow
@pytest.mark.parametrize("case", ["plain", "r1", "shared"])
def test_both_processes_end_with_the_same_networks(ended, case):
    first, second = ended[0][case], ended[1][case]
    for network in ("g", "d"):
        torch.testing.assert_close(first[network], second[network])


@pytest.mark.slow
@pytest.mark.parametrize("case", ["plain", "r1", "shared"])
def test_each_process_saw_its_own_batches(ended, case):
    assert ended[0][case]["losses"] != ended[1][case]["losses"]


@pytest.mark.slow
def test_two_processes_do_what_one_would_with_both_batches(ended):
    """Replayed by hand: each step's gradient is the mean over the two processes' batches."""
    generator, discriminator = pair()
    pair_of_losses, data = losses("non_saturating"), ring()
    own = [torch.Generator().manual_seed(rank) for rank in (0, 1)]

    def step(network, loss_of):
        parameters = list(network.parameters())
        each = [torch.autograd.grad(loss_of(rank), parameters) for rank in (0, 1)]
        with torch.no_grad():
            for p, a, b in zip(parameters, *each, strict=True):
                p -= 0.1 * (a + b) / 2

    for _ in range(8):
        step(
            discriminator,
            lambda rank: pair_of_losses.d(
                discriminator(data.sample(16, own[rank])),
                discriminator(generator(torch.randn(16, 2, generator=own[rank])).detach()),
            ),
        )
        step(
            generator,
            lambda rank: pair_of_losses.g(discriminator(generator(torch.randn(16, 2, generator=own[rank])))),
        )

    for network, values in ((generator, ended[0]["plain"]["g"]), (discriminator, ended[0]["plain"]["d"])):
        for p, value in zip(network.parameters(), values, strict=True):
            torch.testing.assert_close(p.detach().flatten(), torch.tensor(value), rtol=1e-4, atol=1e-5)
