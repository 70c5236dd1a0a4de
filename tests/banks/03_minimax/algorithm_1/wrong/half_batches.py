# misconception: not_fed
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for _ in range(k):
            real = sample_real()
            history["d"].append(d_step(real[: len(real) // 2]))
        history["g"].append(g_step())
    return history
