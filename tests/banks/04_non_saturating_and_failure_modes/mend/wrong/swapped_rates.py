def mend(settings):
    return {**settings, "g_lr": 2e-3, "d_lr": 5e-5, "r1": 0.1, "average": 0.995}
