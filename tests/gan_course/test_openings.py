"""The opening picture must appear on any machine and leave the lesson's randomness alone."""

from __future__ import annotations

import matplotlib
import torch

from gan_course import openings


def test_ring_is_drawn_at_every_moment(monkeypatch):
    """A short run: the pictures are the same in kind, and tests stay quick."""
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    monkeypatch.setattr(openings, "_MOMENTS", (1, 4, 8, 12))
    torch.manual_seed(3)
    wanted = torch.rand(2)
    torch.manual_seed(3)
    figure = openings.ring_in_training()
    titles = [ax.get_title() for ax in figure.axes]
    assert titles == ["after 1 iteration", "after 4 iterations", "after 8 iterations", "after 12 iterations"]
    assert torch.equal(torch.rand(2), wanted)
    plt.close(figure)


def test_digits_are_drawn_at_every_moment(monkeypatch):
    """A short run of the convolutional opening: real digits first, then a row for each moment."""
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    monkeypatch.setattr(openings, "_DIGIT_MOMENTS", (1, 2, 3))
    torch.manual_seed(3)
    wanted = torch.rand(2)
    torch.manual_seed(3)
    figure = openings.digits_in_training()
    assert [ax.texts[0].get_text() for ax in figure.axes] == ["real", "1 steps", "2 steps", "3 steps"]
    assert torch.equal(torch.rand(2), wanted)
    plt.close(figure)


def test_the_ring_collapses_and_is_mended(monkeypatch):
    """The upper row takes the settings it is given; the lower one has settings of its own."""
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    played, real = [], openings.play
    monkeypatch.setattr(
        openings, "play", lambda *a, **k: played.append(k) or real(*a, **{**k, "steps": 2, "look_at": (1, 2)})
    )
    monkeypatch.setattr(openings, "zip", lambda *a, strict: zip(*a, strict=False), raising=False)
    figure = openings.collapsed_and_mended({"d_lr": 1e-4})
    assert [k.get("d_lr") for k in played] == [1e-4, None]
    assert [figure.axes[i].get_ylabel() for i in (0, 5)] == ["collapsed", "mended"]
    plt.close(figure)
