# misconception: stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    real = sample_real()
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(real) for _ in range(k)]
        history["g"].append(g_step())
    return history
