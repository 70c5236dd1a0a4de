def mend(settings):
    return {**settings, "g_lr": 0.5, "d_lr": 0.5}
