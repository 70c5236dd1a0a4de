"""A whole run is judged by where both players end, whatever its style, and by what it leaves behind."""

from __future__ import annotations

from typing import Any

import pytest
import torch
import torch.nn.functional as F

from gan_course.exercises.finding import ExerciseResult
from gan_grading.keys.registry import probe_for
from gan_grading.keys.run import run_probe


@pytest.fixture
def judged(student_with, found):
    def run(answer: Any) -> list[str]:
        probe = probe_for("03_minimax", "minimax_game")
        result: ExerciseResult = run_probe(probe, student_with(minimax_game=answer), 10.0, (5,))
        return found(result)

    return run


def game(draw: Any = lambda noise, n: noise(n), g_noise: bool = True, after: Any = None) -> Any:
    """A run whose parts can be changed one by one; unchanged it is right."""

    def answer(g, d, g_opt, d_opt, sample_real, noise, steps, k):
        values = []
        for _ in range(steps):
            for _ in range(k):
                real = sample_real()
                z = draw(noise, len(real))
                value = F.logsigmoid(d(real)).mean() + F.logsigmoid(-d(g(z).detach())).mean()
                d_opt.zero_grad()
                (-value).backward()
                d_opt.step()
            z = draw(noise, len(real)) if g_noise else z
            g_opt.zero_grad()
            F.logsigmoid(-d(g(z))).mean().backward()
            g_opt.step()
            values.append(value.item())
        if after:
            after(g, d)
        return values

    return answer


def row_by_row(noise: Any, n: int) -> torch.Tensor:
    return torch.cat([noise(1) for _ in range(n)])


@pytest.mark.parametrize("draw", [lambda noise, n: noise(n), row_by_row])
def test_a_right_run_may_draw_its_noise_in_any_portions(judged, draw):
    assert judged(game(draw)) == []


def test_the_noise_of_d_may_not_serve_g(judged):
    assert judged(game(g_noise=False)) == ["noise_of_d"]


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (lambda g, d: d.requires_grad_(False), "left_frozen"),
        (lambda g, d: g.eval(), "left_in_eval"),
        (lambda g, d: torch.manual_seed(0), "reseeds"),
    ],
)
def test_what_a_run_leaves_behind_is_looked_at(judged, after, name):
    assert name in judged(game(after=after))


def test_batches_with_labels_have_labels_of_their_own(student_with):
    student = student_with(sampled=lambda source: source())
    source = student.spy_batches("sample_real", 3, (5, 2), classes=5)
    (x, y), (other, _) = (student.call("sampled", source).value for _ in range(2))
    assert (x.shape, y.shape) == ((5, 2), (5,))
    assert bool(((y >= 0) & (y < 5)).all())
    assert not torch.equal(x, other)
    assert [event["who"] for event in student.tape()] == ["sample_real"] * 2
