"""Steps are judged by who moved and where to, whatever the style and however z was drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from gan_course.exercises.student.noise_order import NoiseOrder


def run(optimizer: Any, value: Any) -> float:
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return float(value.detach())


def two_halves(g: Any, d: Any, opt: Any, real: Any, noise: Any, loss: Any) -> float:
    z = torch.cat([noise(1), noise(len(real) - 1)])
    return run(opt, loss(d(real), d(g(z).detach())))


def draws_one_too_many(g: Any, d: Any, opt: Any, real: Any, noise: Any, loss: Any) -> float:
    noise(2)
    return run(opt, loss(d(real), d(g(noise(len(real))))))


def row_by_row(g: Any, d: Any, opt: Any, real: Any, noise: Any, loss: Any) -> float:
    with torch.no_grad():
        fake = torch.cat([g(noise(1)) for _ in real])
    return run(opt, loss(d(real), d(fake)))


@pytest.mark.parametrize("step", [two_halves, draws_one_too_many, row_by_row])
def test_z_may_be_drawn_in_any_way_that_is_fresh(step: Any, grade: Any, found: Any) -> None:
    assert found(grade("discriminator_step", step)) == []


def test_noise_kept_from_the_first_call_is_named(grade: Any, found: Any) -> None:
    kept: list[Any] = []

    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        kept.append(noise(n))
        return run(opt, loss(d(g(torch.cat(kept)[:n]))))

    assert found(grade("generator_step", step)) == ["stale_noise"]


def test_twice_as_many_fakes_are_too_many_however_they_are_averaged(grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        return run(opt, (loss(d(g(noise(n)))) + loss(d(g(noise(n))))) / 2)

    assert found(grade("generator_step", step)) == ["unrecognised"]


def test_no_step_and_a_cut_graph_are_told_apart(grade: Any, found: Any) -> None:
    """Neither moves G, but a person would send the two students to different lines."""

    def no_step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        value = loss(d(g(noise(n))))
        opt.zero_grad()
        value.backward()
        return float(value.detach())

    def cut(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        return run(opt, loss(d(g(noise(n)).detach())))

    assert found(grade("generator_step", no_step)) == ["no_step"]
    assert found(grade("generator_step", cut)) == ["cut_from_g"]


def test_a_graph_in_the_return_costs_half(grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> Any:
        value = loss(d(g(noise(n))))
        run(opt, value)
        return value

    result = grade("generator_step", step)
    assert (found(result), result.points) == (["keeps_graph"], 5.0)


def test_a_fake_made_to_be_looked_at_does_not_count(grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        g(noise(3))
        return run(opt, loss(d(g(noise(n)))))

    assert found(grade("generator_step", step)) == []


def test_one_z_for_a_whole_batch_is_named(grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        return run(opt, loss(d(g(noise(1).expand(n, -1)))))

    assert found(grade("generator_step", step)) == ["one_z_for_all"]


def test_a_mean_in_place_of_the_logits_is_no_wrong_number_of_fakes(grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        return run(opt, loss(d(g(noise(n))).mean()))

    assert found(grade("generator_step", step)) == ["not_every_logit"]


def _seeds_anew() -> None:
    torch.manual_seed(3)


def _rewinds() -> None:
    torch.manual_seed(torch.initial_seed())


def _seeds_numpy() -> None:
    np.random.seed(0)


@pytest.mark.parametrize("spoils", [_seeds_anew, _rewinds, _seeds_numpy])
def test_a_stream_that_repeats_itself_is_seen(spoils: Any, grade: Any, found: Any) -> None:
    def step(g: Any, d: Any, opt: Any, n: int, noise: Any, loss: Any) -> float:
        spoils()
        return run(opt, loss(d(g(noise(n)))))

    with torch.random.fork_rng(devices=[]):
        assert found(grade("generator_step", step)) == ["reseeds"]


def test_rows_count_in_the_order_shown() -> None:
    """Whatever was drawn and not shown, a network computes with the source's first row, and its second."""
    order = NoiseOrder()
    order.open("noise")
    drawn = torch.arange(8.0).reshape(4, 2)
    order.drawn("noise", drawn)
    assert torch.equal(order.counted("noise", drawn[2:]), drawn[:2])
    assert torch.equal(order.counted("noise", drawn[3:]), drawn[1:2])
    own = torch.full((1, 2), 0.5)
    assert order.counted("noise", own) is own


def test_gradients_reach_what_was_shown() -> None:
    order = NoiseOrder()
    order.open("noise")
    drawn = torch.arange(8.0).reshape(4, 2)
    order.drawn("noise", drawn)
    z = drawn[1:].clone().requires_grad_()
    order.counted("noise", z).sum().backward()
    assert torch.equal(z.grad, torch.ones(3, 2))


def test_the_count_begins_again_after_a_period() -> None:
    order = NoiseOrder()
    order.open("noise", period=2)
    drawn = torch.arange(8.0).reshape(4, 2)
    order.drawn("noise", drawn)
    assert torch.equal(order.counted("noise", drawn), drawn[[0, 1, 0, 1]])
