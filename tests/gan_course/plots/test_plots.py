"""Pictures are judged by what was drawn: curves, points, labels, and whose Axes they are on."""

import matplotlib
import numpy as np
import pytest
import torch

matplotlib.use("Agg")
import matplotlib.pyplot as plt

from gan_course import plots
from gan_course.data import gaussian_mixture_1d, ring
from gan_course.errors import ShapeError
from gan_course.plots import style


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


@pytest.fixture
def ax():
    return plt.subplots()[1]


def labels(ax):
    return ax.get_legend_handles_labels()[1]


def test_samples_draws_each_set_on_the_given_axes(ax):
    data = ring()
    drawn = plots.samples(data.sample(50), data.sample(20), modes=data.modes, ax=ax, limit=3, title="t")
    assert drawn is ax
    assert [len(c.get_offsets()) for c in ax.collections] == [50, 20, 8]
    assert labels(ax) == ["data", "generated", "modes"]
    assert ax.get_xlim() == (-3, 3)


def test_samples_takes_tensors_with_a_graph_and_arrays():
    assert plots.samples(torch.zeros(3, 2, requires_grad=True), np.ones((4, 2)))


def test_surface_shows_what_the_discriminator_says(ax):
    plots.surface(lambda x: x[:, 0] * 5, real=torch.ones(5, 2), fake=-torch.ones(5, 2), ax=ax)
    assert labels(ax) == ["data", "generated"]


def test_surface_leaves_the_network_as_it_was():
    """Drawing a batch-norm D must move neither its statistics nor its mode."""
    network = torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
    before = {k: v.clone() for k, v in network.state_dict().items()}
    plots.surface(network, resolution=10)
    assert network.training
    assert all(torch.equal(before[k], v) for k, v in network.state_dict().items())


def test_densities_draws_p_on_the_left_and_d_on_the_right(ax):
    p, q = gaussian_mixture_1d([0.0], 1.0), gaussian_mixture_1d([1.0], 1.0)
    x = torch.linspace(-4, 4, 101)
    best = p.density(x) / (p.density(x) + q.density(x))
    plots.densities(x, p.density(x), q.density, d=lambda v: v.sigmoid(), d_star=best, ax=ax)
    assert labels(ax) == ["p_data", "p_g", "D", "D*"]
    np.testing.assert_allclose(ax.lines[0].get_ydata(), p.density(x).numpy(), rtol=1e-5)
    right = next(a for a in ax.figure.axes if a is not ax)
    np.testing.assert_allclose(right.lines[1].get_ydata(), best.numpy(), rtol=1e-5)


def test_densities_refuses_a_curve_of_another_length():
    with pytest.raises(ShapeError, match="p_data has 3 values for 5 grid points"):
        plots.densities(torch.zeros(5), torch.zeros(3))


def test_losses_puts_k_values_an_iteration_on_one_axis(ax):
    """D has two losses an iteration here; both curves must end at the last iteration."""
    plots.losses({"d": [1.0] * 200, "g": [2.0] * 100}, ax=ax, smooth=1, equilibrium=1.386)
    ends = [line.get_xdata()[-1] for line in ax.lines[:2]]
    assert ends == [100, 100]
    assert labels(ax) == ["discriminator", "generator", "equilibrium"]


def test_running_mean_flattens_noise(ax):
    noise = np.random.default_rng(0).normal(size=1000)
    plots.losses({"d": noise, "g": noise}, ax=ax, smooth=100)
    assert np.std(ax.lines[1].get_ydata()) < 0.3


def test_an_empty_history_is_refused():
    with pytest.raises(ShapeError, match="history is empty"):
        plots.losses({"d": [], "g": []})


@pytest.mark.parametrize("shape", [(7, 64), (7, 8, 8), (7, 1, 8, 8), (7, 3, 8, 8)])
def test_images_takes_every_usual_shape(shape):
    assert plots.images(torch.rand(shape)).images


def test_images_keeps_each_picture_in_its_place():
    x = torch.zeros(2, 1, 3, 3)
    x[1] = 1
    sheet = plots.images(x, columns=2, value_range=(0, 1)).images[0].get_array()
    assert sheet.shape == (3, 7)
    assert sheet[:, :3].max() == 0
    assert sheet[:, 4:].min() == 1


def test_images_refuses_what_is_not_pictures():
    with pytest.raises(ShapeError, match="pictures have shape"):
        plots.images(torch.zeros(3, 7))


def test_bars_writes_the_numbers(ax):
    plots.bars({"a": 0.25, "b": float("nan")}, ax=ax, limit=1)
    assert [t.get_text() for t in ax.texts] == ["0.25", "nan"]


def test_series_draws_named_curves(ax):
    plots.series({"x": [1, 2, 3]}, [10, 20, 30], ax=ax, log=True)
    assert ax.lines[0].get_xdata().tolist() == [10, 20, 30]


def test_the_users_own_settings_stay_as_they_were():
    before = dict(plt.rcParams)
    plots.losses({"d": [1.0, 2.0], "g": [1.0, 2.0]})
    assert dict(plt.rcParams) == before


def test_shades_speak_the_colours_of_the_points():
    """What D believes real is tinted as real points are drawn, in figures and stills alike."""
    from matplotlib.colors import to_hex

    from gan_course.widgets import _stills

    shades = plots.verdicts()
    assert (to_hex(shades(0.0)).upper(), to_hex(shades(1.0)).upper()) == (style.FAKE, style.REAL)
    assert (_stills.FAKE, _stills.REAL) == (style.FAKE, style.REAL)
    ax = plots.surface(lambda x: x[:, :1])
    assert {c.get_cmap().name for c in ax.collections if c.get_cmap().name == "verdicts"}
