# %% correct · comprehensions
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        d.extend([d_step(sample_real()) for _ in range(k)])
        g.append(g_step())
    return dict(d=d, g=g)

# %% correct · defaultdict
from collections import defaultdict
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = defaultdict(list)
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% correct · drawn_ahead
def algorithm_1(d_step, g_step, sample_real, steps, k):
    from collections import defaultdict

    history = defaultdict(list)
    for _ in range(steps):
        batches = [sample_real() for _ in range(k)]
        for batch in batches:
            history["d"].append(d_step(batch))
        history["g"].append(g_step())
    return history

# %% correct · generator_function
def _play(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        for _ in range(k):
            yield "d", d_step(sample_real())
        yield "g", g_step()


def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for who, loss in _play(d_step, g_step, sample_real, steps, k):
        history[who].append(loss)
    return history

# %% correct · generator_function_2
def algorithm_1(d_step, g_step, sample_real, steps, k):
    def turns():
        for _ in range(steps):
            yield from (("d", d_step(sample_real())) for _ in range(k))
            yield "g", g_step()

    losses = dict(d=[], g=[])
    for player, value in turns():
        losses[player].append(value)
    return losses

# %% correct · keyword_real
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        for _ in range(k):
            d.append(d_step(real=sample_real()))
        g.append(g_step())
    return dict(d=d, g=g)

# %% correct · looks_at_one_batch_first
def algorithm_1(d_step, g_step, sample_real, steps, k):
    example = sample_real()
    assert example.ndim == 2, "each row is a sample"
    history = {"d": [], "g": [], "shape": list(example.shape)}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"] += [g_step()]
    return history

# %% correct · modulo
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(1, steps * k + 1):
        history["d"].append(float(d_step(sample_real())))
        if i % k == 0:
            history["g"].append(float(g_step()))
    return history

# %% correct · next_batch_ahead
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    upcoming = sample_real()
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(upcoming))
            upcoming = sample_real()
        history["g"].append(g_step())
    return history

# %% correct · numpy_history
import numpy as np
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = np.zeros(steps * k), np.zeros(steps)
    for i in range(steps):
        for j in range(k):
            d[i * k + j] = d_step(sample_real())
        g[i] = g_step()
    return {"d": d, "g": g}

# %% correct · one_flat_loop
def algorithm_1(d_step, g_step, sample_real, steps, k):
    out = {"d": [], "g": []}
    for turn in range(steps * (k + 1)):
        if turn % (k + 1) == k:
            out["g"].append(g_step())
        else:
            out["d"].append(d_step(sample_real()))
    return out

# %% correct · plain
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            history["d"].append(d_step(real))
        history["g"].append(g_step())
    return history

# %% correct · preallocated
import numpy as np


def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = np.zeros(steps * k), np.zeros(steps)
    for i in range(steps):
        for j in range(k):
            d[i * k + j] = d_step(sample_real())
        g[i] = g_step()
    return {"d": d.tolist(), "g": g.tolist()}

# %% correct · recursive
def algorithm_1(d_step, g_step, sample_real, steps, k):
    if steps == 0:
        return {"d": [], "g": []}
    before = algorithm_1(d_step, g_step, sample_real, steps - 1, k)
    now = [d_step(sample_real()) for _ in range(k)]
    return {"d": before["d"] + now, "g": before["g"] + [g_step()]}

# %% correct · schedule_string
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for player in ("d" * k + "g") * steps:
        history[player].append(d_step(sample_real()) if player == "d" else g_step())
    return history

# %% correct · while_loops
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d_losses, g_losses = [], []
    iteration = 0
    while iteration < steps:
        inner = 0
        while inner < k:
            d_losses += [d_step(sample_real())]
            inner += 1
        g_losses += [g_step()]
        iteration += 1
    return {"g": g_losses, "d": d_losses}

# %% wrong · batch_of_the_iteration · stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        real = sample_real()
        d += [d_step(real) for _ in range(k)]
        g.append(g_step())
    return {"d": d, "g": g}

# %% wrong · counts_from_one · wrong_k
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        d.append(d_step(sample_real()))
        for _ in range(1, k - 1):
            d.append(d_step(sample_real()))
        g.append(g_step())
    return {"d": d, "g": g}

# %% wrong · d_not_fed · not_fed
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            sample_real()
            history["d"].append(d_step())
        history["g"].append(g_step())
    return history

# %% wrong · function_passed_on · not_fed
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real) for _ in range(k)]
        history["g"].append(g_step())
    return history

# %% wrong · generator_fed_real · generator_fed
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            history["d"].append(d_step(real))
        history["g"].append(g_step(real))
    return history

# %% wrong · generator_first · generator_first
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["g"].append(g_step())
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
    return history

# %% wrong · half_batches · batch_in_parts
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            history["d"].append(d_step(real[: len(real) // 2]))
        history["g"].append(g_step())
    return history

# %% wrong · history_grows_between_calls · wrong_history
_history = {"d": [], "g": []}


def algorithm_1(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        _history["d"] += [d_step(sample_real()) for _ in range(k)]
        _history["g"].append(g_step())
    return _history

# %% wrong · history_swapped · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            history["g"].append(d_step(sample_real()))
        history["d"].append(g_step())
    return history

# %% wrong · k_fixed_at_two · wrong_k
def algorithm_1(d_step, g_step, sample_real, steps, k):
    k = 2
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history

# %% wrong · k_ignored · k_ignored
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · k_off_by_one · wrong_k
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k + 1):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · k_on_both · k_on_both
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"] += [g_step() for _ in range(k)]
    return history

# %% wrong · k_on_generator · k_on_generator
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"].append(d_step(sample_real()))
        for _ in range(k):
            history["g"].append(g_step())
    return history

# %% wrong · last_loss_only · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            loss = d_step(sample_real())
        history["d"].append(loss)
        history["g"].append(g_step())
    return history

# %% wrong · mean_of_k · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    losses = {"d": [], "g": []}
    for _ in range(steps):
        losses["d"].append(sum(d_step(sample_real()) for _ in range(k)) / k)
        losses["g"].append(g_step())
    return losses

# %% wrong · mean_over_k · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"].append(sum(d_step(sample_real()) for _ in range(k)) / k)
        history["g"].append(g_step())
    return history

# %% wrong · modulo_from_zero · generator_early
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(steps * k):
        history["d"].append(d_step(sample_real()))
        if i % k == 0:
            history["g"].append(g_step())
    return history

# %% wrong · nested_lists · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"].append([d_step(sample_real()) for _ in range(k)])
        history["g"].append(g_step())
    return history

# %% wrong · nested_lists_2 · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    rounds = [([d_step(sample_real()) for _ in range(k)], g_step()) for _ in range(steps)]
    return {"d": [d for d, _ in rounds], "g": [g for _, g in rounds]}

# %% wrong · noise_for_data · not_fed
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            history["d"].append(d_step(torch.randn_like(real)))
        history["g"].append(g_step())
    return history

# %% wrong · one_draw_split · batch_in_parts
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for part in torch.chunk(sample_real(), k):
            history["d"].append(d_step(part))
        history["g"].append(g_step())
    return history

# %% wrong · one_iteration_short · wrong_count
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(1, steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history

# %% wrong · only_d · one_player_only
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d = []
    for _ in range(steps):
        for _ in range(k):
            d.append(d_step(sample_real()))
    return {"d": d, "g": []}

# %% wrong · only_g · one_player_only
def algorithm_1(d_step, g_step, sample_real, steps, k):
    return {"d": [], "g": [g_step() for _ in range(steps)]}

# %% wrong · other_keys · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d_loss": [], "g_loss": []}
    for _ in range(steps):
        history["d_loss"] += [d_step(sample_real()) for _ in range(k)]
        history["g_loss"].append(g_step())
    return history

# %% wrong · patient_generator · unrecognised
def algorithm_1(d_step, g_step, sample_real, steps, k):
    out = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            out["d"].append(d_step(sample_real()))
        if out["d"][-1] < 2 * math.log(2):  # D is better than a coin, so G may answer
            out["g"].append(g_step())
    return out

# %% wrong · phases · phases
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d = [d_step(sample_real()) for _ in range(steps * k)]
    g = [g_step() for _ in range(steps)]
    return {"d": d, "g": g}

# %% wrong · range_from_one · wrong_k
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(1, k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · returns_in_loop · wrong_count
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
        return history

# %% wrong · returns_nothing · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        for _ in range(k):
            d_step(sample_real())
        g_step()

# %% wrong · returns_pair · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        d += [d_step(sample_real()) for _ in range(k)]
        g += [g_step()]
    return d, g

# %% wrong · same_k_batches_each_time · stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    batches = [sample_real() for _ in range(k)]
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(b) for b in batches]
        history["g"].append(g_step())
    return history

# %% wrong · shared_history · wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k, history={"d": [], "g": []}):
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · stale_for_ever · stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    real = sample_real()
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(real) for _ in range(k)]
        history["g"].append(g_step())
    return history

# %% wrong · stale_in_iteration · stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        real = sample_real()
        for _ in range(k):
            history["d"].append(d_step(real))
        history["g"].append(g_step())
    return history

# %% wrong · steps_and_k_exchanged · wrong_count
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(k):
        for _ in range(steps):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · total_count · wrong_count
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(1, steps + 1):
        history["d"].append(d_step(sample_real()))
        if i % k == 0:
            history["g"].append(g_step())
    return history

# %% wrong · trailing_g · wrong_k
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(steps * k):
        history["d"].append(d_step(sample_real()))
        if i and i % k == 0:
            history["g"].append(g_step())
    history["g"].append(g_step())
    return history

# %% wrong · warm_up · extra_steps
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(k):
        d_step(sample_real())
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history

# %% wrong · wrong_indentation · generator_in_inner_loop
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
            history["g"].append(g_step())
    return history

# %% noisy · plot_and_sleep
import time

import matplotlib.pyplot as plt


def algorithm_1(d_step, g_step, sample_real, steps, k):
    история = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            time.sleep(0.002)
            история["d"].append(d_step(sample_real()))
        история["g"].append(g_step())
    fig, ax = plt.subplots(figsize=(1, 1))
    ax.plot(история["d"])
    plt.close(fig)
    return история

# %% noisy · progress
import warnings

from tqdm.auto import trange


def algorithm_1(d_step, g_step, sample_real, steps, k):
    warnings.warn(f"training for {steps} steps")
    history = {"d": [], "g": []}
    for i in trange(steps, desc="Algorithm 1"):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
        print(i, history["d"][-1], history["g"][-1])
    return history
