"""LatentWalk, AdversarialSlider, InformationSlider and DensityGame without a browser."""

import math

import pytest
import torch
from torch import nn

from gan_course.device import pick_device
from gan_course.widgets import AdversarialSlider, DensityGame, InformationSlider, LatentWalk
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.attacks import fgsm, pgd
from gan_course.widgets.engine.images import as_pictures, pixels, sheet


def walk(**options):
    return LatentWalk(nn.Linear(6, 16), 6, **{"interactive": False, **options})


def test_places_span_a_plane_through_the_origin():
    w = walk()
    z = w.z(torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))
    assert z[0].abs().max() == 0
    assert (z[1] @ z[2]).item() == pytest.approx(0, abs=1e-5)
    assert torch.allclose(z[3], z[1] + z[2])


def test_another_plane_has_other_directions_and_the_same_one_again():
    place = torch.tensor([[1.0, 0.5]])
    assert not torch.allclose(walk(plane=0).z(place), walk(plane=1).z(place))
    assert torch.equal(walk(plane=1).z(place), walk(plane=1).z(place))


def test_two_latent_dimensions_are_shown_as_they_are():
    w = LatentWalk(nn.Linear(2, 16), 2, interactive=False)
    place = torch.tensor([[0.3, -0.2]])
    assert w.z(place).equal(place)


def test_walking_changes_the_picture_and_not_the_sheet():
    w = walk()
    now, behind = w.picture_now, w.sheet_now
    w.a = 1.0
    assert w.picture_now != now
    assert w.sheet_now == behind


def test_the_class_reaches_the_generator():
    asked = []

    def generator(z, y):
        asked.append(y.unique().tolist())
        return torch.zeros(len(z), 1, 4, 4)

    w = LatentWalk(generator, 3, classes=["thin", "thick"], interactive=False)
    w.label = 1
    assert asked[-1] == [1]
    with pytest.raises(WidgetError, match=r"got 2: label must lie in 0..1"):
        w.label = 2


def test_a_walk_leaves_batch_norm_alone():
    g = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16))
    LatentWalk(g, 4, interactive=False)
    assert g[1].num_batches_tracked == 0


@pytest.mark.parametrize(
    ("shape", "seen"),
    [((2, 1, 4, 4), (1, 4, 4)), ((2, 3, 4, 4), (3, 4, 4)), ((2, 5, 6), (1, 5, 6)), ((2, 16), (1, 4, 4))],
)
def test_common_shapes_are_pictures(shape, seen):
    assert as_pictures(torch.zeros(shape))[0].shape == seen


def test_other_shapes_are_refused():
    with pytest.raises(WidgetError, match=r"got \(2, 15\): pictures must have shape"):
        as_pictures(torch.zeros(2, 15))


def test_pixels_run_from_lowest_to_highest_and_lost_ones_are_black():
    packed = pixels(torch.tensor([[[-1.0, 0.0, 1.0, math.nan]]]), -1, 1)
    assert list(packed["bytes"]) == [0, 128, 255, 0]


def test_sheet_keeps_rows_and_columns():
    out = sheet(torch.arange(4.0).reshape(4, 1, 1, 1), 2)
    assert out[0].tolist() == [[0, 1], [2, 3]]


class Linear(nn.Module):
    """A classifier whose slopes are known: logits (w·x, −w·x)."""

    w = torch.tensor([1.0, -2.0, 0.0, 3.0])

    def forward(self, x):
        a = x.flatten(1) @ self.w
        return torch.stack([a, -a], dim=1)


X, Y = torch.full((2, 1, 2, 2), 0.5), torch.tensor([0, 1])


def test_fgsm_moves_each_pixel_by_epsilon_against_the_class():
    change = (fgsm(Linear(), X, Y, 0.1) - X).flatten(1)
    assert torch.allclose(change[0], torch.tensor([-0.1, 0.1, 0.0, -0.1]))
    assert torch.allclose(change[1], -change[0])
    aimed = (fgsm(Linear(), X, Y, 0.1, targeted=True) - X).flatten(1)
    assert torch.allclose(aimed, -change)


@pytest.mark.parametrize("attack", [fgsm, pgd])
def test_attacks_stay_in_the_box_and_in_the_range(attack):
    x = torch.rand(5, 1, 2, 2)
    out = attack(Linear(), x, torch.zeros(5, dtype=torch.long), 0.3)
    assert (out - x).abs().max() <= 0.3 + 1e-6
    assert out.min() >= 0
    assert out.max() <= 1


def attack_widget(**options):
    return AdversarialSlider(Linear(), X, Y, **{"interactive": False, **options})


def test_without_epsilon_nothing_changes():
    w = attack_widget()
    assert w.result["largest"] == 0
    assert w.result["clean"] == w.result["attacked"]


def test_moving_epsilon_changes_the_picture_and_the_bars():
    w = attack_widget(epsilon=0.2)
    assert w.result["largest"] == pytest.approx(0.2)
    assert w.result["attacked"][0] < w.result["clean"][0]
    w.target = 0
    assert w.result["attacked"][0] > w.result["clean"][0]


@pytest.mark.parametrize("target", [-1, 1])
@pytest.mark.parametrize("method", ["FGSM", "PGD"])
def test_attacks_run_and_are_drawn_where_the_model_lives(method, target):
    """Pictures and labels come from the CPU, the model may live on a GPU."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(4, 2)).to(pick_device().device)
    w = AdversarialSlider(model, X, Y, interactive=False, epsilon=0.1, method=method, target=target)
    assert w.result["largest"] == pytest.approx(0.1)
    assert w.picture().startswith(b"\x89PNG")


def test_own_attack_is_used_and_asked_to_aim_only_if_it_can():
    w = attack_widget(methods={"mine": lambda model, x, y, epsilon: x + epsilon}, epsilon=0.1)
    assert w.method == "mine"
    assert w.result["largest"] == pytest.approx(0.1)
    w.set_state({"target": 1})
    assert "this attack cannot aim" in w.error


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"epsilon": 0.7}, "epsilon must lie between 0 and 0.5"),
        ({"target": 2}, "target must lie between -1 and 1"),
        ({"method": "CW"}, "method must be one of FGSM, PGD"),
    ],
)
def test_wrong_attack_arguments_are_refused(options, message):
    with pytest.raises(WidgetError, match=message):
        attack_widget(**options)


def test_a_fair_coin_carries_one_bit():
    assert InformationSlider(0.5, 0.5, interactive=False).numbers() == pytest.approx(
        {"surprise": 1, "entropy": 1, "cross_entropy": 1, "kl": 0}
    )


def test_units_differ_by_log_two():
    bits, nats = (InformationSlider(0.3, 0.9, unit=u, interactive=False).numbers() for u in ("bits", "nats"))
    for name in bits:
        assert nats[name] == pytest.approx(bits[name] * math.log(2))


@pytest.mark.parametrize(("p", "q"), [(0.0, 0.0), (1.0, 1.0)])
def test_certainty_costs_nothing(p, q):
    """0·log 0 counts as 0."""
    now = InformationSlider(p, q, interactive=False).numbers()
    assert (now["entropy"], now["cross_entropy"]) == (0, 0)


def test_ruling_out_what_happens_costs_without_bound():
    w = InformationSlider(0.5, 0.0, interactive=False)
    assert w.numbers()["cross_entropy"] == math.inf
    assert w.result["numbers"]["cross_entropy"] == -1, "JSON has no infinity"


@pytest.mark.parametrize("options", [{"p": 1.2}, {"q": -0.1}, {"unit": "bans"}])
def test_wrong_coins_are_refused(options):
    with pytest.raises(WidgetError):
        InformationSlider(interactive=False, **options)


def test_density_game_learns_a_bump():
    """Half a thousand steps must bring JS well below that of the start (0.3 or more)."""
    game = DensityGame("one bump", interactive=True)
    start = game.numbers()[0]["js"]
    game.step(500)
    assert game.numbers()[-1]["js"] < start / 2
    assert len(game.frame["p_g"]) == len(game.frame["d_star"]) == 160 * 4


def test_density_game_takes_own_data_and_refuses_wrong_names():
    class Mine:
        def sample(self, n, generator=None):
            return torch.randn(n, 1, generator=generator)

    game = DensityGame(Mine(), interactive=False)
    assert game.options["data"][0] == "yours"
    game.data = "two bumps"
    game.data = "yours"
    assert isinstance(game.trainer.source, Mine)
    with pytest.raises(WidgetError, match="data must be one of one bump, two bumps"):
        game.data = "ring"


def test_density_game_says_how_far_d_is_from_the_best_d():
    """Only D learns: the distance falls, and the steps of D are counted."""
    game = DensityGame("two bumps", interactive=True)
    before = game.frame["apart"]
    for _ in range(150):
        game.run.half_step("d")
    game.publish()
    assert game.frame["d_updates"] == 150
    assert game.frame["apart"] < 0.5 * before
    assert DensityGame("two bumps", loss="wasserstein-gp", interactive=True).frame["apart"] is None


def test_density_games_still_draws_d_star_dashed_and_whole():
    from matplotlib.figure import Figure

    game = DensityGame("one bump", interactive=False)
    figure = Figure()
    game._draw(figure)
    judged = figure.axes[1]
    lines = {line.get_label(): line for line in judged.lines}
    assert lines["D*"].get_linestyle() == "--"
    assert judged.get_ylim()[1] > 1, "D* reaches 1 and must not be cut there"
    assert judged.get_title().startswith("after 0 steps of D, mean |D − D*| 0.")
