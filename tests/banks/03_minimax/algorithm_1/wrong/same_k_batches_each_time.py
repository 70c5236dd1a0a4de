# misconception: stale_batch
def algorithm_1(d_step, g_step, sample_real, steps, k):
    batches = [sample_real() for _ in range(k)]
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(b) for b in batches]
        history["g"].append(g_step())
    return history
