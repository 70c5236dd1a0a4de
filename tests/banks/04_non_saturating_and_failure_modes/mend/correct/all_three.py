def mend(settings):
    return {**settings, "d_lr": settings["g_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995}
