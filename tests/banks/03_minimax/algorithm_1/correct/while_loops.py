def algorithm_1(d_step, g_step, sample_real, steps, k):
    d_losses, g_losses = [], []
    iteration = 0
    while iteration < steps:
        inner = 0
        while inner < k:
            d_losses += [d_step(sample_real())]
            inner += 1
        g_losses += [g_step()]
        iteration += 1
    return {"g": g_losses, "d": d_losses}
