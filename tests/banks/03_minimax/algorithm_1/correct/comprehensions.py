def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = [], []
    for _ in range(steps):
        d.extend([d_step(sample_real()) for _ in range(k)])
        g.append(g_step())
    return dict(d=d, g=g)
