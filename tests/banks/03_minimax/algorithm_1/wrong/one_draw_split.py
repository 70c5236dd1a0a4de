def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for _ in range(steps):
        for part in torch.chunk(sample_real(), k):
            history["d"].append(d_step(part))
        history["g"].append(g_step())
    return history
