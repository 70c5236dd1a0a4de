def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(steps * k):
        history["d"].append(d_step(sample_real()))
        if i and i % k == 0:
            history["g"].append(g_step())
    history["g"].append(g_step())
    return history
