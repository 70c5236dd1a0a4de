# misconception: k_ignored
def algorithm_1(d_step, g_step, sample_real, steps, k):
    k = 2
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"].append(g_step())
    return history
