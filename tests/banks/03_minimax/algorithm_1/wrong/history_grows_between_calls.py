# misconception: wrong_history
_history = {"d": [], "g": []}


def algorithm_1(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        _history["d"] += [d_step(sample_real()) for _ in range(k)]
        _history["g"].append(g_step())
    return _history
