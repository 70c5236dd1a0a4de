"""The xy game against its closed form, and MinimaxGame without a browser."""

import math

import pytest
import torch

from gan_course.widgets import MinimaxGame
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.games import GAMES, field, play, slopes, verdict

XY = GAMES["xy"].value


def test_simultaneous_steps_on_xy_grow_by_the_same_factor_each_round():
    """Each round turns the point and multiplies its length by √(1+η²), so it always spirals out."""
    path = play(XY, "simultaneous", (1.0, 0.0), 0.2, 50)
    lengths = path.norm(dim=1)
    assert torch.allclose(lengths[1:] / lengths[:-1], torch.full((50,), math.sqrt(1.04), dtype=torch.float64))


def test_alternating_steps_on_xy_keep_a_quadratic_form_unchanged():
    """x² + y² − ηxy is conserved exactly, so the path stays on an ellipse."""
    eta = 0.2
    x, y = play(XY, "alternating", (1.0, 1.0), eta, 400).T
    form = x**2 + y**2 - eta * x * y
    assert torch.allclose(form, form[0].expand_as(form))


def test_damped_steps_on_xy_come_home():
    assert play(XY, "damped", (1.0, 1.0), 0.1, 300, damping=0.5)[-1].norm() < 1e-3


def test_damping_counts_only_where_asked_for():
    a = play(XY, "simultaneous", (1.0, 1.0), 0.1, 20, damping=0.9)
    assert torch.equal(a, play(XY, "simultaneous", (1.0, 1.0), 0.1, 20))


def test_slopes_agree_with_the_dirac_gan_by_hand():
    x, y = torch.tensor([0.7]), torch.tensor([-1.3])
    dx, dy = slopes(GAMES["dirac"].value, x, y)
    s = 1 / (1 + math.exp(0.7 * -1.3))  # f'(t) = σ(−t) at t = xy
    assert dx.item() == pytest.approx(-1.3 * s)
    assert dy.item() == pytest.approx(0.7 * s)


def test_field_points_down_for_x_and_up_for_y():
    rows = field(XY, 2.0, side=3)
    corner = rows[(rows[:, 0] == 2) & (rows[:, 1] == 2)][0]
    assert corner[2:].tolist() == [-2, 2]


def test_a_runaway_path_ends_and_says_so():
    path = play(XY, "simultaneous", (1.0, 1.0), 2.0, 200)
    assert path.isnan().any()
    assert verdict(path) == "leaves"


@pytest.mark.parametrize(
    ("method", "word"),
    [("simultaneous", "spirals out"), ("alternating", "circles"), ("damped", "comes home")],
)
def test_verdicts(method, word):
    assert verdict(play(XY, method, (1.0, 1.0), 0.1, 120, damping=0.3)) == word


def test_own_update_is_played():
    game = MinimaxGame(update=lambda x, y, eta: (x / 2, y / 2), interactive=False)
    assert game.method == "yours"
    assert game.path[1].tolist() == [0.5, 0.5]


def test_own_value_is_played():
    game = MinimaxGame(lambda x, y: x**2 - y**2, interactive=False, eta=0.1)
    assert game.game == "yours"
    assert game.path[1].tolist() == pytest.approx([0.8, 0.8])


def test_changing_a_control_plays_again():
    game = MinimaxGame(interactive=False)
    game.method = "alternating"
    assert game.result["verdict"] == "circles"
    game.start = [0.0, 0.5]
    assert game.path[0].tolist() == [0.0, 0.5]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"start": (9, 0)}, "start must be two numbers within ±3"),
        ({"eta": 0}, "eta must lie between 0.001 and 2"),
        ({"method": "extragradient"}, "method must be one of simultaneous, alternating, damped"),
        ({"game": "chess"}, "game must be one of xy, dirac, saddle"),
        ({"update": 3}, "update must be a function"),
    ],
)
def test_wrong_arguments_are_refused(options, message):
    with pytest.raises(WidgetError, match=message):
        MinimaxGame(interactive=False, **options)
