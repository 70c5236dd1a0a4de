import contextlib
import random

import numpy as np
import pytest
import torch

from gan_course.seeding import random_state_kept, seed_everything


def test_same_seed_same_numbers_everywhere():
    def draws(seed):
        own = seed_everything(seed)
        return random.random(), np.random.rand(), torch.rand(1).item(), torch.rand(1, generator=own).item()

    assert draws(5) == draws(5)
    assert draws(5) != draws(6)


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "7", True, None])
def test_what_is_not_a_seed_is_refused(seed):
    with pytest.raises(ValueError, match="does not fit"):
        seed_everything(seed)


def test_state_is_put_back_after_an_error_too():
    before = torch.get_rng_state()
    with contextlib.suppress(RuntimeError), random_state_kept():
        torch.rand(10)
        raise RuntimeError
    assert torch.equal(before, torch.get_rng_state())
