"""GANExplorer without a browser: commands, settings, rewinding, own parts, errors."""

import asyncio
import csv
import time

import pytest
import torch
from matplotlib.figure import Figure
from torch import nn
from traitlets import TraitError

from gan_course.errors import GanCourseError
from gan_course.widgets import GANExplorer
from gan_course.widgets._packing import UNIT, UNKNOWN


def explorer(**options):
    return GANExplorer(**{"g_width": 8, "d_width": 8, "batch": 16, "interactive": True, **options})


def press(e, what, **more):
    e._on_message(e, {"do": what, **more}, [])


def test_buttons_train_whom_they_say():
    e = explorer(k=2)
    press(e, "step_d")
    assert (e.frame["d_updates"], e.frame["g_updates"]) == (1, 0)
    press(e, "step_g")
    assert (e.frame["d_updates"], e.frame["g_updates"]) == (1, 1)
    press(e, "step")
    assert (e.frame["d_updates"], e.frame["g_updates"]) == (3, 2)
    press(e, "reset")
    assert (e.frame["step"], e.frame["moments"]) == (0, 1)


def test_steps_before_showing_are_the_steps_pressed():
    """The still picture shows the state an interactive reader reaches by pressing Step."""
    a, b = explorer(steps=3), explorer()
    for _ in range(3):
        press(b, "step")
    assert a.frame["fake"] == b.frame["fake"]
    assert a.frame["surface"] == b.frame["surface"]


def test_rewinding_shows_the_old_state_and_forgets_the_future_only_on_going_on():
    e = explorer()
    for _ in range(5):
        e.step()
    late = e.frame["fake"]
    press(e, "rewind", index=2, of=6)
    assert (e.frame["step"], e.frame["moment"], e.frame["moments"]) == (2, 2, 6)
    press(e, "rewind", index=5, of=6)
    assert e.frame["fake"] == late
    e.rewind(2)
    e.step()
    assert [row["step"] for row in e.numbers()] == [0, 1, 2, 3]


def test_the_same_road_is_taken_again_after_rewinding():
    e = explorer()
    e.step(4)
    there = e.frame["fake"]
    e.rewind(0)
    e.step(4)
    assert e.frame["fake"] == there


def test_frame_holds_what_the_views_ask_for():
    e = explorer(views=["real"])
    assert not {"surface", "manifold", "arrow_from"} & set(e.frame)
    e.views = ["surface", "manifold", "arrows"]
    assert len(e.frame["surface"]) == 900 * 2
    assert len(e.frame["manifold"]) == 17 * 17 * 2 * 2
    assert len(e.frame["arrow_from"]) == 80 * 2 * 2
    e.views = ["verdicts"]
    assert len(e.frame["verdicts"]) == 2 * 20 * 4
    e.views = ["best"]
    cells = torch.frombuffer(bytearray(e.frame["best"]), dtype=torch.uint16)
    assert (cells.int() == UNKNOWN).any(), "D* is not known where nothing is"


def test_modes_are_ringed_where_the_data_has_any():
    e = explorer(views=["modes"])
    assert e.frame["mode_hits"] == [0] * 8
    assert len(e.scene["mode_places"]) == 8 * 2 * 2
    e.data = "moons"
    assert "mode_hits" not in e.frame
    assert "mode_places" not in e.scene


def test_default_frame_is_small():
    e = explorer(steps=50)
    assert sum(len(v) for v in e.frame.values() if isinstance(v, bytes)) < 12_000


def test_real_points_are_packed_into_the_window():
    e = explorer()
    places = torch.frombuffer(bytearray(e.scene["real"]), dtype=torch.int16)
    assert places.abs().max() <= UNIT


def test_numbers_are_measured_and_saved(tmp_path):
    e = explorer(steps=5)
    rows = list(csv.DictReader(e.save_numbers(tmp_path / "n.csv").open()))
    assert rows[-1]["step"] == "5"
    assert float(rows[-1]["js"]) == pytest.approx(e.numbers()[-1]["js"])
    assert {"kl", "modes", "good", "loss_d", "loss_g"} <= set(rows[-1])


def test_no_mode_counter_where_there_are_no_modes():
    e = explorer(data="moons")
    assert e.scene["modes"] == 0
    assert "modes" not in e.numbers()[0]


def test_loss_and_rates_change_without_a_fresh_start():
    e = explorer(steps=3)
    e.loss = "wasserstein-gp"
    e.g_lr = 0.5
    assert e.steps == 3
    assert e.trainer.loss.name == "wasserstein-gp"
    assert e.scene["reading"] == "critic"
    assert e.trainer.g_optimizer.param_groups[0]["lr"] == 0.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seed", 3),
        ("g_width", 9),
        ("d_layers", 1),
        ("latent_dim", 3),
        ("noise", "uniform"),
        ("data", "moons"),
    ],
)
def test_other_settings_start_again(name, value):
    e = explorer(steps=3)
    setattr(e, name, value)
    assert (e.steps, e.frame["step"], e.frame["moments"]) == (0, 0, 1)


def test_a_setting_own_parts_cannot_take_is_put_back():
    e = explorer(generator=nn.Linear(2, 2), steps=2)
    with pytest.raises(GanCourseError, match="your generator must map"):
        e.latent_dim = 3
    assert e.latent_dim == 2
    e.step()
    assert e.error == ""


def test_drawn_points_become_the_data():
    e = explorer()
    press(e, "draw", points=[[x / 10, 1.0] for x in range(20)])
    assert e.data == "drawn"
    assert e.options["data"][0] == "drawn"
    assert abs(e.looks.real[:, 1].mean().item() - 1) < 0.05
    press(e, "draw", points=[[0, 0]])
    assert "a drawing needs at least two finite points" in e.error
    assert explorer(data=[[0, 0], [1, 1]]).data == "drawn"


def test_own_parts_are_used_and_locked():
    def my_d_loss(real, fake):
        return nn.functional.softplus(-real).mean() + nn.functional.softplus(fake).mean()

    def my_g_loss(fake):
        return nn.functional.softplus(-fake).mean()

    own = nn.Linear(2, 2)
    e = explorer(generator=own, loss=(my_d_loss, my_g_loss))
    reference = explorer(generator=nn.Linear(2, 2), loss="non-saturating")
    assert set(e.own) == {"generator", "loss"}
    assert e.generator is own
    e.step(3)
    reference.step(3)
    assert e.options["loss"][0] == "yours"
    e.loss = "minimax"
    e.loss = "yours"
    assert e.trainer.loss.g is my_g_loss
    with pytest.raises(TraitError, match="got 'yours': loss must be one of"):
        reference.loss = "yours"


def test_not_written_yet_goes_through_to_the_demo_cell():
    """`demo` turns NotImplementedError into one friendly line, so the widget must not hide it."""

    def stub(latent_dim, data_dim):
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        explorer(generator=stub)


def test_an_error_in_own_code_is_shown_when_pressed_and_raised_when_called():
    def broken(fake):
        raise ValueError("my mistake")

    e = explorer(loss=(lambda real, fake: real.mean(), broken))
    press(e, "step")
    assert "ValueError: my mistake (in broken, line" in e.error
    with pytest.raises(ValueError, match="my mistake"):
        e.step()
    e.loss = "minimax"
    press(e, "step")
    assert e.error == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"k": 0}, "got 0: k must lie between 1 and 20"),
        ({"g_lr": float("nan")}, "got nan: g_lr must lie between"),
        ({"views": ["reel"]}, "got 'reel': views must be among real, fake"),
        ({"g_optimizer": "lion"}, "got 'lion': g_optimizer must be one of adam"),
        ({"learning_rate": 1}, "got 'learning_rate': there is no such argument; see help"),
        ({"data": "donut"}, "got 'donut': data must be one of line"),
    ],
)
def test_wrong_arguments_are_refused_in_one_line(options, message):
    with pytest.raises(GanCourseError, match=message) as caught:
        explorer(**options)
    assert "\n" not in str(caught.value)


def test_playing_outside_a_notebook_is_refused_with_another_way():
    with pytest.raises(TraitError, match=r"needs the event loop of a notebook; call step\(1000\) instead"):
        explorer().play()


def run(coroutine):
    return asyncio.run(coroutine)


def test_play_trains_in_the_background_and_pause_stops_it():
    async def scene():
        e = explorer()
        press(e, "play")
        assert e.playing
        await asyncio.sleep(0.15)
        press(e, "pause")
        stopped_at = e.steps
        assert stopped_at > 0
        assert e.frame["step"] == stopped_at, "the last frame shows where it stands"
        assert e.numbers()[-1]["step"] == stopped_at, "and it is recorded"
        await asyncio.sleep(0.05)
        assert e.steps == stopped_at
        assert not e.playing

    run(scene())


def test_the_loop_stays_free_for_messages_while_playing():
    async def scene():
        e = explorer()
        e.play()
        waits = []
        for _ in range(10):
            start = time.perf_counter()
            await asyncio.sleep(0.001)
            waits.append(time.perf_counter() - start)
        e.pause()
        return sorted(waits)[5]

    assert run(scene()) < 0.15


def test_pace_is_kept():
    async def scene():
        e = explorer(speed=20)
        e.play()
        await asyncio.sleep(0.5)
        e.pause()
        return e.steps

    assert 5 <= run(scene()) <= 11


def test_frames_wait_for_a_browser_that_does_not_draw():
    async def scene():
        e = explorer()
        e.play()
        await asyncio.sleep(0.4)
        unheard = e.frame["seq"]
        e.pause()
        return unheard

    assert run(scene()) <= 11


def test_training_that_nobody_sees_ends_by_itself(monkeypatch):
    """A page that was reloaded or crashed never says that it is gone."""
    monkeypatch.setattr("gan_course.widgets._player.UNSEEN", 0.1)

    async def scene():
        e = explorer()
        e.play()
        for _ in range(4):
            await asyncio.sleep(0.05)
            press(e, "drawn", seq=e.frame["seq"])
        seen = e.playing
        await asyncio.sleep(0.3)
        return seen, e.playing

    assert run(scene()) == (True, False)


def test_the_last_view_leaving_stops_training():
    async def scene():
        e = explorer()
        press(e, "here")
        press(e, "here")
        e.play()
        press(e, "gone")
        assert e.playing
        press(e, "gone")
        assert not e.playing

    run(scene())


def test_stop_frees_the_recording_and_stops_training():
    async def scene():
        e = explorer(steps=3)
        e.step()
        e.play()
        e.stop()
        await asyncio.sleep(0.05)
        assert not e.playing
        assert len(e.numbers()) == 1

    run(scene())


def test_slow_motion_lights_the_phases_in_order_and_acts_in_the_last():
    async def scene():
        e = explorer(slow=True, slow_seconds=0.05)
        seen = []
        e.observe(
            lambda change: seen.append((change["new"].get("name"), e.trainer.d_updates, e.trainer.g_updates)),
            "phase",
        )
        press(e, "step")
        for _ in range(200):
            await asyncio.sleep(0.02)
            if not e._player.running:
                break
        return e, seen

    e, seen = run(scene())
    names = [name for name, _, _ in seen if name]
    assert names == [
        *("d_noise", "d_fake", "d_real", "d_judge", "d_loss", "d_move"),
        *("g_noise", "g_fake", "g_judge", "g_loss", "g_back", "g_move"),
    ]
    assert (e.trainer.d_updates, e.trainer.g_updates) == (1, 1)
    assert all(d == 0 for name, d, _ in seen if name in ("d_noise", "d_loss"))
    assert e.phase == {}


def test_slow_motion_shows_the_gradients_when_it_speaks_of_them():
    async def scene():
        e = explorer(slow=True, slow_seconds=0.05)
        shown = []
        e.observe(lambda change: shown.append((e.phase.get("name"), "arrow_from" in change["new"])), "frame")
        press(e, "step_g")
        while e._player.running:
            await asyncio.sleep(0.02)
        return shown

    shown = run(scene())
    assert ("g_back", True) in shown
    assert not shown[-1][1], "and takes them away again"


def test_slow_motion_can_be_held_stepped_and_taken_up_again():
    async def scene():
        e = explorer(slow=True, slow_seconds=0.05)
        press(e, "step")
        assert e.playing, "the button pauses what is under way"
        while e.phase.get("name") != "d_fake":
            await asyncio.sleep(0.01)
        press(e, "pause")
        lit = [e.phase["name"]]
        await asyncio.sleep(0.2)
        lit.append(e.phase["name"])
        for _ in range(4):
            press(e, "step")
            lit.append(e.phase["name"])
        counts = e.trainer.d_updates, e.trainer.g_updates
        press(e, "play")
        while e.trainer.g_updates == 0:
            await asyncio.sleep(0.01)
        press(e, "reset")
        return e, lit, counts

    e, lit, counts = run(scene())
    assert lit == ["d_fake", "d_fake", "d_real", "d_judge", "d_loss", "d_move"]
    assert counts == (1, 0), "D has moved, G has not"
    assert e.phase == {}
    assert not e._player.held


def test_the_last_move_of_a_held_turn_ends_it():
    async def scene():
        e = explorer(slow=True, slow_seconds=0.05)
        press(e, "step_g")
        await asyncio.sleep(0.02)
        press(e, "pause")
        while e._player.held:
            press(e, "step")
        assert not e._player.running
        return e

    e = run(scene())
    assert e.trainer.g_updates == 1
    assert e.phase == {}
    assert not e._player.held


def test_arrows_stay_while_g_follows_them():
    async def scene():
        e = explorer(slow=True, slow_seconds=0.05)
        shown = {}
        e.observe(
            lambda change: shown.update({e.phase.get("name"): change["new"].get("arrow_slope")}), "frame"
        )
        press(e, "step_g")
        while e._player.running:
            await asyncio.sleep(0.02)
        return shown

    shown = run(scene())
    assert shown["g_move"] == shown["g_back"]


def test_d_and_d_star_are_shown_beside_each_other():
    e = explorer(views=["surface", "best"], steps=5)
    assert e.frame["surface"] != e.frame["best"]
    assert len(e.frame["best"]) == len(e.frame["surface"])
    figure = Figure()
    e._draw(figure)
    assert [ax.get_title().split(",")[0] for ax in figure.axes][1] == "D*"


def test_the_still_names_its_shades_and_rings():
    figure = Figure()
    explorer(views=["real", "fake", "surface", "modes"])._draw(figure)
    words = {text.get_text() for text in figure.axes[0].get_legend().get_texts()}
    assert {"D says real", "D says generated", "mode captured", "mode touched", "mode not found"} <= words


def test_what_the_student_brought_is_told_as_it_is():
    """A width of 64 and Adam must not be shown for a network of 32 trained by SGD."""

    def optimizers(g, d):
        return torch.optim.SGD(g.parameters(), 0.05, momentum=0.9), torch.optim.Adam(d.parameters(), 1e-3)

    e = explorer(
        generator=lambda z, x: nn.Sequential(nn.Linear(z, 32), nn.Linear(32, x)), optimizers=optimizers
    )
    assert e.brought == {
        "g": {"network": "162 weights", "optimizer": "SGD, rate 0.05, momentum 0.9"},
        "d": {"optimizer": "Adam, rate 0.001, betas (0.9, 0.999)"},
    }
    assert explorer().brought == {"g": {}, "d": {}}


def test_an_error_while_playing_pauses_and_is_shown():
    async def scene():
        def broken(fake):
            raise ValueError("my mistake")

        e = explorer(loss=(lambda real, fake: real.mean(), broken))
        e.play()
        await asyncio.sleep(0.1)
        return e

    e = run(scene())
    assert not e.playing
    assert "my mistake" in e.error


def test_a_diverging_run_stops_with_advice():
    e = explorer(loss=(lambda real, fake: real.mean() * float("nan"), lambda fake: fake.mean()))
    press(e, "step")
    assert e.error.startswith("the loss of D became nan at step 0: training stopped; lower the learning rate")
