# misconception: wrong_history
def algorithm_1(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        for _ in range(k):
            d_step(sample_real())
        g_step()
