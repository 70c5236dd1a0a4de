def mend(settings):
    return {**settings, "g_lr": 1e-4, "r1": 0.1, "decay": 0.05, "average": 0.995}
