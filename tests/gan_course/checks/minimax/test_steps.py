"""Wrong optimisers, steps and loops get the sentence that names their mistake."""

from __future__ import annotations

import itertools

import torch
from torch.optim import SGD, Adam


def test_optimizers_in_the_wrong_order(red):
    line, teach = red(
        "make_optimizers", lambda g, d, lr, m: (SGD(d.parameters(), lr, m), SGD(g.parameters(), lr, m))
    )
    assert line == "✗ the first optimiser does not hold exactly G's parameters"
    assert teach == "The order of the pair is generator first, discriminator second."


def test_optimizer_that_owns_both(red):
    def both(g, d, lr, m):
        everything = [*g.parameters(), *d.parameters()]
        return SGD(g.parameters(), lr, m), SGD(everything, lr, m)

    line, teach = red("make_optimizers", both)
    assert line == "✗ the second optimiser does not hold exactly D's parameters"
    assert teach.startswith("A step of one player would move the other too")


def test_optimizer_without_momentum_or_not_sgd(red, printed):
    line, _ = red("make_optimizers", lambda g, d, lr, m: (SGD(g.parameters(), lr), SGD(d.parameters(), lr)))
    assert line == "✗ G's second step on the same gradient: yours 0.200, wanted 0.380"
    line, _ = red("make_optimizers", lambda g, d, lr, m: (Adam(g.parameters(), lr), Adam(d.parameters(), lr)))
    assert line == "✗ G's first step for lr = 0.1 and gradient 2: yours 0.100, wanted 0.200"


def test_one_optimizer_only(red):
    line, _ = red("make_optimizers", lambda g, d, lr, m: SGD(g.parameters(), lr, m))
    assert line == "✗ returned an optimiser (SGD), wanted two optimisers"


def d_step(
    fake_of=lambda g, z: g(z).detach(), clear=True, step=True, swap=False, sign=1.0, n=len, back=float
):
    def answer(generator, discriminator, d_optimizer, real, noise, loss):
        fake = fake_of(generator, noise(n(real)))
        logits = [discriminator(real), discriminator(fake)]
        value = loss(*(logits[::-1] if swap else logits))
        if clear:
            d_optimizer.zero_grad()
        (sign * value).backward()
        if step:
            d_optimizer.step()
        return back(value.detach())

    return answer


def test_right_d_step_is_green(printed):
    """The maker of the wrong ones makes a right one by default; else the tests below prove nothing."""
    assert all(line.startswith("✓") for line in printed("discriminator_step", d_step()))


def test_d_step_mistakes(red):
    name = "discriminator_step"
    assert red(name, d_step(clear=False))[0] == "✗ D was carried away by an old gradient"
    assert red(name, d_step(step=False))[0] == "✗ D did not move"
    assert red(name, d_step(sign=-1.0))[0] == "✗ D went uphill"
    assert red(name, d_step(n=lambda real: 16))[0] == (
        "✗ draws 16 noise vectors, wanted 3, as many as there are real samples"
    )
    assert (
        red(name, d_step(swap=True))[1]
        == "Real and fake have changed places: the loss takes the real logits first."
    )
    assert red(name, d_step(back=lambda v: v))[0] == "✗ returned a tensor, wanted a Python float"


def test_d_step_with_the_real_batch_as_fake(red):
    def answer(generator, discriminator, d_optimizer, real, noise, loss):
        noise(len(real))
        value = loss(discriminator(real), discriminator(real))
        d_optimizer.zero_grad()
        value.backward()
        d_optimizer.step()
        return value.item()

    assert (
        red("discriminator_step", answer)[1]
        == "The second batch is the real one again. Where does G come in?"
    )


def test_d_step_with_own_noise_or_own_loss(red):
    def own_noise(generator, discriminator, d_optimizer, real, noise, loss):
        return d_step()(generator, discriminator, d_optimizer, real, lambda n: torch.randn(n, 2), loss)

    def own_loss(generator, discriminator, d_optimizer, real, noise, loss):
        return d_step()(generator, discriminator, d_optimizer, real, noise, lambda r, f: (f - r).mean())

    assert red("discriminator_step", own_noise)[0] == "✗ the noise you were handed was never drawn"
    assert red("discriminator_step", own_loss)[0] == "✗ the loss you were handed was never called"


def test_d_step_that_trains_g_too(printed):
    def answer(generator, discriminator, d_optimizer, real, noise, loss):
        value = d_step(fake_of=lambda g, z: g(z))(generator, discriminator, d_optimizer, real, noise, loss)
        SGD(generator.parameters(), 0.1).step()
        return value

    assert "✗ G moved as well" in printed("discriminator_step", answer)


def g_step(fake_of=lambda g, z: g(z), clear=True, freeze=False, move_d=False, rows=None):
    def answer(generator, discriminator, g_optimizer, n, noise, loss):
        if freeze:
            discriminator.requires_grad_(False)
        value = loss(discriminator(fake_of(generator, noise(rows or n))))
        if clear:
            g_optimizer.zero_grad()
            discriminator.zero_grad()
        value.backward()
        g_optimizer.step()
        if move_d:
            SGD(discriminator.parameters(), 0.1).step()
        return value.item()

    return answer


def test_right_g_step_is_green(printed):
    assert all(line.startswith("✓") for line in printed("generator_step", g_step()))


def test_g_step_mistakes(red):
    name = "generator_step"
    assert red(name, g_step(clear=False))[0] == "✗ G was carried away by an old gradient"
    line, teach = red(name, g_step(fake_of=lambda g, z: g(z).detach()))
    assert line == "✗ G did not move"
    assert "cut (detach, no_grad)" in teach
    assert red(name, g_step(move_d=True))[0] == "✗ D moved as well"
    assert red(name, g_step(freeze=True))[0] == "✗ D was left frozen"
    assert red(name, g_step(rows=64))[0] == "✗ draws 64 noise vectors, wanted 5, n of them"


def test_g_step_that_detaches_with_d_frozen(red):
    """Then torch itself stops; its words need a translation."""
    _, teach = red("generator_step", g_step(fake_of=lambda g, z: g(z).detach(), freeze=True))
    assert "Nothing that leads to this number carries a gradient" in teach


def test_g_step_with_an_optimizer_of_its_own(printed):
    def answer(generator, discriminator, g_optimizer, n, noise, loss):
        return g_step()(generator, discriminator, SGD(generator.parameters(), 0.1), n, noise, loss)

    assert "✗ the optimiser you were handed took no step" in printed("generator_step", answer)


def test_g_step_that_leaves_d_in_eval(printed):
    def answer(generator, discriminator, g_optimizer, n, noise, loss):
        discriminator.eval()
        return g_step()(generator, discriminator, g_optimizer, n, noise, loss)

    assert "✗ a network was left in evaluation mode" in printed("generator_step", answer)


def test_g_step_that_hides_its_noise(printed):
    kept = []

    def answer(generator, discriminator, g_optimizer, n, noise, loss):
        if not kept:
            kept.append(noise(n))
        return g_step()(generator, discriminator, g_optimizer, n, lambda n: kept[0], loss)

    assert "✗ the next step used the old noise" in printed("generator_step", answer)


def loop(order):
    def answer(d_step, g_step, sample_real, steps, k):
        history = {"d": [], "g": []}
        for player in order(steps, k):
            value = d_step(sample_real()) if player == "d" else g_step()
            history[player].append(value)
        return history

    return answer


def test_loops_in_another_order(red):
    name = "algorithm_1"
    k_for_g = red(name, loop(lambda steps, k: ("d" + "g" * k) * steps))
    assert k_for_g[0] == "✗ steps=2, k=3: order DGGGDGGG, wanted DDDGDDDG"
    assert k_for_g[1].startswith("k counts the steps of D")
    assert red(name, loop(lambda steps, k: "dg" * (k * steps)))[1].startswith("G moves once an iteration")
    assert red(name, loop(lambda steps, k: "d" * (k * steps) + "g" * steps))[1].startswith(
        "D finishes all its steps"
    )
    assert red(name, loop(lambda steps, k: ("g" + "d" * k) * steps))[1].startswith("G moved first.")
    assert red(name, loop(lambda steps, k: ""))[0] == "✗ steps=3, k=1: order empty, wanted DGDGDG"
    assert red(name, loop(lambda steps, k: itertools.cycle("dg")))[1].startswith(
        "RuntimeError: more than 500 steps"
    )


def test_one_batch_for_all_k_steps(printed):
    def answer(d_step, g_step, sample_real, steps, k):
        history = {"d": [], "g": []}
        for _ in range(steps):
            real = sample_real()
            history["d"] += [d_step(real) for _ in range(k)]
            history["g"].append(g_step())
        return history

    assert "✗ D's 6 steps saw only 2 different batches of data" in printed("algorithm_1", answer)


def test_history_mistakes(red):
    def last_only(d_step, g_step, sample_real, steps, k):
        for _ in range(steps):
            for _ in range(k):
                d = d_step(sample_real())
            g = g_step()
        return {"d": [d], "g": [g]}

    line, teach = red("algorithm_1", last_only)
    assert line == (
        "✗ the history holds 1 values of D and 1 of G, wanted the 3 and 3 numbers the steps returned"
    )
    assert teach == "Keep every number a step hands back."
