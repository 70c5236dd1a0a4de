# misconception: phases
def algorithm_1(d_step, g_step, sample_real, steps, k):
    d = [d_step(sample_real()) for _ in range(steps * k)]
    g = [g_step() for _ in range(steps)]
    return {"d": d, "g": g}
