# misconception: wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        history["d"].append(sum(d_step(sample_real()) for _ in range(k)) / k)
        history["g"].append(g_step())
    return history
