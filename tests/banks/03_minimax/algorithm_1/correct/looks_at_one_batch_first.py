def algorithm_1(d_step, g_step, sample_real, steps, k):
    example = sample_real()
    assert example.ndim == 2, "each row is a sample"
    history = {"d": [], "g": [], "shape": list(example.shape)}
    for _ in range(steps):
        history["d"] += [d_step(sample_real()) for _ in range(k)]
        history["g"] += [g_step()]
    return history
