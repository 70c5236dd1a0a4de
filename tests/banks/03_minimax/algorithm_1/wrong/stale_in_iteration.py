# misconception: stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        real = sample_real()
        for _ in range(k):
            history["d"].append(d_step(real))
        history["g"].append(g_step())
    return history
