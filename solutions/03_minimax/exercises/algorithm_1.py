"""Key of Algorithm 1, the loop of the minimax game (Goodfellow et al. 2014, section 4)."""

from collections.abc import Callable
from typing import Any

import torch

from gan_grading.keys import Key

Step = Callable[..., float]
History = dict[str, list[float]]


def algorithm_1(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> History:
    history: History = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history


def in_order(order: Callable[[int, int], str]) -> Callable[..., History]:
    """The loop in the order of a text: "D" draws a batch and steps, "d" steps on the last batch, "G" steps."""

    def loop(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> History:
        history: History = {"d": [], "g": []}
        real = None
        for move in order(steps, k):
            if move == "G":
                history["g"].append(g_step())
                continue
            real = sample_real() if move == "D" or real is None else real
            history["d"].append(d_step(real))
        return history

    return loop


def total(steps: int, k: int, last: int) -> str:
    """As many D steps as iterations were asked for, with a G step after every k of them."""
    return "".join("D" + "G" * (i % k == last % k) for i in range(steps))


def with_k(other: Callable[[int], int]) -> Callable[..., History]:
    return in_order(lambda steps, k: ("D" * other(k) + "G") * steps)


def same_batches(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    batches = [sample_real() for _ in range(k)]
    for _ in range(steps):
        for batch in batches:
            d_step(batch)
        g_step()


def parts(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
    for _ in range(steps):
        for part in torch.chunk(sample_real(), k):
            d_step(part)
        g_step()


def fed(what: Callable[..., tuple[Any, ...]], to_g: bool = False) -> Callable[..., None]:
    """The right order, with D (or G) given what is made of sample_real."""

    def loop(d_step: Step, g_step: Step, sample_real: Any, steps: int, k: int) -> None:
        for _ in range(steps):
            for _ in range(k):
                d_step(*((sample_real(),) if to_g else what(sample_real)))
            g_step(*(what(sample_real) if to_g else ()))

    return loop


key = Key("loop_of_steps", right=algorithm_1)
key.wrong(
    "k_on_generator",
    "The generator took the k steps, and the discriminator one.",
    "Algorithm 1 trains D k times, so that it stays near its best answer, and then moves G once.",
    in_order(lambda steps, k: ("D" + "G" * k) * steps),
    in_order(lambda steps, k: ("G" * k + "D") * steps),
)
key.wrong(
    "k_on_both",
    "Both players took k steps in each iteration.",
    "k is the number of D's steps alone: G moves once an iteration, after them.",
    in_order(lambda steps, k: ("D" * k + "G" * k) * steps),
    in_order(lambda steps, k: ("G" * k + "D" * k) * steps),
)
key.wrong(
    "k_ignored",
    "D took one step an iteration, whatever k is.",
    "k is the number of D steps before each G step.",
    with_k(lambda k: 1),
)
key.wrong(
    "stale_batch",
    "D saw the same real batch in several steps.",
    "Each of the k steps draws a new minibatch: call sample_real() inside the inner loop.",
    in_order(lambda steps, k: ("D" + "d" * (k - 1) + "G") * steps),
    in_order(lambda steps, k: ("d" * k + "G") * steps),
    same_batches,
)
key.wrong(
    "generator_first",
    "G moved before D in an iteration.",
    "G learns from what D says. Let D take its k steps first.",
    in_order(lambda steps, k: ("G" + "D" * k) * steps),
)
key.wrong(
    "generator_early",
    "G moved before D had taken all of its k steps.",
    "The k steps of D come first, all of them: if you count with a remainder, begin to count at 1.",
    in_order(lambda steps, k: ("DG" + "D" * (k - 1)) * steps),
)
key.wrong(
    "phases",
    "First all D steps were taken, then all G steps.",
    "The two players alternate: k steps of D, one of G, and again. A D trained to the end leaves G nothing to learn.",
    in_order(lambda steps, k: "D" * (k * steps) + "G" * steps),
    in_order(lambda steps, k: "D" * steps + "G" * steps),
    in_order(lambda steps, k: "D" * (k * steps) + "G"),
)
key.wrong(
    "generator_in_inner_loop",
    "G took a step after every D step.",
    "The G step stands after the inner loop, not in it: look at the indentation.",
    in_order(lambda steps, k: "DG" * (k * steps)),
    in_order(lambda steps, k: ("DG" * k + "G") * steps),
)
key.wrong(
    "wrong_count",
    "The number of iterations is not `steps`.",
    "One iteration is k D steps and one G step; there are `steps` of them.",
    in_order(lambda steps, k: total(steps, k, -1)),
    in_order(lambda steps, k: total(steps, k, 0)),
    *(in_order(lambda steps, k, by=by: ("D" * k + "G") * max(0, steps + by)) for by in (1, -1)),  # type: ignore[misc]
    in_order(lambda steps, k: "D" * k + "G"),
    in_order(lambda steps, k: ("D" * steps + "G") * k),
    in_order(lambda steps, k: ""),
    in_order(lambda steps, k: ("D" * k + "G") * (steps // k)),
    in_order(lambda steps, k: ("D" * k + "G") * (steps * k)),
)
key.wrong(
    "wrong_k",
    "D took another number of steps an iteration than k.",
    "Follow your inner loop for k = 3: how often does it run?",
    *(with_k(lambda k, by=by: max(0, k + by)) for by in (1, -1)),  # type: ignore[misc]
    *(with_k(lambda k, fixed=fixed: fixed) for fixed in (2, 3, 4, 5, 10)),  # type: ignore[misc]
    with_k(lambda k: max(1, k - 1)),
    in_order(lambda steps, k: "".join("D" + "G" * (i > 0 and i % k == 0) for i in range(steps * k)) + "G"),
)
key.wrong(
    "extra_steps",
    "Steps are taken before the first iteration or after the last, which nobody asked for.",
    "Nothing moves outside of the loop: `steps` times k steps of D and one of G, and no more.",
    in_order(lambda steps, k: "D" * k + ("D" * k + "G") * steps),
    in_order(lambda steps, k: "D" + ("D" * k + "G") * steps),
    in_order(lambda steps, k: "G" + ("D" * k + "G") * steps),
    in_order(lambda steps, k: ("D" * k + "G") * steps + "G"),
    in_order(lambda steps, k: ("D" * k + "G") * steps + "D"),
    in_order(lambda steps, k: ("D" * k + "G") * steps + "D" * k),
)
key.wrong(
    "batch_in_parts",
    "D was fed parts of batches, not whole ones.",
    "Each of the k steps draws a whole new minibatch: sample_real() as often as d_step.",
    parts,
    fed(lambda sample: (sample()[:3],)),
)
key.wrong(
    "not_fed",
    "D took steps without a batch as sample_real drew it.",
    "Each D step needs data: d_step(real), with real = sample_real() just drawn.",
    fed(lambda sample: ()),
    fed(lambda sample: (sample,)),
    fed(lambda sample: (torch.randn(6, 2),)),
)
key.wrong(
    "generator_fed",
    "You handed arguments to g_step, which takes none.",
    "G never sees the data. It draws its own noise, so its step is called with empty brackets.",
    fed(lambda sample: (sample(),), to_g=True),
)
key.wrong(
    "one_player_only",
    "Only one of the two players was trained.",
    "Both steps belong in the loop.",
    in_order(lambda steps, k: "D" * (k * steps)),
    in_order(lambda steps, k: "D" * steps),
    in_order(lambda steps, k: "G" * steps),
    in_order(lambda steps, k: "G" * (k * steps)),
)
