def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for i in range(1, steps * k + 1):
        history["d"].append(float(d_step(sample_real())))
        if i % k == 0:
            history["g"].append(float(g_step()))
    return history
