def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 0.1, "average": 0.99999}
