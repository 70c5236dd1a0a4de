# misconception: one_player_only
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d = []
    for _ in range(steps):
        for _ in range(k):
            d.append(d_step(sample_real()))
    return {"d": d, "g": []}
