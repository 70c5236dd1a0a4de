# misconception: wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d_loss": [], "g_loss": []}
    for _ in range(steps):
        history["d_loss"] += [d_step(sample_real()) for _ in range(k)]
        history["g_loss"].append(g_step())
    return history
