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
