"""Steps are judged by who moved and where to, whatever the style and however z was drawn."""

from __future__ import annotations

from typing import Any

import pytest
import torch


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
