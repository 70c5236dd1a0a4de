def algorithm_1(d_step, g_step, sample_real, steps, k):
    history = {"d": [], "g": []}
    for player in ("d" * k + "g") * steps:
        history[player].append(d_step(sample_real()) if player == "d" else g_step())
    return history
