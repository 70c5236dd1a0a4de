from collections import defaultdict
def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = defaultdict(list)
    for _ in range(steps):
        for _ in range(k):
            history["d"].append(d_step(sample_real()))
        history["g"].append(g_step())
    return history
