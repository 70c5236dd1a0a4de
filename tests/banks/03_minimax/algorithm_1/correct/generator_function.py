def _play(d_step, g_step, sample_real, steps, k):
    for _ in range(steps):
        for _ in range(k):
            yield "d", d_step(sample_real())
        yield "g", g_step()


def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for who, loss in _play(d_step, g_step, sample_real, steps, k):
        history[who].append(loss)
    return history
