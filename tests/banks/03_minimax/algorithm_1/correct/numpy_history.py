import numpy as np
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d, g = np.zeros(steps * k), np.zeros(steps)
    for i in range(steps):
        for j in range(k):
            d[i * k + j] = d_step(sample_real())
        g[i] = g_step()
    return {"d": d, "g": g}
