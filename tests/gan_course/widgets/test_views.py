"""What is drawn, checked on networks whose answer is known."""

import math

import pytest
import torch
from torch import nn

from gan_course.widgets.engine.line_views import LineViews
from gan_course.widgets.engine.views import LATENT_CELLS, SIDE, PlaneViews, latent_grid, window

from .helpers import trainer


class Fixed(nn.Module):
    """A network given by a function, with a parameter so that optimisers have something to hold."""

    def __init__(self, f):
        super().__init__()
        self.f = f
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, x):
        return self.f(x) * self.scale


def test_surface_is_the_sigmoid_of_the_logits_at_the_cell_centres():
    t = trainer(discriminator=lambda d: Fixed(lambda x: x[:, 0] + 10 * x[:, 1]))
    views = PlaneViews(t)
    surface = views.surface().values
    step = (views.high - views.low) / SIDE
    x, y = (views.low + step * torch.tensor([3.5, 7.5])).tolist()
    assert surface[7, 3].item() == pytest.approx(1 / (1 + math.exp(-(x + 10 * y))), rel=1e-4)


def test_a_critic_is_shown_from_its_lowest_to_its_highest_value():
    views = PlaneViews(trainer(loss="wasserstein-gp", discriminator=lambda d: Fixed(lambda x: 7 * x[:, 0])))
    surface = views.surface()
    assert (surface.values.min().item(), surface.values.max().item()) == pytest.approx((0, 1), abs=1e-6)
    assert surface.low < 0 < surface.high


def test_best_surface_is_one_half_where_both_are_equally_dense_and_unknown_far_away():
    source_like = trainer("gaussians")
    cloud = source_like.source.sample(4000, torch.Generator().manual_seed(8))
    views = PlaneViews(trainer("gaussians", generator=lambda a, b: Fixed(lambda z: cloud[: len(z)])))
    values = views.best_surface().values
    known = values[~values.isnan()]
    dense = views._real_cells > 3e-3
    assert values[dense].mean().item() == pytest.approx(0.5, abs=0.05)
    assert values.isnan().sum() > 100
    assert known.min() >= 0
    assert known.max() <= 1


def test_best_surface_tells_places_with_only_one_of_the_two():
    views = PlaneViews(
        trainer("gaussians", generator=lambda a, b: Fixed(lambda z: 0 * z + torch.tensor([1.2, -0.8])))
    )
    values = views.best_surface().values.nan_to_num(0.5)
    cell = ((torch.tensor([1.2, -0.8]) - views.low) / (views.high - views.low) * SIDE).long()
    assert values[cell[1], cell[0]] < 0.1
    cell = ((torch.tensor([1.2, 0.8]) - views.low) / (views.high - views.low) * SIDE).long()
    assert values[cell[1], cell[0]] > 0.9


def test_arrows_are_minus_the_slope_of_the_loss_at_each_point():
    """D(x) = w·x: the saturating loss pushes with σ(a)·w, the non-saturating with (1−σ(a))·w."""
    w = torch.tensor([1.0, -2.0])
    for name, factor in [("minimax", torch.sigmoid), ("non-saturating", lambda a: torch.sigmoid(-a))]:
        views = PlaneViews(trainer(loss=name, discriminator=lambda d: Fixed(lambda x: x @ w)))
        arrows = views.arrows(20)
        expected = factor(arrows[:, :2] @ w)[:, None] * w
        assert torch.allclose(arrows[:, 2:], expected, atol=1e-4)


def test_manifold_of_the_identity_is_the_latent_grid_in_equal_shares():
    views = PlaneViews(trainer(generator=lambda a, b: Fixed(lambda z: z)))
    assert views.manifold().shape == (LATENT_CELLS + 1, LATENT_CELLS + 1, 2)
    z = latent_grid(2, 8).reshape(9, 9, 2)
    share = torch.distributions.Normal(0.0, 1.0).cdf(z[0, 1:-1, 0]).diff()
    assert torch.allclose(share, torch.full_like(share, 1 / 8), atol=1e-5)


def test_uniform_noise_is_cut_into_equal_cells():
    assert torch.allclose(latent_grid(1, 2, "uniform")[1:-1, 0], torch.tensor([-0.5, 0.0, 0.5]))


def test_verdicts_count_every_point_and_the_share_on_the_right_side():
    """D(x) is high right of 0: of the two blobs one lies on each side, and G sits on the left."""
    left = torch.tensor([-1.2, -0.8])
    views = PlaneViews(
        trainer(
            "gaussians",
            generator=lambda a, b: Fixed(lambda z: 0 * z + left),
            discriminator=lambda d: Fixed(lambda x: 20 * x[:, 0]),
        )
    )
    verdicts = views.verdicts()
    assert verdicts.real.sum().item() == pytest.approx(1)
    assert verdicts.fake[0].item() == pytest.approx(1)
    assert verdicts.right == pytest.approx(0.75, abs=0.05)


def test_a_critic_is_on_no_side():
    assert PlaneViews(trainer(loss="wasserstein-gp")).verdicts().right is None


@pytest.mark.parametrize("latent", [1, 2, 5])
def test_manifold_exists_for_any_latent_dimension(latent):
    assert PlaneViews(trainer(latent_dim=latent)).manifold().shape[-1] == 2


def test_looking_changes_nothing_that_training_uses():
    a, b = trainer(seed=2), trainer(seed=2)
    views = PlaneViews(a)
    for look in (
        views.samples,
        views.surface,
        views.best_surface,
        views.manifold,
        views.arrows,
        views.numbers,
    ):
        look()
    with a.private():
        a.iterate()
    with b.private():
        b.iterate()
    assert a.last == b.last


def test_numbers_of_a_perfect_and_of_a_collapsed_generator():
    ring = trainer()
    cloud = ring.source.sample(4000, torch.Generator().manual_seed(8))
    perfect = PlaneViews(trainer(generator=lambda a, b: Fixed(lambda z: cloud[: len(z)]))).numbers()
    views = PlaneViews(trainer(generator=lambda a, b: Fixed(lambda z: 0 * z + torch.tensor([2.0, 0.0]))))
    collapsed = views.numbers()
    assert perfect["modes"] == 8
    assert perfect["kl"] == pytest.approx(views.floor["kl"], abs=0.03)
    assert (collapsed["modes"], collapsed["good"]) == (1, 1)
    assert collapsed["js"] > 0.4


def test_each_mode_is_captured_touched_or_neither():
    modes = trainer().source.modes
    few = torch.cat([modes[:1].repeat(1990, 1), modes[1:2].repeat(10, 1)])
    views = PlaneViews(trainer(generator=lambda a, b: Fixed(lambda z: few[: len(z)])))
    assert views.mode_hits() == [2, 1, 0, 0, 0, 0, 0, 0]
    assert PlaneViews(trainer(data="moons")).mode_hits() == [], "a curve has no separate modes"


def test_a_generator_gone_to_nan_is_still_counted():
    views = PlaneViews(trainer(generator=lambda a, b: Fixed(lambda z: z * math.nan)))
    numbers = views.numbers()
    assert numbers["modes"] == 0
    assert all(math.isfinite(value) for value in numbers.values())


def test_window_is_square_and_holds_everything():
    low, high = window(torch.tensor([[0.0, -5.0], [1.0, 5.0]]))
    assert torch.allclose(high - low, (high - low)[0].expand(2))
    assert low[1] < -5
    assert high[1] > 5


def test_densities_on_the_line_integrate_to_one_and_d_star_follows_them():
    views = LineViews(
        trainer("two bumps", dim=1, latent_dim=1, generator=lambda a, b: Fixed(lambda z: 0.4 * z + 1.5))
    )
    curves = views.curves()
    assert curves.p_data.sum().item() * views.width == pytest.approx(1, abs=0.01)
    assert curves.p_g.sum().item() * views.width == pytest.approx(1, abs=0.01)
    at = int(((1.5 - views.low[0]) / views.width).item())
    # p_g is one bump of the same width as the right half of the data, so there p_data = p_g / 2
    assert curves.d_star[at].item() == pytest.approx(1 / 3, abs=0.02)
    left = int(((-1.5 - views.low[0]) / views.width).item())
    assert curves.d_star[left].item() > 0.99


def test_threads_join_z_to_where_it_goes():
    views = LineViews(
        trainer("one bump", dim=1, latent_dim=3, generator=lambda a, b: Fixed(lambda z: 2 * z[:, :1]))
    )
    threads = views.threads(8)
    assert torch.allclose(threads[:, 1], 2 * threads[:, 0])
