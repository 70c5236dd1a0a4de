# misconception: generator_first
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["g"].append(g_step())
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
    return history
