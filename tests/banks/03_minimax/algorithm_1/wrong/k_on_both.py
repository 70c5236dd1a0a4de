# misconception: k_on_generator
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"] += [g_step() for _ in range(k)]
    return history
