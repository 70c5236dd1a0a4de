def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        for _ in range(k):
            d.append(d_step(real=sample_real()))
        g.append(g_step())
    return dict(d=d, g=g)
