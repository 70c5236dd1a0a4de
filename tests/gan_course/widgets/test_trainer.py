"""Who moves in which step, that runs repeat and rewind exactly, and that the notebook is left alone."""

import math

import pytest
import torch
from torch import nn

from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.capture import capture, restore
from gan_course.widgets.engine.losses import LOSSES
from gan_course.widgets.engine.optimizers import OPTIMIZERS
from gan_course.widgets.engine.trainer import StoppedError

from .helpers import moved, trainer, weights


@pytest.mark.parametrize("loss", LOSSES)
def test_each_step_moves_its_own_player_only(loss):
    t = trainer(loss=loss)
    g, d = weights(t.G), weights(t.D)
    t.step_d()
    assert moved(t.D, d)
    assert not moved(t.G, g)
    d = weights(t.D)
    t.step_g()
    assert moved(t.G, g)
    assert not moved(t.D, d)
    assert all(p.requires_grad for p in t.D.parameters()), "D must be trainable after G's turn"


@pytest.mark.parametrize("k", [1, 3])
def test_an_iteration_is_k_steps_of_d_and_one_of_g(k):
    t = trainer(k=k)
    t.iterate()
    assert (t.d_updates, t.g_updates, t.steps) == (k, 1, 1)


def test_g_may_take_several_steps_too():
    t = trainer(k=2, g_steps=3)
    t.iterate()
    assert (t.d_updates, t.g_updates, t.steps) == (2, 3, 1)
    t.step_g()
    assert t.steps == 1, "an iteration is whole only after G's last step"
    assert t.turns_left() == "ddgg"


def test_noise_is_of_the_kind_asked_for():
    z = trainer(noise="uniform").noise(4000)
    assert z.abs().max() <= 1
    assert z.std().item() == pytest.approx(1 / math.sqrt(3), abs=0.02)
    assert trainer().noise(4000).std().item() == pytest.approx(1, abs=0.05)


def test_d_steps_already_taken_by_hand_count():
    t = trainer(k=3)
    t.step_d()
    t.iterate()
    assert t.d_updates == 3


def test_the_same_seed_gives_the_same_run_whatever_the_notebook_draws():
    a, b = trainer(seed=4), trainer(seed=4)
    a_losses = [run(a) for _ in range(5)]
    torch.manual_seed(99)
    b_losses = [(torch.randn(3), run(b))[1] for _ in range(5)]
    assert a_losses == b_losses
    assert run(trainer(seed=5)) != a_losses[0]


def run(t):
    with t.private():
        t.iterate()
    return t.last["d"], t.last["g"]


def test_training_leaves_the_notebooks_random_numbers_and_threads_alone():
    torch.manual_seed(1)
    expected = torch.randn(3)
    threads = torch.get_num_threads()
    torch.manual_seed(1)
    t = trainer(generator=lambda latent, data: nn.Sequential(nn.Linear(latent, data), nn.Dropout(0.5)))
    run(t)
    assert torch.randn(3).equal(expected)
    assert torch.get_num_threads() == threads


def test_restoring_repeats_the_run_exactly_momentum_included():
    """Adam's averages and all random streams are part of a moment."""
    t = trainer()
    for _ in range(7):
        run(t)
    state = capture(t)
    first = [run(t) for _ in range(5)]
    restore(t, state)
    assert t.steps == 7
    assert [run(t) for _ in range(5)] == first
    restore(t, state)
    assert run(t) == first[0], "a capture must survive being used"


def test_restoring_under_another_optimiser_keeps_that_optimiser():
    t = trainer()
    run(t)
    state = capture(t)
    t.settings.g_optimizer = t.settings.d_optimizer = "momentum"
    t.refresh()
    restore(t, state)
    assert all(math.isfinite(x) for x in run(t))


def test_restoring_keeps_the_rate_on_the_control():
    t = trainer()
    state = capture(t)
    t.settings.g_lr = 0.5
    t.refresh()
    restore(t, state)
    assert t.g_optimizer.param_groups[0]["lr"] == 0.5


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimiser_trains(name):
    t = trainer(g_optimizer=name, d_optimizer=name)
    g = weights(t.G)
    t.iterate()
    assert moved(t.G, g)


def test_clipping_bounds_every_weight_of_the_critic():
    t = trainer(loss="wasserstein-clip", d_lr=1.0)
    t.step_d()
    assert max(p.abs().max().item() for p in t.D.parameters()) <= LOSSES["wasserstein-clip"].clip + 1e-7


def test_own_steps_receive_what_the_course_promises():
    """The signatures of the exercises: noise(n) gives z, loss is the loss of that player."""
    seen = {}

    def d_step(generator, discriminator, d_optimizer, real, noise, loss):
        seen["d"] = (real.shape, noise(3).shape, loss(torch.zeros(2), torch.zeros(2)).item())
        return 0.5

    def g_step(generator, discriminator, g_optimizer, n, noise, loss):
        seen["g"] = (n, loss(torch.zeros(2)).item())
        return torch.tensor(0.25)

    t = trainer(loss="minimax", steps={"d_step": d_step, "g_step": g_step})
    t.iterate()
    assert seen["d"] == ((32, 2), (3, 2), pytest.approx(math.log(4)))
    assert seen["g"] == (32, pytest.approx(-math.log(2)))
    assert t.last == {"d": 0.5, "g": 0.25}


def test_own_optimisers_are_used():
    made = []

    def optimizers(generator, discriminator):
        made.append((generator, discriminator))
        return torch.optim.SGD(generator.parameters(), 0.1), torch.optim.SGD(discriminator.parameters(), 0.1)

    t = trainer(steps={"optimizers": optimizers})
    assert made[-1] == (t.G, t.D)
    assert type(t.g_optimizer) is torch.optim.SGD


def test_a_loss_that_is_not_finite_stops_training_with_advice():
    t = trainer(loss=(lambda real, fake: fake.mean() * math.nan, lambda fake: fake.mean()))
    with pytest.raises(StoppedError, match=r"loss of D became nan at step 0.*lower the learning rate"):
        t.step_d()


def test_own_module_is_trained_in_place_and_reset_to_its_first_weights():
    own = nn.Linear(2, 2)
    first = weights(own)
    t = trainer(generator=own)
    t.iterate()
    assert t.G is own
    assert moved(own, first)
    t.reset()
    assert not moved(own, first)


@pytest.mark.parametrize(
    ("maker", "args"),
    [
        (lambda latent, data: nn.Linear(latent, data), 2),
        (lambda: nn.Linear(2, 2), 0),
        (lambda latent, data, hidden=4: nn.Linear(latent, data), 2),
    ],
)
def test_makers_are_called_with_the_sizes_they_ask_for(maker, args):
    assert trainer(generator=maker).G.out_features == 2


def test_flat_and_column_logits_train_alike():
    class Flat(nn.Linear):
        def forward(self, x):
            return super().forward(x)[:, 0]

    column, flat = (
        trainer(discriminator=lambda d: nn.Linear(d, 1)),
        trainer(discriminator=lambda d: Flat(d, 1)),
    )
    assert run(column) == pytest.approx(run(flat))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (nn.Linear(2, 3), r"got \(2, 3\): your generator must map \(2, 2\) to \(2, 2\)"),
        (nn.Linear(5, 2), r"your generator must map .*pass latent_dim="),
        (lambda latent, data: None, "your generator function must return a torch.nn.Module"),
        (7, "got 7: generator must be a torch.nn.Module or a function that makes one"),
    ],
)
def test_a_generator_that_cannot_be_used_is_refused_before_training(given, message):
    with pytest.raises(WidgetError, match=message):
        trainer(generator=given)


def test_the_shape_test_leaves_batch_norm_statistics_alone():
    own = nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
    trainer(generator=own)
    assert own[1].num_batches_tracked == 0
    assert own.training


def test_an_unknown_optimiser_is_refused():
    with pytest.raises(WidgetError, match="got 'lion': an optimiser must be one of adam, sgd"):
        trainer(g_optimizer="lion")
