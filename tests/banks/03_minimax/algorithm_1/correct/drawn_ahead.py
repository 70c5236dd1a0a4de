def algorithm_1(d_step, g_step, sample_real, steps, k):
    from collections import defaultdict

    history = defaultdict(list)
    for _ in range(steps):
        batches = [sample_real() for _ in range(k)]
        for batch in batches:
            history["d"].append(d_step(batch))
        history["g"].append(g_step())
    return history
