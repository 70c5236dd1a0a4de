# misconception: wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        d += [d_step(sample_real()) for _ in range(k)]
        g += [g_step()]
    return d, g
