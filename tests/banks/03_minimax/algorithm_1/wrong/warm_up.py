def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(k):
        d_step(sample_real())
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history
