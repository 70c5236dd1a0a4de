def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 100.0, "decay": 0.05, "average": 0.995}
