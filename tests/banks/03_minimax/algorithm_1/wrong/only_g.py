# misconception: one_player_only
def algorithm_1(d_step, g_step, sample_real, steps, k):
    return {"d": [], "g": [g_step() for _ in range(steps)]}
