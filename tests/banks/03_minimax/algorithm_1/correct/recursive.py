def algorithm_1(d_step, g_step, sample_real, steps, k):
    if steps == 0:
        return {"d": [], "g": []}
    before = algorithm_1(d_step, g_step, sample_real, steps - 1, k)
    now = [d_step(sample_real()) for _ in range(k)]
    return {"d": before["d"] + now, "g": before["g"] + [g_step()]}
